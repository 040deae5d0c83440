import CasebookCanvas
import CasebookCore
import CasebookText

/// Commands that go from an event to others of its type.
enum TypeCommands {
  static let all = [next, previous]

  static let next = Command(
    "next-same", aliases: ["ns"], "Go to the next event of the same type.",
    hint: "next of its kind", group: .time, keys: [KeyBinding(.character("}"))],
    unavailable: { state, workspace in
      TimeRules.noEvent(state, workspace)
        ?? (following(state, workspace) == nil
          ? CommandFailure(
            "No later event is of this type", next: "Type next-event for the next of any type")
          : nil)
    },
    actions: { _, state, workspace in
      following(state, workspace).map { [.timeline(.went(to: $0))] } ?? []
    },
    answer: { _, state, workspace in SpokenTimeline.eventInBrief(state, workspace) })

  static let previous = Command(
    "previous-same", aliases: ["ps"], "Go to the event of the same type before.",
    hint: "last of its kind", group: .time, keys: [KeyBinding(.character("{"))],
    unavailable: { state, workspace in
      TimeRules.noEvent(state, workspace)
        ?? (preceding(state, workspace) == nil
          ? CommandFailure(
            "No earlier event is of this type",
            next: "Type previous-event for the one before of any type") : nil)
    },
    actions: { _, state, workspace in
      preceding(state, workspace).map { [.timeline(.went(to: $0))] } ?? []
    },
    answer: { _, state, workspace in SpokenTimeline.eventInBrief(state, workspace) })

  private static func following(_ state: State, _ workspace: Workspace) -> Int? {
    let same = events(state, workspace)
    return same.first { $0 > state.timeline.event }
  }

  private static func preceding(_ state: State, _ workspace: Workspace) -> Int? {
    let same = events(state, workspace)
    return same.last { $0 < state.timeline.event }
  }

  /// The events of the type of the one at hand.
  private static func events(_ state: State, _ workspace: Workspace) -> [Int] {
    let chronology = workspace.chronology(at: state.list.position)
    guard chronology.indices.contains(state.timeline.event) else { return [] }
    let type = chronology[state.timeline.event].type
    return chronology.indices.filter { chronology[$0].type == type }
  }
}
