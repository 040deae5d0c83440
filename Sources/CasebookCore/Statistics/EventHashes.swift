// Hot path: some nanoseconds a value of events.

/// Numbers that agree when the values of events agree, whatever the order of columns and files.
struct EventHashes {
  /// What an event is recognised by.
  private(set) var keys: [UInt64]
  /// All its values.
  private(set) var contents: [UInt64]
  /// What its case is recognised by.
  private(set) var ofCases: [UInt64]

  /// Reads the events of a segment; long texts by their folded form.
  init(
    _ segment: Segment, _ fields: Set<String>, _ keyFields: Set<String>, _ caseFields: Set<String>
  ) {
    keys = Array(repeating: 0, count: segment.eventCount)
    contents = Array(repeating: 0, count: segment.eventCount)
    ofCases = Array(repeating: 0, count: segment.caseCount)
    for column in segment.columns {
      let name = column.path.name
      let isOfCase = column.path.scope == .wholeCase
      guard (isOfCase ? caseFields : fields).contains(name) else { continue }
      let isKey = keyFields.contains(name)
      let seed = Mix.hash(Array(name.utf8))
      let known = (0..<column.valueCount).map { code in
        Mix.hash(Mix.hash(Array(column.value(UInt32(code)).utf8)), seed)
      }
      for entry in 0..<column.rows.count {
        let (row, code) = (Int(column.rows[entry]), column.codes[entry])
        let hash =
          code < ValueColumn.longText
          ? known[Int(code)]
          : Mix.hash(
            segment.withFoldedText(column.longRange(code)) { Mix.hash(Array($0)) }, seed)
        if isOfCase {
          ofCases[row] &+= hash
        } else {
          contents[row] &+= hash
          if isKey { keys[row] &+= hash }
        }
      }
    }
  }
}

/// A hash of 64 bits, the same in every run: FNV-1a, its result mixed as in SplitMix64.
enum Mix {
  static func hash(_ bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return finished(hash)
  }

  static func hash(_ one: UInt64, _ other: UInt64) -> UInt64 {
    finished(one &* 0x9E37_79B9_7F4A_7C15 &+ finished(other))
  }

  private static func finished(_ value: UInt64) -> UInt64 {
    var value = value &+ 0x9E37_79B9_7F4A_7C15
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
