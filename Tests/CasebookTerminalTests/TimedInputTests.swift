import CasebookCanvas
import CasebookTesting
import Testing

@testable import CasebookTerminal

/// What bytes mean by the times at which they come, on a clock that the test moves.
@Suite struct TimedInputTests {
  private let start = ContinuousClock.now

  /// The events of bytes read with pauses between them, in milliseconds, and then of silence.
  private func events(
    _ pieces: [[UInt8]], pause: Int, environment: [String: String] = [:]
  ) -> [InputEvent] {
    var now = start
    var input = TimedInput(timing: InputTiming { environment[$0] }, at: now)
    var events: [InputEvent] = []
    for piece in pieces {
      events += input.wait(until: now)
      events += input.read(piece, at: now)
      now += .milliseconds(pause)
    }
    return events + input.wait(until: now + .seconds(2))
  }

  /// What the events do: an Escape that was taken back does nothing, and text is text whether it
  /// comes in one piece or in more.
  private func effect(_ events: [InputEvent]) -> [InputEvent] {
    var effect: [InputEvent] = []
    var texts: [String] = []
    for event in events {
      switch (event, effect.last) {
      case (.escapeTakenBack, .key(.escape)?): effect.removeLast()
      case (.paste(let more), .paste(let text)?):
        effect[effect.count - 1] = .paste(text + more)
      case (.key(.character(let more)), .paste(let text)?) where texts.last == text:
        texts[texts.count - 1] = text + String(more)
        effect[effect.count - 1] = .paste(text + String(more))
      case (.key(.character(let first)), _):
        texts.append(String(first))
        effect.append(.paste(String(first)))
      default: effect.append(event)
      }
    }
    return effect
  }

  private func cut(_ bytes: [UInt8], at place: Int) -> [[UInt8]] {
    [Array(bytes[..<place]), Array(bytes[place...])]
  }

  @Test func theTableHasSixtySequences() {
    #expect(Set(InputSequences.all).count >= 60)
  }

  @Test(arguments: InputSequences.all, [5, 20, 60, 99, 150, 400])
  func aSequenceCutAnywhereMeansTheSame(sequence: String, pause: Int) {
    let bytes = Array(sequence.utf8)
    let whole = effect(events([bytes], pause: pause))
    for place in 1..<bytes.count {
      let parts = effect(events(cut(bytes, at: place), pause: pause))
      #expect(parts == whole, "\(sequence.debugDescription) cut at \(place)")
    }
  }

  @Test(arguments: InputSequences.all)
  func aSequenceCutInManyPlacesMeansTheSame(sequence: String) {
    let bytes = Array(sequence.utf8)
    let whole = effect(events([bytes], pause: 0))
    // A linear congruential generator, so that each run is the same.
    var seed: UInt32 = 7
    for _ in 0..<40 {
      var pieces: [[UInt8]] = [[]]
      for byte in bytes {
        seed = seed &* 1_664_525 &+ 1_013_904_223
        if seed >> 30 == 0, pieces.last?.isEmpty == false { pieces.append([]) }
        pieces[pieces.count - 1].append(byte)
      }
      #expect(effect(events(pieces, pause: 20)) == whole, "\(pieces)")
      #expect(
        effect(events(pieces, pause: 95, environment: ["SSH_TTY": "/dev/pts/1"])) == whole,
        "\(pieces)")
      #expect(
        effect(events(pieces, pause: 400, environment: ["ESCDELAY": "450"])) == whole, "\(pieces)")
    }
  }

  /// Bytes that are no text and no key, after an ESC: the Alt goes with them, so that the next
  /// character is typed however the bytes are cut.
  @Test(arguments: [1, 2, 3, 7])
  func altOfBytesThatAreLeftOutIsLeftOut(length: Int) {
    let bytes: [UInt8] =
      Array("jk\u{1B}[A\u{1B}[200\0\0\0\u{1D}\u{1B}OPé\u{1B}".utf8)
      + Array(repeating: 0xFF, count: 12) + Array("]0;t\u{7}".utf8)
    let pieces = stride(from: 0, to: bytes.count, by: length).map {
      Array(bytes[$0..<min($0 + length, bytes.count)])
    }
    let whole = effect(events([bytes], pause: 20))
    #expect(whole.contains(.paste("é]0;t")))
    #expect(effect(events(pieces, pause: 20)) == whole)
  }

  @Test(
    arguments: [
      ([:], 24, 25), (["SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"], 99, 100),
      (["SSH_TTY": "/dev/pts/1"], 99, 100), (["ESCDELAY": "200"], 199, 200),
      (["ESCDELAY": "10", "SSH_TTY": "x"], 9, 10), (["ESCDELAY": "soon"], 24, 25),
      (["SSH_TTY": ""], 24, 25), (["ESCDELAY": "99999999"], 29_999, 30_000),
    ] as [([String: String], Int, Int)])
  func anEscapeAloneActsAfterItsDelay(environment: [String: String], before: Int, after: Int) {
    var input = TimedInput(timing: InputTiming { environment[$0] }, at: start)
    #expect(input.read([0x1B], at: start) == [])
    #expect(input.wait(until: start + .milliseconds(before)) == [])
    #expect(input.wait(until: start + .milliseconds(after)) == [.key(.escape)])
  }

  @Test(arguments: ["[", "O", "]", "P", "_", "[1", "[1;", "[<65;12", "O5", "]11;rgb", "[[", "[M !"])
  func whatIsBegunAndNeverEndedIsDropped(text: String) {
    var input = TimedInput(timing: InputTiming { _ in nil }, at: start)
    #expect(input.read(Array("\u{1B}\(text)".utf8), at: start) == [])
    #expect(input.wait(until: start + .milliseconds(499)) == [])
    #expect(input.wait(until: start + .milliseconds(500)) == [])
    #expect(input.deadline == nil)
    let keys = input.read(Array("AB".utf8), at: start + .milliseconds(501))
    #expect(keys == [.key(.character("A")), .key(.character("B"))])
  }

  @Test(arguments: ["\r", "\t", "\u{7F}", "x", "é", "\u{1B}[D", "\u{3}"])
  func altWithAKeyIsNeverEscape(key: String) {
    let events = events([Array("\u{1B}\(key)".utf8)], pause: 0)
    #expect(!events.contains(.key(.escape)))
    #expect(!events.contains(.key(.enter)))
  }

  @Test func keysTypedAfterEscapeAreKeys() {
    for text in ["[", "O", "j", "[[", "q"] {
      let pieces = [[0x1B]] + text.utf8.map { [$0] }
      let typed = text.map { InputEvent.key(.character($0)) }
      #expect(events(pieces, pause: 150) == [.key(.escape)] + typed)
    }
  }

  @Test func escapePressedTwiceIsTwo() {
    #expect(events([[0x1B], [0x1B]], pause: 150) == [.key(.escape), .key(.escape)])
    #expect(events([[0x1B, 0x1B]], pause: 0) == [.key(.escape), .key(.escape)])
  }

  // MARK: - Pastes without end

  private let begun = Array("\u{1B}[200~hart".utf8)

  @Test func aPasteWithoutEndEndsAfterASecond() {
    var input = TimedInput(timing: InputTiming { _ in nil }, at: start)
    #expect(input.read(begun, at: start) == [])
    #expect(input.wait(until: start + .milliseconds(999)) == [])
    #expect(input.wait(until: start + .seconds(1)) == [.paste("hart"), .pasteWithoutEnd])
    #expect(input.read([0x71], at: start + .seconds(2)) == [.key(.character("q"))])
  }

  @Test func aPasteWithoutEndThatIsEmptyEndsToo() {
    #expect(events([Array("\u{1B}[200~".utf8)], pause: 0) == [.pasteWithoutEnd])
  }

  @Test func controlCEndsAPasteAtOnceAndEscapeAfterAMoment() {
    var input = TimedInput(timing: InputTiming { _ in nil }, at: start)
    _ = input.read(begun, at: start)
    #expect(input.read([3], at: start) == [.paste("hart"), .pasteWithoutEnd])
    #expect(input.read([3], at: start) == [.key(.control("c"))])
    _ = input.read(begun, at: start)
    #expect(input.read([0x1B], at: start) == [])
    #expect(
      input.wait(until: start + .milliseconds(500)) == [.paste("hart"), .pasteWithoutEnd])
    #expect(input.read([0x71], at: start + .milliseconds(600)) == [.key(.character("q"))])
  }

  @Test func theRestOfAPasteThatStalledIsPastedToo() {
    let rest = Array("ford\rquit\r\u{1B}[201~".utf8)
    #expect(
      events([begun, rest, [0x71]], pause: 3_000)
        == [.paste("hart"), .pasteWithoutEnd, .paste("ford\nquit\n"), .key(.character("q"))])
  }
}
