import CasebookText

/// What is said about input that is not plain typing.
enum InputWords {
  /// A paste outside of text entry.
  static let nothingTyped: ShownText =
    "Pasted text is not run as keys. Press / for a filter or : for a command, then paste it"

  /// A text that was discarded while it was typed.
  static let discarded: ShownText = "Text discarded; u brings it back"

  /// A paste whose end mark did not come, in a line being typed.
  static let pasteWithoutEnd: ShownText =
    "The paste has no end mark. Its text so far is kept, and keys work again"

  /// The same elsewhere.
  static let keysAgain: ShownText = "The paste has no end mark. Keys work again"

  /// Text without marks that was read in one piece and has line ends inside.
  static func takenAsPaste(_ count: Int) -> ShownText {
    "\(grouped: count) keys at once were taken as pasted text; Enter uses it"
  }

  /// Text that does not fit into the line being typed.
  static func tooLong(_ left: Int, limit: Int) -> ShownText {
    let characters: ShownText = .plural(left, "character", "characters")
    return "The line is full at \(grouped: limit) bytes. Left out: the last \(characters)"
  }
}
