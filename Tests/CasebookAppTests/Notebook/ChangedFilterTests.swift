import CasebookCore
import CasebookTesting
import Testing

@testable import CasebookApp

/// A saved filter that earlier versions read as something else.
@Suite struct ChangedFilterTests {
  private static let filters = [
    SavedFilter(name: "men", text: "sex:male"), SavedFilter(name: "booked", text: "outcome:booked"),
  ]

  private func session(isPlain: Bool) throws -> Session {
    let session = Session(try TestLibrary.samples())
    var contents = NotebookContents()
    contents.filters = Self.filters
    session.send(.notebook(.opened(contents, obstacle: nil)))
    var look = session.state.look
    look.isPlain = isPlain
    session.send(.lookChanged(look))
    return session
  }

  @Test func itIsSaidOnceOnTheScreen() throws {
    let session = try session(isPlain: false)
    session.run(line: "use men")
    let said = session.state.message?.text.string ?? ""
    #expect(said.hasPrefix("In earlier versions this filter found 33 cases"))
    #expect(said.hasSuffix("now it finds 24. Type sex:/male/ for those."))
    for line in ["use booked", "use men"] {
      session.run(line: line)
      #expect(session.state.notebook.changeOfReading == nil)
    }
  }

  @Test func itIsSaidOnceInPlainMode() throws {
    let session = try session(isPlain: true)
    let said = ["use men", "use men", "use booked"].map { line -> Bool in
      guard case .done(let answer) = session.run(line: line) else { return false }
      return answer.lines.contains { $0.string.hasPrefix("In earlier versions") }
    }
    #expect(said == [true, false, false])
  }
}
