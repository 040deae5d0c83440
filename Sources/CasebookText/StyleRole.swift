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
  /// A hit of the search in the focused row.
  case selectedMatch
  /// Lines between regions.
  case rule
  /// An escaped character made visible by the gate.
  case escape
  /// Something wrong.
  case error
  /// The place in a line being typed that is wrong.
  case mistake
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
