/// What the reader did, to be undone and done again.
package struct HistoryState: Sendable, Equatable {
  /// What was in place before, oldest first.
  package private(set) var past: [Moment] = []
  /// What was undone, the latest last.
  package private(set) var future: [Moment] = []
  /// What is in place.
  private var present = Moment()
  /// Whether the latest change was one of place alone.
  private var isMoving = false
  /// Whether the next change of place is one by itself, and not a step further.
  private var hasJumped = false
  /// Whether what is in place next was brought back, and is no change.
  private var isRestoring = false

  /// The text that was discarded last while it was typed, if it was not brought back since.
  private(set) var discarded: DiscardedText?
  /// The line that was accepted last, until what it asks for is done.
  private var accepted: PromptState?
  /// How many changes are in place; undoing one is one less.
  private var changes = 0

  /// Moments that are kept.
  private static let limit = 200

  /// Notes that the next change of place is one by itself.
  mutating func jump() { hasJumped = true }

  /// Takes what is in place for granted: it changed by itself, as when cases come.
  mutating func begin(_ now: Moment) { present = now }

  /// Notes what is in place now. Steps from case to case are one change together.
  mutating func note(_ now: Moment) {
    defer {
      hasJumped = false
      isRestoring = false
    }
    if isRestoring { return begin(now) }
    guard now != present else { return }
    let isMove = now.parts == present.parts
    if !isMove || !isMoving || hasJumped {
      past.append(present)
      if past.count > Self.limit { past.removeFirst() }
      future = []
      changes += 1
    }
    present = now
    isMoving = isMove
  }

  /// Takes back the latest change, and says what was in place before it.
  mutating func undo() -> Moment? {
    guard let moment = past.popLast() else { return nil }
    changes -= 1
    future.append(present)
    return restore(moment)
  }

  /// Does again what was taken back last.
  mutating func redo() -> Moment? {
    guard let moment = future.popLast() else { return nil }
    changes += 1
    past.append(present)
    return restore(moment)
  }

  private mutating func restore(_ moment: Moment) -> Moment {
    present = moment
    isMoving = false
    isRestoring = true
    return moment
  }
}

// MARK: - Text that was being typed

extension HistoryState {
  /// Whether the latest change that can be undone is that a text was discarded.
  var isTextNext: Bool { discarded.map { $0.changes >= changes } ?? false }

  /// Keeps a text that was discarded.
  mutating func discard(_ prompt: PromptState) {
    discarded = DiscardedText(prompt: prompt, changes: changes)
  }

  /// Notes a line that was accepted.
  mutating func accept(_ prompt: PromptState) { accepted = prompt }

  /// Keeps the line that was accepted, for what it asks for could not be done.
  mutating func discardAccepted() {
    if let accepted { discard(accepted) }
    accepted = nil
  }

  /// Hands out the text that was discarded, once.
  mutating func takeDiscarded() -> PromptState? {
    defer { discarded = nil }
    return discarded?.prompt
  }
}

/// A text that was discarded while it was being typed.
struct DiscardedText: Sendable, Equatable {
  /// The line with its text and cursor.
  var prompt: PromptState
  /// How many changes were in place then.
  var changes: Int
}

/// What undo brings back: the parts of the state that say what is shown, and the case at hand.
package struct Moment: Sendable, Equatable {
  /// The parts; a part of the state becomes undoable by standing here, in ``State/moment(in:)``
  /// and in ``State/restore(_:in:)``.
  package struct Parts: Sendable, Equatable {
    /// The terms of the filter, which hold the order too.
    package var terms: [FilterTerm] = []
    /// How the list is lined up and ranked.
    package var lineup = LineupState()
  }

  /// What is shown.
  package var parts = Parts()
  /// The case at hand.
  var place: CasePlace?
}

/// What happened about what was done before.
package enum HistoryAction: Sendable, Equatable {
  /// A command or a key is about to be done.
  case began
  /// A command or a key is done with.
  case settled
  /// The latest change was taken back.
  case undone
  /// What was taken back was done again.
  case redone
}

extension State {
  mutating func reduceHistory(_ action: HistoryAction, in workspace: Workspace) -> [Effect] {
    switch action {
    case .began, .settled:
      // What is still being typed or looked for is no change yet.
      guard prompt == nil, filter.awaited == nil else { return [] }
      let now = moment(in: workspace)
      if action == .began { history.begin(now) } else { history.note(now) }
      return []
    case .undone where !look.isPlain && history.isTextNext:
      return history.takeDiscarded().map { reopen($0, in: workspace) } ?? []
    case .undone: return history.undo().map { restore($0, in: workspace) } ?? []
    case .redone: return history.redo().map { restore($0, in: workspace) } ?? []
    }
  }

  private func moment(in workspace: Workspace) -> Moment {
    Moment(
      parts: Moment.Parts(terms: filter.terms, lineup: lineup),
      place: workspace.place(in: self))
  }

  private mutating func restore(_ moment: Moment, in workspace: Workspace) -> [Effect] {
    let row = workspace.row(of: moment.place)
    let isListed = moment.parts.terms.text == filter.applied && moment.parts.lineup == lineup
    lineup = moment.parts.lineup
    guard isListed else { return want(moment.parts.terms, row: row) }
    filter.terms = moment.parts.terms
    filter.term = nil
    let position = row.flatMap { workspace.results.position(ofRow: $0) } ?? 0
    guard position != list.position else { return [] }
    list.position = position
    settleList(in: workspace)
    caseChanged(in: workspace)
    return []
  }
}
