import CasebookCanvas
import CasebookCore
import CasebookTesting
import CasebookText
import Testing

@testable import CasebookApp

/// The table of two crossed fields at every width.
struct FacetTableTests {
  private static let requests = [
    "outcome by citizenship", "status by outcome", "sex by outcome", "tags by facility",
    "detainer by detainer.outcome",
  ]

  private func session(_ request: String) throws -> Session {
    let session = Session(try TestLibrary.samples(), columns: 200, rows: 50)
    session.run(line: "facets \(request)")
    return session
  }

  private func window(_ session: Session, from first: Int, in width: Int) throws -> CrossWindow {
    let answer = try #require(session.workspace.facets)
    return CrossWindow(
      try #require(answer.columns), from: first, label: answer.labelColumns, in: width)
  }

  @Test(arguments: requests) func aWiderTableNeverShowsFewerColumns(request: String) throws {
    let session = try session(request)
    var before = 0
    for width in 20...240 {
      let window = try window(session, from: 0, in: width)
      #expect(window.columns.count >= before, "\(width)")
      before = window.columns.count
    }
    let all = try #require(session.workspace.facets?.columns?.all.count)
    #expect(before == all || before > 12)
  }

  @Test(arguments: requests) func theColumnsInSightHaveTheirPlace(request: String) throws {
    let session = try session(request)
    for width in 20...240 {
      let window = try window(session, from: 0, in: width)
      let parts = [true, window.showsCases, window.hiddenCount > 0]
      let count = window.columns.count + parts.count { $0 }
      #expect(window.table.placed.count == count, "\(width)")
    }
  }

  @Test(arguments: requests) func everyColumnIsReached(request: String) throws {
    let session = try session(request)
    let all = try #require(session.workspace.facets?.columns?.values)
    for width in 20...200 {
      var seen: [Int?] = []
      while seen.count < all.count {
        let inSight = try window(session, from: seen.count, in: width).columns
          .filter { !$0.isUnknown }
        try #require(!inSight.isEmpty, "\(width)")
        seen += inSight.map(\.index)
      }
      #expect(seen == all.map(\.index), "\(width)")
    }
  }

  @Test(arguments: requests) func whatIsNotInSightIsCounted(request: String) throws {
    let session = try session(request)
    let answer = try #require(session.workspace.facets)
    let cross = try #require(answer.cross)
    let rows = answer.rows.values.indices.map { FacetRows.Row.value($0) } + [.unknown, .total]
    for (width, first) in [(38, 0), (38, 3), (78, 0), (78, 2), (240, 0)] {
      let window = try window(session, from: first, in: width)
      for row in rows {
        let shown = window.columns.reduce(0) { $0 + $1.count(in: row, cross) }
        let all = (answer.columns?.all ?? []).reduce(0) { $0 + $1.count(in: row, cross) }
        #expect(shown + window.hiddenSum(in: row, cross) == all)
      }
      let cells = window.columns.count + window.hiddenCount
      #expect(cells == answer.columns?.all.count)
    }
  }

  @Test func aRowOfSingleValuesAddsUpToItsCases() throws {
    let session = try session("sex by status")
    let cross = try #require(session.workspace.facets?.cross)
    #expect(!cross.overlaps)
    for (index, value) in cross.rows.values.enumerated() {
      #expect(cross.sum(ofRow: index) == value.count)
    }
    #expect(cross.sumOfTotals == cross.rows.caseCount)
  }

  @Test(arguments: [(80, 24), (120, 36), (200, 50), (40, 12), (100, 24), (99, 24)])
  func theHeadingSaysWhichColumnsAreInSight(columns: Int, rows: Int) throws {
    let session = Session(try TestLibrary.samples(), columns: columns, rows: rows)
    session.run(line: "facets tags by facility")
    #expect(session.snapshot.contains(" more"))
    session.press(.right)
    session.press(.character("#"))
    #expect(session.state.facets.column == 1)
    #expect(session.state.facets.showsCounts)
    session.press(.left)
    session.press(.left)
    #expect(session.state.facets.column == 0)
  }
}
