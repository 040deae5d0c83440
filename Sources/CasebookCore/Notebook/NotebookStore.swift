/// Where marks, notes, saved filters, settings and sessions are kept.
///
/// The program keeps them in one notebook for all libraries; tests keep them in memory.
public protocol NotebookStore: AnyObject, Sendable {
  /// Keeps a change, at once and for good: when it returns, a power cut loses nothing.
  ///
  /// - Throws: Why the change is not kept; the notebook is then what it was.
  func save(_ change: NotebookChange) throws(NotebookFailure)
}

/// Why something cannot be kept.
public enum NotebookFailure: Error, Sendable, Hashable {
  /// There is no place to keep things in: no home is known.
  case noPlace
  /// The session was asked to keep nothing.
  case turnedOff
  /// The file or its folder cannot be opened or written; with the error number of the system.
  case cannotWrite(path: String, errno: Int32)
  /// The disk is full.
  case diskFull(path: String)
  /// Another program holds the notebook and does not let go.
  case busy(path: String)
  /// The file belongs to another user.
  case otherOwner(path: String)
  /// The file is damaged; a copy of it was put aside, where that was possible.
  case damaged(path: String, copy: String?)
  /// The file was written by a later version of the program; a copy of it was put aside.
  case laterVersion(path: String, copy: String?)
}
