import Glibc

/// What the file `casebook.yaml` of a library says of it: a title, more kinds of events, named
/// intervals, columns and filters.
///
/// It only adds and names. Nothing in it can show what the gate hides, read a column that may
/// identify a person, raise a limit, or run anything.
public struct LibrarySettings: Sendable, Equatable {
  /// The path of the file, for problems; blank where there is none.
  public var file = ""
  /// What the library is called.
  public var title: String?
  /// The day that open ends are counted to; `nil` if the library leaves it to the data.
  public var asOf: DayNumber?
  /// The kinds of events: the built-in ones with what the library adds or overrides.
  public var vocabulary = Vocabulary.standard
  /// The named intervals: those of the library, then the built-in ones it does not override.
  public var intervals = NamedInterval.standard
  /// How tables become cases, tried before the built-in profiles.
  public var profiles: [Profile] = []
  /// Whether values that say who a person is are taken in. No file can ask for it: the user does, with
  /// an option.
  public var keepsIdentifiers = false
  /// The columns of the list, as the filter language names them; empty where the library leaves
  /// them to the program.
  public var columns: [Written] = []
  /// The filters that have names, in the order of the file.
  public var filters: [SavedFilter] = []
  /// Everything that is wrong with the file; what it concerns is passed over.
  public var problems: [Problem] = []

  /// The settings of a library that says nothing.
  public init() {}

  /// A text with its place, so that what turns out to be wrong with it can be said where it stands.
  public struct Written: Sendable, Hashable {
    /// The text.
    public var text: String
    /// Where it stands.
    public var position: SourcePosition
  }

  /// A filter with a name.
  public struct SavedFilter: Sendable, Hashable {
    /// What it is called.
    public var name: String
    /// The filter, which can be read; whether its names are known shows with the cases.
    public var filter: Written
  }

  /// The interval that a name or its key means, capitals apart.
  public func interval(named name: String) -> NamedInterval? {
    NamedInterval.named(name, among: intervals)
  }
}

extension NamedInterval {
  /// The interval that a name or its key means, capitals apart.
  static func named(_ name: String, among intervals: [NamedInterval]) -> NamedInterval? {
    let key = NamedInterval(name, .stay(of: "")).key
    return intervals.first { $0.key == key }
  }
}

// MARK: - Reading

extension LibrarySettings {
  /// Reads the settings of a folder; nothing where it has none.
  ///
  /// A file that cannot be read is a problem of the settings.
  public static func reading(folder: String, limits: Limits = Limits()) -> LibrarySettings? {
    let path =
      folder.hasSuffix("/")
      ? folder + SourceWalk.settingsName
      : folder + "/" + SourceWalk.settingsName
    do throws(SourceFileError) {
      let place = SourcePlace(path: path, folder: PathText.full(folder))
      let (bytes, _) = try FileReader.contents(of: place, .plain, limit: limits.fileSize)
      return bytes.withBytes { parse($0, file: path) }
    } catch .cannotOpen(errno: ENOENT) {
      return nil
    } catch .cannotOpen(errno: ENOTDIR) {
      return nil
    } catch {
      var settings = LibrarySettings()
      settings.problems = [Problem(.error, file: path, .unreadable(error))]
      return settings
    }
  }

  /// Reads the text of a settings file.
  ///
  /// - Parameters:
  ///   - bytes: the file; it has to stay where it is during the call only.
  ///   - file: its path, for problems.
  /// - Returns: what it says, with everything that is wrong in it as problems.
  public static func parse(_ bytes: UnsafeRawBufferPointer, file: String) -> LibrarySettings {
    var settings = LibrarySettings()
    settings.file = file
    let tree = DataTree()
    do {
      try YAMLTreeReader().read(SourceText(borrowing: bytes), into: tree)
    } catch {
      // A file of comments alone says nothing.
      if error.fact == .empty { return settings }
      settings.problems = [Problem(.error, file: file, at: error.position, .syntax(error))]
      return settings
    }
    var reader = LibrarySettingsReader(tree)
    reader.read(into: &settings)
    settings.problems = reader.findings.map { finding in
      Problem(
        finding.problem.isDoubt ? .warning : .error, file: file, at: finding.position,
        .settings(finding.problem))
    }
    return settings
  }
}
