import CasebookApp
import CasebookCanvas
import CasebookCore
import CasebookTerminal

/// Text entry: whatever a terminal sends, text that is being typed is only discarded by the keys
/// that discard it, and every state can be drawn.
enum EntryTarget {
  static let entry = FuzzTarget(
    name: "entry", summary: "Types bytes into a filter, a command, a note and a list.",
    seeds: [".keys"]
  ) { bytes in
    guard let first = bytes.first else { return }
    let session = Session(
      library: library, today: DayNumber(rawValue: 20_000), size: Size(columns: 80, rows: 24))
    for key in openings[Int(first) % openings.count] { session.press(.character(key)) }
    let length = 1 + Int(first) / openings.count
    let events = Typing.events(
      Typing.pieces(Array(bytes.dropFirst()), of: length), pause: .milliseconds(40))
    var keys: [Key] = []
    for event in events where !session.state.isOver {
      if case .key(let key) = event {
        keys.append(key)
        continue
      }
      press(keys, session)
      keys = []
      let before = text(session)
      switch event {
      case .paste(let text): session.paste(text)
      case .pasteWithoutEnd: session.endPaste()
      case .escapeTakenBack: session.takeBackEscape()
      case .key: break
      }
      require(before == nil || text(session) != nil, "only keys close the line")
    }
    press(keys, session)
    _ = MainScreen.draw(session.state, session.workspace)
  }

  private static let openings = ["/", ":", "i", "", "?", "f"]

  /// Keys one by one, or all at once if the line that is open stays open.
  private static func press(_ keys: [Key], _ session: Session) {
    if keys.contains(where: closing.contains) {
      session.press(together: keys)
    } else {
      for key in keys where !session.state.isOver {
        let before = text(session)
        session.press(key)
        require(
          before?.isEmpty != false || text(session) != nil, "\(key) does not close the line")
      }
    }
  }

  private static let closing: Set<Key> = [.escape, .control("c"), .control("g"), .enter]

  private static func text(_ session: Session) -> String? { session.state.prompt?.field.text }

  private static let library = Loader().load(
    [.embedded(name: "cases.jsonl", bytes: SourceBytes(Array(cases.utf8)))], title: "cases")

  private static let cases = #"""
    {"id":"a","title":"Détainer declined","events":[{"type":"detainer","date":"2023-10-13"}]}
    {"id":"b","title":"Other","events":[{"type":"jail_release","date":"2024"}]}
    """#
}
