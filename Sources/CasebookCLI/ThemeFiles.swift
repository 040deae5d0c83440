import CEmbedded
import CasebookCanvas

/// The themes that are part of the program.
enum ThemeFiles {
  /// The theme with a name; the terminal's own colours where there is none.
  static func theme(named name: String) -> Theme {
    switch name {
    case "terminal": return .terminal
    case "none": return .none
    default:
      guard let text = EmbeddedFiles.text(kind: "theme", name: name + ".yaml"),
        let scheme = try? Base16Scheme.parse(text)
      else { return .terminal }
      return Theme(scheme: scheme)
    }
  }
}
