import CasebookCore
import CasebookText
import Testing

@testable import CasebookApp

/// The words of numbers, dates, intervals and what is not known, by rule.
struct SentenceTests {
  @Test(arguments: [
    (0, "0 cases"), (1, "1 case"), (2, "2 cases"), (999, "999 cases"), (1_000, "1,000 cases"),
    (79_053, "79,053 cases"), (1_000_000, "1,000,000 cases"),
  ])
  func countsAreGroupedAndOnlyOneIsSingular(count: Int, words: String) {
    #expect(CountWords.cases(count).string == words)
    #expect(
      CountWords.events(count).string
        == words.replacing("cases", with: "events").replacing("case", with: "event"))
  }

  @Test(arguments: [
    ("2013", "2013", "2013"), ("2013-08", "August 2013", "2013-08"),
    ("2013-08-02", "2 August 2013", "2013-08-02"),
    ("2013~", "about 2013", "2013~"), ("2013-08?", "August 2013, uncertain", "2013-08?"),
    ("201X", "the 2010s", "201X"),
    ("2023-10-13/2024-02-01", "13 October 2023 to 1 February 2024", "2023-10-13 to 2024-02-01"),
    ("2024-02-01/..", "since 1 February 2024, still open", "2024-02-01 to open"),
    ("../2024-02-01", "until 1 February 2024, start open", "open to 2024-02-01"),
    ("2024-02-01/", "from 1 February 2024, end unknown", "2024-02-01 to unknown"),
    ("2013-22", "summer 2013", "2013-22"), ("2024-12/2024-12", "December 2024", "2024-12"),
  ])
  func datesAreSaidAsWordsOrAsWritten(written: String, words: String, iso: String) throws {
    let date = try CalendarDate(written)
    #expect(DateText.words(date, .long).string == words)
    #expect(DateText.words(date, .iso).string == iso)
  }

  @Test func whatHasNoDateSaysSo() {
    for form in [DateForm.short, .long, .iso] {
      #expect(DateText.words(nil, form).string == "date unknown")
    }
    #expect(DateText.words(written: "some day").string == "some day")
  }

  @Test(arguments: [
    (0.0, "0 days", "0 d"), (1.0, "1 day", "1 d"), (1.5, "2 days", "2 d"),
    (111.0, "111 days", "111 d"), (1_204.0, "1,204 days", "1,204 d"),
  ])
  func daysAreWholeAndGrouped(days: Double, long: String, short: String) {
    #expect(DayWords.long(days).string == long)
    #expect(DayWords.short(days).string == short)
  }

  @Test(arguments: [
    (0.0, "0"), (0.001, "less than 1"), (0.004, "less than 1"), (0.079, "8"), (0.5, "50"),
    (1.0, "100"),
  ])
  func sharesAreWholePercents(share: Double, words: String) {
    #expect(DayWords.percent(share).string == words)
  }

  @Test(arguments: [
    ("2023-10-13", "2024-02-01", "111 days"), ("2024-01-31", "2024-02-01", "1 day"),
    ("2024-02-01", "2024-02-01", "same day"), ("2013-08-31", "2023-08-31", "10 years"),
    ("2013-08-31", "2024-04-30", "10 years and 8 months"),
  ])
  func lengthsAreSaidInTheUnitsThatTellThem(from: String, to: String, words: String) throws {
    let start = try #require(CalendarDate(from).earliest)
    let end = try #require(CalendarDate(to).earliest)
    #expect(IntervalWords.long(CalendarLength(from: start, to: end)) == words)
  }

  @Test(arguments: [
    ("hartford", "text has \"hartford\""), ("-hartford", "text does not have \"hartford\""),
    ("outcome:declined", "outcome is declined"), ("facility:ford", "facility has ford"),
    ("outcome:=declined", "outcome is declined"),
    ("-outcome:=booked", "outcome is not booked"),
    ("detainer.outcome:=declined", "detainer outcome is declined"),
    ("outcome:declined,booked", "outcome is declined or booked"),
    ("age:<18", "age is below 18"), ("-age:<18", "age is not below 18"),
    ("age:>=18", "age is at least 18"), ("has:detainer", "has detainer"),
    ("no:ice_arrest", "has no ice arrest"), ("-has:detainer", "has no detainer"),
    ("is:marked", "is marked"), ("-is:marked", "is not marked"),
    ("/I-?247/", "text fits the pattern \"I-?247\""),
    ("-id:/^ct/", "id does not fit the pattern \"^ct\""),
    ("date:/2013-10/", "date fits the pattern \"2013-10\""),
    ("@open-cases", "saved filter open-cases"),
    ("detainer->ice_arrest<=90d", "detainer then ice arrest within 90 days"),
    ("-detainer->ice_arrest", "not (detainer then ice arrest)"),
    ("jail_release!->ice_arrest", "jail release then no ice arrest"),
    ("count(detainer)>=2", "detainer at least 2 times"),
    ("count(detainer):1", "detainer exactly once"),
    (
      "detainer(outcome:declined facility:ford)",
      "detainer whose (outcome is declined and facility has ford)"
    ),
    ("(outcome:declined or has:hearing)", "outcome is declined or has hearing"),
    ("interval:\"detainer to release\">90d", "detainer to release is above 90 days"),
    (
      "path(detainer->jail_release whole)",
      "path begins with detainer then jail release, nothing after"
    ),
    ("sort:-length_of_stay,title", "sorted by length of stay, longest first, then title"),
    ("unread(able", "unread(able"),
  ])
  func termsOfAFilterAreSaid(term: String, words: String) {
    #expect(TermWords().words(term).string == words)
  }

  @Test(arguments: [
    ("date:2023-10", "date in October 2023"), ("date:2023-10-13", "date on 13 October 2023"),
    ("date:2023-10..2024-02", "date between October 2023 and February 2024"),
    ("date:2023-10..", "date since October 2023"), ("date:..2023-10", "date until October 2023"),
    ("-date:2013", "date not in 2013"), ("date:>2023", "date after 2023"),
    ("date:<=2023-06", "date until June 2023"), ("date:<30d", "date in the last 30 days"),
    ("date:>=6mo", "date at least 6 months ago"), ("detainer:2023", "detainer in 2023"),
    ("certain:date:2023", "certain date in 2023"),
    ("detainer:hartford", "detainer has \"hartford\""),
    ("birth_year:1990", "birth year has 1990"), ("age:18..25", "age is 18 to 25"),
    ("age:18..", "age is at least 18"),
    ("length_of_stay:30d..60d", "length of stay is 30 to 60 days"),
    ("facility:18-20", "facility has 18-20"),
  ])
  func timesAndRangesOfAFilterAreSaid(term: String, words: String) {
    #expect(TermWords().words(term).string == words)
  }

  @Test func datesOfAFilterAreSaidAsTheUserWantsDates() {
    var terms = TermWords()
    terms.dates = .iso
    #expect(
      terms.words("date:2023-10-13..2024-04").string == "date between 2023-10-13 and 2024-04")
  }

  @Test(arguments: [
    ("Outcome: declined", "Outcome: declined."), ("Really?", "Really?"), ("Stop!", "Stop!"),
    ("Done.", "Done."), ("2013-08?", "2013-08?"),
  ])
  func sentencesAreClosed(text: ShownText, closed: String) {
    #expect(SpokenText.closed(text).string == closed)
  }

  @Test func whatIsMeantByABeginningOfSeveralCommandsIsNamed() throws {
    #expect(
      throws: CommandFailure(
        "prev may be previous, previous-event, previous-same or previous-term",
        next: "Type more of one")
    ) {
      try Registry.standard.parse("prev")
    }
  }
}
