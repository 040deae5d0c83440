import CasebookCore
import CasebookText

/// Dates and intervals as text that may be shown; the words come from the core.
package enum DateText {
  /// "13 October 2023 to 1 February 2024".
  package static func long(_ date: CalendarDate?) -> ShownText {
    date.map { Gate.shown(DateWords.long($0)) } ?? "date unknown"
  }

  /// "13 Oct 2023 to 1 Feb 2024".
  package static func short(_ date: CalendarDate?) -> ShownText {
    date.map { Gate.shown(DateWords.short($0)) } ?? "date unknown"
  }

  /// "13 Oct 2023 to 1 Feb 2024", "perhaps Aug 2013", for sentences with little room.
  static func brief(_ date: CalendarDate?) -> ShownText {
    date.map { Gate.shown(DateWords.brief($0)) } ?? "date unknown"
  }

  /// The first day or stretch a date names: of an interval only its start.
  package static func startLong(_ date: CalendarDate) -> ShownText {
    guard date.isInterval, let start = date.start else { return long(date) }
    return Gate.shown(DateWords.long(start))
  }

  /// The start of a date in few columns.
  package static func startShort(_ date: CalendarDate) -> ShownText {
    guard date.isInterval, let start = date.start else { return short(date) }
    return Gate.shown(DateWords.short(start))
  }

  /// The last day or stretch a date names: of an interval only its end.
  package static func endLong(_ date: CalendarDate) -> ShownText {
    guard date.isInterval else { return long(date) }
    guard let end = date.end else { return date.hasOpenEnd ? "today" : "an unknown day" }
    return Gate.shown(DateWords.long(end))
  }

  /// When an event was: its date in a form, "date unreadable: 13/10/2023" or "date unknown".
  static func words(_ event: Event, _ form: DateForm) -> ShownText {
    guard let written = event.unreadableDate else { return words(event.date, form) }
    return "date unreadable: \(Gate.shown(written).truncated(to: 60))"
  }

  /// A date in a form.
  package static func words(_ date: CalendarDate?, _ form: DateForm) -> ShownText {
    switch form {
    case .short: short(date)
    case .long: long(date)
    case .iso: date?.isoWords ?? "date unknown"
    }
  }

  /// The first day or stretch a date names, in a form for sentences.
  package static func start(_ date: CalendarDate, _ form: DateForm) -> ShownText {
    guard form == .iso, let start = date.isoWords.string.split(separator: " ").first else {
      return startLong(date)
    }
    return Gate.shown(start)
  }

  /// "August 2013 to 19 April 2024", from the start of one date to the end of another.
  static func span(_ first: CalendarDate, _ last: CalendarDate, _ form: DateForm) -> ShownText {
    guard form == .iso else { return Gate.shown(DateWords.long(from: first, to: last)) }
    let (start, end) = (start(first, form), last.isoEnd)
    return start == end ? start : "\(start) to \(end)"
  }

  /// A day in a form for sentences.
  static func day(_ day: DayNumber, _ form: DateForm) -> ShownText {
    Gate.shown(form == .iso ? day.isoText : DateWords.long(day))
  }

  /// A date as some key of a file writes it, in words where it is one and as written where not.
  package static func words(written: String, _ form: DateForm = .short) -> ShownText {
    guard let date = try? CalendarDate(written) else { return Gate.shown(written) }
    return words(date, form)
  }
}
