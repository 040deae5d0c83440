/// Where marks, notes, saved filters, settings and sessions are kept.
///
/// The program keeps them in one notebook for all libraries; tests keep them in memory.
public protocol NotebookStore: AnyObject, Sendable {
  /// Reads what matters to a library; waits until the notebook is open.
  ///
  /// - Throws: Why it cannot be read; then nothing can be kept in it either.
  func contents(of library: String) throws(NotebookFailure) -> NotebookContents

  /// Why nothing can be kept, where that is known; what is there may be readable nonetheless.
  var obstacle: NotebookFailure? { get }

  /// Keeps a change, at once and for good: when it returns, a power cut loses nothing.
  ///
  /// - Throws: Why the change is not kept; the notebook is then what it was.
  func save(_ change: NotebookChange) throws(NotebookFailure)
}

/// Why something cannot be kept or read.
public enum NotebookFailure: Error, Sendable, Hashable {
  /// There is no place to keep things in: no home is known.
  case noPlace
  /// The file or its folder cannot be opened, read or written; with the error number of the system.
  case system(path: String, errno: Int32)
  /// Another program holds the notebook and does not let go.
  case busy(path: String)
  /// The file belongs to another user.
  case otherOwner(path: String)
  /// The file is damaged; a copy of it was put aside, where that was possible.
  case damaged(path: String, copy: String?)
  /// The file was written by a later version of the program; a copy of it was put aside.
  case laterVersion(path: String, copy: String?)
}
