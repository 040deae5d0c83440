import CasebookCore
import CasebookText

/// The stretches between the events of a case in which nothing happens, in words.
enum GapWords {
  /// The stretches, longest first: "10 years, from August 2013 to 14 September 2023".
  ///
  /// A stretch counts from the last possible day of one event to the first of the next.
  static func longestFirst(_ chronology: [Event], _ dates: DateForm = .long) -> [ShownText] {
    let dated = chronology.compactMap(\.date)
    let gaps = zip(dated, dated.dropFirst()).compactMap { start, end -> (Int, ShownText)? in
      guard let from = start.startDays.latest, let to = end.earliest, to > from else {
        return nil
      }
      let length = Gate.shown(IntervalWords.long(CalendarLength(from: from, to: to)))
      let first = DateText.start(start, dates)
      let comma: ShownText = first.string.contains(",") ? "," : ""
      let words: ShownText =
        "\(length), from \(first)\(comma) to \(DateText.start(end, dates))"
      return (from.distance(to: to), words)
    }
    return gaps.enumerated()
      .sorted { ($1.element.0, $0.offset) < ($0.element.0, $1.offset) }
      .map(\.element.1)
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
