import CasebookCore
import CasebookText

/// Moves from one value to another, in words.
package enum FlowWords {
  /// What the counts leave out: neighbours with the same value, events without a first day.
  package static func notes(_ flows: Flows) -> [ShownText] {
    var notes: [ShownText] = []
    if flows.same > 0 {
      let name = Gate.shown(flows.field.name)
      let pairs = ShownText.plural(flows.same, "pair", "pairs")
      notes.append("\(pairs) of events in a row with the same \(name) are no moves")
    }
    if flows.undated > 0 {
      let events = ShownText.plural(flows.undated, "event", "events")
      notes.append("\(events) without a first day left out")
    }
    return notes
  }
}
