import CasebookCore
import CasebookText

/// Settings in words.
package enum SettingWords {
  /// "theme: dark, kept from an earlier session."
  ///
  /// A day is said in a form for dates; as written where none is named.
  package static func line(
    _ setting: Setting, in settings: Settings, _ dates: DateForm = .iso
  ) -> ShownText {
    let origin = words(settings.origin(of: setting))
    let written = settings[setting]
    let value = setting.kind == .day ? DateText.words(written: written, dates) : value(written)
    return "\(Gate.shown(setting.name)): \(value), \(origin)."
  }

  /// A value as it is shown; a blank one by name.
  package static func value(_ value: String) -> ShownText {
    value.isEmpty ? "none" : Gate.shown(value)
  }

  /// Who chose a value.
  package static func words(_ origin: Settings.Origin) -> ShownText {
    switch origin {
    case .standard: "by default"
    case .library: "from the library"
    case .file: "from the file of settings"
    case .kept: "kept from an earlier session"
    case .environment: "from the environment"
    case .flag: "from the command line"
    case .session: "set in this session"
    }
  }

  /// What is wrong with a setting outside a session: "page cannot be 0, only a number from 1".
  package static func wrong(_ problem: SettingProblem) -> ShownText {
    switch problem {
    case .unknown(let name, let nearest):
      ProblemWords.hint("No setting \(Gate.shown(name))", nearest)
    case .notAllowed(let setting, let text):
      "\(Gate.shown(setting.name)) cannot be \(value(text)), only \(choices(setting))"
    }
  }

  /// What may be typed for a value: "on or off".
  package static func choices(_ setting: Setting) -> ShownText {
    switch setting.kind {
    case .words(let words): ListWords.or(words.map { Gate.shown($0) })
    case .flag: "on or off"
    case .number(let bounds): "a number from \(bounds.lowerBound) to \(bounds.upperBound)"
    case .day: "today or a day such as 2024-02-01"
    case .text: "a text"
    }
  }
}

extension CommandFailure {
  /// Words for something that cannot be set.
  package init(setting problem: SettingProblem) {
    switch problem {
    case .unknown(let name, let nearest):
      self.init(
        "No setting \(Gate.shown(name))", meant: nearest, next: "Type set for the settings")
    case .notAllowed(let setting, let value):
      let name = Gate.shown(setting.name)
      self.init(
        "\(name) cannot be \(SettingWords.value(value))",
        next: "Type set \(name) and \(SettingWords.choices(setting))")
    }
  }
}

/// Lists of words in a sentence.
package enum ListWords {
  /// "2, 4 and 5".
  package static func and(_ words: [ShownText]) -> ShownText {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) and \(last)"
  }

  /// "none, short or title".
  package static func or(_ words: [ShownText]) -> ShownText {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) or \(last)"
  }
}
