import CasebookCanvas
import CasebookTerminal

/// What a terminal sends: any bytes become keys and pastes, cut at any place they become the same.
enum KeysTarget {
  static let keys = FuzzTarget(
    name: "keys", summary: "Decodes typed bytes, in one piece and byte by byte.", seeds: [".keys"]
  ) { bytes in
    var decoder = InputDecoder()
    for event in decoder.decode(bytes) + decoder.flush() { check(event) }
    var slow = InputDecoder()
    for byte in bytes {
      for event in slow.decode(CollectionOfOne(byte)) { check(event) }
    }
    for event in slow.flush() { check(event) }
  }

  private static func check(_ event: InputEvent) {
    guard case .key(.character(let character)) = event else { return }
    let isControl = character.unicodeScalars.contains { scalar in
      scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }
    require(!isControl, "no control character is typed text")
  }
}
