/// A date of the Extended Date/Time Format (ISO 8601-2, EDTF levels 0 and 1), kept as written.
///
/// `2013-08` is a month for ever and never becomes a day of it. Years are astronomical and of the
/// proleptic Gregorian calendar. A moment counts as the day that is written, whatever its zone.
///
/// Beyond the profile's letter three common writings of moments are read: `hh:mm` without seconds,
/// fractions of a second, and the zone `±hhmm`. 24:00:00 is the end of the written day, a leap
/// second is read where one can be (23:59:60 UTC), and `-00:00` is UTC of an unknown place.
public struct CalendarDate: Sendable {
  /// The text as written; always ASCII.
  public let text: String
  /// The parts.
  public let form: Form
  /// The days it may mean and its kind, for columns.
  public let span: DateSpan

  /// One date, or an interval of two ends.
  public enum Form: Sendable, Hashable {
    /// One date.
    case single(PartialDate)
    /// An interval, as `start/end`.
    case interval(start: DateBound, end: DateBound)
  }

  /// Reads a date.
  ///
  /// - Throws: the first reason why the text is not a date of level 0 or 1.
  public init(_ text: String) throws(CalendarDateError) {
    do {
      form = try CalendarDateParser.parse(Array(text.utf8))
    } catch {
      throw CalendarDateDiagnosis.refine(error, of: text)
    }
    self.text = text
    span = form.span
  }
}

/// An end of an interval.
public enum DateBound: Sendable, Hashable {
  /// A date.
  case date(PartialDate)
  /// `..`: the interval has no end there.
  case open
  /// Nothing: there is an end, and it is not known.
  case unknown

  /// The date, where there is one.
  public var date: PartialDate? {
    guard case .date(let date) = self else { return nil }
    return date
  }
}

extension CalendarDate {
  /// The date, or the start of the interval; nothing where that is open or unknown.
  public var start: PartialDate? {
    switch form {
    case .single(let date): date
    case .interval(let start, _): start.date
    }
  }

  /// The date, or the end of the interval; nothing where that is open or unknown.
  public var end: PartialDate? {
    switch form {
    case .single(let date): date
    case .interval(_, let end): end.date
    }
  }

  /// The first possible day; nothing where it is unbounded.
  public var earliest: DayNumber? { span.earliestDay }
  /// The last possible day; nothing where it is unbounded.
  public var latest: DayNumber? { span.latestDay }
  /// Whether an end is marked `?` or `%`.
  public var isUncertain: Bool { span.flags.contains(.uncertain) }
  /// Whether an end is marked `~` or `%`.
  public var isApproximate: Bool { span.flags.contains(.approximate) }
  /// Whether it has no mark, no unspecified digit and, as an interval, both ends.
  public var isCertain: Bool { span.isCertain }
  /// Whether it has two ends.
  public var isInterval: Bool { span.flags.contains(.interval) }
  /// Whether it starts with `..`.
  public var hasOpenStart: Bool { span.flags.contains(.openStart) }
  /// Whether it ends with `..`.
  public var hasOpenEnd: Bool { span.flags.contains(.openEnd) }
  /// Whether its start is left empty.
  public var hasUnknownStart: Bool { span.flags.contains(.unknownStart) }
  /// Whether its end is left empty.
  public var hasUnknownEnd: Bool { span.flags.contains(.unknownEnd) }

  /// How much is known of the date, or of the less exact end of an interval.
  public var precision: DatePrecision {
    switch form {
    case .single(let date): date.precision
    case .interval(let start, let end):
      min(start.date?.precision ?? .unknown, end.date?.precision ?? .unknown)
    }
  }
}
