import CasebookApp
import CasebookCanvas
import CasebookTerminal
import CasebookTesting
import Testing

/// Sequences whose bytes come apart do what they do whole, wherever the reader is.
@Suite struct SplitInputTests {
  /// A place in the program, by the keys that lead to it.
  private static let places = [
    "", "/har", "/outc", "ihello", ":the", "?", "f", "t", "p", "\rj", "/har\rF", "?/find",
  ]

  private func session(at place: String) throws -> Session {
    let session = Session(try TestLibrary.samples())
    for character in place {
      session.press(character == "\r" ? Key.enter : .character(character))
    }
    return session
  }

  /// Sends bytes to a session as the program does, on a clock that the test moves.
  private func send(_ pieces: [[UInt8]], pause: Int, to session: Session) {
    var now = ContinuousClock.now
    var input = TimedInput(timing: InputTiming { _ in nil }, at: now)
    for piece in pieces {
      take(input.wait(until: now), session)
      take(input.read(piece, at: now), session)
      now += .milliseconds(pause)
    }
    take(input.wait(until: now + .seconds(2)), session)
  }

  private func take(_ events: [InputEvent], _ session: Session) {
    for event in events {
      switch event {
      case .key(let key): session.press(together: [key])
      case .paste(let text): session.paste(text)
      case .pasteWithoutEnd: session.endPaste()
      case .escapeTakenBack: session.takeBackEscape()
      }
    }
  }

  /// Every cut of every sequence, each in one place with one pause by turns.
  @Test func aCutSequenceLeadsToTheSamePicture() throws {
    let pauses = [5, 20, 60, 99, 150, 250, 400]
    var turn = 0
    for sequence in InputSequences.all {
      let bytes = Array(sequence.utf8)
      for cut in 1..<bytes.count {
        let place = Self.places[turn % Self.places.count]
        let pause = pauses[turn % pauses.count]
        turn += 1
        let whole = try session(at: place)
        send([bytes], pause: pause, to: whole)
        let parts = try session(at: place)
        send([Array(bytes[..<cut]), Array(bytes[cut...])], pause: pause, to: parts)
        let name = "\(sequence.debugDescription) cut at \(cut), \(pause) ms, in \(place)"
        #expect(parts.snapshot == whole.snapshot, "\(name)")
        #expect(parts.state.prompt == whole.state.prompt, "\(name)")
      }
    }
    #expect(turn > 300)
  }

  // MARK: - The program

  private func started(_ environment: [String: String] = [:]) throws -> PseudoTerminal {
    var launch = ProgramLaunch(product: "casebook")
    launch.environment.merge(environment) { $1 }
    let terminal = try PseudoTerminal(launch)
    try terminal.wait(for: "Case 1 of 36")
    return terminal
  }

  private func send(_ text: String, cutAt place: Int, pause: Int, to terminal: PseudoTerminal) {
    let bytes = Array(text.utf8)
    terminal.send(
      [Array(bytes[..<place]), Array(bytes[place...])], pause: .milliseconds(pause))
  }

  @Test(arguments: [(1, 5), (1, 60), (1, 400), (2, 60), (2, 300)])
  func anArrowKeyInPiecesIsOneKeyOfTheProgram(cut: Int, pause: Int) throws {
    let terminal = try started(["SSH_TTY": "/dev/pts/9"])
    terminal.send("ihello")
    try terminal.wait(for: ":note hello")
    send("\u{1B}OD", cutAt: cut, pause: pause, to: terminal)
    send("\u{1B}[D", cutAt: cut, pause: pause, to: terminal)
    terminal.send("X")
    try terminal.wait(for: ":note helXlo")
    terminal.send("\u{1B}")
    try terminal.wait(for: "u brings it back")
    send("\u{1B}[B", cutAt: cut, pause: pause, to: terminal)
    try terminal.wait(for: "Case 2 of 36")
    terminal.send("/har")
    try terminal.wait(for: "/ har")
    send("\u{1B}[200~tford\u{1B}[201~", cutAt: cut + 3, pause: pause, to: terminal)
    try terminal.wait(for: "/ hartford")
    send("\u{1B}[<65;12;5M", cutAt: cut, pause: pause, to: terminal)
    send("\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", cutAt: cut, pause: pause, to: terminal)
    send("é", cutAt: 1, pause: pause, to: terminal)
    try terminal.wait(for: "/ hartfordé")
    terminal.send("\u{3}")
    try terminal.wait(for: "u brings it back")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func altEnterKeepsTheNote() throws {
    let terminal = try started()
    terminal.send("ihello")
    try terminal.wait(for: ":note hello")
    terminal.send("\u{1B}\r")
    terminal.send("X")
    try terminal.wait(for: ":note helloX")
    terminal.send("\u{3}")
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func aPasteWithoutEndGivesTheKeysBack() throws {
    let terminal = try started()
    terminal.send("/")
    try terminal.wait(for: "an empty filter") { $0.rows[1].hasPrefix(" /") && $0.showsCursor }
    terminal.send("\u{1B}[200~hart")
    try terminal.wait(for: "The paste has no end mark")
    try terminal.wait(for: "/ hart")
    terminal.send("\u{1B}")
    try terminal.wait(for: "u brings it back")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test(arguments: ["/", ":", "i"]) func aPasteWithoutMarksRunsNothing(key: String) throws {
    let terminal = try started()
    terminal.send(key)
    try terminal.wait(for: "the line") { $0.showsCursor && $0.cursor.column > 1 }
    terminal.send("hartford\nquit\nboston\n")
    try terminal.wait(for: "hartford quit boston")
    try terminal.wait(for: "taken as pasted text")
    terminal.send("\u{3}")
    try terminal.wait(for: "u brings it back")
    terminal.send("u")
    try terminal.wait(for: "hartford quit boston")
    terminal.send("\u{3}")
    try terminal.wait(for: "Case 1 of 36")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func aLongTextWithoutMarksIsTakenWhole() throws {
    let terminal = try started()
    terminal.send("i")
    try terminal.wait(for: ":note")
    terminal.send(String(repeating: "0123456789", count: 1_600) + "END")
    try terminal.wait(for: "789END")
    terminal.send("\u{3}")
    try terminal.wait(for: "u brings it back")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func twoThousandHeldKeysAreFewPictures() throws {
    let terminal = try started()
    terminal.forgetOutput()
    terminal.send(String(repeating: "j", count: 2_000))
    try terminal.wait(for: "Case 36 of 36")
    #expect(terminal.output.count < 100_000)
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }
}
