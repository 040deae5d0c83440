import CasebookApp
import CasebookCore
import CasebookNotebook
import CasebookText

/// The notebook of the user at the machine.
enum UserNotebook {
  /// The notebook, not opened yet.
  static func make() -> Notebook {
    Notebook(path: path, today: DayNumber.today.isoText)
  }

  /// Its file.
  static var path: String? {
    NotebookPlace.path(
      dataHome: Environment.value("XDG_DATA_HOME"), home: Environment.value("HOME"))
  }

  /// Reads what belongs to no library. Says on standard error why that cannot be read, or what was
  /// damaged.
  static func contents() -> NotebookContents {
    let notebook = make()
    defer { notebook.close() }
    do throws(NotebookFailure) {
      let contents = try notebook.contents(of: "")
      if let damage = contents.damage { warn(NotebookWords.damage(damage)) }
      return contents
    } catch {
      warn("The notebook cannot be used: \(NotebookWords.reason(error)).")
      return NotebookContents()
    }
  }

  private static func warn(_ text: ShownText) {
    var output = Output(Output.error)
    try? output.line("casebook: \(text)")
    try? output.flush()
  }

  /// What the notebook calls what is opened: full paths, so that it is the same from any folder.
  static func key(of locations: [SourceLocation]) -> String {
    locations.map { location in
      switch location {
      case .path(let path): PathText.full(path)
      case .embedded: "sample library"
      case .standardInput: "standard input"
      }
    }.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }.joined(separator: "\n")
  }
}
