import CasebookCanvas
import CasebookCore
import CasebookText

/// The command that copies a line about the case at hand.
enum CopyCommands {
  static let all = [copy]

  static let copy = Command(
    "copy", "Copy the id of the case, its citation, or its row in the list.", hint: "copy id",
    group: .notebook,
    parameter: .init("id, citation or row", words: CopiedText.allCases.map(\.rawValue)),
    keys: [KeyBinding(.character("y"), .list, .detail, .timeline)], unavailable: CaseRules.noCase,
    actions: { arguments, state, workspace throws(CommandFailure) in
      let kind = try CopiedText(arguments)
      guard !state.look.isPlain, let parts = kind.parts(state, workspace) else { return [] }
      return [.copyAsked(parts)]
    },
    answer: { arguments, state, workspace in
      guard let kind = try? CopiedText(arguments), let parts = kind.parts(state, workspace) else {
        return .nothing
      }
      return Answer([
        "Plain mode has no clipboard. The \(Gate.shown(kind.rawValue)):", CopyWords.shown(parts),
      ])
    })
}

/// What can be copied of a case; all of it as text that passed the gate.
enum CopiedText: String, CaseIterable {
  /// The id.
  case id
  /// The title, the id, where the record stands, and the sources.
  case citation
  /// The columns of the list.
  case row

  /// Reads the word or its beginning; the id where there is none.
  init(_ arguments: Arguments) throws(CommandFailure) {
    if arguments.isEmpty {
      self = .id
      return
    }
    let word = arguments.text.lowercased()
    guard let kind = Self.allCases.first(where: { $0.rawValue.hasPrefix(word) }) else {
      throw CommandFailure(
        "copy does not know \(Gate.shown(arguments.text))", next: "Type id, citation or row")
    }
    self = kind
  }

  /// What is copied of the case at hand, in parts; nothing where there is no case.
  func parts(_ state: State, _ workspace: Workspace) -> [ShownText]? {
    guard let loaded = workspace.loadedCase(at: state.list.position) else { return nil }
    switch self {
    case .id: return [Gate.shown(loaded.id)]
    case .citation: return [Self.citation(loaded, workspace.library)]
    case .row:
      return workspace.columns(in: state).map { ColumnWords.value($0.column, loaded).text }
    }
  }

  /// "Detainer not honored. Case ct-2024-0007, ct.yaml line 12. Sources: news report, 19 April
  /// 2024."
  private static func citation(_ loaded: LoadedCase, _ library: Library) -> ShownText {
    let sources = loaded.content.sources.map { CaseFacts.words($0, dates: .long) }
    let said: ShownText =
      sources.isEmpty ? "No source given." : "Sources: \(sources.joined(separator: "; "))."
    let origin = OriginWords.line(library, row: loaded.row)
    return "\(SpokenText.closed(loaded.title)) Case \(Gate.shown(loaded.id)), \(origin). \(said)"
  }
}

/// What is said of a copy.
enum CopyWords {
  /// The parts as they are copied: what takes them knows tabs for columns.
  static func copied(_ parts: [ShownText]) -> ShownText { parts.joined(separator: "\t") }

  /// The parts as they are shown and said.
  static func shown(_ parts: [ShownText]) -> ShownText {
    parts.filter { !$0.isBlank }.joined(separator: "; ")
  }

  /// Whether the terminal was sent the text; terminals do not answer.
  static func said(_ parts: [ShownText], wasSent: Bool) -> Message {
    wasSent
      ? Message(.information, "Sent to the clipboard of the terminal: \(shown(parts))")
      : Message(.error, "This terminal has no clipboard that can be reached: \(shown(parts))")
  }
}
