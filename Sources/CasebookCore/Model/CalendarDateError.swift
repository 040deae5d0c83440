/// Why a text is not a date of the Extended Date/Time Format, levels 0 and 1.
///
/// `at` counts Unicode scalars from the start of the text, from 0; it may be empty at the end.
public enum CalendarDateError: Error, Sendable, Hashable, Codable {
  /// Nothing, or nothing but blanks.
  case empty
  /// The notation is one of level 2.
  case levelTwo(LevelTwoFeature, at: Range<Int>)
  /// The month is not 1 to 12, nor a season 21 to 24.
  case noSuchMonth(Int, at: Range<Int>)
  /// The month of that year has no such day.
  case noSuchDay(year: Int, month: Int, day: Int, daysInMonth: Int, at: Range<Int>)
  /// The hour, minute or second does not exist.
  case noSuchTime(at: Range<Int>)
  /// The distance from UTC is not one of -12:00 to +14:00.
  case noSuchOffset(at: Range<Int>)
  /// There is no year -0000.
  case negativeZero(at: Range<Int>)
  /// A year of more than four digits begins with `Y`.
  case yearNeedsPrefix(at: Range<Int>)
  /// `Y` is for years of more than four digits, the first of them not 0.
  case prefixNeedsLongYear(at: Range<Int>)
  /// The year has more than 18 digits.
  case yearOutOfRange(at: Range<Int>)
  /// An interval has no end with a time of day.
  case timeInInterval(at: Range<Int>)
  /// An interval has no end with a `Y` year.
  case prefixedYearInInterval(at: Range<Int>)
  /// The last possible day of the end is before the first possible day of the start.
  case endsBeforeItStarts(at: Range<Int>)
  /// Something else stands where a part of a date was expected.
  case badShape(expected: DatePart, at: Range<Int>)
  /// The text is a date of another notation, which is never guessed at.
  case otherNotation(DateNotation, at: Range<Int>)
  /// The text is not a date as it stands; this is, and is probably meant.
  case suggest(String, at: Range<Int>)

  /// The scalars the error is about.
  public var at: Range<Int> {
    switch self {
    case .empty: 0..<0
    case .levelTwo(_, let at), .noSuchMonth(_, let at), .noSuchDay(_, _, _, _, let at),
      .noSuchTime(let at), .noSuchOffset(let at), .negativeZero(let at),
      .yearNeedsPrefix(let at), .prefixNeedsLongYear(let at), .yearOutOfRange(let at),
      .timeInInterval(let at), .prefixedYearInInterval(let at), .endsBeforeItStarts(let at),
      .badShape(_, let at), .otherNotation(_, let at), .suggest(_, let at):
      at
    }
  }
}

/// What level 2 of the format can say and level 1 cannot.
public enum LevelTwoFeature: Sendable, Hashable, Codable, CaseIterable {
  /// `Y17E7`.
  case exponentialYear
  /// `1950S2`.
  case significantDigits
  /// `2001-25` to `2001-41`: seasons with a hemisphere, quarters, quadrimesters, semesters.
  case subYearGrouping
  /// `[1667,1668]`: one of a set.
  case oneOfSet
  /// `{1667,1668}`: all of a set.
  case allOfSet
  /// `2004-?06`: a mark on a part of the date.
  case qualifiedPart
  /// `156X-12-25`: unspecified digits elsewhere than at the right.
  case unspecifiedPart
  /// `2004-06-XX/2004-07-03`.
  case unspecifiedInInterval
  /// `193`, `19`: a decade or a century by its digits.
  case decadeOrCentury
}

/// A part of a date that was expected.
public enum DatePart: Sendable, Hashable, Codable, CaseIterable {
  case year, month, day, time, seconds, offset, end, oneSlash, asciiDigits
}

/// A notation of dates that is not the Extended Date/Time Format.
public enum DateNotation: Sendable, Hashable, Codable, CaseIterable {
  /// `2024-W05-1`.
  case weekDate
  /// `2024-060`.
  case ordinalDate
  /// `01/02/2024`, whose day and month cannot be told apart.
  case slashedDate
}
