import CasebookCanvas
import CasebookTesting
import Testing

@testable import CasebookApp

/// One region on the whole screen.
struct FillScreenTests {
  private func session(_ columns: Int = 80, _ rows: Int = 24) throws -> Session {
    let session = Session(try TestLibrary.samples())
    session.send(.resized(Size(columns: columns, rows: rows)))
    return session
  }

  @Test func theKeyFillsTheScreenAndGivesItBack() throws {
    let session = try session()
    let before = session.state.layout
    session.press(.character("Z"))
    #expect(session.state.layout.list.rows == 19)
    #expect(session.state.layout.detail.rows == 0)
    session.press(.character("Z"))
    #expect(session.state.layout == before)
  }

  @Test func itIsTheRegionWithTheFocusThatFillsIt() throws {
    let session = try session()
    session.press(.character("Z"))
    session.press(.tab)
    #expect(session.state.layout.detail.rows == 19)
    session.press(.escape)
    #expect(session.state.focus == .list && session.state.layout.list.rows == 19)
    session.press(.escape)
    #expect(!session.state.look.fillsScreen)
  }

  @Test func theCaseInTheCursorStaysInSight() throws {
    let session = try session()
    session.press(.character("Z"))
    for _ in 0..<17 { session.press(.down) }
    session.press(.character("Z"))
    let list = session.state.list
    #expect(list.position == 17)
    #expect((list.top..<list.top + session.state.layout.listRows).contains(17))
  }

  @Test func aSmallScreenSaysThatOneRegionFillsItAlready() throws {
    let session = try session(40, 12)
    session.press(.character("Z"))
    #expect(!session.state.look.fillsScreen)
    #expect(
      session.state.message?.text.string
        == "One region at a time fills this screen. Press Tab for the next.")
  }
}
