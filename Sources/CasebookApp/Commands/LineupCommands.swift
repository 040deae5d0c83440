import CasebookCore
import CasebookText

/// Commands about many cases in time: lining up, ranking, the axis.
enum LineupCommands {
  static let all = [
    align, alignType, alignNext, alignPrevious, rank, timelines, nearer, farther, earlier,
    later, fit,
  ]

  static let align = Command(
    "align", aliases: ["a"],
    "Line the cases up on an event: the first, last or a numbered one of a type; or no longer.",
    hint: "align", group: .lineup,
    parameter: .init(
      "TYPE, last TYPE, 2 TYPE, all, or off", words: LineupRules.words,
      following: { _ in LineupRules.types }),
    keys: [KeyBinding(.character("a"), .list)],
    actions: { arguments, state, workspace throws(CommandFailure) in
      let (text, start) = SpokenRange.parts(arguments)
      switch text {
      case "" where start > 0, "all": return []
      case "": break
      case "off": return [.lineup(.released)]
      default: return [.lineup(.aligned(try LineupRules.anchor(text, state, workspace)))]
      }
      if state.lineup.anchor != nil { return state.look.isPlain ? [] : [.lineup(.released)] }
      return [.lineup(.aligned(try LineupRules.usual(workspace)))]
    },
    answer: { arguments, state, workspace in
      let (text, start) = SpokenRange.parts(arguments)
      return SpokenLineup.answer(state, workspace, from: start, isWhole: text == "all")
    })

  static let alignType = Command(
    "align-type", "Line the cases up on the next type of event.", hint: "other type",
    group: .lineup, keys: [KeyBinding(.character("A"), .list)],
    actions: { _, state, workspace throws(CommandFailure) in
      [.lineup(.aligned(try LineupRules.nextType(state, workspace)))]
    },
    answer: { _, state, workspace in SpokenLineup.answer(state, workspace) })

  static let alignNext = Command(
    "align-next", "Line the cases up on the next event of the type.", hint: "next event",
    group: .lineup, keys: [KeyBinding(.character(">"), .list)],
    unavailable: LineupRules.notAligned,
    actions: { _, state, _ in
      LineupRules.stepped(by: 1, state).map { [.lineup(.aligned($0))] } ?? []
    },
    answer: { _, state, workspace in SpokenLineup.answer(state, workspace) })

  static let alignPrevious = Command(
    "align-previous",
    "Line the cases up on the event of the type before; before the first, the last.",
    hint: "event before", group: .lineup, keys: [KeyBinding(.character("<"), .list)],
    unavailable: LineupRules.notAligned,
    actions: { _, state, _ in
      LineupRules.stepped(by: -1, state).map { [.lineup(.aligned($0))] } ?? []
    },
    answer: { _, state, workspace in SpokenLineup.answer(state, workspace) })

  static let rank = Command(
    "rank", "Rank the cases by an interval, by count, or by a field; - before it reverses.",
    hint: "rank", group: .lineup,
    parameter: .init("FROM->TO, count, FIELD, or off", words: ["count", "off"]),
    keys: [KeyBinding(.character("R"), .list)],
    actions: { arguments, state, workspace throws(CommandFailure) in
      guard !arguments.isEmpty else {
        return state.look.isPlain
          ? [] : [.prompt(.opened(.command)), .prompt(.completed("rank ", []))]
      }
      if arguments.text == "off" { return [.lineup(.ranked(nil))] }
      return [.lineup(.ranked(try LineupRules.rank(arguments.text, workspace)))]
    },
    answer: { _, state, workspace in SpokenLineup.rank(state, workspace) })

  static let timelines = Command(
    "timelines", "Draw a small timeline in every row of the list, or columns again.",
    hint: "timelines", group: .lineup, keys: [KeyBinding(.character("v"), .list)],
    actions: { _, state, _ in [.lineup(.timelinesShown(!state.lineup.showsTimelines))] },
    answer: { _, state, workspace in
      state.lineup.showsTimelines
        ? SpokenLineup.answer(state, workspace) : Answer(["The list shows columns."])
    })

  static let nearer = window(
    "axis-nearer", "Show half as many days in the listed timelines.", "nearer", "+"
  ) {
    LineupWindow.zoomed($0, by: 0.5)
  }

  static let farther = window(
    "axis-farther", "Show twice as many days in the listed timelines.", "farther", "-"
  ) {
    LineupWindow.zoomed($0, by: 2)
  }

  static let earlier = Command(
    "axis-earlier", "Show earlier days in the listed timelines.", hint: "earlier", group: .lineup,
    keys: [KeyBinding(.left, .list)], unavailable: LineupRules.notDrawn,
    actions: { _, state, workspace in
      LineupRules.windowed(state, workspace) { LineupWindow.panned($0, by: -0.25) }
    },
    answer: { _, state, workspace in SpokenLineup.window(state, workspace) })

  static let later = Command(
    "axis-later", "Show later days in the listed timelines.", hint: "later", group: .lineup,
    keys: [KeyBinding(.right, .list)], unavailable: LineupRules.notDrawn,
    actions: { _, state, workspace in
      LineupRules.windowed(state, workspace) { LineupWindow.panned($0, by: 0.25) }
    },
    answer: { _, state, workspace in SpokenLineup.window(state, workspace) })

  static let fit = Command(
    "axis-fit", "Show the days of most events in the listed timelines.", group: .lineup,
    keys: [KeyBinding(.character("0"), .list)], unavailable: LineupRules.notDrawn,
    actions: { _, _, _ in [.lineup(.windowChanged(nil))] },
    answer: { _, state, workspace in SpokenLineup.window(state, workspace) })

  private static func window(
    _ name: String, _ summary: ShownText, _ hint: ShownText, _ key: Character,
    _ change: @escaping @Sendable (ClosedRange<Int>) -> ClosedRange<Int>
  ) -> Command {
    Command(
      name, summary, hint: hint, group: .lineup, keys: [KeyBinding(.character(key), .list)],
      unavailable: LineupRules.notDrawn,
      actions: { _, state, workspace in LineupRules.windowed(state, workspace, change) },
      answer: { _, state, workspace in SpokenLineup.window(state, workspace) })
  }
}
