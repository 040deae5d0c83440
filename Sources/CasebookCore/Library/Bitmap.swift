/// A set of the numbers below a fixed count, a bit each.
///
/// Operations on two sets go as far as the shorter one; what it lacks counts as not in it.
public struct Bitmap: Sendable, Equatable {
  /// How many numbers may be in the set: those from 0 up to, but without, this one.
  public let count: Int
  /// The bits, 64 a word, the lowest number in the lowest bit; bits from `count` on are 0.
  public private(set) var words: [UInt64]

  /// Makes a set with no number in it, or with all.
  public init(count: Int, filled: Bool = false) {
    self.count = Swift.max(0, count)
    words = Array(repeating: filled ? .max : 0, count: (self.count + 63) / 64)
    clearTail()
  }

  /// Makes a set of the given numbers; those outside the range are left out.
  public init(count: Int, _ members: some Sequence<Int>) {
    self.init(count: count)
    for member in members { insert(member) }
  }

  /// Whether a number is in the set.
  public func contains(_ number: Int) -> Bool {
    guard number >= 0, number < count else { return false }
    return words[number >> 6] >> UInt64(number & 63) & 1 == 1
  }

  /// Adds a number; one outside the range changes nothing.
  public mutating func insert(_ number: Int) {
    guard number >= 0, number < count else { return }
    words[number >> 6] |= 1 << UInt64(number & 63)
  }

  /// Takes a number out.
  public mutating func remove(_ number: Int) {
    guard number >= 0, number < count else { return }
    words[number >> 6] &= ~(1 << UInt64(number & 63))
  }

  /// How many numbers are in the set; O(`count` / 64).
  public var population: Int {
    words.reduce(0) { $0 + $1.nonzeroBitCount }
  }

  /// Whether no number is in the set.
  public var isEmpty: Bool {
    words.allSatisfy { $0 == 0 }
  }

  /// Calls the body with the words to write to; bits it sets from `count` on are cleared.
  ///
  /// - Parameter body: Gets one word for each 64 numbers, the last perhaps in part.
  /// - Returns: What the body returns.
  public mutating func withMutableWords<Result>(
    _ body: (UnsafeMutableBufferPointer<UInt64>) -> Result
  ) -> Result {
    let result = words.withUnsafeMutableBufferPointer { body($0) }
    clearTail()
    return result
  }

  private mutating func clearTail() {
    guard count & 63 != 0 else { return }
    words[words.count - 1] &= (1 << UInt64(count & 63)) - 1
  }
}

// MARK: Operations

extension Bitmap {
  /// Adds the numbers of another set.
  public mutating func formUnion(_ other: Bitmap) {
    combine(other) { $0 | $1 }
    clearTail()
  }

  /// Keeps the numbers that are in another set too.
  public mutating func formIntersection(_ other: Bitmap) {
    combine(other) { $0 & $1 }
    for index in words.indices.dropFirst(other.words.count) { words[index] = 0 }
  }

  /// Takes out the numbers of a range that are not in another set.
  public mutating func formIntersection(_ other: Bitmap, in range: Range<Int>) {
    let range = range.clamped(to: 0..<count)
    guard !range.isEmpty else { return }
    for index in range.lowerBound >> 6...(range.upperBound - 1) >> 6 {
      let low = Swift.max(0, range.lowerBound - index << 6)
      let high = Swift.max(0, (index + 1) << 6 - range.upperBound)
      let mask = UInt64.max << UInt64(low) & UInt64.max >> UInt64(high)
      let kept = index < other.words.count ? other.words[index] : 0
      words[index] &= kept | ~mask
    }
  }

  /// Adds the numbers of another set, each so much higher.
  public mutating func insert(_ other: Bitmap, from start: Int) {
    let (first, shift) = (start >> 6, UInt64(start & 63))
    for (offset, word) in other.words.enumerated() where word != 0 {
      let index = first + offset
      if index < words.count { words[index] |= word << shift }
      if shift > 0, index + 1 < words.count { words[index + 1] |= word >> (64 - shift) }
    }
    clearTail()
  }

  /// Takes out the numbers of another set.
  public mutating func subtract(_ other: Bitmap) {
    combine(other) { $0 & ~$1 }
  }

  /// Puts in the numbers that are not in the set, and takes out those that are.
  public mutating func invert() {
    for index in words.indices { words[index] = ~words[index] }
    clearTail()
  }

  /// The numbers of either set.
  public func union(_ other: Bitmap) -> Bitmap {
    var result = self
    result.formUnion(other)
    return result
  }

  /// The numbers of both sets.
  public func intersection(_ other: Bitmap) -> Bitmap {
    var result = self
    result.formIntersection(other)
    return result
  }

  /// The numbers that are not in another set.
  public func subtracting(_ other: Bitmap) -> Bitmap {
    var result = self
    result.subtract(other)
    return result
  }

  /// The numbers that are not in the set.
  public var inverted: Bitmap {
    var result = self
    result.invert()
    return result
  }

  private mutating func combine(_ other: Bitmap, _ operation: (UInt64, UInt64) -> UInt64) {
    let shared = Swift.min(words.count, other.words.count)
    words.withUnsafeMutableBufferPointer { mine in
      other.words.withUnsafeBufferPointer { theirs in
        for index in 0..<shared { mine[index] = operation(mine[index], theirs[index]) }
      }
    }
  }
}

// MARK: Sequence

extension Bitmap: Sequence {
  /// Goes through the numbers in the set, in ascending order.
  public struct Iterator: IteratorProtocol {
    private let words: [UInt64]
    private var index = 0
    private var word: UInt64

    fileprivate init(_ words: [UInt64]) {
      self.words = words
      word = words.first ?? 0
    }

    /// The next number in the set.
    public mutating func next() -> Int? {
      while word == 0 {
        index += 1
        guard index < words.count else { return nil }
        word = words[index]
      }
      defer { word &= word - 1 }
      return index << 6 + word.trailingZeroBitCount
    }
  }

  /// Starts with the lowest number in the set.
  public func makeIterator() -> Iterator {
    Iterator(words)
  }

  /// How many numbers are in the set.
  public var underestimatedCount: Int {
    population
  }
}
