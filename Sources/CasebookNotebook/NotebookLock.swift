import Glibc

/// A lock beside the notebook: held by every program that has the notebook open, and alone by one
/// that repairs it.
///
/// A repair replaces the file. SQLite's own locks belong to the file that is replaced, so a program
/// that opened it a moment earlier could write to a file that no longer has a name. Locks by `flock`
/// belong to an open descriptor, and hold between threads of one program as well.
final class NotebookLock {
  private let descriptor: Int32

  /// Opens the lock file; `nil` if it cannot be made, as in a folder that is read only.
  init?(_ path: String) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// Waits until nobody repairs the notebook, and keeps others from it.
  ///
  /// - Returns: `false` if that did not happen in time.
  func share(_ patience: BusyPatience) -> Bool { lock(LOCK_SH, patience) }

  /// Waits until no other program has the notebook open, and keeps others from opening it.
  ///
  /// - Returns: `false` if that did not happen in time.
  func own(_ patience: BusyPatience) -> Bool { lock(LOCK_EX, patience) }

  private func lock(_ kind: Int32, _ patience: BusyPatience) -> Bool {
    let end = ContinuousClock.now + .seconds(patience.seconds)
    while flock(descriptor, kind | LOCK_NB) != 0 {
      // Some network folders have no locks; SQLite's own then have to do.
      guard errno == EWOULDBLOCK || errno == EINTR else { return true }
      guard ContinuousClock.now < end else { return false }
      usleep(2_000)
    }
    return true
  }
}
