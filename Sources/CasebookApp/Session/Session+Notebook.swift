import CasebookCore

extension Session {
  /// Keeps a change beyond the session; where that fails it still holds in this one.
  func keep(_ change: NotebookChange) {
    do throws(NotebookFailure) {
      try notebook?.save(change)
    } catch {
      send(.said(Message(.error, NotebookWords.notKept(error))))
    }
  }
}
