import Testing

@testable import CasebookCore

struct DateWordsTests {
  /// Text, long form, short form.
  @Test(arguments: [
    ("2026-06-02", "2 June 2026", "2 Jun 2026"),
    ("2013-08", "August 2013", "Aug 2013"),
    ("2013", "2013", "2013"),
    ("2013~", "about 2013", "c. 2013"),
    ("2013?", "2013, uncertain", "2013?"),
    ("2013%", "2013, approximate and uncertain", "c. 2013?"),
    ("2013-08?", "August 2013, uncertain", "Aug 2013?"),
    ("2013-08~", "about August 2013", "c. Aug 2013"),
    ("2026-06-02%", "2 June 2026, approximate and uncertain", "c. 2 Jun 2026?"),
    ("2013-22", "summer 2013", "summer 2013"),
    ("2013-24~", "about winter 2013", "c. winter 2013"),
    // Unspecified digits.
    ("201X", "the 2010s", "2010s"),
    ("201X~", "about the 2010s", "c. 2010s"),
    ("200X", "between 2000 and 2009", "2000 to 2009"),
    ("20XX", "between 2000 and 2099", "2000 to 2099"),
    ("20XX~", "between 2000 and 2099, approximate", "c. 2000 to 2099"),
    ("1XXX", "between 1000 and 1999", "1000 to 1999"),
    ("-20XX", "between 2100 BC and 2001 BC", "2100 BC to 2001 BC"),
    ("000X", "between 1 BC and AD 9", "1 BC to AD 9"),
    ("XXXX", "year unknown", "year unknown"),
    ("XXXX-XX", "month and year unknown", "month and year unknown"),
    ("XXXX-XX-XX", "day, month and year unknown", "day, month and year unknown"),
    ("2013-XX", "some month in 2013", "2013"),
    ("2013-XX-XX", "some day in 2013", "2013"),
    ("2013-08-XX", "some day in August 2013", "Aug 2013"),
    ("2013-08-XX~", "some day in August 2013, approximate", "c. Aug 2013"),
    // Years far off.
    ("0000-01-01", "1 January 1 BC", "1 Jan 1 BC"),
    ("-0044-03-15", "15 March 45 BC", "15 Mar 45 BC"),
    ("0079-08-24", "24 August AD 79", "24 Aug AD 79"),
    ("Y170000002", "170000002", "170000002"),
    ("Y-17000", "17001 BC", "17001 BC"),
    // Moments.
    ("2024-02-01T14:05:00-05:00", "1 February 2024, 14:05", "1 Feb 2024, 14:05"),
    ("2024-02-01T14:05", "1 February 2024, 14:05", "1 Feb 2024, 14:05"),
    ("2024-02-01T04:05:09.5Z", "1 February 2024, 04:05:09.5", "1 Feb 2024, 04:05:09.5"),
    ("2024-02-01T04:05:00.0250Z", "1 February 2024, 04:05:00.025", "1 Feb 2024, 04:05:00.025"),
    ("2024-02-01T04:05:00.000Z", "1 February 2024, 04:05", "1 Feb 2024, 04:05"),
    ("2024-02-01T24:00:00", "1 February 2024, 24:00", "1 Feb 2024, 24:00"),
    // Intervals.
    ("2023-10-13/2024-02-01", "13 October 2023 to 1 February 2024", "13 Oct 2023 to 1 Feb 2024"),
    ("1984~/2004-06?", "about 1984 to June 2004, uncertain", "c. 1984 to Jun 2004?"),
    ("1984?/2004", "1984, uncertain, to 2004", "1984? to 2004"),
    ("2024-12/2024-12", "December 2024", "Dec 2024"),
    ("2013?/2013?", "2013, uncertain", "2013?"),
    ("2013?/2013", "2013, uncertain, to 2013", "2013? to 2013"),
    ("2024-04-04/..", "since 4 April 2024, still open", "since 4 Apr 2024"),
    ("2024-04-04/", "from 4 April 2024, end unknown", "4 Apr 2024 to unknown"),
    ("../2013", "until 2013, start open", "until 2013"),
    ("/2013", "until 2013, start unknown", "unknown to 2013"),
    ("../..", "start and end open", "open"),
    ("/", "start and end unknown", "unknown"),
    ("/..", "start unknown, still open", "unknown to open"),
    ("../", "start open, end unknown", "open to unknown"),
  ])
  func datesAreSaidAsFarAsTheyAreKnown(text: String, long: String, short: String) throws {
    let date = try date(text)
    #expect(DateWords.long(date) == long)
    #expect(DateWords.short(date) == short)
  }

  @Test(arguments: [
    ("2013-08", "Aug 2013"), ("2013-08?", "perhaps Aug 2013"), ("2013~", "c. 2013"),
    ("2013-08-15%", "perhaps c. 15 Aug 2013"), ("2023-10-13/..", "since 13 Oct 2023"),
    ("1984~/2004-06?", "c. 1984 to perhaps Jun 2004"), ("2013?/2013?", "perhaps 2013"),
  ])
  func whatIsUncertainIsAWordInABriefSentence(text: String, words: String) throws {
    #expect(DateWords.brief(try date(text)) == words)
  }

  @Test(arguments: [
    ("2023-10/2024-02", "between October 2023 and February 2024"),
    ("2023-10?/2024-02", "between October 2023, uncertain, and February 2024"),
    ("2023-10/..", "October 2023 or later"), ("2023-10/", "October 2023 or later"),
    ("../2013", "2013 or earlier"), ("/2013", "2013 or earlier"), ("/..", "date unknown"),
    ("2013-08", "August 2013"), ("2013-08/2013-08", "August 2013"),
  ])
  func whatHappenedOnceInAnIntervalLiesBetweenItsEnds(text: String, words: String) throws {
    #expect(DateWords.long(try date(text), as: .somewhere) == words)
  }

  @Test(arguments: [
    ("2013-08", "2024-04-19", "August 2013 to 19 April 2024", "Aug 2013 to 19 Apr 2024"),
    ("2013-08/2014", "2024/..", "since August 2013, still open", "since Aug 2013"),
    ("2013-08", "2013-08", "August 2013", "Aug 2013"),
    ("2013-07/2013-08", "2013-08", "July 2013 to August 2013", "Jul 2013 to Aug 2013"),
    ("2024-12/2024-12", "2024-12", "December 2024", "Dec 2024"),
    ("201X", "201X", "the 2010s", "2010s"),
    ("2024-12-05T10:00", "2024-12-05T10:00:00", "5 December 2024, 10:00", "5 Dec 2024, 10:00"),
    ("2013/2014", "2013/2014", "2013 to 2014", "2013 to 2014"),
  ])
  func manyDatesGoFromTheFirstStartToTheLastEnd(
    first: String, last: String, long: String, short: String
  ) throws {
    #expect(DateWords.long(from: try date(first), to: try date(last)) == long)
    #expect(DateWords.short(from: try date(first), to: try date(last)) == short)
  }

  @Test func countedDaysAndMonthsAreSaidAsDates() throws {
    let day = try day("2024-04-04")
    #expect(DateWords.long(day) == "4 April 2024")
    #expect(DateWords.short(day) == "4 Apr 2024")
    #expect(DateWords.longMonth(of: day) == "April 2024")
    #expect(DateWords.shortMonth(of: day) == "Apr 2024")
    #expect(
      [-44, 0, 1, 999, 1_000].map(DateWords.year) == ["45 BC", "1 BC", "AD 1", "AD 999", "1000"])
  }

  @Test(
    arguments: [
      ("", nil), ("-00:00", nil), ("Z", "UTC"), ("+00:00", "UTC"), ("-05:00", "UTC minus 5"),
      ("+05:30", "UTC plus 5:30"), ("-00:15", "UTC minus 0:15"),
    ] as [(String, String?)])
  func zonesAreSaidWithoutSigns(zone: String, words: String?) throws {
    let time = try #require(try date("2024-02-01T14:05:00" + zone).start?.time)
    #expect(DateWords.zone(time) == words)
  }

  @Test func wordsAreAsciiAndAMonthNeverBecomesADay() {
    var texts = DateTexts(seed: 5)
    let dates = (0..<3_000).compactMap { _ in try? CalendarDate(texts.next()) }
    let words = dates.flatMap { [DateWords.long($0), DateWords.short($0), DateWords.brief($0)] }
    #expect(words.count > 2_000)
    #expect(words.allSatisfy { $0.utf8.allSatisfy { 0x20...0x7E ~= $0 } && !$0.isEmpty })
    let months = dates.filter { !$0.isInterval && $0.precision == .month }
    #expect(months.count > 20)
    #expect(months.allSatisfy { !DateWords.long($0).contains("1 August") })
    #expect(months.allSatisfy { DateWords.short($0).split(separator: " ").count <= 4 })
  }
}
