import CSQLite

/// Looks through a file before it is used. It writes nothing.
struct NotebookCheck {
  private let database: SQLiteConnection

  /// What a file is.
  enum Verdict {
    /// It has no content yet.
    case new
    /// Every table and every row is as the program writes it.
    case sound
    /// A later version of the program wrote it.
    case later
    /// Something in it is not as the program writes it.
    case damaged
  }

  /// Prepares a check.
  ///
  /// - Parameters:
  ///   - database: A connection with nothing done on it yet.
  ///   - bytes: The size of the file and its log, which limits the work.
  init(_ database: SQLiteConnection, bytes: Int) {
    self.database = database
    database.limitWork(bytes: bytes)
  }

  /// Looks at the version, the tables, the structure of the file and each value.
  ///
  /// - Throws: What SQLite reports; also an error that means damage.
  func verdict() throws(SQLiteError) -> Verdict {
    defer { database.limitWork(bytes: nil) }
    // SQLite opens a file for reading alone if its header says that a later SQLite wrote it.
    if database.isReadOnly { return .damaged }
    // Views, triggers and expressions of a hostile file may then call no function that acts.
    try database.execute("PRAGMA trusted_schema = OFF")
    return try database.transaction(.reading) { () throws(SQLiteError) in try lookThrough() }
  }

  private func lookThrough() throws(SQLiteError) -> Verdict {
    let version = try NotebookTables.version(in: database)
    let tables = try tables()
    if version == 0, tables.isEmpty {
      return try database.integer("PRAGMA page_count") ?? 0 <= 1 ? .new : .damaged
    }
    let fits = tables == Self.expectedTables
    if version > NotebookTables.version {
      // A version with one flipped bit, and the tables of this version, is no later version.
      let isFlipped = (version ^ NotebookTables.version).nonzeroBitCount == 1
      return fits && isFlipped ? .damaged : .later
    }
    guard version == NotebookTables.version, fits,
      try database.text("PRAGMA encoding") == "UTF-8",
      try database.text("PRAGMA integrity_check(1)") == "ok",
      try rows("PRAGMA foreign_key_check") == 0, try sequenceIsSound()
    else { return .damaged }
    for shape in NotebookShape.all where try !isSound(shape) { return .damaged }
    return .sound
  }

  /// The statements of the tables and indexes that are not SQLite's own, without their spacing.
  private func tables() throws(SQLiteError) -> Set<String> {
    var tables: Set<String> = []
    try database.forEachRow("SELECT name, sql FROM sqlite_master") { row in
      if let name = row.text(0), name.hasPrefix("sqlite_") { return }
      tables.insert(Self.plain(row.text(1) ?? "?"))
    }
    return tables
  }

  private static let expectedTables = Set(NotebookTables.statements.map(plain))

  private static func plain(_ statement: String) -> String {
    statement.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func rows(_ sql: String) throws(SQLiteError) -> Int {
    var count = 0
    try database.forEachRow(sql) { _ in count += 1 }
    return count
  }

  /// Whether the counter of places leaves room for more notes.
  private func sequenceIsSound() throws(SQLiteError) -> Bool {
    var isSound = true
    try database.forEachRow("SELECT name, seq FROM sqlite_sequence") { row in
      guard row.text(0) == "note", let last = row.integer(1) else { return isSound = false }
      if last < 0 || last > 1 << 53 { isSound = false }
    }
    return isSound
  }

  private func isSound(_ shape: NotebookShape) throws(SQLiteError) -> Bool {
    var isSound = true
    let names = shape.columns.map(\.name).joined(separator: ", ")
    try database.forEachRow("SELECT \(names) FROM \(shape.name)") { row in
      if shape.values(row) == nil { isSound = false }
    }
    return isSound
  }
}
