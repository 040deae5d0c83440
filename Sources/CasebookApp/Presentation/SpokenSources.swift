import CasebookCore
import CasebookText

/// The sources of a case, each with what it tells.
enum SpokenSources {
  /// The source a number from 1 means; the only one where none is typed.
  static func index(
    _ arguments: Arguments, _ state: State, _ workspace: Workspace
  ) throws(CommandFailure) -> Int? {
    let count = workspace.loadedCase(at: state.list.position)?.content.sources.count ?? 0
    if arguments.isEmpty { return count == 1 ? 0 : nil }
    guard let number = arguments.number, number >= 1, number <= count else {
      let next: ShownText =
        count == 0 ? "No source is given in this case" : "Type a number from 1 to \(count)"
      throw CommandFailure("There is no source \(Gate.shown(arguments.text))", next: next)
    }
    return number - 1
  }

  /// The sources, numbered.
  static func list(_ state: State, _ workspace: Workspace) -> Answer {
    guard let loaded = workspace.loadedCase(at: state.list.position) else {
      return Answer([SpokenCase.positionLine(state, workspace)])
    }
    let sources = loaded.content.sources
    if sources.isEmpty { return Answer(["Sources: none given."]) }
    let listed = sources.enumerated().map { index, source in
      Choices.Choice(
        CaseFacts.words(source, dates: state.dates).capitalized, line: "source \(index + 1)")
    }
    let lines = listed.enumerated().map { index, choice in
      "\(index + 1). \(SpokenText.closed(choice.label))" as ShownText
    }
    return Answer(
      ["Sources 1 to \(sources.count) of \(sources.count)."] + lines + ["End of list."],
      choices: Choices("source", listed, isOfCase: true))
  }

  /// One source, a fact a line, and the events that name it.
  static func answer(_ index: Int, _ state: State, _ workspace: Workspace) -> Answer {
    guard let loaded = workspace.loadedCase(at: state.list.position),
      loaded.content.sources.indices.contains(index)
    else { return Answer(["Sources: none given."]) }
    let source = loaded.content.sources[index]
    var lines: [ShownText] = ["Source \(index + 1) of \(loaded.content.sources.count)."]
    lines += CaseFacts.facts(of: source, dates: state.dates).map(\.sentence)
    let events = loaded.chronology.indices.filter { event in
      loaded.chronology[event].allSources.contains { $0.id == source.id }
    }
    let numbers = events.map { "\($0 + 1)" as ShownText }
    switch events.count {
    case 0: lines.append("No event names it.")
    case 1: lines.append("It tells of event \(numbers[0]).")
    default: lines.append("It tells of events \(ListWords.and(numbers)).")
    }
    return Answer(lines)
  }
}
