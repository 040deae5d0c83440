import CasebookCanvas
import CasebookCore
import CasebookTesting
import Testing

@testable import CasebookApp

struct LineupSessionTests {
  private static func ids(_ session: Session) -> [String] {
    (0..<session.workspace.results.count).compactMap {
      session.workspace.loadedCase(at: $0)?.id
    }
  }

  private static let files = [
    (
      "a.jsonl",
      """
      {"id":"a","events":[{"type":"detainer","date":"2020-01-01"},\
      {"type":"jail_release","date":"2020-01-31"}]}
      {"id":"b","events":[{"type":"jail_release","date":"2020-01-01"}]}
      {"id":"c","events":[{"type":"detainer","date":"2020-03-01"},\
      {"type":"jail_release","date":"2020-03-02"},{"type":"removal","date":"2021"}]}
      {"id":"d","events":[{"type":"detainer"}]}
      """
    )
  ]

  @Test func anotherOrderKeepsTheSumsAndAnotherFilterDoesNot() throws {
    let session = Session(try TestLibrary.samples())
    session.run(line: "align detainer")
    let first = try #require(session.workspace.lineup)
    session.run(line: "rank -detainer->jail_release")
    #expect(session.workspace.lineup?.summary == first.summary)
    #expect(session.workspace.lineup?.source == first.source)
    session.run(line: "filter status:removed")
    let second = try #require(session.workspace.lineup)
    #expect(second.summary.caseCount == session.workspace.results.count)
    #expect(second.summary.caseCount < first.summary.caseCount)
    session.run(line: "clear")
    #expect(session.workspace.lineup?.summary == first.summary)
  }

  @Test(arguments: [
    ("align detainer", "a c"), ("align last jail_release", "a b c"), ("align 2 detainer", ""),
    ("rank -detainer->jail_release", "a c b d"), ("rank count", "b d a c"),
    ("align off", "a b c d"),
    ("align removal", "c"),
  ])
  func aCommandListsTheCasesItMeans(line: String, ids: String) {
    let session = Session(TestLibrary.library(Self.files))
    session.run(line: line)
    #expect(Self.ids(session).joined(separator: " ") == ids)
  }

  @Test func aFilterHoldsBesidesTheEvent() {
    let session = Session(TestLibrary.library(Self.files))
    session.run(line: "align detainer")
    session.run(line: "filter has:removal or id:b")
    #expect(Self.ids(session) == ["c"])
    #expect(session.state.filter.applied == "has:removal or id:b")
    #expect(session.workspace.lineup?.leftOutCount == 1)
    session.run(line: "align off")
    #expect(Self.ids(session) == ["b", "c"])
  }

  @Test func aWrongFilterIsToldByItsOwnPlaces() {
    let session = Session(TestLibrary.library(Self.files))
    session.run(line: "rank count")
    session.run(line: "align detainer")
    session.type("/colour:red")
    #expect(session.state.filter.error?.range == 0..<6)
  }

  @Test func whatIsLeftOutIsCounted() throws {
    let session = Session(TestLibrary.library(Self.files))
    session.run(line: "align detainer")
    let findings = try #require(session.workspace.lineup)
    #expect(findings.foundCount == 4)
    #expect(findings.leftOutCount == 2)
    #expect(findings.undatedCount == 1)
    #expect(findings.summary.kinds.map(\.type) == ["jail_release", "removal"])
  }

  @Test func theCountsBelongToTheAxisThatIsShown() throws {
    let session = Session(TestLibrary.library(Self.files))
    session.run(line: "align detainer")
    for key in [Key.character("+"), .left, .character("-"), .right, .character("0")] {
      session.press(key)
      let columns = try #require(session.state.layout.lineup?.timeline.columns)
      let axis = session.workspace.lineupAxis(in: session.state, columns: columns)
      #expect(session.workspace.band?.axis == axis)
    }
    session.send(.resized(Size(columns: 120, rows: 40)))
    let columns = try #require(session.state.layout.lineup?.timeline.columns)
    #expect(
      session.workspace.band?.axis
        == session.workspace.lineupAxis(in: session.state, columns: columns))
  }

  @Test func casesThatComeAreLinedUpToo() {
    let session = Session(Library(title: "test"))
    let steps = TestLibrary.steps(Self.files)
    session.run(line: "align detainer")
    session.apply(steps, .done)
    session.takeNews()
    #expect(Self.ids(session) == ["a", "c"])
    #expect(session.workspace.lineup?.foundCount == 4)
  }

  @Test(arguments: [
    (EventAnchor("detainer"), 1, EventAnchor("detainer", .number(2))),
    (EventAnchor("detainer", .number(2)), -1, EventAnchor("detainer")),
    (EventAnchor("detainer", .number(3)), -1, EventAnchor("detainer", .number(2))),
    (EventAnchor("detainer"), -1, EventAnchor("detainer", .last)),
    (EventAnchor("detainer", .last), 1, EventAnchor("detainer")),
  ])
  func stepsGoRound(anchor: EventAnchor, step: Int, next: EventAnchor) {
    var state = State(size: Size(columns: 80, rows: 24))
    state.lineup.anchor = anchor
    #expect(LineupRules.stepped(by: step, state) == next)
  }

  @Test(arguments: [
    (-10...89, 0.5, -5...44), (-10...89, 2.0, -20...179), (100...199, 0.5, 124...173),
    (0...5, 0.5, 0...5),
  ])
  func zoomingKeepsTheEventOrTheMiddle(
    window: ClosedRange<Int>, factor: Double, expected: ClosedRange<Int>
  ) {
    #expect(LineupWindow.zoomed(window, by: factor) == expected)
  }
}
