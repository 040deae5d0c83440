/// A piece of text with one meaning.
public struct StyledSpan: Sendable, Hashable {
  /// What is shown.
  public var text: ShownText
  /// What it means.
  public var role: StyleRole

  /// Makes a piece of text.
  public init(_ text: ShownText, _ role: StyleRole = .normal) {
    self.text = text
    self.role = role
  }
}

/// One line of text as pieces with meanings.
public struct StyledLine: Sendable, Hashable {
  /// The pieces in reading order.
  public var spans: [StyledSpan]

  /// Makes a line of pieces.
  public init(_ spans: [StyledSpan] = []) {
    self.spans = spans
  }

  /// Makes a line of one piece.
  public init(_ text: ShownText, _ role: StyleRole = .normal) {
    spans = text.isEmpty ? [] : [StyledSpan(text, role)]
  }

  /// The text without its meanings.
  public var text: ShownText { spans.reduce(.empty) { $0 + $1.text } }
}
