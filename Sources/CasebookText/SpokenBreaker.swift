/// Cuts a text into spoken lines, at ends of sentences where it can.
///
/// It holds the pieces of one line and some before them, however long the text is.
struct SpokenBreaker {
  private let line: StyledLine
  private let source: AnyIterator<LayoutCluster>
  private var pieces: [LayoutCluster] = []
  private var characters: [Character] = []
  /// A blank that is read and counts if text follows it.
  private var blank: LayoutCluster?
  private var position = 0

  /// Pieces before a line that are kept: longer than any abbreviation.
  private static let kept = 256

  /// Starts at the beginning of a text; its runs of blanks and of punctuation are shortened.
  init(_ text: ShownText) {
    line = StyledLine(text)
    source = line.eachCluster(widest: 20)
    _ = has(0)
  }

  /// Whether all text has been given out.
  var isAtEnd: Bool { position >= pieces.count }

  /// The next line, with room left in the columns for a sign after it; none after the last.
  ///
  /// A line of more words than asked for ends where a sentence does, if one ends before.
  mutating func next(columns: Int, words: Int? = nil) -> ShownText? {
    guard !isAtEnd else { return nil }
    forgetLines()
    let start = position
    var end = lineEnd(from: start, columns: columns)
    if let words { end = sentenceEnd(from: start, to: end, words: words) ?? end }
    position = end
    while has(position), pieces[position].isBlank { position += 1 }
    var last = end
    while last > start, pieces[last - 1].isBlank { last -= 1 }
    return line.part(pieces[start..<last]).text
  }

  // MARK: - Pieces

  /// Whether there is a piece so far on; reads up to it.
  private mutating func has(_ index: Int) -> Bool {
    while pieces.count <= index {
      guard read() else { return false }
    }
    return true
  }

  /// Reads the next piece that says something; blanks at the end say nothing.
  private mutating func read() -> Bool {
    while let piece = source.next() {
      guard let character = line.firstCharacter(of: piece) else { continue }
      if character == " " {
        if !pieces.isEmpty, blank == nil { blank = piece }
        continue
      }
      if blank == nil, Self.isNoise(character, after: characters) { continue }
      if let blank { append(blank, " ") }
      blank = nil
      append(piece, character)
      return true
    }
    return false
  }

  private mutating func append(_ piece: LayoutCluster, _ character: Character) {
    pieces.append(piece)
    characters.append(character)
  }

  /// Drops lines that were given out, but for the pieces right before the next.
  private mutating func forgetLines() {
    let count = position - Self.kept
    guard count >= Self.kept else { return }
    pieces.removeFirst(count)
    characters.removeFirst(count)
    position -= count
  }

  // MARK: - Ends

  private mutating func lineEnd(from start: Int, columns: Int) -> Int {
    let reserve = 3  // for the sign " .."
    var total = 0
    var sentence: Int?
    var word: Int?
    var hard = start
    var index = start
    while has(index) {
      if pieces[index].isBlank, index > start {
        if total > columns / 4, endsSentence(index - 1) { sentence = index }
        // A label stays beside its value.
        if total <= columns - reserve, word == nil || characters[index - 1] != ":" { word = index }
      }
      total += pieces[index].columns
      if total > columns { return sentence ?? word ?? max(hard, start + 1) }
      if total <= columns - reserve { hard = index + 1 }
      index += 1
    }
    let needsSign = total == columns && !isClosing(pieces.count - 1)
    return needsSign ? sentence ?? word ?? max(hard, start + 1) : pieces.count
  }

  /// The last end of a sentence within so many words, where there are more up to the end.
  private func sentenceEnd(from start: Int, to end: Int, words limit: Int) -> Int? {
    var words = 1
    var sentence: Int?
    for index in start..<end where pieces[index].isBlank {
      if endsSentence(index - 1), words <= limit { sentence = index }
      words += 1
      if words > limit, let sentence { return sentence }
    }
    return words > limit ? sentence : nil
  }

  private func isClosing(_ index: Int) -> Bool { ".:?!".contains(characters[index]) }

  /// Whether a sentence ends here, and not just an abbreviation such as "St." or "U.S.", or a label
  /// before its value.
  private func endsSentence(_ index: Int) -> Bool {
    guard isClosing(index), characters[index] != ":" else { return false }
    let word = characters[..<index].suffix(while: { $0 != " " })
    return characters[index] != "." || (word.count > 2 && !word.contains("."))
  }

  /// Whether a character only lengthens a run that says nothing more when spoken.
  private static func isNoise(_ character: Character, after before: [Character]) -> Bool {
    guard "-=_*#.|~+".contains(character) else { return false }
    return before.suffix(3).elementsEqual(repeatElement(character, count: 3))
  }
}

extension StyledLine {
  fileprivate func firstCharacter(of piece: LayoutCluster) -> Character? {
    let text = spans[piece.span].text.string
    return text[text.utf8.index(text.startIndex, offsetBy: piece.bytes.lowerBound)...].first
  }
}

extension ArraySlice<Character> {
  /// The last characters that all meet a condition.
  fileprivate func suffix(while holds: (Character) -> Bool) -> ArraySlice<Character> {
    self[(lastIndex { !holds($0) }.map { $0 + 1 } ?? startIndex)...]
  }
}
