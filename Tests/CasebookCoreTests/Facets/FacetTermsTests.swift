import Testing

@testable import CasebookCore

/// Which terms of a filter choose among the values of a facet.
struct FacetTermsTests {
  private func subject(_ text: String) throws -> FacetSubject {
    try FacetRequest(text, in: Schema()).rows
  }

  private func terms(_ text: String, of subject: String) throws -> FacetTerms {
    FacetTerms(try Query.parse(text).terms, of: try self.subject(subject))
  }

  @Test(
    arguments: [
      ("outcome:=booked", "outcome", ["outcome:=booked"], [], []),
      (
        "outcome:=\"booked\",\"declined\"", "outcome", ["outcome:=booked", "outcome:=declined"], [],
        []
      ),
      ("outcome:=booked,declined", "outcome", ["outcome:=\"booked,declined\""], [], []),
      ("outcome:booked", "outcome", ["outcome:booked"], [], []),
      ("no:outcome", "outcome", ["no:outcome"], [], []),
      ("(outcome:=booked or no:outcome)", "outcome", ["outcome:=booked", "no:outcome"], [], []),
      (
        "-outcome:=booked -outcome:=lifted", "outcome", [], ["outcome:=booked", "outcome:=lifted"],
        []
      ),
      ("has:outcome", "outcome", [], ["no:outcome"], []),
      ("hartford outcome:=booked", "outcome", ["outcome:=booked"], [], ["hartford"]),
      ("facility:=\"A, B\",c", "facility", ["facility:=\"A, B\"", "facility:=c"], [], []),
      ("age:26", "age", ["age:26"], [], []), ("age:18..26", "age", [], [], ["age:18..26"]),
      ("age<18", "age", [], [], ["age<18"]),
      ("facility:/x/", "facility", [], [], ["facility:/x/"]),
      ("outcome_basis:=reported", "outcome", [], [], ["outcome_basis:=reported"]),
      ("detainer.outcome:=booked", "outcome", [], [], ["detainer.outcome:=booked"]),
      ("detainer:2013", "detainer", ["detainer:2013"], [], []),
      ("detainer:2013", "detainer by month", [], [], ["detainer:2013"]),
      ("detainer:2013-10", "detainer by month", ["detainer:2013-10"], [], []),
      ("detainer:2013-10", "detainer", [], [], ["detainer:2013-10"]),
      ("detainer:2013", "detainer by weekday", [], [], ["detainer:2013"]),
      ("certain:detainer:2013", "detainer", [], [], ["certain:detainer:2013"]),
      ("outcome:=a outcome:=b", "outcome", ["outcome:=a"], [], ["outcome:=b"]),
      ("(outcome:=a or hartford)", "outcome", [], [], ["(outcome:=a or hartford)"]),
      (
        "(detainer->jail_release>=31d detainer->jail_release<=90d)", "detainer->jail_release",
        ["detainer->jail_release>=31d detainer->jail_release<=90d"], [], []
      ),
      ("-detainer->jail_release", "detainer->jail_release", ["-detainer->jail_release"], [], []),
      (
        "detainer->jail_release<=91d", "detainer->jail_release", [], [],
        ["detainer->jail_release<=91d"]
      ),
    ] as [(String, String, [String], [String], [String])])
  func termsOfSingleValuesBelongToTheFacet(
    filter: String, subject: String, chosen: [String], leftOut: [String], others: [String]
  ) throws {
    let terms = try terms(filter, of: subject)
    #expect(terms.chosen == chosen)
    #expect(terms.leftOut == leftOut)
    #expect(terms.others == others)
  }

  @Test(arguments: [
    ("", "outcome:=booked", ["outcome:=booked"]), ("outcome:=booked", "outcome:=booked", []),
    ("outcome:=booked", "outcome:=lifted", ["outcome:=\"booked\",\"lifted\""]),
    ("outcome:=\"booked\",\"lifted\"", "outcome:=booked", ["outcome:=lifted"]),
    ("outcome:=booked", "no:outcome", ["outcome:=booked or no:outcome"]),
    ("outcome:Booked", "outcome:=booked", []),
    ("outcome:lifted", "outcome:=booked", ["outcome:lifted or outcome:=booked"]),
    ("-outcome:=booked", "outcome:=booked", ["outcome:=booked"]),
    ("-outcome:=lifted", "outcome:=booked", ["outcome:=booked", "-outcome:=lifted"]),
  ])
  func choosingAgainChoosesNoLonger(filter: String, value: String, written: [String]) throws {
    var terms = try terms(filter, of: "outcome")
    terms.choose(value)
    #expect(terms.written == written)
  }

  @Test(arguments: [
    ("", "outcome:=booked", ["-outcome:=booked"]), ("-outcome:=booked", "outcome:=booked", []),
    ("outcome:=\"booked\",\"lifted\"", "outcome:=booked", ["outcome:=lifted", "-outcome:=booked"]),
    ("", "no:outcome", ["has:outcome"]), ("has:outcome", "no:outcome", []),
  ])
  func leavingOutAgainListsThemAgain(filter: String, value: String, written: [String]) throws {
    var terms = try terms(filter, of: "outcome")
    terms.leaveOut(value)
    #expect(terms.written == written)
  }

  /// Every stretch of days can be chosen beside every other, and what is written says the same.
  @Test(arguments: ["detainer->jail_release", "detainer_to_release"])
  func whatIsWrittenIsReadBack(text: String) throws {
    let subject = try subject(text)
    for one in 0..<DayBucket.count {
      for other in 0..<DayBucket.count where other != one {
        var terms = FacetTerms([], of: subject)
        terms.choose(subject.intervalTerm(one))
        terms.choose(subject.intervalTerm(other))
        let read = FacetTerms(
          try Query.parse(Query.text(joining: terms.written)).terms, of: subject)
        #expect(read.chosen == [subject.intervalTerm(one), subject.intervalTerm(other)])
        terms.choose(subject.intervalTerm(one))
        #expect(terms.chosen == [subject.intervalTerm(other)])
      }
    }
  }
}
