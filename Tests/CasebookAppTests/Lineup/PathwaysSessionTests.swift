import CasebookCanvas
import CasebookCore
import CasebookTesting
import Testing

@testable import CasebookApp

struct PathwaysSessionTests {
  @Test(arguments: ["pathways", "begin-at detainer", "backwards", "merge-repeats"])
  func keepingARowListsExactlyItsCases(line: String) throws {
    let library = try TestLibrary.samples()
    let session = Session(library)
    session.run(line: "pathways")
    session.run(line: line)
    let found = try #require(session.workspace.pathways)
    let rows = session.state.pathways.outline(of: found).rows
    #expect(rows.count > 10)
    for (number, row) in rows.enumerated() {
      if case .others = row.kind { continue }
      let other = Session(library)
      other.run(line: "pathways")
      other.run(line: line)
      other.send(.page(.went(to: number)))
      other.press(.enter)
      #expect(other.workspace.results.count == row.caseCount, "\(other.state.filter.applied)")
    }
  }

  @Test func openingAndShuttingLeadsThereAndBack() throws {
    let session = Session(try TestLibrary.samples())
    session.run(line: "pathways")
    let before = session.snapshot
    session.press(.left)
    #expect(session.snapshot != before)
    session.press(.right)
    #expect(session.snapshot == before)
  }

  @Test func openingAtTheDepthTellsOneStepMoreApart() throws {
    let session = Session(try TestLibrary.samples())
    session.run(line: "pathways")
    session.press(.down, .down, .down, .right)
    #expect(session.state.pathways.depth == 5)
    #expect(session.workspace.pathways?.depth == 5)
    #expect(session.state.page?.line == 3)
  }

  @Test func anotherFilterMakesThemStale() throws {
    let session = Session(try TestLibrary.samples())
    session.run(line: "pathways")
    session.send(.page(.closed))
    session.run(line: "filter has:detainer")
    #expect(session.workspace.pathways == nil)
    session.run(line: "pathways")
    #expect(session.workspace.pathways?.caseCount == 23)
  }

  @Test func pathsBeginAtTheEventCasesAreLinedUpOn() throws {
    let session = Session(try TestLibrary.samples())
    session.run(line: "align last detainer")
    session.run(line: "pathways")
    #expect(session.workspace.pathways?.rule.start == EventAnchor("detainer", .last))
    #expect(session.workspace.pathways?.withoutStart == 13)
  }

  @Test func moreStepsThanAreShownAreOneRow() throws {
    let session = Session(try TestLibrary.samples())
    session.run(line: "pathways")
    let found = try #require(session.workspace.pathways)
    let rows = PathwayOutline(found, isOpen: { _ in false }, limit: { _ in 2 }).rows
    #expect(rows.map(\.caseCount) == [13, 6, 17])
    #expect(rows.last?.kind == .others(nil, count: 9))
    #expect(rows.reduce(0) { $0 + $1.caseCount } == found.pathCount)
  }
}
