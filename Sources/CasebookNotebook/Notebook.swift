import CasebookCore
import Dispatch
import Synchronization

/// The notebook: one SQLite file for marks, notes, saved filters, settings and sessions.
///
/// It is opened on a thread of its own, so that a program can start without waiting for it. Each
/// change is a transaction that is on the disk when ``save(_:)`` returns. Two programs may use one
/// notebook: each change touches only what it names, so neither undoes what the other keeps.
public final class Notebook: NotebookStore {
  private let path: String?
  private let today: String
  private let patience: BusyPatience
  private let opened = Mutex<Opened?>(nil)

  /// The result of opening the file.
  private struct Opened {
    var database: SQLiteConnection?
    /// Held until the database is closed.
    var lock: NotebookLock?
    var obstacle: NotebookFailure?
    /// Damage that was found and is not reported yet.
    var damage: NotebookDamage?
  }

  /// Names a notebook; nothing is opened yet.
  ///
  /// - Parameters:
  ///   - path: The file, or nothing where no place is known; see ``NotebookPlace``.
  ///   - today: The day, as `2024-02-01`, for the name of a copy that is put aside.
  ///   - patience: Seconds another program may hold the notebook before a change fails. A user
  ///     waits as long for an answer, hence the two.
  public init(path: String?, today: String, patience: Double = 2) {
    self.path = path
    self.today = today
    self.patience = BusyPatience(seconds: patience)
  }

  /// Begins to open the file, and returns at once.
  public func open() {
    DispatchQueue.global(qos: .userInitiated).async { _ = self.obstacle }
  }

  /// Closes the file, so that the next start finds it whole and closed.
  public func close() {
    opened.withLock { opened in
      opened?.database?.close()
      opened = Opened(obstacle: opened?.obstacle)
    }
  }

  /// Why nothing can be saved; opens the file first if it is not open and a try may succeed.
  public var obstacle: NotebookFailure? {
    opened.withLock { opened in
      prepare(&opened)
      return opened?.obstacle
    }
  }

  /// Reads what matters to a library; if the file cannot be written, what can be read of it.
  ///
  /// - Throws: Why it cannot be read.
  public func contents(of library: String) throws(NotebookFailure) -> NotebookContents {
    try opened.withLock { opened throws(NotebookFailure) in
      let found = try read(&opened) { database throws(SQLiteError) in
        let reader = try NotebookReader(database, library: library)
        var contents = reader.contents
        if reader.unreadable > 0 {
          contents.damage = NotebookDamage(copy: nil)
          contents.damage?.unreadable = reader.unreadable
        }
        return contents
      }
      var contents = found ?? NotebookContents()
      if let damage = opened?.damage { contents.damage = damage }
      opened?.damage = nil
      return contents
    }
  }

  /// Saves a change in a transaction of its own.
  ///
  /// - Throws: Why it is not saved; the file is then what it was.
  public func save(_ change: NotebookChange) throws(NotebookFailure) {
    try opened.withLock { opened throws(NotebookFailure) in
      prepare(&opened)
      if let obstacle = opened?.obstacle { throw obstacle }
      guard let database = opened?.database else { throw .noPlace }
      do throws(SQLiteError) {
        try patience.keep { () throws(SQLiteError) in
          try database.transaction(.writing) { () throws(SQLiteError) in
            try NotebookTables.save(change, in: database)
          }
        }
      } catch {
        guard error.meansDamage else { throw NotebookFailure(error, path: path ?? "") }
        // The file was damaged after it was opened. It is repaired now, so that the next try
        // succeeds; this one fails, so that the user is told.
        database.close()
        opened = nil
        prepare(&opened)
        throw opened?.obstacle ?? .damaged(path: path ?? "", copy: opened?.damage?.copy)
      }
    }
  }

  // MARK: - Opening

  /// Opens the file the first time, and again if it could not be opened for a reason that may pass.
  private func prepare(_ opened: inout Opened?) {
    if let opened, opened.obstacle?.mayPass != true { return }
    opened?.database?.close()
    opened = attempt()
  }

  private func attempt() -> Opened {
    guard let path else { return Opened(obstacle: .noPlace) }
    let file = NotebookFile(path: path, today: today, patience: patience)
    do throws(NotebookFailure) {
      let found = try file.opened()
      return Opened(database: found.database, lock: found.lock, damage: found.damage)
    } catch {
      return Opened(database: error.leavesReadable ? file.openedForReading() : nil, obstacle: error)
    }
  }

  /// Reads from the open file. If that finds damage, the file is opened again, which repairs it,
  /// and read once more.
  ///
  /// - Returns: `nil` if there is no file that could be read.
  private func read<Result>(
    _ opened: inout Opened?, _ body: (SQLiteConnection) throws(SQLiteError) -> Result
  ) throws(NotebookFailure) -> Result? {
    var isSecond = false
    while true {
      if opened?.database == nil { prepare(&opened) }
      guard let database = opened?.database else {
        // A notebook that does not exist yet is an empty one, wherever it would be.
        if let obstacle = opened?.obstacle, obstacle.isOfContent { throw obstacle }
        return nil
      }
      do throws(SQLiteError) {
        return try patience.keep { () throws(SQLiteError) in try body(database) }
      } catch {
        guard error.meansDamage, !isSecond, opened?.obstacle == nil else {
          throw NotebookFailure(error, path: path ?? "")
        }
        isSecond = true
        database.close()
        opened = nil
      }
    }
  }
}

extension NotebookFailure {
  /// Whether a later try may succeed.
  fileprivate var mayPass: Bool {
    switch self {
    case .system, .busy, .damaged: true
    case .noPlace, .otherOwner, .laterVersion: false
    }
  }

  /// Whether the content of the file is the reason.
  fileprivate var isOfContent: Bool {
    switch self {
    case .damaged, .laterVersion: true
    case .system, .busy, .noPlace, .otherOwner: false
    }
  }

  /// Whether the file can perhaps be read, though not written.
  fileprivate var leavesReadable: Bool { mayPass && !isOfContent }
}
