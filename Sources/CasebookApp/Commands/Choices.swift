import CasebookCore
import CasebookText

/// What the numbers of the last list stand for: a bare number, or the beginning of a word that only
/// one entry has, picks one.
///
/// They hold until another list is given; those of a case until another case is at hand.
package struct Choices: Sendable, Equatable {
  /// An entry of a list.
  package struct Choice: Sendable, Equatable {
    /// What is said of it.
    package let label: ShownText
    /// The command line that picking it gives.
    package let line: String

    /// Makes an entry.
    package init(_ label: ShownText, line: String) {
      self.label = label
      self.line = line
    }
  }

  /// What an entry is, such as "event".
  package let noun: ShownText
  /// The number of the first entry that was listed.
  package let first: Int
  /// The entries that were listed.
  package let listed: [Choice]
  /// How many entries there are, listed or not.
  package let count: Int
  /// The command that takes the number of any entry, listed or not.
  package let command: String?
  /// Whether they are of the case at hand.
  package let isOfCase: Bool

  /// Makes choices.
  package init(
    _ noun: ShownText, from first: Int = 1, _ listed: [Choice], of count: Int? = nil,
    command: String? = nil, isOfCase: Bool = false
  ) {
    self.noun = noun
    self.first = first
    self.listed = listed
    self.count = count ?? listed.count
    self.command = command
    self.isOfCase = isOfCase
  }

  /// The command line of a number.
  func line(number: Int) throws(CommandFailure) -> String {
    if listed.indices.contains(number - first) { return listed[number - first].line }
    if let command { return "\(command) \(number)" }
    throw CommandFailure(
      "There is no \(noun) \(number)", next: "Type a number from \(first) to \(count)")
  }

  /// The command line of the only entry with a word that begins as a text does.
  func line(beginning text: String) -> String? {
    let wanted = Fold.folded(text)
    let found = listed.filter { choice in
      choice.label.string.split(separator: " ").indices.contains { start in
        let words = choice.label.string.split(separator: " ")[start...].joined(separator: " ")
        return Fold.folded(words).starts(with: wanted)
      }
    }
    return found.count == 1 ? found[0].line : nil
  }
}
