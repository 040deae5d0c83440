import CasebookCore
import GRDB
import Glibc

extension NotebookFailure {
  /// The fact behind an error of SQLite.
  init(_ error: any Error, path: String) {
    guard let error = error as? DatabaseError else {
      self = .system(path: path, errno: EIO)
      return
    }
    switch error.resultCode {
    case .SQLITE_FULL: self = .system(path: path, errno: ENOSPC)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(path: path, copy: nil)
    case .SQLITE_READONLY: self = .system(path: path, errno: EROFS)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .system(path: path, errno: EACCES)
    default: self = .system(path: path, errno: EIO)
    }
  }
}
