import CasebookCore
import CasebookText

/// Commands that change what the user chooses once for all.
enum SettingCommands {
  static let all = [set]

  static let set = Command(
    "set", aliases: ["settings"], "List the settings, or change one and keep it.", hint: "settings",
    group: .program,
    parameter: .init(
      "NAME VALUE", words: Setting.all.map(\.name),
      following: { name in (try? Setting.named(name))?.words ?? [] }),
    actions: { arguments, state, _ throws(CommandFailure) in
      guard let choice = try SettingChoice(arguments) else {
        return state.look.isPlain ? [] : [.page(.opened(.settings))]
      }
      guard let value = choice.value else {
        return state.look.isPlain
          ? []
          : [.said(Message(.information, SettingWords.line(choice.setting, in: state.settings)))]
      }
      return [.settingChosen(choice.setting, value.isDefault ? nil : value.text)]
    },
    answer: { arguments, state, _ in
      let choice = try? SettingChoice(arguments)
      guard let setting = choice?.setting else {
        let lines = Setting.all.map { SettingWords.line($0, in: state.settings, state.dates) }
        return Answer(SpokenRange.whole("Settings", lines))
      }
      guard choice?.value == nil else {
        return Answer([SettingWords.line(setting, in: state.settings, state.dates)])
      }
      return Answer([
        SettingWords.line(setting, in: state.settings, state.dates), Gate.shown(setting.summary),
        "It can be \(SettingWords.choices(setting)).",
      ])
    })
}

/// A setting and its new value, as typed behind `set`.
struct SettingChoice {
  /// The value typed; the word `default` gives the setting back to its default.
  struct Value {
    var text: String
    var isDefault: Bool
  }

  let setting: Setting
  let value: Value?

  /// Reads `NAME`, `NAME VALUE` or nothing.
  init?(_ arguments: Arguments) throws(CommandFailure) {
    guard let name = arguments.words.first else { return nil }
    let rest = String(arguments.text.dropFirst(name.count)).trimmed
    do throws(SettingProblem) {
      setting = try Setting.named(String(name))
      guard !rest.isEmpty else {
        value = nil
        return
      }
      let isDefault = rest.lowercased() == "default"
      value = Value(text: isDefault ? "" : try setting.value(written: rest), isDefault: isDefault)
    } catch {
      throw CommandFailure(setting: error)
    }
    guard setting.reach == .session else {
      let name = Gate.shown(setting.name)
      throw CommandFailure(
        "\(name) counts when the program starts",
        next: "Write \(name) into the file that casebook config names")
    }
  }
}
