import CasebookCanvas
import CasebookTesting
import Testing

@testable import CasebookApp

/// Keys that come together, pastes, and text that is discarded and brought back.
struct InputTests {
  private func session(_ typed: String = "") throws -> Session {
    let session = Session(try TestLibrary.samples())
    session.type(typed)
    return session
  }

  private func keys(_ text: String) -> [Key] {
    text.map { $0 == "\n" ? .enter : .character($0) }
  }

  private func text(_ session: Session) -> String? { session.state.prompt?.field.text }

  // MARK: - Pastes without marks

  @Test(arguments: [
    ("/", "hartford\nquit\nboston\n", "hartford quit boston "),
    (":", "help\nquit\nq", "help quit q"),
    ("i", "one\nq\ntwo", "note one q two"), ("/", "hart\nqq\n", "hart qq "),
  ])
  func pastedLinesAreTextAndRunNothing(key: String, paste: String, expected: String) throws {
    let session = try session(key)
    session.press(together: keys(paste))
    #expect(text(session) == expected)
    #expect(!session.state.isOver)
    #expect(session.state.message?.text.string.contains("pasted text") == true)
  }

  @Test func aPasteThatOpensTheLineIsTextBehindIt() throws {
    let session = try session()
    session.press(together: keys("/hartford\nquit\n"))
    #expect(text(session) == "hartford quit ")
  }

  @Test(arguments: ["/hartford\n", "/hart\nq", "/x\njj", ":list\n"])
  func fewKeysTypedAheadAreKeys(typed: String) throws {
    let together = try session()
    together.press(together: keys(typed))
    let apart = try session()
    for key in keys(typed) { apart.press(key) }
    #expect(together.state == apart.state)
    #expect(together.state.prompt == nil)
  }

  @Test func otherKeysThanTextAreTyped() throws {
    let session = try session("/")
    session.press(together: keys("hartford\njj") + [.down] + keys("jj"))
    #expect(session.state.prompt == nil)
    #expect(session.state.filter.applied == "hartford")
  }

  @Test func aPasteOutsideOfALineRunsNothing() throws {
    let session = try session()
    let before = session.state.list
    session.press(together: keys("Detainer not honored\nquit\nHartford Correctional\n"))
    #expect(session.state.list == before)
    #expect(!session.state.isOver)
    #expect(session.state.message?.text.string.contains("not run") == true)
    session.press(together: Array(repeating: .character("j"), count: 40))
    #expect(session.state.list.position == 35)
  }

  @Test func aPasteWithoutEndIsKeptAndSaid() throws {
    let session = try session("/")
    session.paste("hart")
    session.endPaste()
    #expect(text(session) == "hart")
    #expect(session.state.message?.text.string.contains("no end mark") == true)
    #expect(session.snapshot.contains("no end mark"))
    session.press(.character("f"))
    #expect(text(session) == "hartf")
  }

  // MARK: - Alt and late sequences

  @Test(arguments: [Key.alt("\r"), .alt("\u{3}"), .alt("x"), .alt("\u{1B}")])
  func altWithAKeyDiscardsAndOpensNothing(key: Key) throws {
    for typed in ["/hart", "ihello", ":help", ""] {
      let session = try session(typed)
      let before = session.state
      session.press(key)
      #expect(session.state == before, "\(typed)")
    }
  }

  @Test(arguments: ["", "/hart", "/outc", "ihello", ":the", "?", "f", "t", "/hart\nF", "p", "?/x"])
  func anEscapeThatIsTakenBackChangedNothing(typed: String) throws {
    let session = try session()
    for key in keys(typed) { session.press(key) }
    let before = (session.snapshot, session.state.prompt, session.state.messages)
    session.press(.escape)
    session.takeBackEscape()
    #expect(session.snapshot == before.0)
    #expect(session.state.prompt == before.1)
    #expect(session.state.messages == before.2)
  }

  @Test func onlyTheLastKeyIsTakenBack() throws {
    let session = try session("/hart")
    session.press(.escape)
    session.press(.character("j"))
    session.takeBackEscape()
    #expect(session.state.prompt == nil)
  }

  // MARK: - Discarding

  @Test(arguments: [Key.escape, .control("c")], ["/hart", "ihello", ":help me", "?/word"])
  func discardedTextIsBroughtBack(key: Key, typed: String) throws {
    let session = try session(typed)
    session.press(.left)
    let before = session.state.prompt?.field
    session.press(key)
    #expect(session.state.prompt == nil)
    #expect(session.state.message?.text.string.contains("u brings it back") == true)
    session.press(.character("u"))
    #expect(session.state.prompt?.field == before)
    #expect(session.state.filter.applied == (typed == "/hart" ? "hart" : ""))
  }

  @Test func aNoteComesBackToItsCase() throws {
    let session = try session("ihello")
    session.press(.escape)
    session.type("jjuu")
    #expect(session.state.list.position == 0)
    #expect(text(session) == "note hello")
  }

  @Test func textDiscardedAgainUnchangedIsNotInTheWay() throws {
    let session = try session("/declined")
    session.press(.enter)
    session.type("/hart")
    session.press(.escape)
    session.type("u")
    session.press(.escape)
    session.type("u")
    #expect(session.state.prompt == nil)
    #expect(session.state.filter.applied == "")
  }

  @Test func aLineThatFailedIsBroughtBack() throws {
    let session = try session(":noet hello")
    session.press(.enter)
    #expect(session.state.message?.kind == .error)
    session.type("u")
    #expect(text(session) == "noet hello")
  }

  @Test func everyOtherKeyKeepsTheText() throws {
    let keys: [Key] =
      [.tab, .backTab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert]
      + (1...12).map { .function($0) } + "adefnopqrstvxyz ".map { .control($0) }
      + "[]Oxbf\r\t".map { .alt($0) }
    for typed in ["/hart", "ihello", ":zzz"] {
      for key in keys {
        let session = try session(typed)
        session.press(key)
        let expected = String(typed.dropFirst())
        #expect(text(session)?.contains(expected) == true, "\(key) in \(typed)")
      }
    }
  }

  // MARK: - Work

  @Test func aLineThatIsFullSaysWhatWasLeftOut() throws {
    let session = try session(":")
    session.paste(String(repeating: "é", count: 40_000))
    #expect(text(session)?.utf8.count == 65_536)
    #expect(session.state.message?.text.string.contains("7,232 characters") == true)
    session.press(.character("x"))
    #expect(session.state.message?.text.string.contains("1 character") == true)
    #expect(session.snapshot.contains("full at 65,536 bytes"))
  }

  /// Keys by reads, and the pictures that were shown.
  private struct Script: Display {
    var events: [DisplayEvent]
    var pictures = 0
    mutating func present(_ canvas: Canvas, theme: String) { pictures += 1 }
    mutating func nextEvent() -> DisplayEvent {
      events.isEmpty ? .gone : events.removeFirst()
    }
  }

  @Test func keysThatCameTogetherAreDrawnOnce() throws {
    let session = try session()
    var script = Script(events: [.keys(Array(repeating: .character("j"), count: 2_000))])
    #expect(EventLoop(session).run(on: &script) == .terminalGone)
    #expect(script.pictures == 2)
    #expect(session.state.list.position == 35)
  }

  @Test func textThatCameTogetherIsOneChange() throws {
    let session = try session("/")
    session.press(together: keys(String(repeating: "x", count: 16_000)))
    #expect(text(session)?.count == 16_000)
    #expect(session.state.filter.applied.utf8.count == 16_000)
  }
}
