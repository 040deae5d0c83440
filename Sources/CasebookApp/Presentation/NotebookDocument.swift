import CasebookCore
import CasebookText

/// The pages of the notebook.
enum NotebookDocument {
  /// The notes on the cases of the library; Enter goes to the case.
  static func notes(_ state: State, _ workspace: Workspace, _ columns: Int) -> [PageLine] {
    lines(of: state.notebook, workspace).flatMap { id, words in
      PageDocument.wrapped(words, columns).map { PageLine($0.line, command: "go \(id)") }
    } + (state.notebook.notes.isEmpty ? hint("No notes. Press i on a case to write one.") : [])
  }

  /// The saved filters; Enter uses one.
  static func filters(_ state: State, _ columns: Int) -> [PageLine] {
    state.notebook.filters.flatMap { filter in
      PageDocument.wrapped(words(filter), columns)
        .map { PageLine($0.line, command: "use \(filter.name)") }
    }
      + (state.notebook.filters.isEmpty
        ? hint("No saved filters. Filter, then type :save-filter and a name.") : [])
  }

  /// The notes, numbered, each with the id of its case.
  static func lines(
    of notebook: NotebookState, _ workspace: Workspace
  ) -> [(id: String, words: ShownText)] {
    notebook.notes.enumerated().map { index, note in
      let row = workspace.library.rows(withID: note.caseID).first
      let isCurrent =
        row.map { workspace.loadedCase(row: $0).content.fingerprint == note.fingerprint } ?? true
      let gone: ShownText = row == nil ? ", which is not in the library" : ""
      let text = NotebookWords.text(note, isCurrent: isCurrent)
      return (note.caseID, "\(index + 1). \(Gate.shown(note.caseID))\(gone): \(text)")
    }
  }

  /// "declined: detainer.outcome:declined", with the library where it brought it along.
  ///
  /// The filter is shown as written, or as `words` say it.
  static func words(
    _ filter: NamedFilter, _ words: (String) -> ShownText = { Gate.shown($0) }
  ) -> ShownText {
    let owner: ShownText = filter.isOfUser ? "" : " (from the library)"
    return "\(Gate.shown(filter.name)): \(words(filter.text))\(owner)"
  }

  private static func hint(_ text: ShownText) -> [PageLine] {
    [PageLine(StyledLine(text, .secondary))]
  }
}
