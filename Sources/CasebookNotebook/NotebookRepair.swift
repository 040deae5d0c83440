import CSQLite
import CasebookCore
import Glibc

/// Replaces a damaged notebook by a new one with everything that can be read, after a copy of the
/// damaged one is on the disk.
///
/// A program that ends at any point leaves the damaged file or the new one, and the copy.
struct NotebookRepair {
  let file: NotebookFile

  /// How a repair ended.
  enum Outcome {
    /// The new notebook is in place.
    case repaired(NotebookDamage)
    /// Another program has replaced the file meanwhile.
    case changed
    /// Nothing was replaced: another program has the file open, or the disk is full. The copy, if
    /// it could be made.
    case failed(copy: String?)
  }

  /// Repairs the file.
  ///
  /// - Parameter identity: The file that was found to be damaged. No connection to it is open.
  /// - Returns: How it ended.
  func run(_ identity: FileIdentity) -> Outcome {
    let real = FileCopy.real(file.path)
    let descriptor = open(real, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return .failed(copy: nil) }
    defer { close(descriptor) }
    let isLocked = lock(descriptor)
    guard FileIdentity(descriptor) == identity, FileIdentity(real) == identity else {
      return .changed
    }
    guard let copy = file.aside() else { return .failed(copy: nil) }
    guard isLocked else { return .failed(copy: copy) }
    let (work, new) = (real + ".work", real + ".new")
    for path in [work, new] { remove(path) }
    defer { for path in [work, new] { remove(path) } }
    guard FileCopy.copy(copy, to: work), copyLog(of: copy, to: work),
      var damage = try? build(new, from: work, copy: copy)
    else { return .failed(copy: copy) }
    damage.copy = copy
    chmod(new, identity.mode)
    // SQLite would add an old log to the new file.
    for suffix in ["-wal", "-shm"] where unlink(real + suffix) != 0 && errno != ENOENT {
      return .failed(copy: copy)
    }
    guard rename(new, real) == 0 else { return .failed(copy: copy) }
    syncFolder(of: real)
    return .repaired(damage)
  }

  /// Locks the file as SQLite does for writing, so that no other program has it open.
  ///
  /// A lock of the open file description stays when another descriptor of the file is closed.
  private func lock(_ descriptor: Int32) -> Bool {
    // F_OFD_SETLK of Linux, which the module Glibc hides.
    let setLock: Int32 = 37
    // The bytes that SQLite locks (<https://sqlite.org/fileformat2.html>, "The Lock-Byte Page").
    let (firstByte, byteCount) = (off_t(0x4000_0000), off_t(512))
    let end = ContinuousClock.now + .seconds(file.patience.seconds)
    while true {
      var lock = Glibc.flock()
      lock.l_type = Int16(F_WRLCK)
      lock.l_whence = Int16(SEEK_SET)
      lock.l_start = firstByte
      lock.l_len = byteCount
      if fcntl(descriptor, setLock, &lock) == 0 { return true }
      guard ContinuousClock.now < end else { return false }
      usleep(10_000)
    }
  }

  private func copyLog(of copy: String, to work: String) -> Bool {
    FileCopy.size(of: copy + "-wal") <= 0 || FileCopy.copy(copy + "-wal", to: work + "-wal")
  }

  /// Makes the new notebook, closed and on the disk.
  private func build(
    _ path: String, from work: String, copy: String
  ) throws(SQLiteError) -> NotebookDamage {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SQLiteError(SQLITE_CANTOPEN, path) }
    close(descriptor)
    let target = try SQLiteConnection(path, .writing, busySeconds: 0)
    defer { target.close() }
    try target.execute("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON")
    try target.transaction(.writing) { () throws(SQLiteError) in
      try NotebookTables.create(in: target)
    }
    return try target.transaction(.writing) { () throws(SQLiteError) in
      var salvage = NotebookSalvage(of: work, into: target, at: path)
      return try salvage.run(copy: copy)
    }
  }

  private func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
  }

  private func syncFolder(of path: String) {
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
