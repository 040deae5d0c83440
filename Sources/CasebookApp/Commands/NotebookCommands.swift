import CasebookCanvas
import CasebookCore
import CasebookText

/// Commands about marks and notes.
enum NotebookCommands {
  static let all = [mark, marks, note, notes, dropNote, retry]

  static let mark = Command(
    "mark", aliases: ["m"], "Mark the case, or take its mark off.", hint: "mark",
    group: .notebook, parameter: .init("on or off", words: ["on", "off"]),
    keys: [KeyBinding(.character("m"))], unavailable: CaseRules.noCase,
    actions: { arguments, state, workspace throws(CommandFailure) in
      guard let id = NotebookRules.id(state, workspace) else { return [] }
      switch arguments.text {
      case "": return [.notebook(.marked(caseID: id, !state.notebook.marked.contains(id)))]
      case "on", "off": return [.notebook(.marked(caseID: id, arguments.text == "on"))]
      default:
        throw CommandFailure(
          "mark does not know \(Gate.shown(arguments.text))",
          next: "Type mark, mark on or mark off")
      }
    },
    answer: { _, state, workspace in
      guard let id = NotebookRules.id(state, workspace) else { return .nothing }
      let did: ShownText = state.notebook.marked.contains(id) ? "Marked" : "Mark taken off"
      let count = state.notebook.marked.count
      let all: ShownText = count == 0 ? "No case" : .plural(count, "case", "cases")
      return Answer(["\(did): \(Gate.shown(id)). \(all) marked."])
    })

  static let marks = Command(
    "marks", "List only the marked cases.", group: .notebook, keys: [KeyBinding(.character("M"))],
    unavailable: { state, _ in
      state.notebook.marked.count == 0
        ? CommandFailure("No case is marked", next: "Type mark to mark this one") : nil
    },
    actions: { _, _, _ in [.filter(.asked("is:marked"))] },
    answer: { _, state, workspace in SpokenFilter.answer(state, workspace) })

  static let note = Command(
    "note", "Write a note on the case.", hint: "note", group: .notebook,
    parameter: .init("TEXT"), keys: [KeyBinding(.character("i"))], unavailable: CaseRules.noCase,
    actions: { arguments, state, workspace throws(CommandFailure) in
      guard let id = NotebookRules.id(state, workspace) else { return [] }
      if !arguments.isEmpty { return [.notebook(.wrote(caseID: id, arguments.text))] }
      if state.look.isPlain {
        throw CommandFailure("note needs a text", next: "Type note and a text")
      }
      return [.prompt(.opened(.command)), .prompt(.completed("note ", []))]
    },
    answer: { _, state, workspace in
      guard let id = NotebookRules.id(state, workspace) else { return .nothing }
      let notes: ShownText = .plural(state.notebook.notes(on: id).count, "note", "notes")
      return Answer(["Note kept. \(notes) on case \(Gate.shown(id))."])
    })

  static let notes = Command(
    "notes", "List the notes on the cases of the library.", group: .notebook,
    actions: { _, state, _ in state.look.isPlain ? [] : [.page(.opened(.notes))] },
    answer: { _, state, workspace in
      let lines = NotebookDocument.lines(of: state.notebook, workspace)
      guard !lines.isEmpty else { return Answer(["No notes."]) }
      let listed = lines.map { Choices.Choice($0.words, line: "go \($0.id)") }
      return Answer(
        SpokenRange.whole("Notes", listed.map(\.label)), choices: Choices("note", listed))
    })

  static let dropNote = Command(
    "drop-note", "Take a note back, by its number among the notes.", group: .notebook,
    parameter: .init("NUMBER", required: "1"),
    actions: { arguments, state, _ throws(CommandFailure) in
      let notes = state.notebook.notes
      guard let number = arguments.number, notes.indices.contains(number - 1) else {
        throw CommandFailure(
          "There is no note \(Gate.shown(arguments.text))", next: "Type notes for their numbers")
      }
      return [.notebook(.noteDropped(notes[number - 1]))]
    },
    answer: { _, state, _ in
      let left: ShownText = .plural(state.notebook.notes.count, "note", "notes")
      return Answer(["Note taken back. \(left) left."])
    })

  static let retry = Command(
    "retry", "Try again to save what could not be saved.", group: .notebook,
    unavailable: { state, _ in
      state.notebook.unsaved.isEmpty
        ? CommandFailure("Everything is saved", next: "Type note and a text to write a note") : nil
    },
    actions: { _, _, _ in [.saveAgain] },
    answer: { _, _, _ in Answer(["Everything is saved."]) })
}

/// Rules that commands of the notebook share.
enum NotebookRules {
  /// The id of the case at hand.
  static func id(_ state: State, _ workspace: Workspace) -> String? {
    workspace.results.row(at: state.list.position).map(workspace.library.id(ofRow:))
  }
}
