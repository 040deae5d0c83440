internal import CScan

/// The one way from the text of a file to something that may be shown.
///
/// Controls are written as `^[`, other hidden or harmful characters as `<U+202E>`, bytes that are
/// not UTF-8 as `<FF>`, each noted in ``ShownText/escapes``. A tab becomes one blank. A base keeps
/// four combining marks, the rest is counted as `<+96 marks>`. Letters of every script, emoji and
/// the joiners that they need stay as they are.
public enum Gate {
  /// Makes every character of raw text visible and harmless, on one line, in O(n).
  public static func shown(_ raw: some StringProtocol) -> ShownText {
    cscan_count_work(UInt64(raw.utf8.count + 1))
    if raw.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
      return ShownText(guarded: String(raw))
    }
    var writer = GateWriter(capacity: raw.utf8.count)
    for scalar in raw.unicodeScalars { writer.append(scalar) }
    return writer.finish()
  }

  /// Makes text visible and harmless as rows, split at CR, LF, CRLF, U+2028 and U+2029.
  ///
  /// A line end at the very end starts no further row; empty text has no rows.
  public static func lines(_ raw: some StringProtocol) -> [ShownText] {
    var rows: [ShownText] = []
    let scalars = raw.unicodeScalars
    var rest = scalars[...]
    while !rest.isEmpty {
      let end = rest.firstIndex { $0.isLineEnd } ?? rest.endIndex
      rows.append(shown(raw[rest.startIndex..<end]))
      let isPair = rest[end...].starts(with: ["\r", "\n"])
      rest = rest[end...].dropFirst(isPair ? 2 : 1)
    }
    return rows
  }

  /// Makes bytes that should be UTF-8, such as a file name, visible and harmless on one line.
  public static func shown(bytes: some Sequence<UInt8>) -> ShownText {
    let bytes = Array(bytes)
    if let text = String(validating: bytes, as: UTF8.self) { return shown(text) }
    var writer = GateWriter(capacity: bytes.count)
    var index = 0
    while index < bytes.count {
      let length = UTF8.length(startingWith: bytes[index])
      let end = min(index + length, bytes.count)
      if let scalar = String(validating: bytes[index..<end], as: UTF8.self)?.unicodeScalars.first {
        writer.append(scalar)
        index = end
      } else {
        writer.append(invalid: bytes[index])
        index += 1
      }
    }
    return writer.finish()
  }

  /// Makes raw text visible as a line in which escapes have the role ``StyleRole/escape``.
  public static func styled(_ raw: some StringProtocol, _ role: StyleRole = .normal) -> StyledLine {
    StyledLine(shown(raw), role).markingEscapes()
  }
}

extension Unicode.Scalar {
  fileprivate var isLineEnd: Bool {
    switch value {
    case 0x0A, 0x0D, 0x2028, 0x2029: true
    default: false
    }
  }
}

extension UTF8 {
  /// How many bytes a scalar has that starts with a byte; 1 where none can start so.
  fileprivate static func length(startingWith byte: UInt8) -> Int {
    switch byte {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }
}
