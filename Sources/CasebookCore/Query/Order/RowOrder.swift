import Synchronization

/// Puts the rows of a selection in order.
///
/// Rows without a value come last, whichever way the order goes; equal rows keep the order of the
/// files.
public final class RowOrder: Sendable {
  private struct Entry {
    var segments: [ObjectIdentifier]
    var numbers: [UInt64]
    var used: Int
  }

  private struct State {
    var clock = 0
    var entries: [OrderKey: Entry] = [:]
  }

  private let state = Mutex(State())
  private let keyLimit: Int

  /// Makes an order that keeps the numbers of the keys it used last, 8 bytes a row each.
  public init(keyLimit: Int = 4) {
    self.keyLimit = keyLimit
  }

  /// The rows of a selection in the order of some keys, the first the most important.
  ///
  /// - Complexity: O(rows) once a key was used; a key of distinct texts is ranked at its first use.
  public func rows(
    of selection: Selection, by keys: [OrderKey], in library: Library, cache: QueryCache? = nil
  ) -> [UInt32] {
    var rows = selection.rows
    for key in keys.reversed() {
      RadixSort.sort(&rows, by: numbers(key, library, cache))
    }
    return rows
  }

  /// How many rows of a selection have no value for a key.
  public func missingCount(
    of selection: Selection, by key: OrderKey, in library: Library, cache: QueryCache? = nil
  ) -> Int {
    let numbers = numbers(key, library, cache)
    return selection.rows.reduce(0) { $0 + (numbers[Int($1)] == OrderKeys.missing ? 1 : 0) }
  }

  private func numbers(_ key: OrderKey, _ library: Library, _ cache: QueryCache?) -> [UInt64] {
    let segments = library.segments.map(ObjectIdentifier.init)
    let known = state.withLock { state -> [UInt64]? in
      guard let entry = state.entries[key], entry.segments == segments else { return nil }
      state.clock += 1
      state.entries[key]?.used = state.clock
      return entry.numbers
    }
    if let known { return known }
    let made = OrderKeys(library: library, key: key, cache: cache).numbers()
    state.withLock { state in
      state.clock += 1
      state.entries[key] = Entry(segments: segments, numbers: made, used: state.clock)
      while state.entries.count > keyLimit,
        let oldest = state.entries.min(by: { $0.value.used < $1.value.used })
      {
        state.entries[oldest.key] = nil
      }
    }
    return made
  }
}
