/// Collects pasted bytes up to the sequence that ends a paste.
struct PastedText {
  /// What a byte brought.
  enum Progress: Hashable {
    case more
    /// There is as much as one event may carry.
    case full
    /// The paste is over.
    case end
  }

  /// Whether the last read was an ESC alone: the Escape key, or the start of the end mark.
  var endsInTypedEscape: Bool { wasReadAlone && bytes.last == UInt8(ascii: "\u{1B}") }

  private var bytes: [UInt8] = []
  private var wasReadAlone = false

  /// The most bytes of one event; the rest comes as another.
  private static let most = 1 << 20

  private static let endSequence = Array("\u{1B}[201~".utf8)

  /// Takes a byte.
  mutating func take(_ byte: UInt8) -> Progress {
    if bytes.count >= Self.most, byte & 0xC0 != 0x80, isCutAllowed {
      // The byte begins the next event.
      overflow = byte
      return .full
    }
    bytes.append(byte)
    guard byte == UInt8(ascii: "~"), bytes.suffix(Self.endSequence.count) == Self.endSequence[...]
    else { return .more }
    bytes.removeLast(Self.endSequence.count)
    return .end
  }

  /// The text so far, with LF as line end; bytes that are not UTF-8 become U+FFFD.
  mutating func end() -> String {
    defer {
      bytes = overflow.map { [$0] } ?? []
      overflow = nil
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.unicodeScalars.contains("\r") ? Self.withLineFeeds(text) : text
  }

  /// Whether bytes contain the sequence that ends a paste.
  static func containsEnd(_ bytes: some Collection<UInt8>) -> Bool {
    var left = bytes[...]
    while let start = left.firstIndex(of: endSequence[0]) {
      left = left[start...]
      if left.starts(with: endSequence) { return true }
      left = left.dropFirst()
    }
    return false
  }

  // MARK: - The Escape key

  /// Notes the end of a read, which was an ESC alone or not.
  mutating func noteRead(isEscape: Bool) { wasReadAlone = isEscape }

  /// Drops an ESC that was a key and no text.
  mutating func dropTypedEscape() {
    if endsInTypedEscape { bytes.removeLast() }
    wasReadAlone = false
  }

  // MARK: - Cutting

  private var overflow: UInt8?

  /// Whether neither a line end nor the sequence that ends the paste would be cut.
  private var isCutAllowed: Bool {
    guard let last = bytes.last, last != UInt8(ascii: "\r") else { return false }
    return !bytes.suffix(Self.endSequence.count).contains(UInt8(ascii: "\u{1B}"))
  }

  private static func withLineFeeds(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\r" || scalar != "\n" || !afterReturn {
        scalars.append(scalar == "\r" ? "\n" : scalar)
      }
      afterReturn = scalar == "\r"
    }
    return String(scalars)
  }
}
