import CSQLite
import CasebookCore
import Glibc

/// A notebook that is open for reading and writing.
struct OpenNotebook {
  let database: SQLiteConnection
  /// Keeps others from replacing the file for as long as it is open; `nil` if there is no lock.
  let lock: NotebookLock?
  /// The damage that was repaired, if there was any.
  let damage: NotebookDamage?
}

/// The file of the notebook: made, checked, opened, and repaired if it is damaged.
struct NotebookFile {
  let path: String
  let today: String
  let patience: BusyPatience

  /// How often a file is opened again after it was repaired, here or by another program.
  private static let attempts = 5

  /// Opens the file for reading and writing; makes it and its folder if they do not exist.
  ///
  /// A damaged file is copied aside, and replaced by a new one with everything that can be read.
  ///
  /// - Returns: The connection, and the damage if there was any.
  /// - Throws: Why nothing can be saved in it. The file is then as it was.
  func opened() throws(NotebookFailure) -> OpenNotebook {
    var damage: NotebookDamage?
    for _ in 0..<Self.attempts {
      var mayBeUsed = try prepare()
      let lock = NotebookLock(FileCopy.real(path) + "-lock")
      if let lock, !lock.share(patience) { throw .busy(path: path) }
      if mayBeUsed, let identity = FileIdentity(path),
        let database = try connected(to: identity)
      {
        return OpenNotebook(database: database, lock: lock, damage: damage)
      }
      // Another program may have repaired it while this one waited to be alone with it.
      if let lock, !lock.own(patience) { throw .damaged(path: path, copy: aside()) }
      mayBeUsed = try prepare()
      guard let identity = FileIdentity(path) else { continue }
      if mayBeUsed, let database = try connected(to: identity) {
        database.close()
        continue
      }
      switch NotebookRepair(file: self).run(identity) {
      case .repaired(let found): damage = found
      case .changed: break
      case .failed(let copy): throw .damaged(path: path, copy: copy)
      }
    }
    throw .damaged(path: path, copy: damage?.copy)
  }

  /// Opens a file that cannot be written, so that its content can still be read.
  func openedForReading() -> SQLiteConnection? {
    // Without its log the file cannot change under its reader.
    let isAlone = FileCopy.size(of: log) <= 0
    return try? SQLiteConnection(
      path, isAlone ? .readingAlone : .reading, busySeconds: patience.seconds)
  }

  /// The write-ahead log, which SQLite keeps beside the file itself and not beside a link to it.
  private var log: String { FileCopy.real(path) + "-wal" }

  // MARK: - Before opening

  /// Makes what does not exist, for the user alone, and refuses what belongs to others.
  ///
  /// - Returns: `false` if the file is damaged in a way that SQLite takes for a new file, and would
  ///   write over: it is shorter than a header, or empty with a log beside it.
  private func prepare() throws(NotebookFailure) -> Bool {
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    try makeFolder(folder)
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      close(descriptor)
      return FileCopy.size(of: log) <= 0
    }
    guard errno == EEXIST else { throw .system(path: path, errno: errno) }
    var status = stat()
    guard stat(path, &status) == 0 else { throw .system(path: path, errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .system(path: path, errno: EINVAL) }
    guard status.st_uid == geteuid() || geteuid() == 0 else { throw .otherOwner(path: path) }
    guard access(path, R_OK | W_OK) == 0 else { throw .system(path: path, errno: errno) }
    guard access(folder, W_OK) == 0 else { throw .system(path: folder, errno: errno) }
    return status.st_size == 0
      ? FileCopy.size(of: log) <= 0 : status.st_size >= PageOne.headerSize
  }

  /// Makes a folder and those above it, each for the user alone.
  private func makeFolder(_ folder: String) throws(NotebookFailure) {
    if mkdir(folder, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = folder.lastIndex(of: "/"), slash > folder.startIndex else {
      throw .system(path: folder, errno: errno)
    }
    try makeFolder(String(folder[..<slash]))
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
      throw .system(path: folder, errno: errno)
    }
  }

  // MARK: - Opening

  /// Checks the file and opens it; makes the tables of a new one.
  ///
  /// - Parameter identity: The file at the path just before.
  /// - Returns: `nil` if the file is damaged, or was replaced by another program that repaired it.
  ///   Nothing was written to it, and no connection is open.
  /// - Throws: Why it cannot be opened.
  private func connected(
    to identity: FileIdentity
  ) throws(NotebookFailure) -> SQLiteConnection? {
    var isLater = false
    do throws(SQLiteError) {
      let database = try patience.keep { () throws(SQLiteError) -> SQLiteConnection? in
        let database = try SQLiteConnection(path, .writing, busySeconds: patience.seconds)
        // A damaged file must not change before it is copied.
        database.keepLogOnClose(true)
        let bytes = FileCopy.size(of: path) + max(FileCopy.size(of: log), 0)
        switch try NotebookCheck(database, bytes: bytes).verdict() {
        case .damaged: return nil
        case .later:
          isLater = true
          return nil
        case .new, .sound: break
        }
        // A connection to a file that was replaced meanwhile would share the log of the new file.
        // It must not write. From here on the file cannot be replaced: the connection locks it.
        guard FileIdentity(path) == identity else { return nil }
        database.keepLogOnClose(false)
        for setting in ["synchronous = FULL", "foreign_keys = ON", "journal_mode = WAL"] {
          try database.execute("PRAGMA \(setting)")
        }
        try database.transaction(.writing) { () throws(SQLiteError) in
          try NotebookTables.create(in: database)
        }
        return database
      }
      if !isLater { return database }
    } catch {
      if error.meansDamage { return nil }
      throw NotebookFailure(error, path: path)
    }
    throw .laterVersion(path: path, copy: asideToday())
  }

  // MARK: - Copies

  /// Copies the file and its log beside themselves, under the first name of the day that is free,
  /// unless an earlier copy has the same content.
  ///
  /// - Returns: The copy, or `nil` if it cannot be made.
  func aside() -> String? {
    for number in 1... {
      let copy = "\(path).bad-\(today)" + (number == 1 ? "" : "-\(number)")
      if FileCopy.size(of: copy) < 0, FileCopy.size(of: copy + "-wal") < 0 {
        return makeCopy(copy) ? copy : nil
      }
      let hasLog = FileCopy.size(of: log) > 0
      if FileCopy.areSame(path, copy), !hasLog || FileCopy.areSame(log, copy + "-wal") {
        return copy
      }
    }
    return nil
  }

  /// The copy of the day, which is made unless there is one. A later version goes on changing its
  /// file, and a copy of each state would be of no use.
  private func asideToday() -> String? {
    let copy = "\(path).bad-\(today)"
    return FileCopy.size(of: copy) >= 0 || makeCopy(copy) ? copy : nil
  }

  private func makeCopy(_ copy: String) -> Bool {
    guard FileCopy.copy(path, to: copy) else { return false }
    guard FileCopy.size(of: log) <= 0 || FileCopy.copy(log, to: copy + "-wal") else {
      unlink(copy)
      return false
    }
    return true
  }
}
