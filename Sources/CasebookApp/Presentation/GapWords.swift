import CasebookCore
import CasebookText

/// The stretches between the events of a case in which nothing happens, in words.
enum GapWords {
  /// The stretches, longest first: "10 years, from August 2013 to 14 September 2023"; in brief as two
  /// sentences: "10 years. From August 2013 to 14 September 2023".
  ///
  /// A stretch runs from what comes before, whose last possible day it counts from, to the next event;
  /// where custody or something else of the path lasts, from its end. Partial dates make its length a
  /// range. A detainer and what is of context, such as a policy, run beside the path and fill nothing.
  /// Events without a date, or with one marked uncertain or approximate, are passed over.
  static func longestFirst(
    _ chronology: [Event], _ vocabulary: Vocabulary, _ dates: DateForm = .long,
    isBrief: Bool = false
  ) -> [ShownText] {
    var gaps: [(days: Int, words: ShownText)] = []
    var before: Reach?
    var lasting: Reach?
    for event in chronology {
      guard let date = event.date else { continue }
      if let start = [before, lasting].compactMap(\.self).max(by: { $0.last < $1.last }),
        let day = date.sureStartDays.earliest, day > start.last
      {
        let interval = DayInterval(from: start.days, to: date.sureStartDays)
        let dated = range(from: start, to: date, dates)
        let length = StripWords.length(interval, isBrief: isBrief)
        let words: ShownText = isBrief ? "\(length). From \(dated)" : "\(length), from \(dated)"
        gaps.append((start.last.distance(to: day), words))
      }
      let isEndOnly = date.isInterval && date.start == nil
      let days = isEndOnly ? date.sureEndDays : date.sureStartDays
      before =
        days.latest.map { Reach(date: date, days: days, last: $0, isEnd: isEndOnly) } ?? before
      let lasts = date.isInterval && vocabulary.type(event.type).category.fillsTime
      let ends =
        date.hasOpenEnd ? DayRange(earliest: .max, latest: .max) : date.sureEndDays
      guard lasts, let end = ends.latest else { continue }
      if lasting.map({ $0.last < end }) ?? true {
        lasting = Reach(date: date, days: ends, last: end, isEnd: true)
      }
    }
    return gaps.enumerated()
      .sorted { ($1.element.days, $0.offset) < ($0.element.days, $1.offset) }
      .map(\.element.words)
  }

  /// Whether some event has no date to count from, so that it may lie in any of the stretches.
  static func passesOverEvents(_ chronology: [Event]) -> Bool {
    chronology.contains { $0.date?.sureStartDays.latest == nil }
  }

  /// A date as far as it reaches: to its start or to its end.
  private struct Reach {
    let date: CalendarDate
    let days: DayRange
    let last: DayNumber
    let isEnd: Bool

    func words(_ form: DateForm) -> ShownText {
      guard isEnd else {
        let start = DateText.start(date, form)
        return date.hasUnknownEnd ? "\(start), end unknown" : start
      }
      return form == .iso ? date.isoEnd : DateText.endLong(date)
    }
  }

  /// "August 2013 to 14 September 2023".
  private static func range(
    from start: Reach, to end: CalendarDate, _ dates: DateForm
  ) -> ShownText {
    let first = start.words(dates)
    let comma: ShownText = first.string.contains(",") ? "," : ""
    return "\(first)\(comma) to \(DateText.start(end, dates))"
  }

  /// "10 years and 8 months" from the first day of a case to its last, a range where dates are
  /// partial; `nil` if an end is open, unknown or uncertain, and if all there is is one date.
  static func extent(_ chronology: [Event], isBrief: Bool = false) -> ShownText? {
    guard let extent = DayInterval(extentOf: chronology.compactMap(\.date)),
      extent.longest != .zero
    else { return nil }
    return StripWords.length(extent, isBrief: isBrief)
  }
}

extension EventCategory {
  /// Whether something of the person's path goes on as long as an event of it lasts.
  fileprivate var fillsTime: Bool {
    switch self {
    case .movement, .criminal, .immigration, .proceedings: true
    case .detainer, .context: false
    }
  }
}
