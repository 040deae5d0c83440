import CasebookCanvas
import CasebookCore
import CasebookTesting
import Testing

@testable import CasebookApp

/// Facets beside the list.
struct FacetTests {
  private func session(_ lines: String..., columns: Int = 120, rows: Int = 40) throws -> Session {
    let session = Session(try TestLibrary.samples(), columns: columns, rows: rows)
    for line in lines { session.run(line: line) }
    return session
  }

  private func filter(_ session: Session) -> String { session.state.filter.applied }

  @Test func choosingAValueTwiceIsChoosingItNotAtAll() throws {
    let session = try session("facets outcome")
    var filters: [String] = []
    for key in [Key.enter, .enter, .character("!"), .enter, .enter] {
      session.press(key)
      filters.append(filter(session))
    }
    #expect(filters == ["outcome:=booked", "", "-outcome:=booked", "outcome:=booked", ""])
  }

  /// A key acts on the value that the cursor was on, however the table changed meanwhile.
  @Test(arguments: ["outcome", "facility", "detainer", "detainer->jail_release", "status"])
  func theCursorStaysOnItsValue(field: String) throws {
    let session = try session("facets \(field)")
    session.press(.down)
    let label = try labelAtHand(session)
    for key in [Key.enter, .character("o"), .enter, .character("o"), .character("!"), .enter] {
      session.press(key)
      #expect(try labelAtHand(session) == label, "\(key)")
    }
    session.run(line: "filter hartford or larkmere or has:detainer")
    #expect(try labelAtHand(session) == label)
  }

  private func labelAtHand(_ session: Session) throws -> String {
    let rows = FacetRows(session.state, session.workspace)
    try #require(rows.count > session.state.facets.position)
    return rows.label(rows[session.state.facets.position]).string
  }

  @Test func aSecondValueIsAddedAndTheFirstDropped() throws {
    let session = try session("facets outcome")
    var filters: [String] = []
    for key in [Key.enter, .down, .enter, .up, .enter] {
      session.press(key)
      filters.append(filter(session))
    }
    #expect(
      filters == [
        "outcome:=booked", "outcome:=booked", "outcome:=\"booked\",\"declined\"",
        "outcome:=\"booked\",\"declined\"", "outcome:=declined",
      ])
    #expect(session.workspace.results.count == 6)
  }

  @Test func aFacetIsCountedWithoutItsOwnTerms() throws {
    let session = try session("facets outcome")
    let before = try #require(session.workspace.facets?.rows)
    session.press(.enter)
    #expect(session.workspace.facets?.rows == before)
    #expect(session.workspace.results.count == 7)
    session.run(line: "facets status")
    #expect(session.workspace.facets?.rows.caseCount == 7)
  }

  @Test func theTermsOfAFacetStayInTheirPlace() throws {
    let session = try session("filter has:detainer outcome:=booked sort:title", "facets outcome")
    session.run(line: "with 2")
    #expect(filter(session) == "has:detainer outcome:=\"booked\",\"declined\" sort:title")
    session.run(line: "with 1")
    session.run(line: "with 2")
    #expect(filter(session) == "has:detainer sort:title")
  }

  @Test func countsFollowTheOtherTerms() throws {
    let session = try session("facets outcome")
    let before = session.workspace.facets?.rows.caseCount
    session.run(line: "filter declined")
    #expect(before == 36)
    #expect(session.workspace.facets?.rows.caseCount == session.workspace.results.count)
    session.run(line: "filter declined outcome:=booked")
    #expect(session.workspace.facets?.rows.caseCount != session.workspace.results.count)
  }

  @Test func whatIsNotSaidIsTheLastRowAndCanBeChosen() throws {
    let session = try session("facets outcome")
    session.type("G")
    session.press(.enter)
    #expect(filter(session) == "no:outcome")
    let facet = try #require(session.workspace.facets?.rows)
    #expect(facet.unknownCount == session.workspace.results.count)
    #expect(facet.caseCount == 36)
  }

  @Test func aValueLeftOutStaysInReach() throws {
    let session = try session("facets outcome", "without 1")
    let rows = FacetRows(session.state, session.workspace)
    let position = try #require(
      (0..<rows.count).first { rows.mark(rows[$0]) == "left out" })
    session.run(line: "without \(position + 1)")
    #expect(filter(session) == "")
  }

  @Test func theRowAtHandIsInSightWhereOneFits() throws {
    let session = try session("facets outcome", columns: 20, rows: 5)
    let rows = FacetRows(session.state, session.workspace)
    for position in 0..<rows.count {
      session.run(line: "facets outcome")
      session.send(.facets(.went(to: position)))
      let label = rows.label(rows[position]).string
      #expect(session.snapshot.contains(label.prefix(6)), "\(label)")
    }
  }

  @Test func aCaseTakesThePlaceOfTheFacets() throws {
    let session = try session("facets outcome")
    session.press(.backTab)
    #expect(session.state.focus == .list)
    session.press(.enter)
    #expect(session.state.focus == .detail)
    #expect(!session.state.facets.isOpen)
    session.press(.character("f"))
    #expect(session.state.facets.request == "outcome")
  }

  @Test(arguments: [
    (120, 40, [Region.facets, .timeline, .list]), (80, 24, [.facets, .list]),
    (40, 12, [.facets, .list]),
  ])
  func theFocusGoesRoundWhatIsInSight(columns: Int, rows: Int, regions: [Region]) throws {
    let session = try session("facets outcome", "list", columns: columns, rows: rows)
    for region in regions {
      session.press(.tab)
      #expect(session.state.focus == region)
    }
  }

  @Test func aFieldIsChosenFromAll() throws {
    let session = try session("facets")
    session.press(.enter)
    #expect(!session.state.facets.request.isEmpty)
    #expect(session.workspace.facets?.text == session.state.facets.request)
  }

  @Test(arguments: [
    ("detainer->jail_release", "0", "same day"), ("detainer->jail_release", "1", "1 day"),
    ("detainer->jail_release", "31..90", "31 to 90 days"),
    ("detainer->jail_release", "731..", "731 days or more"),
    ("detainer by weekday", "1", "Monday"), ("detainer by month", "2023-10", "2023-10"),
    ("outcome", "", "(empty)"), ("outcome", "a..b", "a..b"),
  ])
  func valuesAreCalledByTheirMeaning(subject: String, text: String, label: String) throws {
    let subject = try FacetRequest(subject, in: Schema()).rows
    #expect(FacetWords.label(text, of: subject).string == label)
  }

  @Test(arguments: [
    (0, 10, "0 %"), (1, 1_000, "<1 %"), (1, 3, "33 %"), (2, 3, "67 %"), (0, 0, "0 %"),
  ])
  func sharesAreRoundedAndNeverLost(count: Int, total: Int, share: String) {
    #expect(FacetWords.share(count, of: total).string == share)
  }
}
