import CasebookTesting
import Testing

@testable import CasebookApp

/// Taking back and doing again.
struct HistoryTests {
  private func session() throws -> Session { Session(try TestLibrary.samples()) }

  /// The filter and the position after each line.
  private func places(_ lines: [String]) throws -> [String] {
    let session = try session()
    return lines.map { line in
      session.run(line: line)
      return "\(session.state.filter.applied)@\(session.state.list.position + 1)"
    }
  }

  @Test func aFilterIsTakenBackAndDoneAgain() throws {
    let places = try places(["filter outcome:declined", "add 2017", "undo", "undo", "redo", "redo"])
    #expect(
      places == [
        "outcome:declined@1", "outcome:declined 2017@1", "outcome:declined@1", "@1",
        "outcome:declined@1", "outcome:declined 2017@1",
      ])
  }

  @Test func theCaseAtHandComesBackWithTheFilter() throws {
    let places = try places(["go 9", "filter ex-012", "undo"])
    #expect(places == ["@9", "ex-012@1", "@9"])
  }

  @Test func theEventAtHandStaysWhereTheCaseDoes() throws {
    let session = try session()
    for line in ["timeline 4", "span-start", "timeline 5", "span-end", "undo"] {
      session.run(line: line)
    }
    #expect(session.state.filter.applied == "")
    #expect(session.state.timeline.event == 4)
    #expect(session.state.timeline.spanStart == 3)
  }

  @Test func stepsAreOneChangeAndJumpsAreOneEach() throws {
    let places = try places(["next", "next", "next", "undo", "go 7", "go 9", "undo", "undo"])
    #expect(places == ["@2", "@3", "@4", "@1", "@7", "@9", "@7", "@1"])
  }

  @Test func aNewChangeForgetsWhatWasTakenBack() throws {
    let session = try session()
    for line in ["filter hartford", "undo", "filter declined"] { session.run(line: line) }
    #expect(session.state.history.future.isEmpty)
    #expect(session.state.history.past.count == 1)
  }

  @Test func typingAFilterIsOneChange() throws {
    let session = try session()
    session.type("/declined")
    session.press(.enter)
    session.press(.character("u"))
    #expect(session.state.filter.applied == "")
    #expect(session.state.history.past.isEmpty)
  }

  @Test func aFilterGivenUpIsNoChange() throws {
    let session = try session()
    session.type("/declined")
    session.press(.escape)
    #expect(session.state.history.past.isEmpty)
  }

  @Test func theLatestChangesAreKept() throws {
    let session = try session()
    for number in 1...250 { session.run(line: "filter \(number)") }
    #expect(session.state.history.past.count == 200)
  }

  @Test func aTermSwitchedOffComesBackOn() throws {
    let session = try session()
    for line in ["filter hartford declined", "off 2", "undo"] { session.run(line: line) }
    #expect(session.state.filter.terms == [FilterTerm("hartford"), FilterTerm("declined")])
  }
}
