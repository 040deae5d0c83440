import CasebookApp
import CasebookCanvas
import CasebookTesting
import Testing

/// Typing a filter with suggestions beside it.
struct PromptTests {
  private func typed(_ text: String) throws -> Session {
    let session = Session(try TestLibrary.samples())
    session.type("/" + text)
    return session
  }

  private func suggestions(_ session: Session) -> [String] {
    session.state.prompt?.suggestions.map(\.text) ?? []
  }

  @Test(arguments: [
    ("", []), ("outc", ["outcome:", "outcome_basis:", "outcome_raw:"]), ("zz", []),
    ("is:m", ["marked", "minor"]), ("hartford ", []),
    ("colour:x outc", []),
  ])
  func suggestionsAreShownForWhatIsBegun(text: String, expected: [String]) throws {
    #expect(try suggestions(typed(text)) == expected)
  }

  @Test func theTabKeyAsksAtAnEmptyPlaceAndTakesTheFirst() throws {
    let session = try typed("")
    session.press(.tab)
    #expect(suggestions(session).count > 5)
    session.press(.escape)
    session.type("/outc")
    session.press(.tab)
    #expect(session.state.prompt?.field.text == "outcome:")
    #expect(suggestions(session).first == "booked")
    session.press(.tab)
    #expect(session.state.prompt?.field.text == "outcome:booked ")
    #expect(session.state.filter.applied == "outcome:booked")
  }

  @Test func enterKeepsWhatIsTypedUnlessASuggestionIsAtHand() throws {
    let session = try typed("sta")
    session.press(.enter)
    #expect(session.state.filter.applied == "sta")
    #expect(session.state.prompt == nil)
    session.type("/")
    for _ in 0..<4 { session.press(.backspace) }
    session.type("sta")
    session.press(.down)
    session.press(.enter)
    #expect(session.state.prompt?.field.text == "status:")
  }

  @Test func namesOfSavedFiltersAreSuggested() throws {
    let session = Session(try TestLibrary.samples())
    session.run(line: "filter outcome:declined")
    session.run(line: "save-filter late")
    session.run(line: "clear")
    session.type("/@")
    #expect(suggestions(session) == ["@late"])
    session.press(.tab)
    #expect(session.state.prompt?.field.text == "@late ")
    #expect(session.workspace.results.count == 6)
  }

  @Test(arguments: [
    (":set the", "set theme "), (":set theme hi", "set theme high-contrast"),
    (":set dates i", "set dates iso "), (":align last det", "align last detainer "),
    (":copy c", "copy citation "), (":set zzz w", "set zzz w"),
  ])
  func theTabKeyCompletesCommands(_ typed: String, _ expected: String) throws {
    let session = try self.typed("")
    session.press(.escape)
    session.type(typed)
    session.press(.tab)
    #expect(session.state.prompt?.field.text.hasPrefix(expected) == true)
  }

  @Test func typingGoesOnWithASuggestionAtHand() throws {
    let session = try typed("sta")
    session.press(.down)
    session.type("x")
    #expect(session.state.prompt?.field.text == "stax")
    #expect(session.state.prompt?.choice == nil)
  }

  @Test func upLeavesTheSuggestionsAtTheFirst() throws {
    let session = try typed("sta")
    for key in [Key.down, .down, .up, .up] { session.press(key) }
    #expect(session.state.prompt?.choice == nil)
    #expect(session.state.list.position == 0)
  }

  @Test func aWordInTheMiddleIsCompletedInItsPlace() throws {
    let session = try typed("outc hartford")
    for _ in 0..<9 { session.press(.left) }
    session.type("o")
    session.press(.backspace)
    session.press(.tab)
    #expect(session.state.prompt?.field.text == "outcome: hartford")
    #expect(session.state.prompt?.field.after == " hartford")
  }

  @Test func whatIsTypedBesideAFilterIsATermOfItsOwn() throws {
    let session = try typed("hartford")
    session.press(.enter)
    session.type("/declined")
    #expect(session.state.filter.applied == "hartford declined")
    session.press(.enter)
    session.type("/")
    #expect(session.state.prompt?.field.before == "hartford declined ")
    for _ in 0..<2 { session.press(.backspace) }
    #expect(session.state.filter.applied == "hartford decline")
    session.press(.escape)
    #expect(session.state.filter.applied == "hartford declined")
  }

  @Test(arguments: [Key.enter, .escape])
  func aFilterThatIsOpenedAndLeftStaysAsItWas(key: Key) throws {
    let session = try typed("hartford")
    session.press(.enter)
    let history = session.state.history
    session.type("/")
    session.press(key)
    session.type("/x")
    for _ in 0..<2 { session.press(.backspace) }
    session.press(key)
    #expect(session.state.filter.applied == "hartford")
    #expect(session.state.filter.terms.map(\.text) == ["hartford"])
    #expect(session.state.history == history)
  }

  @Test func aTermIsEditedAtItsEnd() throws {
    let session = Session(try TestLibrary.samples())
    session.run(line: "filter declined 2017 x")
    session.run(line: "off 1")
    session.type("Fl")
    session.press(.enter)
    #expect(session.state.prompt?.field.before == "2017")
  }
}
