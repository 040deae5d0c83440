import CSQLite

/// A failure that SQLite reported.
struct SQLiteError: Error, Hashable {
  /// The primary result code, such as `SQLITE_BUSY` (<https://sqlite.org/rescode.html>).
  let code: Int32
  /// SQLite's own English message.
  let message: String

  /// Makes an error from a primary or extended result code.
  init(_ code: Int32, _ message: String) {
    // The low byte of an extended code is the primary one.
    self.code = code & 0xFF
    self.message = message
  }

  /// Makes an error from a result code and the last message of a connection.
  init(_ code: Int32, on database: OpaquePointer?) {
    let message = database.flatMap(sqlite3_errmsg) ?? sqlite3_errstr(code)
    self.init(code, message.map { String(cString: $0) } ?? "")
  }
}
