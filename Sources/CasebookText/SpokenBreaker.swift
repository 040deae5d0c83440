/// Cuts a text into spoken lines, at ends of sentences where it can.
struct SpokenBreaker {
  private let line: StyledLine
  private let pieces: [LayoutCluster]
  private let characters: [Character]
  private var position = 0

  /// Starts at the beginning of a text; its runs of blanks and of punctuation are shortened.
  init(_ text: ShownText) {
    line = StyledLine(text)
    var pieces: [LayoutCluster] = []
    var characters: [Character] = []
    for piece in line.clusters(widest: 20) {
      guard let character = line.firstCharacter(of: piece) else { continue }
      if Self.isNoise(character, after: characters) { continue }
      pieces.append(piece)
      characters.append(character)
    }
    while characters.last == " " {
      pieces.removeLast()
      characters.removeLast()
    }
    self.pieces = pieces
    self.characters = characters
  }

  /// Whether all text has been given out.
  var isAtEnd: Bool { position >= pieces.count }

  /// The next line, with room left in the columns for a sign after it; none after the last.
  ///
  /// A line of more words than asked for ends where a sentence does, if one ends before.
  mutating func next(columns: Int, words: Int? = nil) -> ShownText? {
    guard !isAtEnd else { return nil }
    let start = position
    var end = lineEnd(from: start, columns: columns)
    if let words { end = sentenceEnd(from: start, to: end, words: words) ?? end }
    position = end
    while position < pieces.count, pieces[position].isBlank { position += 1 }
    var last = end
    while last > start, pieces[last - 1].isBlank { last -= 1 }
    return line.part(pieces[start..<last]).text
  }

  private func lineEnd(from start: Int, columns: Int) -> Int {
    let reserve = 3  // for the sign " .."
    var total = 0
    var sentence: Int?
    var word: Int?
    var hard = start
    for index in start..<pieces.count {
      if pieces[index].isBlank, index > start {
        if total > columns / 4, endsSentence(index - 1) { sentence = index }
        // A label is not parted from its value.
        if total <= columns - reserve, word == nil || characters[index - 1] != ":" { word = index }
      }
      total += pieces[index].columns
      if total > columns { return sentence ?? word ?? max(hard, start + 1) }
      if total <= columns - reserve { hard = index + 1 }
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
    if character == " " { return before.last == " " || before.isEmpty }
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
