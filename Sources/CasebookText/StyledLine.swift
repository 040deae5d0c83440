/// What a piece of text means, for a theme to give it a look; screens never name a colour.
public enum StyleRole: String, Sendable, Hashable, CaseIterable {
  /// Ordinary text.
  case normal
  /// The name of the library, of a region, of a column.
  case heading
  /// The title of a case.
  case title
  /// A label such as "Outcome".
  case label
  /// What is less important; never dim.
  case secondary
  /// The one accent: prompts, keys in hints.
  case accent
  /// The focused row or thing.
  case selected
  /// The selected row of a region that has no focus.
  case selectedInactive
  /// A hit of the search.
  case match
  /// Lines between regions.
  case rule
  /// An escaped character made visible by the gate.
  case escape
  /// Something wrong.
  case error
  /// Something to look at.
  case warning
  /// A value that someone reported.
  case reported
  /// A value that was derived.
  case derived
  /// A value that is not known.
  case unknown
  /// Events of movement.
  case movement
  /// Events of the criminal process.
  case criminal
  /// Detainers.
  case detainer
  /// Events of immigration custody.
  case immigration
  /// Proceedings.
  case proceedings
  /// Context.
  case context
}

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
