import CasebookCanvas
import CasebookCore
import CasebookText

/// Commands that choose which time of a case is shown.
enum ZoomCommands {
  static let all = [zoomIn, zoomOut, earlier, later, fit, fitSpan]

  static let zoomIn = Command(
    "zoom-in", aliases: ["zi"], "Show half the time, about the selected event.", hint: "nearer",
    group: .time,
    keys: [KeyBinding(.character("+"), .timeline), KeyBinding(.character("="), .timeline)],
    unavailable: { state, workspace in
      ZoomRules.none(
        state, workspace,
        CommandFailure("The timeline is as near as it can be", next: "Type zoom-out or fit")
      ) {
        $0.nearer(state.timeline.window, about: state.timeline.event)
      }
    },
    actions: { _, state, workspace in
      let zoom = workspace.zoom(in: state)
      return [.timeline(.showed(zoom?.nearer(state.timeline.window, about: state.timeline.event)))]
    },
    answer: ZoomRules.answer)

  static let zoomOut = Command(
    "zoom-out", aliases: ["zo"], "Show twice the time, about the selected event.", hint: "farther",
    group: .time, keys: [KeyBinding(.character("-"), .timeline)], unavailable: ZoomRules.isWhole,
    actions: { _, state, workspace in
      let zoom = workspace.zoom(in: state)
      return [.timeline(.showed(zoom?.further(state.timeline.window, about: state.timeline.event)))]
    },
    answer: ZoomRules.answer)

  static let earlier = Command(
    "earlier", "Show earlier time, half of what is shown.", group: .time,
    keys: [KeyBinding(.character("<"), .timeline), KeyBinding(.character(","), .timeline)],
    unavailable: { state, workspace in
      ZoomRules.isWhole(state, workspace)
        ?? ZoomRules.none(
          state, workspace, CommandFailure("Nothing is earlier", next: "Type later or fit")
        ) {
          $0.moved(state.timeline.window, later: false)
        }
    },
    actions: { _, state, workspace in
      let zoom = workspace.zoom(in: state)
      return [.timeline(.showed(zoom?.moved(state.timeline.window, later: false)))]
    },
    answer: ZoomRules.answer)

  static let later = Command(
    "later", "Show later time, half of what is shown.", group: .time,
    keys: [KeyBinding(.character(">"), .timeline), KeyBinding(.character("."), .timeline)],
    unavailable: { state, workspace in
      ZoomRules.isWhole(state, workspace)
        ?? ZoomRules.none(
          state, workspace, CommandFailure("Nothing is later", next: "Type earlier or fit")
        ) {
          $0.moved(state.timeline.window, later: true)
        }
    },
    actions: { _, state, workspace in
      let zoom = workspace.zoom(in: state)
      return [.timeline(.showed(zoom?.moved(state.timeline.window, later: true)))]
    },
    answer: ZoomRules.answer)

  static let fit = Command(
    "fit", "Show the whole time of the case.", hint: "whole", group: .time,
    keys: [KeyBinding(.character("0"), .timeline)], unavailable: ZoomRules.isWhole,
    actions: { _, _, _ in [.timeline(.showed(nil))] },
    answer: ZoomRules.answer)

  static let fitSpan = Command(
    "fit-span", "Show the time between the two events marked with span-start and span-end.",
    group: .time, keys: [KeyBinding(.character("b"), .timeline)],
    unavailable: { state, workspace in
      if let empty = TimeRules.noEvent(state, workspace) { return empty }
      return SpanRules.unmarked(state)
    },
    actions: { _, state, workspace in
      guard let start = state.timeline.spanStart, let end = state.timeline.spanEnd,
        let window = workspace.zoom(in: state)?.fitting(start, end)
      else { return [] }
      return [.timeline(.showed(window)), .timeline(.went(to: state.timeline.event))]
    },
    answer: ZoomRules.answer)
}

/// Rules and words that commands about the window share.
enum ZoomRules {
  /// Why nothing less than the whole is to be widened.
  static func isWhole(_ state: State, _ workspace: Workspace) -> CommandFailure? {
    if let empty = TimeRules.noEvent(state, workspace) { return empty }
    return state.timeline.window == nil
      ? CommandFailure("The whole timeline is shown", next: "Type zoom-in to show less") : nil
  }

  /// Why another window cannot be shown; nothing where there is one.
  static func none(
    _ state: State, _ workspace: Workspace, _ reason: CommandFailure,
    window: (StripZoom) -> StripRange?
  ) -> CommandFailure? {
    if let empty = TimeRules.noEvent(state, workspace) { return empty }
    guard let zoom = workspace.zoom(in: state), zoom.whole != nil else {
      return CommandFailure(
        "No event of the case has a known day", next: "Type timeline for its events")
    }
    return window(zoom) == nil ? reason : nil
  }

  /// What is shown now.
  static func answer(_ arguments: Arguments, _ state: State, _ workspace: Workspace) -> Answer {
    Answer([SpokenWindow.line(state, workspace)])
  }
}
