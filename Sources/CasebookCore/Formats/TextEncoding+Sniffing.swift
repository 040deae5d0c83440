internal import CJSON

extension ContentKind {
  /// How many bytes from the start of a file are looked at.
  static let sniffedBytes = 4096

  /// What the beginning of a file looks like; text that is nothing else is taken for UTF-8.
  ///
  /// Looks at byte order marks, then at signatures, then at where NUL bytes stand; and for bytes
  /// that are not UTF-8 at the whole text, since one place alone is no evidence.
  public static func sniff(_ bytes: UnsafeRawBufferPointer) -> ContentKind {
    signature(bytes) ?? shape(bytes.prefix(sniffedBytes))
      ?? TextEncoding.guess(bytes).map { .text($0) } ?? .text(.utf8)
  }

  /// What a file holds that does not begin as text in an encoding; nil if it may be such text.
  static func other(
    than encoding: TextEncoding, at bytes: UnsafeRawBufferPointer
  ) -> ContentKind? {
    let found = signature(bytes) ?? shape(bytes.prefix(sniffedBytes))
    return found == .text(encoding) ? nil : found
  }

  // MARK: -

  private static func signature(_ bytes: UnsafeRawBufferPointer) -> ContentKind? {
    let wide: [TextEncoding] = [
      .utf32LittleEndian, .utf32BigEndian, .utf16LittleEndian, .utf16BigEndian, .utf8,
    ]
    if let encoding = wide.first(where: { bytes.starts(with: $0.byteOrderMark) }) {
      return .text(encoding)
    }
    let signatures: [([UInt8], ContentKind)] = [
      ([0x1F, 0x8B], .gzip), ([0x50, 0x4B, 3, 4], .zip), ([0x7F, 0x45, 0x4C, 0x46], .elf),
    ]
    return signatures.first { bytes.starts(with: $0.0) }?.1
  }

  /// Wide encodings and bytes that are no text, by where NUL and control bytes stand.
  private static func shape(_ bytes: Slice<UnsafeRawBufferPointer>) -> ContentKind? {
    var zeros = [0, 0, 0, 0]
    var controls = 0
    for (index, byte) in bytes.enumerated() {
      if byte == 0 {
        zeros[index % 4] += 1
      }
      if byte < 0x20, !(9...13).contains(byte), byte != 0x1B {
        controls += 1
      }
    }
    let column = max(1, bytes.count / 4)
    let isFull = zeros.map { $0 * 10 >= column * 7 }
    let isBare = zeros.map { $0 * 10 <= column }
    switch (isFull[0], isFull[1], isFull[2], isFull[3]) {
    case (false, true, true, true) where isBare[0]: return .text(.utf32LittleEndian)
    case (true, true, true, false) where isBare[3]: return .text(.utf32BigEndian)
    case (false, true, false, true) where isBare[0] && isBare[2]:
      return .text(.utf16LittleEndian)
    case (true, false, true, false) where isBare[1] && isBare[3]: return .text(.utf16BigEndian)
    default: return controls >= 4 && controls * 10 > bytes.count ? .binary : nil
    }
  }
}

extension TextEncoding {
  /// The encoding that text which is not UTF-8 looks like, if there is clear evidence.
  ///
  /// Each byte above ASCII speaks for an encoding where it is a letter beside letters or a
  /// typographic sign, and against one where it is anything else. Nothing for valid UTF-8, and for
  /// text that begins as UTF-8.
  public static func guess(_ bytes: UnsafeRawBufferPointer) -> TextEncoding? {
    guard let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return nil }
    let count = UInt32(clamping: bytes.count)
    let first = cjson_utf8_error(base, 0, count)
    guard first < count, bytes[..<Int(first)].allSatisfy({ $0 < 0x80 }) else { return nil }
    var scores = (windows: 0, mac: 0)
    for index in bytes[Int(first)...].indices where bytes[index] >= 0x80 {
      let (windows, mac) = evidence(at: index, in: bytes)
      scores.windows += windows
      scores.mac += mac
    }
    guard max(scores.windows, scores.mac) > 0, scores.windows != scores.mac else { return nil }
    return scores.windows > scores.mac ? .windows1252 : .macRoman
  }

  /// How much a byte above ASCII speaks for Windows-1252 and for Mac Roman, by what stands beside it.
  static func evidence(
    at index: Int, in bytes: UnsafeRawBufferPointer
  ) -> (windows: Int, mac: Int) {
    let before = index > 0 && isLetter(bytes[index - 1])
    let after = index + 1 < bytes.count && isLetter(bytes[index + 1])
    let high = Int(bytes[index]) - 0x80
    return (
      score(SingleByteTable.windows1252[high], before, after),
      score(SingleByteTable.macRoman[high], before, after)
    )
  }

  // MARK: -

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func score(_ scalar: Unicode.Scalar?, _ before: Bool, _ after: Bool) -> Int {
    guard let scalar else { return -4 }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter: return before || after ? 2 : 0
    case .uppercaseLetter: return before && !after ? -1 : after ? 1 : 0
    case .initialPunctuation: return !before && after ? 3 : 0
    case .finalPunctuation: return before ? 3 : 0
    case .dashPunctuation: return 1
    default: return before && after ? -2 : 0
    }
  }
}
