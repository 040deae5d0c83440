import Glibc

/// The folder of the user where libraries that took a while to read are kept as they are in memory.
///
/// It is a cache: it changes how fast a library opens, and nothing else. Whatever goes wrong with
/// it goes wrong in silence, and the sources are read.
public struct SnapshotStore: Sendable {
  /// The folder.
  public let folder: String
  /// What tells one build of the program from another: a snapshot of another is passed over.
  private let program: String

  /// Libraries of fewer bytes open at once: of them no copy is left behind.
  public var smallestLibrary = 256 << 10
  /// Nanoseconds within which a file may change unnoticed.
  var settling = KnownUnits.settling
  /// Snapshots that nobody opened for so many days are cleared away.
  public static let keptDays = 60

  private static let suffix = ".snapshot"

  /// Names a folder, which is made when something is first kept in it.
  public init(folder: String, program: String) {
    self.folder = folder
    self.program = program
  }

  /// The folder by the rules of the XDG Base Directory Specification: a variable that is no full
  /// path does not count; nothing where there is no home.
  public static func folder(cacheHome: String?, home: String?) -> String? {
    if let cacheHome, cacheHome.hasPrefix("/") { return cacheHome + "/casebook" }
    guard let home, home.hasPrefix("/") else { return nil }
    return home + "/.cache/casebook"
  }

  /// A kept library.
  public struct Kept: Sendable, Equatable {
    /// What it is of, as full paths; none where this program cannot read it.
    public var paths: [String] = []
    /// How many cases it has.
    public var caseCount = 0
    /// How many files it is of.
    public var fileCount = 0
    /// Bytes on disk.
    public var byteCount = 0
  }

  // MARK: - Keeping

  /// Loads a library, and reads only what is not kept of it.
  ///
  /// - Parameters:
  ///   - locations: what the library is made of.
  ///   - loader: how it is loaded.
  ///   - deliver: takes each step, as ``Loader/load(_:known:deliver:)`` says.
  /// - Returns: what keeps the library for the next time, to be called when nobody waits any more;
  ///   nothing where there is nothing to keep.
  public func load(
    _ locations: [SourceLocation], with loader: Loader, deliver: (LoadStep) -> Bool
  ) -> (@Sendable () -> Void)? {
    guard let title = Self.title(of: locations) else {
      loader.load(locations, deliver: deliver)
      return nil
    }
    var library = Library(title: "", settings: loader.settings)
    let outcome = loader.load(locations, known: known(title, loader)) { step in
      library.apply(step)
      return deliver(step)
    }
    guard outcome.isWhole, !outcome.isKnown else { return nil }
    return { [library] in keep(library, outcome, title, loader) }
  }

  private func known(_ title: String, _ loader: Loader) -> KnownUnits? {
    try? SnapshotFile.known(in: path(of: title), title: title, key: key(of: loader))
  }

  private func keep(
    _ library: Library, _ outcome: Loader.Outcome, _ title: String, _ loader: Loader
  ) {
    let bytes = library.files.reduce(0) { $0 + Int($1.identity?.size ?? 0) }
    guard bytes >= smallestLibrary, makeFolder() else { return }
    clear { $0.isOld || $0.isLeftOver }
    _ = SnapshotFile.write(
      library, KnownUnits(library, settling: settling), repeated: outcome.repeated, title: title,
      key: key(of: loader), to: path(of: title))
  }

  // MARK: - Looking and clearing

  /// What is kept, the largest first.
  public var kept: [Kept] {
    entries.filter { !$0.isLeftOver }.map { entry in
      let summary = SnapshotFile.summary(of: entry.path)
      return Kept(
        paths: summary.map { Self.paths(of: $0.title) } ?? [], caseCount: summary?.caseCount ?? 0,
        fileCount: summary?.fileCount ?? 0, byteCount: entry.byteCount)
    }.sorted { $0.byteCount > $1.byteCount }
  }

  /// Removes everything; says how many snapshots and bytes that were.
  @discardableResult
  public func clear() -> (count: Int, bytes: Int) {
    let removed = clear { _ in true }
    return (removed.count { !$0.isLeftOver }, removed.reduce(0) { $0 + $1.byteCount })
  }

  @discardableResult
  private func clear(where isUnwanted: (Entry) -> Bool) -> [Entry] {
    entries.filter { entry in
      isUnwanted(entry) && PathText.withBytes(of: entry.path, { unlink($0) }) == 0
    }
  }

  private struct Entry {
    var path: String
    var byteCount: Int
    /// Whether nobody opened it for long.
    var isOld: Bool
    /// Whether it was never finished, and its writer is gone.
    var isLeftOver: Bool
  }

  private var entries: [Entry] {
    var entries: [Entry] = []
    let now = FileIdentity.now
    for name in FolderNames.all(in: folder) ?? [] {
      guard let suffix = name.firstRange(of: Self.suffix) else { continue }
      var status = stat()
      let path = folder + "/" + name
      guard PathText.withBytes(of: path, { lstat($0, &status) }) == 0,
        status.st_mode & S_IFMT != S_IFDIR
      else { continue }
      let writer = name[suffix.upperBound...].dropFirst()
      guard writer.isEmpty || Int32(writer).map({ kill($0, 0) != 0 }) ?? false else { continue }
      let identity = FileIdentity(status)
      entries.append(
        Entry(
          path: path, byteCount: Int(identity.size),
          isOld: now - identity.modified > Int64(Self.keptDays) * 86_400_000_000_000,
          isLeftOver: !writer.isEmpty))
    }
    return entries
  }

  // MARK: - Names

  /// What a library is made of, as full paths each with the path that was given, by which its files
  /// are called; nothing where it is more than files.
  private static func title(of locations: [SourceLocation]) -> String? {
    var lines: [String] = []
    for location in locations {
      guard case .path(let path) = location else { return nil }
      lines += [PathText.full(path), path]
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\0")
  }

  private static func paths(of title: String) -> [String] {
    let lines = title.split(separator: "\0", omittingEmptySubsequences: false)
    return stride(from: 0, to: lines.count, by: 2).map { String(lines[$0]) }
  }

  private func path(of title: String) -> String {
    "\(folder)/\(Self.hexadecimal(Self.checksum(title)))\(Self.suffix)"
  }

  /// What the columns depend on besides the files: the program, and what it was told.
  private func key(of loader: Loader) -> UInt64 {
    let settings = loader.settings
    let text =
      "\(program)\n\(loader.limits)\n\(settings.vocabulary.types)\n\(settings.vocabulary.lists)"
      + "\n\(settings.keepsIdentifiers)\n\(loader.readsOnlyTrees)"
    let bytes = Array(text.utf8) + SnapshotText.stableBytes(of: loader.profiles)
    return bytes.withUnsafeBytes(\.checksum)
  }

  private static func checksum(_ text: String) -> UInt64 {
    Array(text.utf8).withUnsafeBytes(\.checksum)
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Makes the folder, for the user alone; says whether it is there and only the user can write in
  /// it.
  private func makeFolder() -> Bool {
    let parent = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? "/"
    PathText.withBytes(of: parent) { _ = mkdir($0, 0o700) }
    PathText.withBytes(of: folder) { _ = mkdir($0, 0o700) }
    var status = stat()
    return PathText.withBytes(of: folder) { stat($0, &status) } == 0
      && status.st_mode & S_IFMT == S_IFDIR && status.st_uid == geteuid()
      && status.st_mode & 0o022 == 0
  }
}
