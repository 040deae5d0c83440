import GRDB
import Glibc

/// How long to wait for another program that holds the notebook.
///
/// SQLite waits by itself for a lock, but answers at once where waiting could be a deadlock: while
/// two programs turn a new file to its log, or while one opens the file that the last other closes
/// (<https://sqlite.org/wal.html>, "Sometimes queries return SQLITE_BUSY in WAL mode"). Those are
/// over within moments, so they are tried again here.
struct BusyPatience: Sendable {
  /// Seconds before a change fails.
  let seconds: Double

  /// Microseconds between two tries.
  private static let pause: UInt32 = 2_000

  /// Does a piece of work that leaves nothing behind where it fails, again and again while another
  /// program is in its way.
  ///
  /// - Throws: What the work throws, and that the file is busy once patience is at its end.
  func keep<Result>(_ body: () throws -> Result) throws -> Result {
    let end = ContinuousClock.now + .seconds(seconds)
    while true {
      do {
        return try body()
      } catch let error as DatabaseError
        where error.resultCode == .SQLITE_BUSY && ContinuousClock.now < end
      {
        usleep(Self.pause)
      }
    }
  }
}
