import CasebookCore
import CasebookText

extension State {
  /// Takes a choice of the user and asks to keep it; no value gives a setting back to its default.
  mutating func choose(_ value: String?, for setting: Setting) -> [Effect] {
    settings.choose(value, for: setting, by: .session)
    if value == nil { settings.choose(nil, for: setting, by: .kept) }
    look.adopt(settings)
    if !look.isPlain { say(Message(.information, SettingWords.line(setting, in: settings))) }
    let kept = Effect.keep(.setting(name: setting.name, value: value))
    // A filter may count intervals to that day.
    guard setting == .asOf, !filter.applied.isEmpty else { return [kept] }
    return [kept, .ask(.filter(filter.applied))]
  }
}

extension Look {
  /// Draws as the settings ask.
  package mutating func adopt(_ settings: Settings) {
    theme = settings[.theme]
    isASCII = settings.isOn(.ascii)
    foldsGaps = settings.isOn(.fold)
    isReader = settings.isOn(.reader)
  }
}
