import CasebookCanvas
import CasebookCore
import CasebookText

/// Something the user can ask for: one entry of the table that keys, hints, help, the prompt,
/// plain mode, scripts, the reference and the tests all read.
package struct Command: Sendable {
  /// The stable name.
  package let name: String
  /// Shorter names, the usual one first.
  package let aliases: [String]
  /// One sentence that says what it does.
  package let summary: ShownText
  /// One or two words for the hint line.
  package let hint: ShownText
  /// The part of the help it stands in.
  package let group: Group
  /// What may be typed after the name.
  package let parameter: Parameter?
  /// The keys, with the contexts they work in.
  package let keys: [KeyBinding]
  /// Why it cannot be done now; nothing where it can.
  package let unavailable: @Sendable (State, Workspace) -> CommandFailure?
  /// What happens when it is asked for.
  package let actions: @Sendable (Arguments, State, Workspace) throws(CommandFailure) -> [Action]
  /// What plain mode says once it is done: the lines of the answer.
  package let answer: @Sendable (Arguments, State, Workspace) -> Answer

  /// The parts of the help, in order.
  package enum Group: String, Sendable, CaseIterable {
    /// Going from case to case.
    case cases
    /// Reading a case.
    case reading
    /// Events and time.
    case time
    /// Which cases are listed.
    case finding
    /// Many cases in time.
    case lineup
    /// What the user keeps, and what is written for others.
    case notebook
    /// The program itself.
    case program
  }

  /// What may be typed after a command's name.
  package struct Parameter: Sendable {
    /// What stands for it in the help, such as `TERMS`.
    package let name: ShownText
    /// Whether the command needs it.
    package var isRequired: Bool { example != nil }
    /// What may be typed for it, for who typed nothing; nothing where it may be left out.
    package let example: ShownText?
    /// The words it may be, for completion; empty where anything may be typed.
    package let words: [String]
    /// The words that may follow the first, for completion.
    private let following: @Sendable (_ first: String) -> [String]
    /// Whether it names fields or event types of the cases, for completion.
    package let takesFields: Bool
    /// Whether case ids are expected.
    package let takesIDs: Bool

    /// Describes a parameter.
    package init(
      _ name: ShownText, required example: ShownText? = nil, words: [String] = [],
      takesFields: Bool = false, takesIDs: Bool = false,
      following: @escaping @Sendable (_ first: String) -> [String] = { _ in [] }
    ) {
      self.name = name
      self.example = example
      self.words = words
      self.takesFields = takesFields
      self.takesIDs = takesIDs
      self.following = following
    }

    /// The words that may stand behind those typed.
    package func words(behind typed: [String]) -> [String] {
      guard let first = typed.first else { return words }
      return typed.count == 1 ? following(first) : []
    }
  }

  /// Describes a command.
  package init(
    _ name: String, aliases: [String] = [], _ summary: ShownText, hint: ShownText? = nil,
    group: Group, parameter: Parameter? = nil, keys: [KeyBinding] = [],
    unavailable: @escaping @Sendable (State, Workspace) -> CommandFailure? = { _, _ in nil },
    actions: @escaping @Sendable (Arguments, State, Workspace) throws(CommandFailure) -> [Action],
    answer: @escaping @Sendable (Arguments, State, Workspace) -> Answer
  ) {
    self.name = name
    self.aliases = aliases
    self.summary = summary
    self.hint = hint ?? Gate.shown(name)
    self.group = group
    self.parameter = parameter
    self.keys = keys
    self.unavailable = unavailable
    self.actions = actions
    self.answer = answer
  }
}

/// A key and where it asks for a command.
package struct KeyBinding: Sendable, Hashable {
  /// The key.
  package let key: Key
  /// Where it works; everywhere but on pages and in prompts where none is named.
  package let contexts: [Context]

  /// Binds a key in some contexts.
  package init(_ key: Key, _ contexts: Context...) {
    self.key = key
    self.contexts = contexts.isEmpty ? [.list, .detail, .timeline, .facets] : contexts
  }

  /// Binds a key everywhere, pages too.
  package static func anywhere(_ key: Key) -> KeyBinding {
    KeyBinding(key, contexts: Context.allCases)
  }

  private init(_ key: Key, contexts: [Context]) {
    self.key = key
    self.contexts = contexts
  }
}

/// What was typed after a command's name.
package struct Arguments: Sendable, Equatable {
  /// The text, without blanks around it.
  package let text: String

  /// Takes the text after a command's name.
  package init(_ text: String = "") {
    self.text = text.trimmed
  }

  /// Whether nothing was typed.
  package var isEmpty: Bool { text.isEmpty }

  /// The words, parted by blanks.
  package var words: [Substring] { text.split(separator: " ") }

  /// The text as a whole number, where it is one.
  package var number: Int? { Int(text) }
}

/// Why a command did nothing, and what to type next.
package struct CommandFailure: Error, Sendable, Equatable {
  /// What is wrong.
  package let what: ShownText
  /// What to type instead.
  package let next: ShownText

  /// Makes a failure; the texts are without a full stop at the end, a question with its mark.
  package init(_ what: ShownText, next: ShownText) {
    self.what = what
    self.next = next
  }

  /// Makes a failure that asks for the name that may have been meant, where one is near.
  package init(_ what: ShownText, meant nearest: String?, next otherwise: ShownText) {
    self.init(what, next: nearest.map { "Did you mean \(Gate.shown($0))?" } ?? otherwise)
  }

  /// One line: "What. What to type next." or "What. Did you mean this?"
  package var line: ShownText { "\(what). \(SpokenText.closed(next))" }
}

/// What plain mode says after a command.
package struct Answer: Sendable, Equatable {
  /// The lines, each a sentence or more.
  package var lines: [ShownText]
  /// What pressing Enter alone does next, where it is not the next case.
  package var more: String?
  /// What numbers pick from now on, where the answer is a list.
  package var choices: Choices?

  /// Makes an answer.
  package init(_ lines: [ShownText], more: String? = nil, choices: Choices? = nil) {
    self.lines = lines
    self.more = more
    self.choices = choices
  }

  /// Says nothing.
  package static let nothing = Answer([])
}

extension String {
  /// Without blanks at both ends.
  package var trimmed: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
