import Synchronization

/// Puts the rows of a selection in order.
///
/// Rows without a value come last, whichever way the order goes; equal rows keep the order of the
/// files. An order of a whole library is kept once it was made; a selection is then read off it.
public final class RowOrder: Sendable {
  /// Rows in order.
  public struct Rows: Sendable, Equatable {
    /// The rows.
    public fileprivate(set) var all: [UInt32]
    /// How many of them, the last ones, have no value for the first key.
    public fileprivate(set) var missingCount = 0
  }

  private struct Kept<Value: Sendable>: Sendable {
    var segments: [ObjectIdentifier]
    var value: Value
    var used: Int
  }

  private struct State {
    var clock = 0
    var numbers: [OrderKey: Kept<[UInt64]>] = [:]
    var orders: [[OrderKey]: Kept<Rows>] = [:]
  }

  private let state = Mutex(State())
  private let keyLimit: Int
  private let orderLimit: Int

  /// A selection of less than such a part of the library is sorted by itself.
  private static let smallPart = 8
  /// Threads for one order; more gain little, since reading memory is what takes the time.
  private static let threads = 2

  /// Makes an order that keeps what it used last.
  ///
  /// - Parameters:
  ///   - keyLimit: How many keys' numbers are kept, 8 bytes a row each.
  ///   - orderLimit: How many orders of the whole library are kept, 4 bytes a row each.
  public init(keyLimit: Int = 2, orderLimit: Int = 10) {
    self.keyLimit = keyLimit
    self.orderLimit = orderLimit
  }

  /// The rows of a selection in the order of some keys, the first the most important.
  ///
  /// - Complexity: O(rows) once the order is ready; a key of distinct texts is ranked at its first
  ///   use.
  public func rows(
    of selection: Selection, by keys: [OrderKey], in library: Library, cache: QueryCache? = nil
  ) -> Rows {
    if let order = order(keys, library) { return selection.read(off: order) }
    if selection.count < library.caseCount / Self.smallPart {
      return sorted(selection.rows, keys, library, cache)
    }
    return selection.read(off: prepare(keys, in: library, cache: cache))
  }

  /// Whether the order of a library by some keys is kept.
  public func isReady(_ keys: [OrderKey], in library: Library) -> Bool {
    order(keys, library) != nil
  }

  /// Makes the order of a whole library by some keys, and keeps it.
  @discardableResult
  public func prepare(
    _ keys: [OrderKey], in library: Library, cache: QueryCache? = nil
  ) -> Rows {
    if let order = order(keys, library) { return order }
    let made = sorted(Array(0..<UInt32(library.caseCount)), keys, library, cache)
    let segments = library.segments.map(ObjectIdentifier.init)
    state.withLock { state in
      state.clock += 1
      state.orders[keys] = Kept(segments: segments, value: made, used: state.clock)
      Self.drop(&state.orders, downTo: orderLimit)
    }
    return made
  }

  private func sorted(
    _ rows: [UInt32], _ keys: [OrderKey], _ library: Library, _ cache: QueryCache?
  ) -> Rows {
    var sorted = Rows(all: rows)
    for (index, key) in keys.enumerated().reversed() {
      let numbers = numbers(key, library, cache)
      RadixSort.sort(&sorted.all, by: numbers, threads: Self.threads)
      if index == 0 { sorted.countMissing(numbers) }
    }
    return sorted
  }

  // MARK: - What is kept

  private func order(_ keys: [OrderKey], _ library: Library) -> Rows? {
    let segments = library.segments.map(ObjectIdentifier.init)
    return state.withLock { state in
      guard let kept = state.orders[keys], kept.segments == segments else { return nil }
      state.clock += 1
      state.orders[keys]?.used = state.clock
      return kept.value
    }
  }

  private func numbers(_ key: OrderKey, _ library: Library, _ cache: QueryCache?) -> [UInt64] {
    let segments = library.segments.map(ObjectIdentifier.init)
    let known = state.withLock { state -> [UInt64]? in
      guard let kept = state.numbers[key], kept.segments == segments else { return nil }
      state.clock += 1
      state.numbers[key]?.used = state.clock
      return kept.value
    }
    if let known { return known }
    let made = OrderKeys(library: library, key: key, cache: cache)
      .numbers(threads: Self.threads)
    state.withLock { state in
      state.clock += 1
      state.numbers[key] = Kept(segments: segments, value: made, used: state.clock)
      Self.drop(&state.numbers, downTo: keyLimit)
    }
    return made
  }

  private static func drop<Key, Value>(_ kept: inout [Key: Kept<Value>], downTo limit: Int) {
    while kept.count > limit, let oldest = kept.min(by: { $0.value.used < $1.value.used }) {
      kept[oldest.key] = nil
    }
  }
}

extension RowOrder.Rows {
  /// Counts the last rows, which have no number.
  fileprivate mutating func countMissing(_ numbers: [UInt64]) {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[Int(all[middle])] == OrderKeys.missing { high = middle } else { low = middle + 1 }
    }
    missingCount = all.count - low
  }
}

extension Selection {
  /// The selected rows in the order that all rows have.
  fileprivate func read(off order: RowOrder.Rows) -> RowOrder.Rows {
    if count == order.all.count { return order }
    let bits = cases.words
    let missing = order.missingCount
    var valueCount = 0
    let rows = [UInt32](unsafeUninitializedCapacity: order.all.count) { rows, count in
      bits.withUnsafeBufferPointer { bits in
        for part in [order.all.dropLast(missing), order.all.suffix(missing)] {
          valueCount = count
          for row in part {
            rows[count] = row
            // Written always and counted where selected: a guess of the machine would often fail.
            count += Int(bits[Int(row >> 6)] >> UInt64(row & 63) & 1)
          }
        }
      }
    }
    return RowOrder.Rows(all: rows, missingCount: rows.count - valueCount)
  }
}
