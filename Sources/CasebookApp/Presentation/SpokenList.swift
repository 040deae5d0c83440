import CasebookCore
import CasebookText

/// The stretch of the list that `list` was asked for.
struct ListRange: Equatable {
  /// Positions from 0.
  let positions: Range<Int>
  /// How many cases a page has.
  let pageSize: Int

  /// Reads `N`, `from N`, `N from M`, `all`, or nothing.
  init(
    _ arguments: Arguments, _ state: State, _ workspace: Workspace
  ) throws(CommandFailure) {
    let count = workspace.results.count
    var words = arguments.words.map { $0.lowercased() }
    var start = 0
    var length = state.pageLength
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
    var listed: [Choices.Choice] = []
    for position in range.positions {
      guard let loaded = workspace.loadedCase(at: position) else { continue }
      let offsets = SpokenLineup.offsets(ofRow: loaded.row, state, workspace)
      let words = words(loaded, state, workspace)
      lines.append("\(position + 1). \(words)\(mark(loaded, state))")
      if let offsets { lines.append(offsets) }
      listed.append(Choices.Choice(loaded.title, line: "go \(position + 1)"))
    }
    let choices = Choices("case", from: first + 1, listed, of: count, command: "go")
    let left = count - last
    if left == 0 {
      let end = LoadingWords.sentence(state.loading) ?? "End of list."
      return Answer(lines + [end], choices: choices)
    }
    let next = min(left, range.pageSize)
    lines.append("\(grouped: left) more. Press Enter for the next \(grouped: next).")
    return Answer(lines, more: "list \(range.pageSize) from \(last + 1)", choices: choices)
  }

  /// " Marked." for a marked case.
  static func mark(_ loaded: LoadedCase, _ state: State) -> ShownText {
    state.notebook.marked.contains(loaded.id) ? " Marked." : ""
  }

  /// The columns that were chosen as sentences; where none were, title, status and place.
  static func words(
    _ loaded: LoadedCase, _ state: State, _ workspace: Workspace
  ) -> ShownText {
    guard state.list.columns != nil else {
      return words(loaded, state.verbosity.inList, state.dates)
    }
    return workspace.columns(in: state).map { column in
      column.column.name == "title"
        ? SpokenText.closed(loaded.title) : ColumnWords.sentence(column.column, loaded, state.dates)
    }.joined(separator: " ")
  }

  /// "Detainer not honored, Hartford. In ICE custody. New Britain, Connecticut."
  static func words(
    _ loaded: LoadedCase, _ parts: CaseMention, _ dates: DateForm
  ) -> ShownText {
    var sentences = [SpokenText.closed(loaded.title)]
    if parts.contains(.status), let status = loaded.content.status {
      sentences.append(SpokenText.closed(Gate.shown(status).capitalized))
    }
    if parts.contains(.place), let place = loaded.content.place {
      sentences.append(SpokenText.closed(Gate.shown(place).capitalized))
    }
    if parts.contains(.events) {
      sentences.append(SpokenText.closed(StripWords.summary(loaded.chronology, dates)))
    }
    return sentences.joined(separator: " ")
  }
}

/// What is said of a case beside its title.
struct CaseMention: OptionSet {
  let rawValue: Int

  static let status = CaseMention(rawValue: 1)
  static let place = CaseMention(rawValue: 2)
  static let events = CaseMention(rawValue: 4)
}

extension Verbosity {
  /// What a move says of the case it leads to.
  var inMove: CaseMention {
    switch self {
    case .brief: []
    case .normal: .status
    case .full: [.status, .place, .events]
    }
  }

  /// What a list says of each case.
  var inList: CaseMention {
    switch self {
    case .brief: []
    case .normal: [.status, .place]
    case .full: [.status, .place, .events]
    }
  }
}
