/// Finds the tables of a folder that are one release: their profiles say that rows with one id are
/// one case whichever of them they stand in.
struct ReleaseSearch {
  private let loader: Loader
  /// How known tables are read, so that they need not be opened.
  private let known: [SourceKey: KnownUnits.File]

  /// Bytes of a table that are looked at for its header.
  private static let headerBytes = 1 << 16

  init(loader: Loader, known: KnownUnits?) {
    self.loader = loader
    let files = (known?.files ?? []).filter { $0.table != nil }
    self.known = Dictionary(files.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
  }

  /// Puts the tables of each release next to each other, where the first of them stands.
  func gathered(_ found: Loader.Found) -> Loader.Found {
    guard loader.profiles.contains(where: { $0.release == .folder }) else { return found }
    var folders: [Substring: [Int]] = [:]
    for (index, file) in found.files.enumerated() where file.format == .table {
      guard let path = file.path else { continue }
      folders[Self.folder(of: path), default: []].append(index)
    }
    // One folder may be spelled in several ways.
    let places = Dictionary(grouping: folders.keys) { PathText.full($0.isEmpty ? "." : String($0)) }
    var releases: [Int: [Int]] = [:]
    var problems = found.problems
    var isMoved = [Bool](repeating: false, count: found.files.count)
    for (_, names) in places.sorted(by: { $0.key < $1.key }) {
      let tables = names.flatMap { folders[$0] ?? [] }.sorted()
      if tables.count < 2 { continue }
      let beginnings = tables.map {
        knownProfile(of: found.files[$0]) == nil ? beginning(of: found.files[$0]) : nil
      }
      let profiles = zip(tables, beginnings).map {
        knownProfile(of: found.files[$0]) ?? $1?.found.profile
      }
      let names = Set(profiles.compactMap { $0?.name })
      var members: [Int] = []
      var kinds: [String: [Int]] = [:]
      for (table, profile) in zip(tables, profiles) {
        guard let profile, profile.release == .folder else { continue }
        if names.isDisjoint(with: profile.derived) {
          members.append(table)
          kinds[profile.name, default: []].append(table)
        } else {
          isMoved[table] = true
          problems.append(Problem(.note, file: found.files[table].displayPath, .derivedTable))
        }
      }
      let unknown = Dictionary(
        zip(tables, beginnings).compactMap { table, beginning in beginning.map { (table, $0) } },
        uniquingKeysWith: { first, _ in first })
      for (_, kind) in kinds.sorted(by: { $0.key < $1.key }) {
        for (table, earlier) in repeated(kind, unknown, found) {
          members.removeAll { $0 == table }
          isMoved[table] = true
          problems.append(
            Problem(
              .note, file: found.files[table].displayPath,
              .repeatedTable(of: found.files[earlier].displayPath)))
        }
      }
      guard members.count > 1, let first = members.first else { continue }
      // By their names, whatever order they were named in.
      releases[first] = members.sorted { found.files[$0].name < found.files[$1].name }
      for member in members { isMoved[member] = true }
    }
    if !isMoved.contains(true) { return found }
    var gathered = Loader.Found(problems: problems)
    for index in found.files.indices {
      let members = releases[index] ?? (isMoved[index] ? [] : [index])
      let start = gathered.files.count
      gathered.files += members.map { found.files[$0] }
      gathered.sizes += members.map { found.sizes[$0] }
      if members.count > 1 { gathered.releases.append(start..<start + members.count) }
    }
    return gathered
  }

  /// The path up to its last slash; nothing where it has none.
  static func folder(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[...$0] } ?? ""
  }

  /// The tables of one profile that hold the same rows as an earlier one by name, each with that,
  /// in their order. Those that were read before beside each other are not compared again.
  private func repeated(
    _ tables: [Int], _ unknown: [Int: RepeatedTables.Table], _ found: Loader.Found
  ) -> [(table: Int, of: Int)] {
    guard tables.count > 1, tables.contains(where: { unknown[$0] != nil }) else { return [] }
    let sorted = tables.sorted {
      (found.files[$0].name, $0) < (found.files[$1].name, $1)
    }
    let beginnings = sorted.map { unknown[$0] ?? beginning(of: found.files[$0]) }
    return RepeatedTables(limits: loader.limits).repeated(beginnings)
      .sorted { $0.key < $1.key }.map { (sorted[$0.key], sorted[$0.value]) }
  }

  /// The profile that read a table before, if the table is what it was.
  private func knownProfile(of file: SourceFile) -> Profile? {
    guard let known = known[file.key], let table = known.table, let identity = known.identity,
      identity == file.identity, known.name == file.name
    else { return nil }
    return table.profile
  }

  /// The header of a table and the profile that knows it; `nil` if the table cannot be read, which is
  /// said when it is loaded.
  private func beginning(of file: SourceFile) -> RepeatedTables.Table? {
    let bytes = SourceBytes(capacity: Self.headerBytes)
    guard let reader = try? FileReader(file.place),
      let count = try? TextStream(reader, file.form, limit: loader.limits.fileSize).read(
        into: bytes.room)
    else { return nil }
    bytes.finish(count: count)
    return bytes.withBytes { text in
      let search = TableHeaderSearch(
        text: text, fileName: file.name, form: file.form.tableText,
        limits: TableLimits(
          columns: loader.limits.columns, rowBytes: loader.limits.recordSize,
          caseRows: loader.limits.caseRows))
      return (try? search.find(loader.profiles)).map { RepeatedTables.Table(file, $0, text) }
    }
  }
}
