import CasebookCore
import CasebookText

/// The outcome of an event in words, with how it is known.
///
/// What is only reported names who said it: "not honored (per ICE)". `declined` sounds like an answer
/// that somebody gave, so a reported one is said as "not honored".
package enum OutcomeWords {
  /// "not honored (per ICE)", "booked (recorded)", "not recorded"; `nil` if the event has no outcome.
  ///
  /// `remark` is said of the basis: "lifted (guessed, not on the list)".
  static func words(_ event: Event, sources: SourceTable, remark: ShownText? = nil) -> ShownText? {
    guard let outcome = event.outcome else { return nil }
    let words = value(outcome, basis: event.outcomeBasis)
    guard outcome != notRecorded, let basis = event.outcomeBasis else { return words }
    guard isReported(basis), let speaker = speaker(event, sources) else {
      let written = Gate.shown(basis)
      return "\(words) (\(remark.map { "\(written), \($0)" } ?? written))"
    }
    return "\(words) (per \(speaker))"
  }

  /// The outcome alone, for where its basis stands beside it: "not honored", "late notice".
  static func value(_ outcome: String, basis: String?) -> ShownText {
    outcome == declined && isReported(basis) ? "not honored" : KeyWords.value(outcome)
  }

  /// What the list shows: what is reported with who said it, everything else alone.
  static func brief(_ event: Event, sources: SourceTable) -> ShownText? {
    guard let outcome = event.outcome else { return nil }
    return isReported(event.outcomeBasis)
      ? words(event, sources: sources) : value(outcome, basis: event.outcomeBasis)
  }

  // MARK: - Private

  private static let declined = "declined"
  private static let notRecorded = "not_recorded"

  private static func isReported(_ basis: String?) -> Bool {
    EventBasis(written: basis) == .reported
  }

  /// Who said it: the publishers of the sources that the event's sources go back to.
  private static func speaker(_ event: Event, _ sources: SourceTable) -> ShownText? {
    var names: [ShownText] = []
    var seen: Set<ShownText> = []
    for reference in event.sources {
      for source in origins(of: reference.id, sources) {
        let name = Gate.shown(source.publisher ?? source.kind ?? source.id)
        if seen.insert(name).inserted { names.append(name) }
      }
    }
    return names.isEmpty ? nil : names.joined(separator: " and ")
  }

  /// The sources that a source took its facts from, or the source itself if it names none.
  private static func origins(of id: String, _ sources: SourceTable) -> [Source] {
    var found: [Source] = []
    var open = [id]
    var seen: Set<String> = []
    while let id = open.popLast() {
      guard seen.insert(id).inserted, let source = sources[id] else { continue }
      let before = source.derivedFrom.filter { sources[$0] != nil }
      if before.isEmpty { found.append(source) } else { open += before.reversed() }
    }
    return found
  }
}

extension Event {
  /// How the outcome is known, as written.
  fileprivate var outcomeBasis: String? { text("outcome_basis") ?? text("basis") }
}
