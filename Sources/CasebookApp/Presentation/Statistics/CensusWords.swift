import CasebookCore
import CasebookText

/// How many people there are by day, in words.
package enum CensusWords {
  /// What a group is called.
  package static func label(_ group: Census.Group, _ census: Census) -> ShownText {
    guard let field = census.field else { return "all" }
    return StatisticsWords.label(group.value, field)
  }

  /// "Highest 412 on 2024-03-01, lowest 3 on 2023-10-02, latest 388 on 2025-06-30." of the counts of
  /// all; nothing if they are by group.
  package static func summary(_ census: Census) -> [ShownText] {
    guard census.field == nil, let people = census.groups.first?.people,
      let last = people.indices.last,
      let highest = people.indices.max(by: { people[$0] < people[$1] }),
      let lowest = people.indices.min(by: { people[$0] < people[$1] })
    else { return [] }
    let said = { (index: Int) -> ShownText in
      "\(grouped: people[index]) on \(Gate.shown(FacetSubject.dayText(census.days[index])))"
    }
    return ["Highest \(said(highest)), lowest \(said(lowest)), latest \(said(last))."]
  }

  /// What the counts leave open: ends that have not come, events whose days are not known.
  package static func notes(_ census: Census, asOf: DayNumber) -> [ShownText] {
    var notes: [ShownText] = []
    if census.open > 0 {
      let day = Gate.shown(FacetSubject.dayText(asOf))
      notes.append("\(ShownText.plural(census.open, "event goes", "events go")) on, up to \(day)")
    }
    if census.leftOut > 0 {
      let events = ShownText.plural(census.leftOut, "event is", "events are")
      notes.append("\(events) left out, for a first or last day is not known")
    }
    return notes
  }
}
