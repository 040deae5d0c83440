import CasebookCore
import CasebookText

/// Why a text is not a date, in words.
enum DateErrorWords {
  static func text(_ error: CalendarDateError) -> ShownText {
    switch error {
    case .empty: "it is blank"
    case .levelTwo(let feature, _): "\(name(feature)) is of EDTF level 2; level 1 is read"
    case .noSuchMonth(let month, _): "there is no month or season \(month)"
    case .noSuchDay(let year, let month, _, let days, _):
      "\(name(month: month)) \(year) has \(days) days"
    case .noSuchTime: "the time of day does not exist"
    case .noSuchOffset: "the distance from UTC lies beyond -12:00 to +14:00"
    case .negativeZero: "there is no year -0000"
    case .yearNeedsPrefix: "a year of more than four digits begins with Y"
    case .prefixNeedsLongYear: "Y is for years of more than four digits"
    case .yearOutOfRange: "the year has too many digits"
    case .timeInInterval: "an interval is between days, without times"
    case .prefixedYearInInterval: "an interval has no years with Y"
    case .endsBeforeItStarts: "it ends before it starts"
    case .badShape(let part, _): "expected \(name(part))"
    case .otherNotation(let notation, _): "\(name(notation)) is not read; write 2013-08-31"
    case .suggest(let text, _): "write \(ProblemWords.quoted(text)) if that is meant"
    }
  }

  private static func name(month: Int) -> ShownText {
    let names: [ShownText] = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return names.indices.contains(month - 1) ? names[month - 1] : "\(month)"
  }

  private static func name(_ feature: LevelTwoFeature) -> ShownText {
    switch feature {
    case .exponentialYear: "a year with E"
    case .significantDigits: "a year with S"
    case .subYearGrouping: "this part of a year"
    case .oneOfSet: "one of a set"
    case .allOfSet: "a set"
    case .qualifiedPart: "a mark on a part of the date"
    case .unspecifiedPart: "X inside the date"
    case .unspecifiedInInterval: "X in an interval"
    case .decadeOrCentury: "a decade or century by its digits"
    }
  }

  private static func name(_ part: DatePart) -> ShownText {
    switch part {
    case .year: "a year of four digits"
    case .month: "a month of two digits"
    case .day: "a day of two digits"
    case .time: "a time such as 14:05:00"
    case .seconds: "seconds"
    case .offset: "Z or a distance such as -05:00"
    case .end: "the end of the date"
    case .oneSlash: "one slash"
    case .asciiDigits: "digits 0 to 9"
    }
  }

  private static func name(_ notation: DateNotation) -> ShownText {
    switch notation {
    case .weekDate: "a week date"
    case .ordinalDate: "a date by day of the year"
    case .slashedDate: "a date with slashes, whose day and month are ambiguous,"
    }
  }
}
