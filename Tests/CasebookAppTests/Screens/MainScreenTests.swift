import CasebookApp
import CasebookCanvas
import CasebookTesting
import Testing

struct MainScreenTests {
  private static let snapshots = Snapshots()

  @Test(arguments: Scene.all) func aScreenIsAsExpected(scene: Scene) throws {
    try Self.snapshots.compare(scene.snapshot(), with: scene.name)
  }

  @Test func everySnapshotBelongsToAScene() throws {
    #expect(try Self.snapshots.stale(but: Scene.all.map(\.name)) == [])
  }

  @Test func scenesHaveNamesOfTheirOwn() {
    #expect(Set(Scene.all.map(\.name)).count == Scene.all.count)
  }

  @Test(arguments: Scene.all) func theCursorIsOnTheScreen(scene: Scene) throws {
    let session = try scene.played()
    let canvas = MainScreen.draw(session.state, session.workspace)
    let cursor = try #require(canvas.cursor)
    #expect(canvas.bounds.contains(cursor))
  }

  @Test(arguments: [0, 1, 2, 19, 20, 59, 60, 99, 100, 1_000], [0, 1, 4, 5, 7, 8, 17, 18, 300])
  func everySizeIsDrawnWithEveryFocus(columns: Int, rows: Int) throws {
    let session = Session(try TestLibrary.samples(), columns: columns, rows: rows)
    for focus in Region.allCases {
      session.send(.focused(focus))
      let canvas = MainScreen.draw(session.state, session.workspace)
      #expect(canvas.size == Size(columns: columns, rows: rows))
      #expect(canvas.rows.allSatisfy { $0.count == columns })
    }
  }
}
