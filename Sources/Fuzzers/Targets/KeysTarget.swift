import CasebookCanvas
import CasebookTerminal

/// What a terminal sends: any bytes become keys and pastes, the same ones wherever they are cut.
enum KeysTarget {
  static let keys = FuzzTarget(
    name: "keys", summary: "Decodes typed bytes in one piece, in pieces, and with pauses.",
    seeds: [".keys"]
  ) { bytes in
    let whole = Typing.events([Array(bytes)], pause: .zero)
    whole.forEach(check)
    for length in [1, 2, 3, 7] {
      let pieces = Typing.pieces(Array(bytes), of: length)
      let parts = Typing.events(pieces, pause: .milliseconds(20))
      parts.forEach(check)
      // ^C that is read alone ends a paste, and so does a last Escape; what is alone depends on the
      // pieces.
      if bytes.contains(3) || bytes.last == 0x1B { continue }
      require(
        Typing.actions(parts) == Typing.actions(whole), "pieces of \(length) do the same")
    }
    // Pauses after which every unfinished sequence is decided.
    Typing.events(Typing.pieces(Array(bytes), of: 3), pause: .milliseconds(700)).forEach(check)
  }

  private static func check(_ event: InputEvent) {
    guard case .key(.character(let character)) = event else { return }
    let isControl = character.unicodeScalars.contains { scalar in
      scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }
    require(!isControl, "no control character is typed text")
  }
}

/// Bytes that come in pieces, on a clock of their own.
enum Typing {
  /// Bytes in pieces of a length.
  static func pieces(_ bytes: [UInt8], of length: Int) -> [[UInt8]] {
    stride(from: 0, to: bytes.count, by: length).map {
      Array(bytes[$0..<min($0 + length, bytes.count)])
    }
  }

  /// The events of pieces with a pause between them, and then of silence.
  static func events(_ pieces: [[UInt8]], pause: Duration) -> [InputEvent] {
    var now = ContinuousClock.now
    var input = TimedInput(timing: InputTiming { _ in nil }, at: now)
    var events: [InputEvent] = []
    for piece in pieces {
      events += input.wait(until: now)
      events += input.read(piece, at: now)
      now += pause
    }
    events += input.wait(until: now + .seconds(5))
    require(input.deadline == nil, "silence decides everything")
    return events
  }

  /// What the events do, scalar by scalar: a character of several scalars and a paste may come in
  /// pieces.
  static func actions(_ events: [InputEvent]) -> [InputEvent] {
    events.flatMap { event -> [InputEvent] in
      switch event {
      case .key(.character(let character)):
        character.unicodeScalars.map { .key(.character(Character($0))) }
      case .paste(let text): text.unicodeScalars.map { .paste(String($0)) }
      case .key, .pasteWithoutEnd, .escapeTakenBack: [event]
      }
    }
  }
}
