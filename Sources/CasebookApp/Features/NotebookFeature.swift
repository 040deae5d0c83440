import CasebookCore
import CasebookText

/// What happened about marks, notes and saved filters.
package enum NotebookAction: Sendable, Equatable {
  /// The notebook was read; what keeps changes from being saved, if anything does.
  case opened(NotebookContents, obstacle: NotebookFailure?)
  /// A case was marked, or its mark taken off.
  case marked(caseID: String, Bool)
  /// The user wrote a note on a case.
  case wrote(caseID: String, String)
  /// A note was made.
  case noted(Note)
  /// A note was taken back.
  case noteDropped(Note)
  /// A filter was saved under a name, or forgotten where there is no text.
  case filterSaved(name: String, text: String?)
  /// A saved filter was used; what to say of it if earlier versions read it as something else.
  case filterUsed(name: String, change: ShownText?)
  /// Changes were tried; those left could not be kept, for the reason given.
  case tried(left: [NotebookChange], NotebookFailure?)
}

extension State {
  mutating func reduceNotebook(
    _ action: NotebookAction, in workspace: Workspace
  ) -> [Effect] {
    let library = notebook.library
    switch action {
    case .opened(let contents, let obstacle):
      take(contents, workspace.library.settings)
      notebook.obstacle = obstacle
      if let damage = contents.damage { say(Message(.error, NotebookWords.damage(damage))) }
      if let obstacle { say(Message(.error, NotebookWords.obstacle(obstacle))) }
    case .marked(let id, let isMarked):
      notebook.marked.set(id, to: isMarked)
      return [.keep(.mark(library: library, caseID: id, isMarked: isMarked))]
    case .wrote(let id, let text): return [.makeNote(caseID: id, text: text)]
    case .noted(let note):
      notebook.notes.append(note)
      settleDetail(in: workspace)
      return [.keep(.note(library: library, note))]
    case .noteDropped(let note):
      notebook.notes.removeAll { $0.number == note.number }
      settleDetail(in: workspace)
      settlePage(in: workspace)
      return [.keep(.noteRemoved(number: note.number))]
    case .filterSaved(let name, let text):
      var own = notebook.filters.filter { $0.isOfUser && $0.name != name }
        .map { SavedFilter(name: $0.name, text: $0.text) }
      if let text { own.append(SavedFilter(name: name, text: text)) }
      notebook.filters = NamedFilter.all(of: workspace.library.settings, and: own)
      settlePage(in: workspace)
      return [.keep(.filter(name: name, text: text))]
    case .filterUsed(let name, let change):
      let isNew = change != nil && notebook.toldChanges.insert(name).inserted
      notebook.changeOfReading = isNew ? change : nil
      if isNew, let change, !look.isPlain { say(Message(.information, change)) }
    case .tried(let left, let failure):
      notebook.unsaved = left
      notebook.failure = failure
      notebook.tries += 1
      if left.isEmpty { notebook.mayLeaveUnsaved = false }
    }
    return []
  }

  /// Takes what was kept; what the user did since the start stays.
  private mutating func take(_ contents: NotebookContents, _ library: LibrarySettings) {
    for id in contents.marked { notebook.marked.set(id, to: true) }
    notebook.notes = contents.notes + notebook.notes
    let own = notebook.filters.filter(\.isOfUser).map { SavedFilter(name: $0.name, text: $0.text) }
    let names = Set(own.map(\.name))
    notebook.filters = NamedFilter.all(
      of: library, and: own + contents.filters.filter { !names.contains($0.name) })
    list.columns = list.columns ?? contents.columns
    settings.take(kept: contents.settings)
    look.adopt(settings)
  }

  /// The user is done; changes that are not kept yet are tried once more first.
  mutating func quit() -> [Effect] {
    if notebook.unsaved.isEmpty || notebook.mayLeaveUnsaved {
      isOver = true
      return []
    }
    notebook.mayLeaveUnsaved = true
    return [.keepUnsaved(thenQuit: true)]
  }
}
