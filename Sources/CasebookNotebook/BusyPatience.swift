import CSQLite
import Glibc

/// How long to wait for another program that holds the notebook.
///
/// SQLite itself waits for a lock, but fails at once if waiting could be a deadlock: while two
/// programs switch a new file to write-ahead logging, or while one opens the file and another
/// closes it (<https://sqlite.org/wal.html>, "Sometimes queries return SQLITE_BUSY in WAL mode").
/// Those states pass within moments, so the work is tried again here.
struct BusyPatience: Sendable {
  /// Seconds before a change fails.
  let seconds: Double

  /// Microseconds between two tries.
  private static let pause: UInt32 = 2_000

  /// Does work, and repeats it while another program is in its way. Work that fails must leave
  /// nothing behind.
  ///
  /// - Throws: The error of the work; `SQLITE_BUSY` after ``seconds``.
  func keep<Result>(
    _ body: () throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> Result {
    let end = ContinuousClock.now + .seconds(seconds)
    while true {
      do throws(SQLiteError) {
        return try body()
      } catch {
        guard error.code == SQLITE_BUSY, ContinuousClock.now < end else { throw error }
        usleep(Self.pause)
      }
    }
  }
}
