/// Where the notebook lies, by the rules of the XDG base directories.
public enum NotebookPlace {
  /// The name of the file.
  public static let fileName = "notebook.sqlite"

  /// `$XDG_DATA_HOME/casebook`, else `~/.local/share/casebook`; relative paths count as unset.
  ///
  /// - Returns: The file, or nothing where neither folder is known.
  public static func path(dataHome: String?, home: String?) -> String? {
    if let dataHome, dataHome.hasPrefix("/") { return "\(dataHome)/casebook/\(fileName)" }
    guard let home, home.hasPrefix("/") else { return nil }
    return "\(home)/.local/share/casebook/\(fileName)"
  }
}
