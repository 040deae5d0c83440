import CasebookCore
import CasebookText

/// The stretches between the events of a case in which nothing happens, in words.
enum GapWords {
  /// The stretches, longest first: "10 years, from August 2013 to 14 September 2023".
  ///
  /// A stretch counts from the last possible day of what comes before to the first possible day of
  /// the next event; where custody or something else of the path lasts, from its end. A detainer
  /// and what is of context, such as a policy, run beside the path and fill nothing.
  static func longestFirst(
    _ chronology: [Event], _ vocabulary: Vocabulary, _ dates: DateForm = .long
  ) -> [ShownText] {
    var gaps: [(days: Int, words: ShownText)] = []
    var before: Reach?
    var lasting: Reach?
    for event in chronology {
      guard let date = event.date else { continue }
      if let start = [before, lasting].compactMap(\.self).max(by: { $0.day < $1.day }),
        let day = date.earliest, day > start.day
      {
        gaps.append((start.day.distance(to: day), words(from: start, to: date, day, dates)))
      }
      let lasts = date.isInterval && vocabulary.type(event.type).category.fillsTime
      let isEndOnly = date.isInterval && date.start == nil
      before = date.startDays.latest.map { Reach(date: date, day: $0, isEnd: isEndOnly) }
      guard lasts, let end = date.hasOpenEnd ? .max : date.endDays.latest else { continue }
      if lasting.map({ $0.day < end }) ?? true {
        lasting = Reach(date: date, day: end, isEnd: true)
      }
    }
    return gaps.enumerated()
      .sorted { ($1.element.days, $0.offset) < ($0.element.days, $1.offset) }
      .map(\.element.words)
  }

  /// A date as far as it reaches: to its start or to its end.
  private struct Reach {
    let date: CalendarDate
    let day: DayNumber
    let isEnd: Bool

    func words(_ form: DateForm) -> ShownText {
      guard isEnd else {
        let start = DateText.start(date, form)
        return date.hasUnknownEnd ? "\(start), end unknown" : start
      }
      return form == .iso ? date.isoEnd : DateText.endLong(date)
    }
  }

  private static func words(
    from start: Reach, to end: CalendarDate, _ day: DayNumber, _ dates: DateForm
  ) -> ShownText {
    let length = Gate.shown(IntervalWords.long(CalendarLength(from: start.day, to: day)))
    let first = start.words(dates)
    let comma: ShownText = first.string.contains(",") ? "," : ""
    return "\(length), from \(first)\(comma) to \(DateText.start(end, dates))"
  }

  /// "10 years and 8 months" from the first possible day of a case to its last; nothing where an
  /// end is open or not known, and where all there is is one date.
  static func extent(_ chronology: [Event]) -> ShownText? {
    let dates = chronology.compactMap(\.date)
    let isOpen = dates.contains {
      $0.hasOpenStart || $0.hasOpenEnd || $0.hasUnknownStart || $0.hasUnknownEnd
    }
    guard !isOpen, dates.count > 1 || dates.contains(where: \.isInterval),
      let first = dates.compactMap(\.earliest).min(),
      let last = dates.compactMap({ $0.latest ?? $0.earliest }).max(), last > first
    else { return nil }
    return Gate.shown(IntervalWords.long(CalendarLength(from: first, to: last)))
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
