import CasebookCore
import CasebookText

/// What the timeline of a case says in words.
package enum StripWords {
  /// "7 events, August 2013 to 19 April 2024".
  ///
  /// From the start of the first event to the latest end, in days. A decade or a century that other
  /// dates lie in, or come before, says little of either and does not count.
  package static func summary(
    _ chronology: [Event], _ form: DateForm = .long
  ) -> ShownText {
    let count = ShownText.plural(chronology.count, "event", "events")
    let dates = chronology.compactMap(\.date)
    let earliest = dates.filter { !$0.isCoarse }.compactMap(\.earliest).min() ?? .max
    let dated = dates.filter { !$0.isCoarse || $0.startDays.latest.map { $0 < earliest } ?? false }
      .map(\.withoutTime)
    guard let first = dated.first, let last = dated.max(by: { $0.isOver(before: $1) }) else {
      return chronology.isEmpty ? "No events" : "\(count), no date known"
    }
    let undated = chronology.count - dates.count
    let span = DateText.span(first, last, form)
    return undated == 0 ? "\(count), \(span)" : "\(count), \(undated) without a date, \(span)"
  }

  /// "Detainer to release 111 days."
  package static func named(_ interval: CaseInterval, asOf: DayNumber?) -> ShownText {
    "\(name(interval.name)) \(length(interval, asOf: asOf))."
  }

  /// "111 days", "40 days so far, as of 2 June 2026".
  package static func length(
    _ interval: CaseInterval, asOf: DayNumber?, _ form: DateForm = .long, isBrief: Bool = false
  ) -> ShownText {
    let length = length(interval.interval, isBrief: isBrief)
    guard interval.isSoFar else { return length }
    guard let asOf else { return "\(length) so far" }
    return "\(length) so far, as of \(DateText.day(asOf, form))"
  }

  /// "15 years and 3 months to 16 years and 3 months"; in brief "15 to 17 years".
  static func length(_ interval: DayInterval, isBrief: Bool) -> ShownText {
    Gate.shown(isBrief ? IntervalWords.brief(interval) : IntervalWords.long(interval))
  }

  /// "Detainer to release".
  package static func name(_ name: NamedInterval) -> ShownText {
    capitalisedFirst(Gate.shown(name.name))
  }

  /// The name of a lane.
  package static func name(_ category: EventCategory) -> ShownText {
    switch category {
    case .movement: "movement"
    case .criminal: "criminal"
    case .detainer: "detainer"
    case .immigration: "immigration"
    case .proceedings: "proceedings"
    case .context: "context"
    }
  }

  /// The name of a lane, short where there are few columns.
  static func name(_ category: EventCategory, columns: Int) -> ShownText {
    let name = name(category)
    guard name.columns > columns else { return name }
    switch category {
    case .immigration: return "immigr."
    case .proceedings: return "proceed."
    default: return name
    }
  }

  /// A label inside a sentence: capitals of abbreviations stay.
  static func lowercasedFirst(_ text: String) -> String {
    guard let first = text.first, text.dropFirst().first?.isUppercase != true else { return text }
    return first.lowercased() + text.dropFirst()
  }

  static func capitalisedFirst(_ text: ShownText) -> ShownText {
    guard let first = text.string.first else { return text }
    return Gate.shown(first.uppercased() + text.string.dropFirst())
  }
}

extension CalendarDate {
  /// Whether it is one date that is not even known to the year.
  fileprivate var isCoarse: Bool { !isInterval && precision < .year }

  /// The day of a moment; anything else as it is.
  fileprivate var withoutTime: CalendarDate {
    guard case .single(let date) = form, date.time != nil else { return self }
    return (try? CalendarDate(String(text.prefix { $0 != "T" }))) ?? self
  }

  /// Whether it ends before another does; one that goes on ends last, one with an unknown end where
  /// it began.
  fileprivate func isOver(before other: CalendarDate) -> Bool {
    lastKnown < other.lastKnown
  }

  private var lastKnown: DayNumber {
    if hasOpenEnd { return .max }
    return latest ?? earliest ?? .min
  }
}
