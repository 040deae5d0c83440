/// The user's file of settings: names with values, as written.
///
/// What the names mean, and what the values may be, is known to those who have the settings.
public struct UserSettingsFile: Sendable, Equatable {
  /// A setting as it stands in the file.
  public struct Entry: Sendable, Equatable {
    /// The name.
    public var name: String
    /// The value, as written.
    public var value: String
    /// Where the value stands.
    public var position: SourcePosition
  }

  /// The path of the file.
  public var path: String
  /// The settings, in the order of the file.
  public var entries: [Entry] = []
  /// Everything that is wrong with the file; what it concerns is passed over.
  public var problems: [Problem] = []

  /// Reads a file; nothing where there is none.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - known: The names it may hold.
  /// - Returns: What it says, with everything that is wrong in it as problems.
  public static func reading(_ path: String, known: [String]) -> UserSettingsFile? {
    var file = UserSettingsFile(path: path)
    switch SourceBytes.reading(path) {
    case .success(let bytes): bytes.withBytes { file.parse($0, known) }
    case .failure(.cannotOpen(errno: 2)), .failure(.cannotOpen(errno: 20)): return nil
    case .failure(let error): file.problems = [Problem(.error, file: path, .unreadable(error))]
    }
    return file
  }

  /// Reads the text of a file.
  public static func parse(_ text: String, path: String, known: [String]) -> UserSettingsFile {
    var file = UserSettingsFile(path: path)
    SourceBytes(Array(text.utf8)).withBytes { file.parse($0, known) }
    return file
  }

  private mutating func parse(_ bytes: UnsafeRawBufferPointer, _ known: [String]) {
    let tree = DataTree()
    do {
      try YAMLTreeReader().read(SourceText(borrowing: bytes), into: tree)
    } catch {
      // A file of comments alone says nothing.
      if error.fact == .empty { return }
      problems = [Problem(.error, file: path, at: error.position, .syntax(error))]
      return
    }
    var keys = ProfileReader(tree)
    if keys.isMap(0, "config.yaml") {
      for (name, value) in keys.members(of: 0, known: known) {
        let before = keys.findings.count
        let text = keys.text(value, name)
        guard keys.findings.count == before else { continue }
        entries.append(Entry(name: name, value: text, position: tree.position(of: value)))
      }
    }
    problems = keys.findingsInOrder.map { finding in
      Problem(.error, file: path, at: finding.position, .settings(finding.problem))
    }
  }
}
