import CasebookText

/// One line that a user types, with a cursor between its characters.
public struct TextField: Sendable, Hashable {
  /// What stands before the cursor, raw.
  public private(set) var before: String
  /// What stands after the cursor, raw.
  public private(set) var after: String

  /// The most Unicode scalars that a line takes; more is not accepted.
  public static let maximumLength = 4_096

  /// Makes a line with the cursor at its end.
  public init(_ text: String = "") {
    before = ""
    after = ""
    insert(text)
  }

  /// What was typed, raw.
  public var text: String { before + after }
  /// Whether nothing is typed.
  public var isEmpty: Bool { before.isEmpty && after.isEmpty }
}

// MARK: - Editing

extension TextField {
  /// Types or pastes text at the cursor; each tab or line end in it becomes a blank.
  public mutating func insert(_ text: String) {
    let room = Self.maximumLength - before.unicodeScalars.count - after.unicodeScalars.count
    for scalar in text.unicodeScalars.prefix(max(0, room)) {
      let isBreak = ["\t", "\n", "\r", "\u{2028}", "\u{2029}"].contains(scalar)
      before.unicodeScalars.append(isBreak ? " " : scalar)
    }
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
