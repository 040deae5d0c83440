import CasebookApp
import CasebookCore
import Synchronization

/// A notebook in memory that a test can make fail.
package final class MemoryNotebook: NotebookStore {
  private struct Content {
    var changes: [NotebookChange] = []
    var contents = NotebookContents()
    var failure: NotebookFailure?
  }

  private let content: Mutex<Content>

  /// Makes a notebook with something in it.
  package init(_ contents: NotebookContents = NotebookContents()) {
    content = Mutex(Content(contents: contents))
  }

  /// What was saved, in order.
  package var changes: [NotebookChange] { content.withLock { $0.changes } }

  /// Lets every save fail, or none.
  package func fail(with failure: NotebookFailure?) {
    content.withLock { $0.failure = failure }
  }

  package var obstacle: NotebookFailure? { content.withLock { $0.failure } }

  package func contents(of library: String) throws(NotebookFailure) -> NotebookContents {
    content.withLock { $0.contents }
  }

  package func save(_ change: NotebookChange) throws(NotebookFailure) {
    let failure = content.withLock { content in
      if content.failure == nil { content.changes.append(change) }
      return content.failure
    }
    if let failure { throw failure }
  }
}

extension Session {
  /// A session for a test with a notebook, which it has read.
  package convenience init(_ library: Library, notebook: MemoryNotebook) {
    self.init(
      library: library, today: TestLibrary.today, size: .init(columns: 80, rows: 24),
      notebook: LibraryNotebook(notebook, library: "l"))
    openNotebook()
  }
}
