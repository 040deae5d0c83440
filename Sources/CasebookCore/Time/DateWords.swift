/// Dates in our own words: digits, month names and ASCII punctuation, never text of a file.
///
/// The long form is for sentences and speech (`13 October 2023`), the short one for columns and
/// axes (`13 Oct 2023`), the brief one for sentences with little room. As written stands in
/// `CalendarDate.text`. None adds to what is known: `2013-08` is `August 2013`. Where both ends of
/// an interval are said alike, they are said once.
public enum DateWords {
  /// What an interval of dates stands for.
  public enum Reading: Sendable, Hashable, CaseIterable {
    /// Something that lasted from its start to its end.
    case extent
    /// Something that happened once, between its ends.
    case somewhere
  }

  /// A date in words: `2 June 2026`, `August 2013, uncertain`, `since 4 April 2024, still open`.
  public static func long(_ date: CalendarDate, as reading: Reading = .extent) -> String {
    long(date.form, as: reading)
  }

  /// A date in few columns: `13 Oct 2023 to 1 Feb 2024`, `c. 2013`, `2010s`, `since 4 Apr 2024`.
  public static func short(_ date: CalendarDate) -> String {
    short(date.form)
  }

  /// A date in few columns inside a sentence, which no sign of a question ends: `perhaps Aug 2013`,
  /// `c. 1984 to perhaps Jun 2004`.
  public static func brief(_ date: CalendarDate) -> String {
    short(date.form, .brief)
  }

  /// From the start of one date to the end of another, as of the first and last event of a case.
  public static func long(from first: CalendarDate, to last: CalendarDate) -> String {
    long(DateWords.spanning(first, last), as: .extent)
  }

  /// From the start of one date to the end of another in few columns.
  public static func short(from first: CalendarDate, to last: CalendarDate) -> String {
    short(DateWords.spanning(first, last))
  }

  /// One end of an interval, or a date that is none: `August 2013`.
  public static func long(_ end: PartialDate) -> String {
    long(.single(end), as: .extent)
  }

  /// One end of an interval in few columns: `Aug 2013`.
  public static func short(_ end: PartialDate) -> String {
    short(.single(end))
  }

  /// A day: `2 June 2026`.
  public static func long(_ day: DayNumber) -> String {
    PartialDateWords.long.day(day.calendarDay)
  }

  /// A day in few columns: `2 Jun 2026`.
  public static func short(_ day: DayNumber) -> String {
    PartialDateWords.short.day(day.calendarDay)
  }

  /// The month of a day: `June 2026`.
  public static func longMonth(of day: DayNumber) -> String {
    PartialDateWords.long.month(of: day.calendarDay)
  }

  /// The month of a day in few columns: `Jun 2026`.
  public static func shortMonth(of day: DayNumber) -> String {
    PartialDateWords.short.month(of: day.calendarDay)
  }

  /// A year of the calendar: `2026`, `AD 79`, `45 BC`.
  public static func year(_ year: Int) -> String {
    PartialDateWords.year(year)
  }

  /// The zone of a moment: `UTC`, `UTC minus 5`, `UTC plus 5:30`; nothing where none is known.
  public static func zone(_ time: TimeOfDay) -> String? {
    switch time.zone {
    case nil, .unknownPlace: return nil
    case .utc, .minutes(0): return "UTC"
    case .minutes(let east):
      let (hours, minutes) = abs(east).quotientAndRemainder(dividingBy: 60)
      let part = minutes == 0 ? "" : ":" + PartialDateWords.twoDigits(minutes)
      return "UTC \(east < 0 ? "minus" : "plus") \(hours)\(part)"
    }
  }
}

// MARK: - Intervals

extension DateWords {
  private static func long(_ form: CalendarDate.Form, as reading: Reading) -> String {
    switch form {
    case .single(let date): PartialDateWords.long.words(date)
    case .interval(let start, let end):
      reading == .extent ? extent(start, end) : between(start, end)
    }
  }

  private static func extent(_ start: DateBound, _ end: DateBound) -> String {
    let words = PartialDateWords.long.words
    switch (start, end) {
    case (.date(let start), .date(let end)):
      let (first, last) = (words(start), words(end))
      if first == last { return first }
      return first + (first.contains(",") ? ", to " : " to ") + last
    case (.date(let start), .open): return "since \(words(start)), still open"
    case (.date(let start), .unknown): return "from \(words(start)), end unknown"
    case (.open, .date(let end)): return "until \(words(end)), start open"
    case (.unknown, .date(let end)): return "until \(words(end)), start unknown"
    case (.open, .open): return "start and end open"
    case (.unknown, .unknown): return "start and end unknown"
    case (.unknown, .open): return "start unknown, still open"
    case (.open, .unknown): return "start open, end unknown"
    }
  }

  private static func between(_ start: DateBound, _ end: DateBound) -> String {
    let words = PartialDateWords.long.words
    switch (start, end) {
    case (.date(let start), .date(let end)):
      let (first, last) = (words(start), words(end))
      if first == last { return first }
      return "between \(first)\(first.contains(",") ? ", and " : " and ")\(last)"
    case (.date(let start), _): return "\(words(start)) or later"
    case (_, .date(let end)): return "\(words(end)) or earlier"
    default: return "date unknown"
    }
  }

  private static func short(
    _ form: CalendarDate.Form, _ style: PartialDateWords = .short
  ) -> String {
    let words = style.words
    switch form {
    case .single(let date): return words(date)
    case .interval(.date(let start), .date(let end)):
      let (first, last) = (words(start), words(end))
      return first == last ? first : "\(first) to \(last)"
    case .interval(.date(let start), .open): return "since \(words(start))"
    case .interval(.date(let start), .unknown): return "\(words(start)) to unknown"
    case .interval(.open, .date(let end)): return "until \(words(end))"
    case .interval(.unknown, .date(let end)): return "unknown to \(words(end))"
    case .interval(.open, .open): return "open"
    case .interval(.unknown, .unknown): return "unknown"
    case .interval(.unknown, .open): return "unknown to open"
    case .interval(.open, .unknown): return "open to unknown"
    }
  }

  private static func spanning(_ first: CalendarDate, _ last: CalendarDate) -> CalendarDate.Form {
    if case .single = first.form, first == last { return first.form }
    return .interval(start: first.startBound, end: last.endBound)
  }
}

extension CalendarDate {
  fileprivate var startBound: DateBound {
    switch form {
    case .single(let date): .date(date)
    case .interval(let start, _): start
    }
  }

  fileprivate var endBound: DateBound {
    switch form {
    case .single(let date): .date(date)
    case .interval(_, let end): end
    }
  }
}
