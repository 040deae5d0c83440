import CSQLite
import CasebookCore
import Glibc

extension NotebookFailure {
  /// The failure behind an error of SQLite.
  init(_ error: SQLiteError, path: String) {
    if error.meansDamage {
      self = .damaged(path: path, copy: nil)
      return
    }
    switch error.code {
    case SQLITE_FULL: self = .system(path: path, errno: ENOSPC)
    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: self = .busy(path: path)
    case SQLITE_READONLY: self = .system(path: path, errno: EROFS)
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: self = .system(path: path, errno: EACCES)
    case SQLITE_NOMEM: self = .system(path: path, errno: ENOMEM)
    default: self = .system(path: path, errno: EIO)
    }
  }
}

extension SQLiteError {
  /// Whether the content of the file is at fault, and not the disk or another program.
  ///
  /// The statements of the notebook fit its own tables, so a statement that cannot be prepared, a
  /// constraint that does not hold or a value of the wrong type shows damage too.
  var meansDamage: Bool {
    switch code {
    case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR, SQLITE_CONSTRAINT, SQLITE_MISMATCH,
      SQLITE_FORMAT, SQLITE_TOOBIG, SQLITE_EMPTY, SQLITE_SCHEMA, SQLITE_RANGE, SQLITE_INTERRUPT:
      true
    default: false
    }
  }
}
