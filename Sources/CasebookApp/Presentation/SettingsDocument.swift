import CasebookCanvas
import CasebookCore
import CasebookText

/// The page of settings: each with its value, who chose it, and what it does.
enum SettingsDocument {
  private static let nameColumns = 12, valueColumns = 20

  static func lines(_ settings: Settings, _ columns: Int) -> [PageLine] {
    Setting.all.flatMap { setting in
      let lines =
        columns < 60 ? narrow(setting, settings, columns) : wide(setting, settings, columns)
      let command = setting.reach == .session ? "set \(setting.name) " : nil
      return lines.map { PageLine($0, command: command) }
    }
  }

  private static func wide(
    _ setting: Setting, _ settings: Settings, _ columns: Int
  ) -> [StyledLine] {
    let origin = settings.origin(of: setting)
    let name = StyledLine(Gate.shown(setting.name), .label).padded(to: nameColumns)
    let value = value(setting, settings).padded(to: valueColumns)
    let why =
      origin == .standard
      ? StyledLine() : StyledLine(" (\(SettingWords.words(origin)))", .secondary)
    let indent = nameColumns + valueColumns
    return (name + value + StyledLine(Gate.shown(setting.summary)) + why)
      .wrapped(to: columns, hanging: indent)
  }

  private static func narrow(
    _ setting: Setting, _ settings: Settings, _ columns: Int
  ) -> [StyledLine] {
    let name = StyledLine("\(Gate.shown(setting.name)): ", .label)
    return (name + value(setting, settings)).wrapped(to: columns, hanging: 2)
      + (StyledLine("  ") + StyledLine(Gate.shown(setting.summary), .secondary))
      .wrapped(to: columns, hanging: 2)
  }

  private static func value(_ setting: Setting, _ settings: Settings) -> StyledLine {
    StyledLine(
      SettingWords.value(settings[setting]),
      settings.origin(of: setting) == .standard ? .normal : .accent)
  }
}
