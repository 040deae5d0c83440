import CasebookCore
import Dispatch
import GRDB
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
  private let queue = DispatchQueue(label: "casebook.notebook", qos: .userInitiated)
  private let opened = Mutex<Opened?>(nil)

  /// What came of opening the file.
  private struct Opened: Sendable {
    var database: DatabaseQueue?
    var obstacle: NotebookFailure?
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
    queue.async { _ = self.state() }
  }

  /// Lets go of the file, so that the next start finds it whole and closed.
  public func close() {
    queue.sync {
      let database = opened.withLock { opened in
        defer { opened = Opened(obstacle: opened?.obstacle) }
        return opened?.database
      }
      try? database?.close()
    }
  }

  /// Why nothing can be kept; opens the file where that was not done, and tries again where a try
  /// may succeed now.
  public var obstacle: NotebookFailure? { queue.sync { state().obstacle } }

  /// Reads what matters to a library; of a file that cannot be written what can be read.
  ///
  /// - Throws: Why it cannot be read.
  public func contents(of library: String) throws(NotebookFailure) -> NotebookContents {
    let state = queue.sync { self.state() }
    guard let database = state.database else {
      // A notebook that does not exist yet is an empty one, wherever it would be.
      if case .damaged = state.obstacle { throw state.obstacle ?? .noPlace }
      if case .laterVersion = state.obstacle { throw state.obstacle ?? .noPlace }
      return NotebookContents()
    }
    return try failing { try database.read { try NotebookTables.contents(of: library, in: $0) } }
  }

  /// Keeps a change in a transaction of its own.
  ///
  /// - Throws: Why it is not kept; the file is then what it was.
  public func save(_ change: NotebookChange) throws(NotebookFailure) {
    let state = queue.sync { self.state() }
    if let obstacle = state.obstacle { throw obstacle }
    guard let database = state.database else { throw .noPlace }
    try failing { try database.write { try NotebookTables.save(change, in: $0) } }
  }

  // MARK: - Opening

  /// What came of opening; opens the file the first time, and again where it could not be opened
  /// for a reason that may pass.
  private func state() -> Opened {
    opened.withLock { opened in
      if let opened, opened.database != nil || opened.obstacle?.mayPass != true { return opened }
      let now = attempt()
      opened = now
      return now
    }
  }

  private func attempt() -> Opened {
    guard let path else { return Opened(obstacle: .noPlace) }
    let file = NotebookFile(path: path, today: today, patience: patience)
    do throws(NotebookFailure) {
      return Opened(database: try file.opened())
    } catch {
      return Opened(database: error.mayPass ? file.openedForReading() : nil, obstacle: error)
    }
  }

  private func failing<Result>(
    _ body: () throws -> Result
  ) throws(NotebookFailure) -> Result {
    do {
      return try patience.keep(body)
    } catch {
      throw NotebookFailure(error, path: path ?? "")
    }
  }
}

extension NotebookFailure {
  /// Whether a later try may succeed; the file can be read meanwhile.
  fileprivate var mayPass: Bool {
    switch self {
    case .system, .busy: true
    case .noPlace, .otherOwner, .damaged, .laterVersion: false
    }
  }
}
