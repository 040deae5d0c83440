import CasebookText

/// The gate: no byte comes out that acts on a terminal, and cutting and wrapping keep it so.
enum GateTarget {
  static let gate = FuzzTarget(
    name: "gate", summary: "Shows bytes, cuts and wraps them, and looks for what may act.",
    seeds: [".txt", ".json", ".csv"]
  ) { bytes in
    let raw = String(decoding: bytes, as: UTF8.self)
    let shown = [Gate.shown(raw), Gate.shown(bytes: bytes), Gate.ascii(Gate.shown(raw))]
    for text in shown + Gate.lines(raw) { HarmlessText.require(text) }
    let line = StyledLine(Gate.shown(raw))
    for columns in [1, 7, 40] {
      let cut = line.truncated(to: columns, ellipsis: ".")
      Fuzzers.require(cut.columns <= columns, "a cut line fits")
      for part in line.wrapped(to: columns) {
        let fits = part.columns <= columns || part.text.count == 1
        Fuzzers.require(fits, "a wrapped line fits, but for a character wider than all columns")
      }
    }
    for line in SpokenText.lines(Gate.shown(raw)) { HarmlessText.require(line) }
  }
}

/// What a text that was made visible never holds.
enum HarmlessText {
  /// Ends the process where a text holds a character that acts on a terminal or hides.
  static func require(_ text: ShownText) {
    for scalar in text.string.unicodeScalars {
      Fuzzers.require(!acts(scalar.value), "U+\(String(scalar.value, radix: 16)) came through")
    }
  }

  private static func acts(_ value: UInt32) -> Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF, 0xFFF0...0xFFFB, 0xE000...0xF8FF, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}
