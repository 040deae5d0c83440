import CasebookCore
import CasebookText

/// The stretch of the list that `list` was asked for.
struct ListRange: Equatable {
  /// Positions from 0.
  let positions: Range<Int>
  /// How many cases a page has.
  let pageSize: Int

  /// Cases that plain mode lists at once where no number is given.
  static let defaultPage = 10

  /// Reads `N`, `from N`, `N from M`, `all`, or nothing.
  init(
    _ arguments: Arguments, _ state: State, _ workspace: Workspace
  ) throws(CommandFailure) {
    let count = workspace.results.count
    var words = arguments.words.map { $0.lowercased() }
    var start = 0
    var length = Self.defaultPage
    if words.first == "all" {
      words.removeFirst()
      length = count
    } else if let number = words.first.flatMap({ Int($0) }), number > 0 {
      words.removeFirst()
      length = number
    }
    if words.count == 2, words[0] == "from", let from = Int(words[1]), from > 0 {
      words.removeAll()
      start = from - 1
    }
    guard words.isEmpty else {
      throw CommandFailure(
        "list does not know \(Gate.shown(arguments.text))",
        next: "Type list, list 20, list from 40, or list all")
    }
    guard start < max(1, count) else {
      throw CommandFailure("There is no case \(start + 1)", next: "Type list")
    }
    pageSize = max(1, length)
    positions = start..<min(count, start + length)
  }
}

/// What plain mode says of the list.
enum SpokenList {
  static func answer(
    _ range: ListRange, _ state: State, _ workspace: Workspace
  ) -> Answer {
    let count = workspace.results.count
    guard !range.positions.isEmpty else {
      return Answer([SpokenCase.positionLine(state, workspace)])
    }
    let first = range.positions.lowerBound
    let last = range.positions.upperBound
    var lines: [ShownText] = [
      "Cases \(grouped: first + 1) to \(grouped: last) of \(grouped: count)"
        + "\(LoadingWords.spokenMark(state.loading))."
    ]
    for position in range.positions {
      guard let loaded = workspace.loadedCase(at: position) else { continue }
      let offsets = SpokenLineup.offsets(ofRow: loaded.row, state, workspace)
      let words = [words(loaded, state, workspace), offsets].compactMap(\.self).joined(
        separator: " ")
      lines.append("\(position + 1). \(words)\(mark(loaded, state))")
    }
    let left = count - last
    if left == 0 {
      return Answer(lines + [LoadingWords.sentence(state.loading) ?? "End of list."])
    }
    let next = min(left, range.pageSize)
    lines.append("\(grouped: left) more. Press Enter for the next \(grouped: next).")
    return Answer(lines, more: "list \(range.pageSize) from \(last + 1)")
  }

  /// " Marked." for a marked case.
  static func mark(_ loaded: LoadedCase, _ state: State) -> ShownText {
    state.notebook.marked.contains(loaded.id) ? " Marked." : ""
  }

  /// The columns that were chosen as sentences; where none were, title, status and place.
  static func words(
    _ loaded: LoadedCase, _ state: State, _ workspace: Workspace
  ) -> ShownText {
    guard state.list.columns != nil else { return words(loaded) }
    return workspace.columns(in: state).map { column in
      column.column.name == "title"
        ? SpokenText.closed(loaded.title) : ColumnWords.sentence(column.column, loaded)
    }.joined(separator: " ")
  }

  /// "Detainer not honored, Hartford. In ICE custody. New Britain, Connecticut."
  static func words(_ loaded: LoadedCase) -> ShownText {
    var parts = [SpokenText.closed(loaded.title)]
    for text in [loaded.content.status, loaded.content.place] {
      if let text { parts.append(SpokenText.closed(Gate.shown(text).capitalized)) }
    }
    return parts.joined(separator: " ")
  }
}
