import CasebookApp
import CasebookCore
import CasebookTesting
import Testing

struct SessionTests {
  private static let file = (
    "a.jsonl",
    (0..<40).map { "{\"id\":\"c\($0)\",\"title\":\"\($0 % 4 == 0 ? "even" : "odd") \($0)\"}\n" }
      .joined()
  )

  /// Steps of three files, one a step, after the step that names them.
  private static func steps() -> [LoadStep] {
    let files = (1...3).map { number in
      ("f\(number).yaml", "id: f\(number)\ntitle: \(number == 2 ? "other" : "same")\n")
    }
    return files.flatMap { TestLibrary.steps([$0]) }
  }

  private static func empty() -> Session {
    Session(Library(title: "test"))
  }

  private static func ids(_ session: Session) -> [String] {
    (0..<session.workspace.results.count).compactMap {
      session.workspace.loadedCase(at: $0)?.id
    }
  }

  @Test func aFilterIsAnsweredBeforeTheNextCommand() {
    let session = Session(TestLibrary.library([Self.file]))
    session.run(line: "filter even")
    #expect(session.workspace.results.count == 10)
    #expect(session.state.filter.applied == "even" && session.state.filter.awaited == nil)
  }

  @Test func theLastFilterHoldsWhileTheTextIsNone() {
    let session = Session(TestLibrary.library([Self.file]))
    session.press(.character("/"))
    session.type("even (")
    #expect(session.state.filter.applied == "even")
    #expect(session.state.filter.error != nil)
    #expect(session.workspace.results.count == 10)
    session.press(.escape)
    #expect(session.state.filter.applied == "" && session.workspace.results.count == 40)
  }

  @Test func enterKeepsAFilterThatCannotBeReadToBeMended() {
    let session = Session(TestLibrary.library([Self.file]))
    session.press(.character("/"))
    session.type("(even")
    session.press(.enter)
    #expect(session.state.prompt?.field.text == "(even" && session.state.filter.error != nil)
    #expect(session.state.filter.isErrorAsked)
    session.type(")")
    session.press(.enter)
    #expect(session.state.prompt == nil && session.state.filter.applied == "(even)")
  }

  @Test func typingIntoAListKeepsTheCaseAtHand() {
    let session = Session(TestLibrary.library([Self.file]))
    session.run(line: "go c8")
    session.run(line: "filter even")
    #expect(session.workspace.loadedCase(at: session.state.list.position)?.id == "c8")
    session.run(line: "clear")
    #expect(session.workspace.loadedCase(at: session.state.list.position)?.id == "c8")
  }

  @Test func aFilteredListGrowsWithTheLibrary() {
    let session = Self.empty()
    let steps = Self.steps()
    session.apply(Array(steps.prefix(2)), .going(percent: 30, rate: nil))
    session.run(line: "filter same")
    #expect(Self.ids(session) == ["f1"])
    session.apply(Array(steps.dropFirst(2)), .done)
    #expect(Self.ids(session) == ["f1", "f3"])
    #expect(!session.workspace.library.isPartial)
  }

  @Test func anOrderedListIsWholeOnceLoadingEnds() {
    let session = Self.empty()
    let steps = Self.steps()
    session.apply(Array(steps.prefix(2)), .going(percent: 30, rate: nil))
    session.run(line: "filter sort:-id")
    session.apply(Array(steps.dropFirst(2)), .done)
    #expect(Self.ids(session) == ["f3", "f2", "f1"])
  }

  @Test(arguments: ["", "same"])
  func theCaseAtHandIsKeptWhereLoadingStartsOver(filter: String) {
    let session = Self.empty()
    session.apply(Self.steps(), .going(percent: 30, rate: nil))
    if !filter.isEmpty { session.run(line: "filter \(filter)") }
    session.run(line: "go f3")
    session.apply([.restarted], .going(percent: 0, rate: nil))
    #expect(session.workspace.results.count == 0)
    for step in Self.steps() { session.apply([step], .going(percent: 50, rate: nil)) }
    session.apply([], .done)
    #expect(session.workspace.loadedCase(at: session.state.list.position)?.id == "f3")
  }

  @Test func aFilterToBeginWithWaitsForItsNames() {
    let session = Self.empty()
    session.apply([], .going(percent: nil, rate: nil))
    session.begin(filter: "shade:dark", script: ["go 1", "where"])
    #expect(session.state.message == nil)
    let steps = TestLibrary.steps([
      ("a.jsonl", "{\"id\":\"a\",\"shade\":\"dark\"}\n{\"id\":\"b\"}\n")
    ])
    session.apply(steps, .going(percent: 50, rate: nil))
    session.takeNews()
    #expect(Self.ids(session) == ["a"])
    #expect(session.state.messages.isEmpty)
    session.apply([], .done)
    session.takeNews()
    #expect(session.state.messages.count == 1)
  }

  @Test func aFilterToBeginWithThatMeansNothingIsSaidAtTheEnd() {
    let session = Self.empty()
    session.apply([], .going(percent: nil, rate: nil))
    session.begin(filter: "shade:dark")
    session.apply(Self.steps(), .done)
    session.takeNews()
    #expect(session.state.message?.kind == .error)
    #expect(session.workspace.results.count == 3)
  }
}
