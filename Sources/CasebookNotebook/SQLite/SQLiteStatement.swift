import CSQLite

/// A value that a statement is given.
enum SQLiteValue {
  case null
  case integer(Int64)
  case text(String)

  /// A text, or NULL for `nil`.
  static func optional(_ text: String?) -> SQLiteValue { text.map { .text($0) } ?? .null }
}

/// A prepared statement; it is finalized at the end of its life.
struct SQLiteStatement: ~Copyable {
  private let database: OpaquePointer
  private let handle: OpaquePointer

  /// Prepares the first statement of `sql`.
  init(_ sql: String, on database: OpaquePointer) throws(SQLiteError) {
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v2(database, sql, -1, &handle, nil)
    guard code == SQLITE_OK else { throw SQLiteError(code, on: database) }
    guard let handle else { throw SQLiteError(SQLITE_MISUSE, "empty statement") }
    self.database = database
    self.handle = handle
  }

  deinit { sqlite3_finalize(handle) }

  /// Binds values to the parameters, in order.
  func bind(_ values: [SQLiteValue]) throws(SQLiteError) {
    for (index, value) in values.enumerated() {
      let number = Int32(index) + 1
      let code =
        switch value {
        case .null: sqlite3_bind_null(handle, number)
        case .integer(let integer): sqlite3_bind_int64(handle, number, integer)
        case .text(let text): Self.bind(text, to: number, of: handle)
        }
      guard code == SQLITE_OK else { throw SQLiteError(code, on: database) }
    }
  }

  private static func bind(_ text: String, to number: Int32, of handle: OpaquePointer) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      guard let length = Int32(exactly: bytes.count) else { return SQLITE_TOOBIG }
      // An empty buffer may have no address, which would bind NULL.
      guard let base = bytes.baseAddress else { return csqlite_bind_text(handle, number, "", 0) }
      return base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        csqlite_bind_text(handle, number, $0, length)
      }
    }
  }

  /// Goes to the next row.
  ///
  /// - Returns: `false` after the last row.
  func step() throws(SQLiteError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw SQLiteError(code, on: database)
    }
  }

  /// The current row; valid until the next ``step()``.
  var row: SQLiteRow { SQLiteRow(handle) }
}

/// One row of a result. Its values are checked: nothing is converted, and nothing traps.
struct SQLiteRow {
  private let handle: OpaquePointer

  fileprivate init(_ handle: OpaquePointer) {
    self.handle = handle
  }

  /// Whether a column, from 0, is NULL.
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  /// The integer in a column, or `nil` if the value is of another type.
  func integer(_ column: Int32) -> Int64? {
    guard sqlite3_column_type(handle, column) == SQLITE_INTEGER else { return nil }
    return sqlite3_column_int64(handle, column)
  }

  /// The text in a column, or `nil` if the value is of another type or not UTF-8.
  func text(_ column: Int32) -> String? {
    guard sqlite3_column_type(handle, column) == SQLITE_TEXT else { return nil }
    // In this order: the text may be converted, which changes its length.
    guard let bytes = sqlite3_column_text(handle, column) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(validating: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}
