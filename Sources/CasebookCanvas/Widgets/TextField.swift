import CasebookText

/// One line that a user types, with a cursor between its characters.
public struct TextField: Sendable, Hashable {
  /// What stands before the cursor, raw.
  public private(set) var before: String
  /// What stands after the cursor, raw.
  public private(set) var after: String

  /// The most UTF-8 bytes that a line takes: 64 KiB.
  public static let maximumLength = 65_536

  /// Makes a line with the cursor at its end.
  public init(_ text: String = "") {
    before = ""
    after = ""
    insert(text)
  }

  /// Makes a line with the cursor between two texts.
  public init(before: String, after: String) {
    self.init(after)
    moveToStart()
    insert(before)
  }

  /// What was typed, raw.
  public var text: String { before + after }
  /// Whether nothing is typed.
  public var isEmpty: Bool { before.isEmpty && after.isEmpty }
}

// MARK: - Editing

extension TextField {
  /// Types or pastes text at the cursor; each tab or line end in it becomes a blank.
  ///
  /// - Returns: How many Unicode scalars at the end of `text` did not fit and were left out.
  @discardableResult
  public mutating func insert(_ text: String) -> Int {
    let scalars = text.unicodeScalars
    var room = Self.maximumLength - before.utf8.count - after.utf8.count
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let isBreak = ["\t", "\n", "\r", "\u{2028}", "\u{2029}"].contains(scalars[index])
      let scalar = isBreak ? " " : scalars[index]
      room -= UTF8.width(scalar)
      if room < 0 { return scalars.distance(from: index, to: scalars.endIndex) }
      before.unicodeScalars.append(scalar)
      scalars.formIndex(after: &index)
    }
    return 0
  }

  /// Removes everything.
  public mutating func clear() {
    before = ""
    after = ""
  }

  /// Removes the character before the cursor.
  public mutating func deleteBackward() { _ = before.popLast() }
  /// Removes the character after the cursor.
  public mutating func deleteForward() { if !after.isEmpty { after.removeFirst() } }
  /// Removes the word before the cursor and the blanks after that word.
  public mutating func deleteWordBackward() { before.removeSubrange(before.lastWordStart...) }
  /// Removes everything before the cursor.
  public mutating func deleteToStart() { before = "" }
  /// Removes everything after the cursor.
  public mutating func deleteToEnd() { after = "" }

  /// Moves the cursor one character to the left.
  public mutating func moveLeft() {
    if let character = before.popLast() { after.insert(character, at: after.startIndex) }
  }

  /// Moves the cursor one character to the right.
  public mutating func moveRight() {
    if !after.isEmpty { before.append(after.removeFirst()) }
  }

  /// Moves the cursor to the start.
  public mutating func moveToStart() { move(to: before.startIndex) }

  /// Moves the cursor to the end.
  public mutating func moveToEnd() {
    before += after
    after = ""
  }

  /// Moves the cursor to the start of the word before it.
  public mutating func moveWordLeft() { move(to: before.lastWordStart) }

  /// Moves the cursor behind the word after it.
  public mutating func moveWordRight() {
    let word = after.drop { $0.isWhitespace }.drop { !$0.isWhitespace }
    before += after[..<word.startIndex]
    after = String(word)
  }

  private mutating func move(to index: String.Index) {
    after = before[index...] + after
    before = String(before[..<index])
  }
}

extension String {
  /// Where the last word starts, with blanks after it counted to it.
  fileprivate var lastWordStart: Index {
    let words = self[..<(lastIndex { !$0.isWhitespace } ?? startIndex)]
    return words.lastIndex { $0.isWhitespace }.map { index(after: $0) } ?? startIndex
  }
}
