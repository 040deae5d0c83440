import Dispatch

// Hot path: an order of a million rows is a few passes here.

/// Sorts rows by numbers, keeping the order of equal ones.
struct RadixSort: @unchecked Sendable {
  // Sound to share: threads write to counts and places that no other has, and the keys do not
  // change.
  private let keys: UnsafeBufferPointer<UInt64>
  private let digits: Digits
  private let counts: UnsafeMutableBufferPointer<Int>
  private let threads: Int

  /// Fewer rows are sorted by one thread: starting another takes as long.
  private static let leastShared = 1 << 15

  /// Puts rows in the order of their keys.
  ///
  /// - Parameters:
  ///   - rows: The rows to sort.
  ///   - keys: The key of every row of the library, by row; the greatest number may stand for none.
  ///   - threads: How many threads may work.
  /// - Complexity: O(rows) for each 16 bits that the keys take, counted from the least to the
  ///   greatest.
  static func sort(_ rows: inout [UInt32], by keys: [UInt64], threads: Int = 1) {
    let strands = rows.count < leastShared ? 1 : max(1, threads)
    guard let digits = Digits(rows, keys) else { return }
    var target = [UInt32](unsafeUninitializedCapacity: rows.count) { buffer, count in
      buffer.initialize(repeating: 0)
      count = buffer.count
    }
    var counts = [Int](repeating: 0, count: digits.values * strands)
    keys.withUnsafeBufferPointer { keys in
      counts.withUnsafeMutableBufferPointer { counts in
        let sort = RadixSort(keys: keys, digits: digits, counts: counts, threads: strands)
        for pass in 0..<digits.passes {
          sort.run(pass, rows, into: &target)
          swap(&rows, &target)
        }
      }
    }
  }

  /// Puts the rows in the order of one digit.
  private func run(_ pass: Int, _ rows: [UInt32], into target: inout [UInt32]) {
    rows.withUnsafeBufferPointer { rows in
      target.withUnsafeMutableBufferPointer { target in
        let places = Places(rows: rows, target: target)
        DispatchQueue.concurrentPerform(iterations: threads) { count(pass, places, strand: $0) }
        placeCounts()
        DispatchQueue.concurrentPerform(iterations: threads) { move(pass, places, strand: $0) }
      }
    }
  }

  private struct Places: @unchecked Sendable {
    let rows: UnsafeBufferPointer<UInt32>
    let target: UnsafeMutableBufferPointer<UInt32>

    /// The rows that are those of one thread.
    func part(_ strand: Int, of threads: Int) -> Slice<UnsafeBufferPointer<UInt32>> {
      rows[rows.count * strand / threads..<rows.count * (strand + 1) / threads]
    }
  }

  private func count(_ pass: Int, _ places: Places, strand: Int) {
    let counts = UnsafeMutableBufferPointer(rebasing: self.counts[share(strand)])
    counts.update(repeating: 0)
    for row in places.part(strand, of: threads) {
      counts[digits.digit(pass, of: keys[Int(row)])] += 1
    }
  }

  /// Makes of each count the place where its rows begin: those of the first thread come first.
  private func placeCounts() {
    var next = 0
    for digit in 0..<digits.values {
      for strand in 0..<threads {
        let index = strand * digits.values + digit
        (counts[index], next) = (next, next + counts[index])
      }
    }
  }

  private func move(_ pass: Int, _ places: Places, strand: Int) {
    let next = UnsafeMutableBufferPointer(rebasing: counts[share(strand)])
    for row in places.part(strand, of: threads) {
      let digit = digits.digit(pass, of: keys[Int(row)])
      places.target[next[digit]] = row
      next[digit] += 1
    }
  }

  private func share(_ strand: Int) -> Range<Int> {
    digits.values * strand..<digits.values * (strand + 1)
  }
}

/// How keys are cut into digits: counted from the least, that of none right behind the greatest, so
/// that the days of some years are one digit.
private struct Digits {
  private let least: UInt64
  /// What is behind the greatest.
  private let none: UInt64
  private let width: UInt64
  let passes: Int

  private static let widest = 16
  /// Counts of more digits than rows would take longer than the rows.
  private static let narrowest = 8

  /// Nothing where all keys are the same.
  init?(_ rows: [UInt32], _ keys: [UInt64]) {
    var (least, greatest) = (UInt64.max, UInt64.min)
    var hasNone = false
    keys.withUnsafeBufferPointer { keys in
      for row in rows {
        let key = keys[Int(row)]
        hasNone = hasNone || key == .max
        least = min(least, key)
        greatest = max(greatest, key == .max ? 0 : key)
      }
    }
    guard least < greatest || hasNone && least < .max else { return nil }
    self.least = least
    none = greatest - least + 1
    let bits = UInt64.bitWidth - (hasNone ? none : none - 1).leadingZeroBitCount
    let rowBits = Int.bitWidth - rows.count.leadingZeroBitCount
    let most = min(Self.widest, max(Self.narrowest, rowBits))
    passes = (bits + most - 1) / most
    width = UInt64((bits + passes - 1) / passes)
  }

  /// How many values a digit may have.
  var values: Int { 1 << Int(width) }

  /// A digit of a key, the lowest first.
  @inline(__always)
  func digit(_ pass: Int, of key: UInt64) -> Int {
    Int(truncatingIfNeeded: min(key &- least, none) >> (UInt64(pass) &* width)) & (values - 1)
  }
}
