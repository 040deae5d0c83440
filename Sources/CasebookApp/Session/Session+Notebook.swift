import CasebookCore
import CasebookText

/// The notebook as a session uses it: the store, and what it calls the library at hand.
package struct LibraryNotebook: Sendable {
  /// Where things are kept.
  package let store: any NotebookStore
  /// What the library is called there: the full paths it was opened by.
  package let library: String

  /// Joins a store and a library.
  package init(_ store: any NotebookStore, library: String) {
    self.store = store
    self.library = library
  }
}

extension Session {
  /// Reads the notebook on the worker; waits for it as long as the session's patience lasts.
  package func openNotebook() {
    if notebook != nil { ask(.notebook) }
  }

  /// Keeps where the session is, for one that takes it up again.
  package func keepPlace() {
    guard let notebook, !isBatch, !workspace.library.isPartial else { return }
    let record = SessionRecord(
      filter: state.filter.applied,
      caseID: workspace.results.row(at: state.list.position).map(workspace.library.id(ofRow:)),
      region: state.focus.rawValue, event: state.timeline.event)
    try? notebook.store.save(.session(library: notebook.library, record))
  }

  /// The work that reads the notebook.
  func notebookWork() -> Worker<Question.Topic, Delivery>.Work? {
    guard let notebook else { return nil }
    return { [isBatch] _ in
      var obstacle = notebook.store.obstacle
      var contents = NotebookContents()
      do throws(NotebookFailure) {
        contents = try notebook.store.contents(of: notebook.library)
      } catch {
        obstacle = error
      }
      if isBatch { contents = contents.withoutHabits }
      return { [contents, obstacle] _, _ in .notebook(.opened(contents, obstacle: obstacle)) }
    }
  }

  /// Keeps a change beyond the session, after those that could not be kept before.
  func keep(_ change: NotebookChange) {
    keep(state.notebook.unsaved + [change])
  }

  /// Tries again to keep what could not be kept; leaves afterwards where that was asked for.
  func keepUnsaved(thenQuit: Bool) {
    keep(state.notebook.unsaved)
    if thenQuit, state.notebook.unsaved.isEmpty { send(.quitAsked) }
  }

  /// Makes a note of what the user wrote on a case.
  func makeNote(_ id: String, _ text: String) {
    guard let row = workspace.library.rows(withID: id).first else { return }
    let note = Note(
      number: .random(in: .min ... .max), caseID: id, text: text,
      madeOn: workspace.today.isoText,
      fingerprint: workspace.loadedCase(row: row).content.fingerprint)
    send(.notebook(.noted(note)))
  }

  private func keep(_ changes: [NotebookChange]) {
    guard let store = notebook?.store else { return }
    let changes = isBatch ? changes.filter { !$0.isOfHabit } : changes
    for (index, change) in changes.enumerated() {
      do throws(NotebookFailure) {
        try store.save(change)
      } catch {
        return send(.notebook(.tried(left: Array(changes[index...]), error)))
      }
    }
    if !state.notebook.unsaved.isEmpty { send(.notebook(.tried(left: [], nil))) }
  }
}

extension NotebookContents {
  /// What is kept about the cases, and not how the user likes to see them.
  fileprivate var withoutHabits: NotebookContents {
    var contents = self
    contents.settings = [:]
    contents.columns = nil
    contents.session = nil
    return contents
  }
}

extension NotebookChange {
  /// Whether it is about how the user likes to see cases, and not about a case.
  fileprivate var isOfHabit: Bool {
    switch self {
    case .setting, .columns, .session: true
    case .mark, .note, .noteRemoved, .filter: false
    }
  }
}
