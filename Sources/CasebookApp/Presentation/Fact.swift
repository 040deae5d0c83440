import CasebookCore
import CasebookText

/// One thing a case or an event says, decided once for screens, plain mode and text output.
package struct Fact: Sendable, Hashable {
  /// What it is about, such as "Outcome".
  package var label: ShownText
  /// What is said.
  package var value: ShownText
  /// How it looks.
  package var role: StyleRole

  /// Makes a fact.
  package init(_ label: ShownText, _ value: ShownText, _ role: StyleRole = .normal) {
    self.label = label
    self.value = value
    self.role = role
  }

  /// "Outcome: declined."; a value without a sign is said to be empty.
  package var sentence: ShownText {
    SpokenText.closed("\(label): \(value.isBlank ? "empty" : value)")
  }
}
