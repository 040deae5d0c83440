import CasebookApp
import CasebookCore
import CasebookText

/// What the user's file of settings and the environment choose.
struct Preferences {
  /// The settings.
  private(set) var settings = Settings()
  /// The file, whether or not it exists, or `nil` if there is no place for it.
  let path: String?
  /// Whether there is a file.
  private(set) var hasFile = false
  /// What is wrong with the file or the environment, each with its place.
  private(set) var wrong: [ShownText] = []

  /// Those of the user at the machine, read once.
  static let ofUser = Preferences(environment: Environment.value)

  /// Reads the file that the environment names, and the environment.
  init(environment: (String) -> String?) {
    path = Self.path(
      configHome: environment("XDG_CONFIG_HOME"), home: environment("HOME"))
    let known = Setting.all.map(\.name)
    if let path, let file = UserSettingsFile.reading(path, known: known) {
      hasFile = true
      wrong += settings.take(file)
    }
    wrong += settings.takeEnvironment(environment)
    home = environment("HOME")
  }

  private let home: String?

  /// The library where no path is given, with the home folder for `~`; nothing for the samples.
  var library: String? {
    let path = settings[.library]
    if path.isEmpty { return nil }
    guard let home, path == "~" || path.hasPrefix("~/") else { return path }
    return home + path.dropFirst()
  }

  /// Says on standard error what is wrong; the rest holds.
  func warn() {
    var output = Output(Output.error)
    for line in wrong { try? output.line("casebook: \(SpokenText.closed(line))") }
    try? output.flush()
  }

  /// `$XDG_CONFIG_HOME/casebook/config.yaml`, else that in `~/.config`; relative paths count as
  /// unset.
  private static func path(configHome: String?, home: String?) -> String? {
    if let configHome, configHome.hasPrefix("/") { return "\(configHome)/casebook/config.yaml" }
    guard let home, home.hasPrefix("/") else { return nil }
    return "\(home)/.config/casebook/config.yaml"
  }
}
