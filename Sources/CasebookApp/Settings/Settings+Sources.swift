import CasebookCore
import CasebookText

extension Settings {
  /// Takes the settings of the user's file; gives back what is wrong with it.
  package mutating func take(_ file: UserSettingsFile) -> [ShownText] {
    var wrong = file.problems.map { ProblemWords.line($0) }
    for entry in file.entries {
      let place = "\(file.path):\(entry.position.line):\(entry.position.column)"
      take(entry.value, of: entry.name, by: .file, place, &wrong)
    }
    return wrong
  }

  /// Takes the settings that variables of the environment choose; gives back what is wrong.
  ///
  /// Besides `CASEBOOK_` and the name of a setting, `ACCESSIBLE` asks for plain mode and `NO_COLOR`
  /// for no colours, as in other programs; both say so by being set at all, `ACCESSIBLE=0` apart.
  package mutating func takeEnvironment(_ value: (String) -> String?) -> [ShownText] {
    var wrong: [ShownText] = []
    if value("NO_COLOR") != nil { choose("none", for: .theme, by: .environment) }
    if let accessible = value("ACCESSIBLE") {
      choose(accessible == "0" ? "off" : "on", for: .plain, by: .environment)
    }
    for setting in Setting.all {
      guard let text = value(setting.variable) else { continue }
      take(text, of: setting.name, by: .environment, setting.variable, &wrong)
    }
    return wrong
  }

  /// Takes what was kept of earlier sessions; what another version kept and this one does not know
  /// is passed over.
  package mutating func take(kept: [String: String]) {
    for setting in Setting.all {
      guard let value = kept[setting.name] else { continue }
      try? choose(written: value, for: setting, by: .kept)
    }
  }

  /// Takes `NAME=VALUE` of the command line.
  ///
  /// - Throws: What is wrong with it.
  package mutating func take(option: String) throws(SettingProblem) {
    let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let setting = try Setting.named(String(parts[0]))
    let value = parts.count > 1 ? String(parts[1]) : "on"
    choose(try setting.value(written: value), for: setting, by: .flag)
  }

  private mutating func take(
    _ text: String, of name: String, by origin: Origin, _ place: String,
    _ wrong: inout [ShownText]
  ) {
    do throws(SettingProblem) {
      try choose(written: text, for: try Setting.named(name), by: origin)
    } catch {
      wrong.append("\(Gate.shown(place)): \(SettingWords.wrong(error))")
    }
  }
}
