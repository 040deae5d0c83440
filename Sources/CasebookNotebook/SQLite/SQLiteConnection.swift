import CSQLite

/// A connection to one SQLite database. It is used by one thread at a time.
final class SQLiteConnection {
  /// What a connection may do.
  enum Access {
    /// Reading and writing. The file must exist.
    case writing
    /// Reading a file that others may write.
    case reading
    /// Reading a file that nobody writes; SQLite needs no other files beside it then.
    case readingAlone
  }

  private var handle: OpaquePointer?

  /// Opens a database. Most damage shows only with the first statement.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - access: What the connection may do.
  ///   - busySeconds: Seconds to wait for a lock of another connection.
  /// - Throws: That the file cannot be opened.
  init(_ path: String, _ access: Access, busySeconds: Double) throws(SQLiteError) {
    let (name, flags) =
      switch access {
      case .writing: (path, SQLITE_OPEN_READWRITE)
      case .reading: (path, SQLITE_OPEN_READONLY)
      case .readingAlone:
        ("file:\(Self.escaped(path))?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
      }
    let code = sqlite3_open_v2(name, &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK else {
      let error = SQLiteError(code, on: handle)
      close()
      throw error
    }
    sqlite3_busy_timeout(handle, Int32(clamping: Int(busySeconds * 1_000)))
  }

  deinit { close() }

  /// Closes the connection; every later use fails with `SQLITE_MISUSE`.
  func close() {
    sqlite3_close_v2(handle)
    handle = nil
  }

  /// Whether the database can only be read, whatever was asked for.
  var isReadOnly: Bool { sqlite3_db_readonly(handle, nil) != 0 }

  /// Leaves the write-ahead log as it is when the last connection closes, or not.
  func keepLogOnClose(_ keeps: Bool) { csqlite_keep_log_on_close(handle, keeps) }

  /// Limits the work of each statement to a multiple of the size of the database, so that no
  /// hostile file can make one run without end. `nil` for no limit.
  func limitWork(bytes: Int?) {
    // An ordinary statement takes some 50 steps a row, and a row at least 5 bytes.
    let steps = bytes.map { 1_000_000 + 32 * min($0, 1 << 30) } ?? 0
    csqlite_limit_steps(handle, Int32(clamping: steps))
  }

  // MARK: - Statements

  /// Runs statements that take no values; rows are dropped.
  func execute(_ sql: String) throws(SQLiteError) {
    guard let handle else { throw Self.closed }
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw SQLiteError(code, on: handle) }
  }

  /// Runs one statement with values; rows are dropped.
  func run(_ sql: String, _ values: SQLiteValue...) throws(SQLiteError) {
    try forEachRow(sql, values) { _ in }
  }

  /// Runs a query and passes each row on. A row is valid only during its call.
  func forEachRow(
    _ sql: String, _ values: [SQLiteValue] = [],
    _ body: (SQLiteRow) throws(SQLiteError) -> Void
  ) throws(SQLiteError) {
    guard let handle else { throw Self.closed }
    let statement = try SQLiteStatement(sql, on: handle)
    try statement.bind(values)
    while try statement.step() { try body(statement.row) }
  }

  /// The first column of the first row as an integer, or `nil` if there is no such value.
  func integer(_ sql: String, _ values: SQLiteValue...) throws(SQLiteError) -> Int64? {
    var found: Int64?
    try forEachRow(sql, values) { row in found = found ?? row.integer(0) }
    return found
  }

  /// The first column of the first row as text, or `nil` if there is no such value.
  func text(_ sql: String, _ values: SQLiteValue...) throws(SQLiteError) -> String? {
    var found: String?
    try forEachRow(sql, values) { row in found = found ?? row.text(0) }
    return found
  }

  /// The key of the row that was inserted last.
  var lastInsertedKey: Int64 { handle.map(sqlite3_last_insert_rowid) ?? 0 }

  // MARK: - Transactions

  /// What a transaction locks when it begins.
  enum Transaction: String {
    /// Nothing; the first read fixes the state that is seen.
    case reading = "BEGIN DEFERRED"
    /// Writing by others.
    case writing = "BEGIN IMMEDIATE"
  }

  /// Does work in one transaction, which is rolled back if the work or the commit fails.
  func transaction<Result>(
    _ kind: Transaction, _ body: () throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> Result {
    try execute(kind.rawValue)
    do throws(SQLiteError) {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // SQLite itself rolls back after some failures.
      if let handle, sqlite3_get_autocommit(handle) == 0 { try? execute("ROLLBACK") }
      throw error
    }
  }

  // MARK: - Private

  private static let closed = SQLiteError(SQLITE_MISUSE, "the connection is closed")

  /// A path for a URI: every byte that is not a letter, a digit or one of `/._-` as `%XX`.
  private static func escaped(_ path: String) -> String {
    path.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII && scalar.properties.isAlphabetic || "/._-0123456789".utf8.contains(byte)
      if isPlain { return String(scalar) }
      return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}
