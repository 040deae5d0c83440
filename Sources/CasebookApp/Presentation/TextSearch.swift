import CasebookCore
import CasebookText

/// Finding a text in what the region with the focus shows.
struct TextSearch {
  private let state: State
  private let lines: [ShownText]
  /// The line the reader is on.
  let line: Int
  /// The text searched last.
  let text: String

  init(_ state: State, _ workspace: Workspace) {
    self.state = state
    if let page = state.page {
      lines = workspace.page(in: state).map(\.line.text)
      line = page.line
      text = page.search
    } else {
      lines = workspace.detail(in: state).lines.map(\.text)
      line = state.detail.line
      text = state.detail.search
    }
  }

  static let unavailable: @Sendable (State, Workspace) -> CommandFailure? = { state, workspace in
    TextSearch(state, workspace).text.isEmpty
      ? CommandFailure("Nothing was searched yet", next: "Type find and a text") : nil
  }

  /// The lines that hold a text, case and accents aside.
  func matches(of text: String) -> [Int] {
    let needle = Fold.folded(text)
    return lines.indices.filter { index in
      let line = Fold.folded(lines[index].string)
      return !needle.isEmpty && line.contains(needle)
    }
  }

  /// Goes to the first match from a line on, round the end where need be.
  func found(_ text: String, from start: Int) throws(CommandFailure) -> [Action] {
    let matches = matches(of: text)
    guard let first = matches.first else { throw notFound(text) }
    return action(text, line: matches.first { $0 >= start } ?? first)
  }

  /// Goes to the last match before a line, round the start where need be.
  func foundBefore(_ text: String, line: Int) throws(CommandFailure) -> [Action] {
    let matches = matches(of: text)
    guard let last = matches.last else { throw notFound(text) }
    return action(text, line: matches.last { $0 < line } ?? last)
  }

  private func notFound(_ text: String) -> CommandFailure {
    CommandFailure("\(Gate.shown(text)) is not in this text", next: "Try another word")
  }

  private func action(_ text: String, line: Int) -> [Action] {
    if state.page != nil { return [.page(.found(text, line: line))] }
    return [.focused(.detail), .detail(.found(text, line: line))]
  }
}

/// What plain mode says of a search.
enum SpokenSearch {
  /// "Match 2 of 5. Line 12: ...".
  static func answer(
    _ arguments: Arguments, _ state: State, _ workspace: Workspace
  ) -> Answer {
    let search = TextSearch(state, workspace)
    let matches = search.matches(of: search.text)
    guard let index = matches.firstIndex(of: search.line) else { return .nothing }
    let lines = workspace.detail(in: state).lines
    let text = SpokenText.closed(lines[search.line].text)
    return Answer(["Match \(index + 1) of \(matches.count). \(text)"])
  }
}

extension Array where Element == UInt8 {
  /// Whether another run of bytes stands somewhere in this one.
  func contains(_ needle: [UInt8]) -> Bool {
    guard needle.count <= count else { return false }
    return (0...(count - needle.count)).contains { start in
      self[start..<(start + needle.count)].elementsEqual(needle)
    }
  }
}
