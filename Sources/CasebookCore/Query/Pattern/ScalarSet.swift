/// Kinds of characters that `\d`, `\w` and `\s` mean, as bits.
struct ScalarKinds: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let digit = ScalarKinds(rawValue: 1)
  static let word = ScalarKinds(rawValue: 2)
  static let blank = ScalarKinds(rawValue: 4)

  /// How many sets of kinds there are.
  static let combinations = 8

  /// What a character is, by Unicode's general categories.
  init(of scalar: Unicode.Scalar) {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      self.init(rawValue: 0)
      if byte.isDigit { insert([.digit, .word]) }
      if byte.beginsName { insert(.word) }
      if byte == 0x20 || 0x09...0x0D ~= byte || 0x1C...0x1F ~= byte { insert(.blank) }
      return
    }
    switch scalar.properties.generalCategory {
    case .decimalNumber: self = [.digit, .word]
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber, .otherNumber:
      self = .word
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: self = .blank
    default: self = scalar.value == 0x85 ? .blank : []
    }
  }

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }
}

/// The characters one place of a pattern may take.
struct ScalarSet: Sendable, Hashable {
  /// Ranges of scalar values.
  var ranges: [ClosedRange<UInt32>] = []
  /// Kinds it takes.
  var kinds: ScalarKinds = []
  /// Kinds without which a character is taken: `\W` is what is no word.
  var missingKinds: ScalarKinds = []
  /// Whether it takes just the others.
  var isNegated = false

  /// Every character but the end of a line.
  static let anyInLine = ScalarSet(ranges: [10...10], isNegated: true)

  func contains(_ scalar: UInt32, _ kindsOfScalar: ScalarKinds) -> Bool {
    let isIn =
      !kinds.isDisjoint(with: kindsOfScalar)
      || !missingKinds.subtracting(kindsOfScalar).isEmpty
      || ranges.contains { $0.contains(scalar) }
    return isIn != isNegated
  }

  var isEmpty: Bool { ranges.isEmpty && kinds.isEmpty && missingKinds.isEmpty }

  /// Adds what the characters of a range become in folded text.
  ///
  /// Characters that fold to several are left out, for a class stands for one.
  mutating func insertFolded(_ range: ClosedRange<UInt32>) {
    ranges.append(range)
    guard range.lowerBound < Self.foldedBelow else { return }
    for value in range.lowerBound...min(range.upperBound, Self.foldedBelow - 1) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let folded = String(decoding: Fold.folded(String(scalar)), as: UTF8.self).unicodeScalars
      if folded.count == 1, let only = folded.first, only != scalar {
        ranges.append(only.value...only.value)
      }
    }
  }

  /// Letters with capitals or accents stand below this.
  private static let foldedBelow: UInt32 = 0x2000
}
