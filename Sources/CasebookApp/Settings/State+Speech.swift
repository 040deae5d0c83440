import CasebookText

/// How much plain mode says.
package enum Verbosity: String, Sendable, Comparable, CaseIterable {
  /// The least that tells where one is.
  case brief
  /// What is usually wanted.
  case normal
  /// Everything that fits a line.
  case full

  package static func < (left: Verbosity, right: Verbosity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .brief: 0
    case .normal: 1
    case .full: 2
    }
  }
}

/// What the prompt of plain mode carries.
package enum PromptForm: String, Sendable, CaseIterable {
  /// Nothing.
  case none
  /// "case> ".
  case short
  /// "2 of 36> ".
  case position
  /// "2 of 36, Export is slow> ", which a braille display shows with the answer.
  case title
}

extension State {
  /// How much plain mode says.
  package var verbosity: Verbosity { Verbosity(rawValue: settings[.verbosity]) ?? .normal }

  /// How plain mode says dates.
  package var dates: DateForm { settings[.dates] == "iso" ? .iso : .long }

  /// What the prompt of plain mode carries.
  package var promptForm: PromptForm { PromptForm(rawValue: settings[.prompt]) ?? .short }

  /// How many entries of a list plain mode gives at a time.
  package var pageLength: Int { settings.number(.page) }
}
