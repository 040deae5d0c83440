import CasebookCore
import Glibc

/// Reads what can be read of a damaged notebook into a new one.
struct NotebookSalvage {
  /// A working copy of the damaged file, which is changed.
  private let path: String
  private let hasLog: Bool
  /// The new notebook, and its file.
  private let target: SQLiteConnection
  private let newPath: String

  /// The tables that were read to their end.
  private var finished: Set<String> = []
  /// The number of unusable rows by table.
  private var unusable: [String: Int] = [:]
  /// The library of each note by its place, as an index of the damaged file knows it.
  private var librariesOfNotes: [Int64: Int64] = [:]

  /// Prepares reading; the new notebook has its tables already.
  init(of path: String, into target: SQLiteConnection, at newPath: String) {
    self.path = path
    self.target = target
    self.newPath = newPath
    hasLog = FileCopy.size(of: path + "-wal") > 0
  }

  /// Reads everything.
  ///
  /// - Parameter copy: The copy that was put aside.
  /// - Returns: What was saved.
  /// - Throws: That the new notebook cannot be written.
  mutating func run(copy: String) throws(SQLiteError) -> NotebookDamage {
    if PageOne.repairHeader(of: path, hasLog: hasLog) { try readAll() }
    if finished.count < NotebookShape.all.count,
      PageOne.replace(in: path, byThatOf: newPath, hasLog: hasLog)
    {
      try readAll()
    }
    var damage = NotebookDamage(copy: copy)
    damage.notes = try count("note")
    damage.marks = try count("mark")
    damage.filters = try count("filter")
    damage.settings = try count("setting")
    damage.unreadable = unusable.values.reduce(0, +)
    damage.isPartial = finished.count < NotebookShape.all.count
    return damage
  }

  private func count(_ table: String) throws(SQLiteError) -> Int {
    Int(try target.integer("SELECT count(*) FROM \(table)") ?? 0)
  }

  /// Reads every table that was not read to its end before.
  private mutating func readAll() throws(SQLiteError) {
    guard let source = try? SQLiteConnection(path, .writing, busySeconds: 0) else { return }
    defer { source.close() }
    source.keepLogOnClose(true)
    source.limitWork(bytes: FileCopy.size(of: path) + max(FileCopy.size(of: path + "-wal"), 0))
    // With this SQLite uses what it can read of a damaged list of tables.
    try? source.execute("PRAGMA trusted_schema = OFF; PRAGMA writable_schema = ON")
    try? source.forEachRow("SELECT rowid, library FROM note INDEXED BY noteOfLibrary") { row in
      if let place = row.integer(0) { librariesOfNotes[place] = row.integer(1) }
    }
    for shape in NotebookShape.all where !finished.contains(shape.name) {
      let scan = TableScan(shape, in: source)
      var bad = 0
      for row in rows(of: scan, shape, in: source) {
        guard let row, try insert(row, into: shape) else {
          bad += 1
          continue
        }
      }
      unusable[shape.name] = max(bad, unusable[shape.name] ?? 0)
      if !scan.isPartial { finished.insert(shape.name) }
    }
  }

  /// The rows of a table; libraries also as their index has them.
  private func rows(
    of scan: TableScan, _ shape: NotebookShape, in source: SQLiteConnection
  ) -> [[SQLiteValue]?] {
    guard shape.name == NotebookShape.library.name else { return scan.rows }
    var others: [Int64: String] = [:]
    try? source.forEachRow(
      "SELECT rowid, key FROM library INDEXED BY sqlite_autoindex_library_1"
    ) { row in
      if let number = row.integer(0), let key = row.text(1) { others[number] = key }
    }
    var rows: [[SQLiteValue]?] = []
    var found: Set<Int64> = []
    for row in scan.rows {
      guard case .integer(let number)? = row?.first, case .text(let key)? = row?.last else {
        continue
      }
      found.insert(number)
      // Of two names the one whose files are there is the true one.
      let other = others[number] ?? key
      rows.append([
        .integer(number), .text(!Self.isThere(key) && Self.isThere(other) ? other : key),
      ])
    }
    rows += others.filter { !found.contains($0.key) }.map { [.integer($0.key), .text($0.value)] }
    let lost = scan.rows.count { $0 == nil } - others.count { !found.contains($0.key) }
    return rows + Array(repeating: nil, count: max(lost, 0))
  }

  /// Whether every path in the name of a library is there.
  private static func isThere(_ key: String) -> Bool {
    StoredText.read(key).split(separator: "\n").allSatisfy { access(String($0), F_OK) == 0 }
  }

  /// Inserts a row unless it is there.
  ///
  /// - Returns: `false` if the row fits no other: its library is not known.
  private func insert(
    _ row: [SQLiteValue], into shape: NotebookShape
  ) throws(SQLiteError) -> Bool {
    let names = shape.columns.map(\.name).joined(separator: ", ")
    let places = shape.columns.map { _ in "?" }.joined(separator: ", ")
    let sql = "INSERT OR IGNORE INTO \(shape.name) (\(names)) VALUES (\(places))"
    do throws(SQLiteError) {
      try target.forEachRow(sql, row) { _ in }
      return true
    } catch {
      guard error.meansDamage else { throw error }
    }
    guard shape.name == "note", case .integer(let place)? = row.first,
      let library = librariesOfNotes[place]
    else { return false }
    var row = row
    row[2] = .integer(library)
    do throws(SQLiteError) {
      try target.forEachRow(sql, row) { _ in }
      return true
    } catch {
      guard error.meansDamage else { throw error }
      return false
    }
  }
}
