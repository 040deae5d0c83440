import ArgumentParser
import CasebookApp
import CasebookCore
import CasebookNotebook
import CasebookText

/// `casebook config`: every setting, what it is, and who chose it.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show every setting, its value and where it was set.")

  func run() throws {
    let preferences = Preferences.ofUser
    var settings = preferences.settings
    let notebook = UserNotebook.make()
    var obstacle: NotebookFailure?
    var damage: NotebookDamage?
    do throws(NotebookFailure) {
      let contents = try notebook.contents(of: "")
      settings.take(kept: contents.settings)
      damage = contents.damage
      obstacle = notebook.obstacle
    } catch {
      obstacle = error
    }
    notebook.close()
    var output = Output()
    try output.line(fileLine(preferences))
    try output.line(notebookLine(obstacle))
    if let damage { try output.line(NotebookWords.damage(damage)) }
    for setting in Setting.all { try output.line(SettingWords.line(setting, in: settings)) }
    try output.flush()
    preferences.warn()
    if !preferences.wrong.isEmpty { throw Failure.refused }
  }

  private func fileLine(_ preferences: Preferences) -> ShownText {
    guard let path = preferences.path else { return "File of settings: none, HOME is not set." }
    return "File of settings: \(Gate.shown(path))\(preferences.hasFile ? "." : ", not there.")"
  }

  private func notebookLine(_ obstacle: NotebookFailure?) -> ShownText {
    if let obstacle { return "Notebook: \(NotebookWords.reason(obstacle))." }
    return "Notebook: \(Gate.shown(UserNotebook.path ?? "none"))."
  }
}
