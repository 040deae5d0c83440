import CasebookCore

/// Something the user may choose once for all: its name, what it may be, and what it is unless set.
package struct Setting: Sendable, Equatable {
  /// What a setting may be.
  package enum Kind: Sendable, Equatable {
    /// One of some words.
    case words([String])
    /// `on` or `off`.
    case flag
    /// A whole number within bounds.
    case number(ClosedRange<Int>)
    /// A day such as `2024-02-01`, or `today`.
    case day
    /// Any text; blank for none.
    case text
  }

  /// When a setting takes effect.
  package enum Reach: Sendable, Equatable {
    /// At once, and kept for the next session.
    case session
    /// When the program starts: from a flag, a variable or the file of settings alone.
    case start
  }

  /// The name, as `set`, the file of settings and its variable know it.
  package let name: String
  /// What it may be.
  package let kind: Kind
  /// What it is unless set, in the form of ``value(written:)``.
  package let standard: String
  /// When it takes effect.
  package let reach: Reach
  /// One sentence that says what it does.
  package let summary: String

  /// Describes a setting.
  package init(
    _ name: String, _ kind: Kind, _ standard: String, reach: Reach = .session, _ summary: String
  ) {
    self.name = name
    self.kind = kind
    self.standard = standard
    self.reach = reach
    self.summary = summary
  }

  /// The variable of the environment that sets it: `CASEBOOK_AS_OF` for `as-of`.
  package var variable: String {
    "CASEBOOK_" + name.uppercased().map { $0 == "-" ? "_" : String($0) }.joined()
  }

  /// The words it may be, for completion and for messages; empty where anything may be typed.
  package var words: [String] {
    switch kind {
    case .words(let words): words
    case .flag: ["on", "off"]
    case .day: ["today"]
    case .number, .text: []
    }
  }

  /// The one form of a value: a whole word for its beginning, `on` for `yes` or `1`.
  ///
  /// - Throws: What is wrong with it.
  package func value(written: String) throws(SettingProblem) -> String {
    let word = written.trimmed
    switch kind {
    case .words(let words): return try self.word(word, among: words)
    case .flag:
      switch word.lowercased() {
      case "on", "yes", "true", "1": return "on"
      case "off", "no", "false", "0": return "off"
      default: throw .notAllowed(self, word)
      }
    case .number(let bounds):
      guard let number = Int(word), bounds.contains(number) else { throw .notAllowed(self, word) }
      return String(number)
    case .day:
      if word.lowercased() == "today" { return "today" }
      guard Self.day(word) != nil else { throw .notAllowed(self, word) }
      return word
    case .text: return word
    }
  }

  /// The day that a text names; nothing for a longer stretch of time.
  static func day(_ text: String) -> DayNumber? {
    guard let date = try? CalendarDate(text), date.earliest == date.latest else { return nil }
    return date.earliest
  }

  private func word(_ word: String, among words: [String]) throws(SettingProblem) -> String {
    let lower = word.lowercased()
    if words.contains(lower) { return lower }
    let found = words.filter { !lower.isEmpty && $0.hasPrefix(lower) }
    guard found.count == 1 else { throw .notAllowed(self, word) }
    return found[0]
  }
}

/// Why something cannot be set.
package enum SettingProblem: Error, Sendable, Equatable {
  /// No setting has the name; perhaps the nearest was meant.
  case unknown(String, nearest: String?)
  /// The setting cannot be that.
  case notAllowed(Setting, String)
}
