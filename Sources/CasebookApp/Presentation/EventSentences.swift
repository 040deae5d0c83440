import CasebookCore
import CasebookText

/// What is said of the time between the events of a case.
package struct EventSentences: Sendable {
  private let chronology: [Event]
  private let vocabulary: Vocabulary

  /// Reads the events of a case, oldest first.
  package init(_ chronology: [Event], vocabulary: Vocabulary) {
    self.chronology = chronology
    self.vocabulary = vocabulary
  }

  /// "29 days after the charge"; nothing for the first event and for those without a date.
  package func intervalBefore(_ index: Int) -> ShownText? {
    guard let date = chronology[index].date, let before = previous(index),
      let start = chronology[before].date
    else { return nil }
    let interval = DayInterval(from: start, to: date)
    guard interval.days != .unknown else { return nil }
    let name = self.name(before)
    if interval.days == .exact(0) { return "on the same day as the \(name)" }
    return "\(Gate.shown(IntervalWords.long(interval))) after the \(name)"
  }

  /// The dated event before another, of the case's own path where it has one: what is only context
  /// does not part two steps of it.
  private func previous(_ index: Int) -> Int? {
    let earlier = chronology[..<index].indices.reversed().filter { chronology[$0].date != nil }
    let isContext = vocabulary.type(chronology[index].type).category == .context
    if isContext { return earlier.first }
    return earlier.first { vocabulary.type(chronology[$0].type).category != .context }
  }

  private func name(_ index: Int) -> ShownText {
    Gate.shown(vocabulary.type(chronology[index].type).label).lowercasedFirst
  }

  /// The intervals between neighbours, longest first: "10 years, from August 2013 to 14 September
  /// 2023".
  package var gaps: [ShownText] {
    measured.map(\.words)
  }

  /// "Longest gap: 10 years, from August 2013 to 14 September 2023".
  package var longestGap: ShownText? {
    gaps.first.map { "Longest gap: \($0)" }
  }

  private var measured: [(days: Int, words: ShownText)] {
    let dated = chronology.compactMap(\.date)
    let gaps = zip(dated, dated.dropFirst()).compactMap { start, end -> (Int, ShownText)? in
      guard let from = start.startDays.latest, let to = end.earliest, to > from else {
        return nil
      }
      let length = CalendarLength(from: from, to: to)
      let words: ShownText =
        "\(Gate.shown(IntervalWords.long(length))), from \(DateText.startLong(start)) "
        + "to \(DateText.startLong(end))"
      return (from.distance(to: to), words)
    }
    return gaps.enumerated()
      .sorted { ($1.element.0, $0.offset) < ($0.element.0, $1.offset) }
      .map { (days: $0.element.0, words: $0.element.1) }
  }

  /// The intervals with names: "Detainer to release: 111 days".
  package var namedIntervals: [ShownText] {
    Self.named.compactMap { name, from, to in
      guard let start = chronology.firstIndex(where: { $0.type == from && $0.date != nil }),
        let first = chronology[start].date,
        let end = chronology[(start + 1)...].first(where: { $0.type == to && $0.date != nil }),
        let last = end.date
      else { return nil }
      let interval = DayInterval(from: first, to: last)
      guard interval.days != .unknown else { return nil }
      return "\(name): \(Gate.shown(IntervalWords.long(interval)))"
    }
  }

  /// The intervals every library has.
  private static let named: [(ShownText, String, String)] = [
    ("Charge to detainer", "criminal_charge", "detainer"),
    ("Detainer to release", "detainer", "jail_release"),
    ("Release to ICE arrest", "jail_release", "ice_arrest"),
  ]
}

/// The events of a case in one line.
package enum StripWords {
  /// "7 events, August 2013 to 19 April 2024, 10 years and 8 months".
  package static func summary(_ chronology: [Event]) -> ShownText {
    let count = CountWords.events(chronology.count)
    let dates = chronology.compactMap(\.date)
    guard let first = dates.first, let last = dates.max(by: { endsBefore($0, $1) }) else {
      return chronology.isEmpty ? "No events" : "\(count), no date known"
    }
    if dates.count == 1 { return "\(count), \(DateText.long(first))" }
    let span: ShownText =
      "\(count), \(DateText.startLong(first)) to \(DateText.endLong(last))"
    guard let from = first.earliest, let to = last.latest, to > from else { return span }
    let length = CalendarLength(from: from, to: to)
    return "\(span), \(Gate.shown(IntervalWords.long(length)))"
  }

  /// Open ends are latest of all.
  private static func endsBefore(_ left: CalendarDate, _ right: CalendarDate) -> Bool {
    (left.latest ?? .max) < (right.latest ?? .max)
  }
}
