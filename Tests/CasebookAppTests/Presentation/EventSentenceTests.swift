import CasebookApp
import CasebookCore
import CasebookText
import Testing

@Suite struct EventSentenceTests {
  private let events = [
    Event(type: "detainer", date: try? CalendarDate("2023-10-13/2024-02-01")),
    Event(type: "jail_release", date: try? CalendarDate("2024-02-01")),
  ]

  @Test(arguments: [
    (80, "Release from jail, 1 February 2024. 111 days after the detainer.", ""),
    (63, "Release from jail, 1 Feb 2024. 111 days after the detainer.", ""),
    (58, "Release from jail, 111 days after the detainer.", ""),
    (46, "Release from jail, 1 February 2024.", "111 days after the detainer."),
    (34, "Release from jail, 1 Feb 2024.", "111 days after the detainer."),
    (10, "Release from jail, 1 Feb 2024.", "111 days after the detainer."),
  ])
  func theEventIsNamedBeforeTheInterval(_ columns: Int, _ words: String, _ rest: String) {
    let sentence = EventSentence(
      1, of: events, CaseIntervals(events), .standard, columns: columns)
    #expect([sentence.words.string, sentence.rest.string] == [words, rest])
  }

  @Test(arguments: [
    ("2013-08-01T14:05:00", "Charge, 1 August 2013, 14:05."), ("-", "Charge, date unknown."),
  ])
  func anEventWithoutOneBeforeIsSaidWithItsDate(_ date: String, _ words: String) {
    let events = [Event(type: "criminal_charge", date: try? CalendarDate(date))]
    let sentence = EventSentence(0, of: events, CaseIntervals(events), .standard)
    #expect([sentence.words.string, sentence.rest.string] == [words, ""])
  }

  @Test(arguments: [
    ("2013-08?", "Charge, August 2013, uncertain.", "Charge, perhaps Aug 2013."),
    ("2013-08~", "Charge, about August 2013.", "Charge, c. Aug 2013."),
    (
      "2013-08%", "Charge, August 2013, approximate and uncertain.",
      "Charge, perhaps c. Aug 2013."
    ),
  ])
  func marksOfDatesAreWords(_ date: String, _ long: String, _ brief: String) {
    let events = [Event(type: "criminal_charge", date: try? CalendarDate(date))]
    for (columns, words) in [(80, long), (10, brief)] {
      let sentence = EventSentence(
        0, of: events, CaseIntervals(events), .standard, columns: columns)
      #expect(sentence.words.string == words)
    }
  }

  @Test func thereIsNoSentenceOfNoEvent() {
    #expect(EventSentence(2, of: events, CaseIntervals(events), .standard).words.isEmpty)
  }
}
