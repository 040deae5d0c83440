import Testing

@testable import CasebookCore

struct CalendarDateErrorTests {
  @Test(arguments: [
    // Numbers that do not exist.
    ("2013-13", "noSuchMonth(13) 5..<7"),
    ("2013-00", "noSuchMonth(0) 5..<7"),
    ("2013-20", "noSuchMonth(20) 5..<7"),
    ("2013-42", "noSuchMonth(42) 5..<7"),
    ("2013-02-30", "noSuchDay(2013, 2, 30 of 28) 8..<10"),
    ("1900-02-29", "noSuchDay(1900, 2, 29 of 28) 8..<10"),
    ("2013-04-31", "noSuchDay(2013, 4, 31 of 30) 8..<10"),
    ("2013-04-00", "noSuchDay(2013, 4, 0 of 30) 8..<10"),
    ("2013-01-01/2013-02-30", "noSuchDay(2013, 2, 30 of 28) 19..<21"),
    ("-0000", "negativeZero 0..<5"),
    ("-0000-01-01", "negativeZero 0..<5"),
    // Times.
    ("2024-06-01T24:00:01", "noSuchTime 11..<19"),
    ("2024-06-01T25:00:00", "noSuchTime 11..<19"),
    ("2024-06-01T23:60:00", "noSuchTime 11..<19"),
    ("2024-06-01T23:58:60Z", "noSuchTime 11..<19"),
    ("2024-06-01T00:00:00+14:01", "noSuchOffset 19..<25"),
    ("2024-06-01T00:00:00-12:01", "noSuchOffset 19..<25"),
    ("2024-06-01T00:00:00+01:60", "noSuchOffset 19..<25"),
    ("2024-06-01T00:00:00-00", "noSuchOffset 19..<22"),
    ("2024-06-01T1:10:10", "time 12..<13"),
    ("2024-06-01T10:10:1", "seconds 18..<18"),
    ("2024-06-01T10:10:10.", "seconds 20..<20"),
    ("2024-06-01T10:10:10Z15", "end 20..<21"),
    ("2024-06-01T10:10:10?", "end 19..<20"),
    ("2024-06T10:10:10", "end 7..<8"),
    ("2024-06-01T10:00:00/2024-06-02", "timeInInterval 10..<19"),
    // Years.
    ("10000-01-01", "yearNeedsPrefix 0..<5"),
    ("2147483648", "yearNeedsPrefix 0..<10"),
    ("Y2006", "prefixNeedsLongYear 0..<5"),
    ("Y-9999", "prefixNeedsLongYear 0..<6"),
    ("Y00001", "prefixNeedsLongYear 0..<6"),
    ("Y", "year 1..<1"),
    ("Y17000-01", "end 6..<7"),
    ("Y1234567890123456789", "yearOutOfRange 0..<20"),
    ("Y-61000/-2000", "prefixedYearInInterval 0..<7"),
    // Intervals.
    ("2014/2013", "endsBeforeItStarts 5..<9"),
    ("2014-02-02/2014-02-01", "endsBeforeItStarts 11..<21"),
    ("2012-24/2012-21", "endsBeforeItStarts 8..<15"),
    ("2012/2013/2014", "oneSlash 9..<10"),
    ("2000/12-12", "year 7..<8"),
    // Shapes.
    ("", "empty 0..<0"),
    (" \u{A0}", "empty 0..<0"),
    ("unknown", "year 0..<1"),
    ("1e3", "year 1..<2"),
    ("2013-", "month 5..<5"),
    ("2013-08-", "day 8..<8"),
    ("2013-21-05", "end 7..<8"),
    ("2024-06-01junk", "end 10..<11"),
    ("2013??", "end 5..<6"),
    ("2013 08", "end 4..<5"),
    ("2013-\u{E9}", "asciiDigits 5..<6"),
    ("e\u{301}2013", "asciiDigits 1..<2"),
    ("2013\u{0}", "end 4..<5"),
    // Other notations, never guessed at.
    ("01/02/2024", "slashedDate 0..<10"),
    ("1/2/24", "slashedDate 0..<6"),
    ("2024-W05-1", "weekDate 0..<10"),
    ("2024-060", "ordinalDate 0..<8"),
  ])
  func textsAreRefusedWithTheReasonAndThePlace(text: String, expected: String) {
    #expect(reason(text) == expected)
  }

  @Test(arguments: [
    ("Y17E7", "exponentialYear 0..<5"),
    ("Y-17e7", "exponentialYear 0..<6"),
    ("Y3388E2S3", "exponentialYear 0..<9"),
    ("Y171010000S3", "significantDigits 0..<12"),
    ("1950S2", "significantDigits 0..<6"),
    ("2001-25", "subYearGrouping 5..<7"),
    ("2001-41", "subYearGrouping 5..<7"),
    ("[1667,1668,1670..1672]", "oneOfSet 0..<22"),
    ("{1960,1961-12}", "allOfSet 0..<14"),
    ("?2004-06", "qualifiedPart 0..<8"),
    ("2004?-06-11", "qualifiedPart 0..<11"),
    ("2004-06-~11", "qualifiedPart 0..<11"),
    ("?-2004-06-04~", "qualifiedPart 0..<13"),
    ("2019-12/%2020", "qualifiedPart 8..<13"),
    ("156X-12-25", "unspecifiedPart 0..<10"),
    ("1XXX-XX", "unspecifiedPart 0..<7"),
    ("XXXX-12-XX", "unspecifiedPart 0..<10"),
    ("1984-1X", "unspecifiedPart 0..<7"),
    ("1560-XX-25", "unspecifiedPart 0..<10"),
    ("1XX3", "unspecifiedPart 0..<4"),
    ("2004-06-XX/2004-07-03", "unspecifiedInInterval 0..<10"),
    ("1987/199X", "unspecifiedInInterval 5..<9"),
    ("193", "decadeOrCentury 0..<3"),
    ("-19~", "decadeOrCentury 0..<4"),
  ])
  func levelTwoIsRefusedByName(text: String, expected: String) {
    #expect(reason(text) == "level 2: " + expected)
  }

  @Test(arguments: [
    ("2013-8", "2013-08"), ("2013-8-5", "2013-08-05"), ("2013-8?", "2013-08?"),
    ("20240601", "2024-06-01"), ("2024/06/01", "2024-06-01"), ("2024/6/1", "2024-06-01"),
    (" 2024-06-01", "2024-06-01"), ("2024-06-01\n", "2024-06-01"), ("201x", "201X"),
    ("y17000", "Y17000"), ("2024-06-01t10:00:00z", "2024-06-01T10:00:00Z"),
    ("2024-06-01 10:00:00", "2024-06-01T10:00:00"), ("+2006%", "2006%"),
    ("2013-8/2014-2", "2013-08/2014-02"), ("2024\u{2011}06\u{2011}01", "2024-06-01"),
    ("\u{662}\u{660}\u{662}\u{664}", "2024"), ("20240601T10:00:00", "2024-06-01T10:00:00"),
    ("13/10/2023", "2023-10-13"), ("10/13/2023", "2023-10-13"), ("13.10.2023", "2023-10-13"),
    ("5/5/2023", "2023-05-05"), ("31-1-2024", "2024-01-31"),
    ("Oct 13, 2023", "2023-10-13"), ("October 13 2023", "2023-10-13"), ("1 Feb 2024", "2024-02-01"),
    ("Friday, 13 October 2023", "2023-10-13"), ("Sept 2023", "2023-09"),
    ("February 1st, 2024", "2024-02-01"), ("13-Oct-2023", "2023-10-13"),
    ("2023-01-01..2023-06-30", "2023-01-01/2023-06-30"), ("2023-01..", "2023-01/.."),
    ("..2023", "../2023"), ("2023 to 2024", "2023/2024"),
    ("2023-01-01 - 2023-06-30", "2023-01-01/2023-06-30"),
    ("1 Feb 2024 to 3 March 2024", "2024-02-01/2024-03-03"),
    ("13/10/2023..14/10/2023", "2023-10-13/2023-10-14"),
  ])
  func nearMissesAreRefusedWithWhatIsMeant(text: String, meant: String) {
    #expect(reason(text).hasPrefix("suggest \(meant) "))
  }

  @Test func longTextsThatAreNoDatesAreRefused() {
    #expect(reason(String(repeating: "9", count: 100_000)) == "yearNeedsPrefix 0..<100000")
    #expect(reason(String(repeating: "-", count: 100_000)) == "year 1..<2")
    #expect(reason("2013-08" + String(repeating: "\u{301}", count: 100_000)) == "asciiDigits 7..<8")
  }
}

/// The reason why a text is refused, and where; `accepted` where it is not.
private func reason(_ text: String) -> String {
  do {
    _ = try CalendarDate(text)
    return "accepted"
  } catch {
    return "\(words(error)) \(error.at)"
  }
}

private func words(_ error: CalendarDateError) -> String {
  switch error {
  case .empty: "empty"
  case .levelTwo(let feature, _): "level 2: \(feature)"
  case .noSuchMonth(let month, _): "noSuchMonth(\(month))"
  case .noSuchDay(let year, let month, let day, let length, _):
    "noSuchDay(\(year), \(month), \(day) of \(length))"
  case .noSuchTime: "noSuchTime"
  case .noSuchOffset: "noSuchOffset"
  case .negativeZero: "negativeZero"
  case .yearNeedsPrefix: "yearNeedsPrefix"
  case .prefixNeedsLongYear: "prefixNeedsLongYear"
  case .yearOutOfRange: "yearOutOfRange"
  case .timeInInterval: "timeInInterval"
  case .prefixedYearInInterval: "prefixedYearInInterval"
  case .endsBeforeItStarts: "endsBeforeItStarts"
  case .badShape(let expected, _): "\(expected)"
  case .otherNotation(let notation, _): "\(notation)"
  case .suggest(let meant, _): "suggest \(meant)"
  }
}
