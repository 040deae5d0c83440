import CSQLite
import CasebookCore
import Glibc

/// The file of the notebook: made, checked, opened, and copied aside where it cannot be used.
struct NotebookFile {
  let path: String
  let today: String
  let patience: BusyPatience

  /// Bytes of the header of an SQLite file.
  private static let headerSize = 100

  /// Opens the file for reading and writing; makes it and its folder if they do not exist.
  ///
  /// - Throws: Why nothing can be saved in it. The file is then as it was.
  func opened() throws(NotebookFailure) -> SQLiteConnection {
    let isNew = try prepare()
    // A log exists while another program has the file open, or after one that did not end well.
    let wasLeftOpen = size(of: path + "-wal") > 0
    return try sqlite { () throws(SQLiteError) in
      let database = try SQLiteConnection(path, .writing, busySeconds: patience.seconds)
      for setting in ["synchronous = FULL", "foreign_keys = ON", "journal_mode = WAL"] {
        try database.execute("PRAGMA \(setting)")
      }
      if !isNew, wasLeftOpen, try database.text("PRAGMA integrity_check(1)") != "ok" {
        throw SQLiteError(SQLITE_CORRUPT, "")
      }
      if try NotebookTables.version(in: database) < NotebookTables.version {
        try database.transaction(.writing) { () throws(SQLiteError) in
          try NotebookTables.create(in: database)
        }
      }
      return database
    }
  }

  /// Opens a file that cannot be written, so that its content can still be read.
  func openedForReading() -> SQLiteConnection? {
    // Without its log the file cannot change under its reader.
    let isAlone = size(of: path + "-wal") <= 0
    return try? SQLiteConnection(
      path, isAlone ? .readingAlone : .reading, busySeconds: patience.seconds)
  }

  // MARK: - Before opening

  /// Makes what is not there, for the user alone, and refuses what belongs to others.
  private func prepare() throws(NotebookFailure) -> Bool {
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    try makeFolder(folder)
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      close(descriptor)
      return true
    }
    guard errno == EEXIST else { throw .system(path: path, errno: errno) }
    var status = stat()
    guard stat(path, &status) == 0 else { throw .system(path: path, errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .system(path: path, errno: EINVAL) }
    guard status.st_uid == geteuid() || geteuid() == 0 else { throw .otherOwner(path: path) }
    guard access(path, R_OK | W_OK) == 0 else { throw .system(path: path, errno: errno) }
    guard access(folder, W_OK) == 0 else { throw .system(path: folder, errno: errno) }
    // SQLite would take a file shorter than its header for a new one, and write over it.
    guard status.st_size == 0 || status.st_size >= Self.headerSize else {
      throw .damaged(path: path, copy: aside())
    }
    return status.st_size == 0
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

  private func sqlite(
    _ body: () throws(SQLiteError) -> SQLiteConnection
  ) throws(NotebookFailure) -> SQLiteConnection {
    let database: SQLiteConnection
    let version: Int64
    do throws(SQLiteError) {
      database = try patience.keep(body)
      version = try patience.keep { () throws(SQLiteError) in
        try NotebookTables.version(in: database)
      }
    } catch {
      let failure = NotebookFailure(error, path: path)
      guard case .damaged = failure else { throw failure }
      throw .damaged(path: path, copy: aside())
    }
    guard version <= NotebookTables.version else { throw .laterVersion(path: path, copy: aside()) }
    return database
  }

  // MARK: - Copies

  /// Copies the file and its log beside themselves; gives the name of the copy, which is made once
  /// a day at most.
  private func aside() -> String? {
    let copy = "\(path).bad-\(today)"
    if size(of: copy) >= 0 { return copy }
    guard FileCopy.copy(path, to: copy) else { return nil }
    if size(of: path + "-wal") > 0 { _ = FileCopy.copy(path + "-wal", to: copy + "-wal") }
    return copy
  }

  /// The bytes of a file; -1 where there is none.
  private func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : -1
  }
}

/// Copies of files.
enum FileCopy {
  /// Copies a file to a name that must be free, readable by the user alone; a copy that cannot be
  /// made whole is taken away again.
  static func copy(_ path: String, to copy: String) -> Bool {
    let source = open(path, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { return false }
    defer { close(source) }
    let target = open(copy, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard target >= 0 else { return false }
    defer { close(target) }
    let isWhole = transfer(from: source, to: target) && fsync(target) == 0
    if !isWhole { unlink(copy) }
    return isWhole
  }

  private static func transfer(from source: Int32, to target: Int32) -> Bool {
    while true {
      let count = sendfile(target, source, nil, 1 << 20)
      if count == 0 { return true }
      guard count > 0 || errno == EINTR else { return false }
    }
  }
}
