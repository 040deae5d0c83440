/// Recognises notations of EDTF level 2 in a text that is not of level 0 or 1, so that it can be
/// refused by name. Numbers are not checked: `15XX-02-3X` is level 2 here, valid or not.
struct LevelTwoScanner {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var hasMarkInside = false
  private var hasUnspecified = false

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The feature of level 2 in a text, and where: the set, or the date that has it.
  static func feature(of bytes: [UInt8]) -> (LevelTwoFeature, at: Range<Int>)? {
    if let set = set(bytes) { return (set, 0..<bytes.count) }
    let ends = bytes.split(separator: Ascii.slash, omittingEmptySubsequences: false)
    guard ends.count <= 2 else { return nil }
    for end in ends {
      if let feature = feature(of: end, isWhole: ends.count == 1) {
        return (feature, end.startIndex..<end.endIndex)
      }
    }
    return nil
  }

  private static func set(_ bytes: [UInt8]) -> LevelTwoFeature? {
    switch (bytes.first, bytes.last) {
    case (UInt8(ascii: "["), UInt8(ascii: "]")): .oneOfSet
    case (UInt8(ascii: "{"), UInt8(ascii: "}")): .allOfSet
    default: nil
    }
  }

  private static func feature(of date: ArraySlice<UInt8>, isWhole: Bool) -> LevelTwoFeature? {
    var scanner = LevelTwoScanner(date)
    if let feature = scanner.longYear() { return feature }
    scanner.position = date.startIndex
    if isWhole && scanner.isDecadeOrCentury() { return .decadeOrCentury }
    scanner.position = date.startIndex
    return scanner.markedOrUnspecified()
  }

  /// `Y17E7`, `Y3388E2S3`, `1950S2`.
  private mutating func longYear() -> LevelTwoFeature? {
    let isPrefixed = take { $0 == Ascii.prefix }
    _ = take { $0 == Ascii.hyphen }
    let digits = run(Ascii.isDigit)
    guard isPrefixed ? digits > 0 : digits == 4 else { return nil }
    let isExponential =
      isPrefixed && take { $0 | 0x20 == UInt8(ascii: "e") } && run(Ascii.isDigit) > 0
    if take({ $0 == UInt8(ascii: "S") }), run(Ascii.isDigit) > 0, isAtEnd {
      return isExponential ? .exponentialYear : .significantDigits
    }
    return isExponential && isAtEnd ? .exponentialYear : nil
  }

  /// `193`, `19?`.
  private mutating func isDecadeOrCentury() -> Bool {
    _ = take { $0 == Ascii.hyphen }
    let digits = run(Ascii.isDigit)
    _ = take(LevelTwoScanner.isMark)
    return 2...3 ~= digits && isAtEnd
  }

  /// `2004-?06`, `156X-12-25`.
  private mutating func markedOrUnspecified() -> LevelTwoFeature? {
    hasMarkInside = take(LevelTwoScanner.isMark)
    _ = take { $0 == Ascii.hyphen }
    guard part(length: 4) else { return nil }
    for _ in 0..<2 where take({ $0 == Ascii.hyphen }) {
      if take(LevelTwoScanner.isMark) { hasMarkInside = true }
      guard part(length: 2) else { return nil }
    }
    guard isAtEnd else { return nil }
    return hasMarkInside ? .qualifiedPart : hasUnspecified ? .unspecifiedPart : nil
  }

  private mutating func part(length: Int) -> Bool {
    let start = position
    guard run({ Ascii.isDigit($0) || $0 == Ascii.unspecified }) == length else { return false }
    if bytes[start..<position].contains(Ascii.unspecified) { hasUnspecified = true }
    if take(LevelTwoScanner.isMark) && !isAtEnd { hasMarkInside = true }
    return true
  }

  // MARK: - Reading bytes

  private var isAtEnd: Bool { position == bytes.endIndex }

  private mutating func take(_ fits: (UInt8) -> Bool) -> Bool {
    guard !isAtEnd, fits(bytes[position]) else { return false }
    position += 1
    return true
  }

  private mutating func run(_ fits: (UInt8) -> Bool) -> Int {
    let start = position
    while take(fits) {}
    return position - start
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == Ascii.uncertain || byte == Ascii.approximate || byte == Ascii.both
  }
}
