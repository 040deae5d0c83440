import CasebookCore
import CasebookText

/// Commands about events and time.
enum TimeCommands {
  static let all =
    [timeline, nextEvent, previousEvent] + TypeCommands.all + [fold] + ZoomCommands.all
    + SpanCommands.all

  static let timeline = Command(
    "timeline", aliases: ["t"], "Show the timeline of the case, or go to it.",
    hint: "time", group: .time,
    parameter: .init("brief, gaps, or NUMBER", words: ["brief", "gaps"]),
    keys: [KeyBinding(.character("t"))], unavailable: CaseRules.noCase,
    actions: { arguments, state, workspace throws(CommandFailure) in
      guard arguments.isEmpty || ["brief", "gaps"].contains(arguments.text) else {
        return [.timeline(.went(to: try TimeRules.event(arguments, state, workspace)))]
      }
      return state.look.isPlain ? [] : [.focused(.timeline)]
    },
    answer: SpokenTimeline.answer)

  static let nextEvent = Command(
    "next-event", aliases: ["ne"], "Go to the next event of the case.", hint: "next event",
    group: .time,
    keys: [
      KeyBinding(.right, .timeline), KeyBinding(.character("l"), .timeline),
      KeyBinding(.character("]")),
    ],
    unavailable: { state, workspace in
      if let empty = TimeRules.noEvent(state, workspace) { return empty }
      let count = workspace.chronology(at: state.list.position).count
      return state.timeline.event + 1 < count
        ? nil : CommandFailure("This is the last event", next: "Type timeline for all of them")
    },
    actions: { _, _, _ in [.timeline(.moved(by: 1))] },
    answer: { _, state, workspace in SpokenTimeline.eventInBrief(state, workspace) })

  static let previousEvent = Command(
    "previous-event", aliases: ["pe"], "Go to the event before.", hint: "event before",
    group: .time,
    keys: [
      KeyBinding(.left, .timeline), KeyBinding(.character("h"), .timeline),
      KeyBinding(.character("[")),
    ],
    unavailable: { state, workspace in
      if let empty = TimeRules.noEvent(state, workspace) { return empty }
      return state.timeline.event > 0
        ? nil : CommandFailure("This is the first event", next: "Type timeline for all of them")
    },
    actions: { _, _, _ in [.timeline(.moved(by: -1))] },
    answer: { _, state, workspace in SpokenTimeline.eventInBrief(state, workspace) })

  static let fold = Command(
    "fold", "Fold stretches of the timeline without events, or unfold them.", group: .time,
    keys: [KeyBinding(.character("z"))],
    actions: { _, state, _ in
      [.settingChosen(.fold, state.look.foldsGaps ? "off" : "on")]
    },
    answer: { _, state, _ in
      Answer([state.look.foldsGaps ? "Long gaps are folded." : "Long gaps are drawn whole."])
    })
}

/// Rules that commands about time share.
enum TimeRules {
  /// Why nothing can be done with an event.
  static func noEvent(_ state: State, _ workspace: Workspace) -> CommandFailure? {
    if let empty = CaseRules.noCase(state, workspace) { return empty }
    let count = workspace.chronology(at: state.list.position).count
    return count == 0
      ? CommandFailure("The case has no events", next: "Type next for another case") : nil
  }

  /// The event a number from 1 means, or the one at hand.
  static func event(
    _ arguments: Arguments, _ state: State, _ workspace: Workspace
  ) throws(CommandFailure) -> Int {
    if arguments.isEmpty { return state.timeline.event }
    let count = workspace.chronology(at: state.list.position).count
    guard let number = arguments.number, number >= 1, number <= count else {
      throw CommandFailure(
        "There is no event \(Gate.shown(arguments.text))",
        next: "Type a number from 1 to \(count)")
    }
    return number - 1
  }
}
