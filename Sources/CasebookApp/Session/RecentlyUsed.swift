/// A dictionary that keeps only what was used lately.
struct RecentlyUsed<Key: Hashable, Value> {
  private var values: [Key: (value: Value, used: UInt64)] = [:]
  private var clock: UInt64 = 0
  private let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
  }

  subscript(key: Key) -> Value? {
    mutating get {
      guard let entry = values[key] else { return nil }
      clock += 1
      values[key] = (entry.value, clock)
      return entry.value
    }
    set {
      guard let newValue else {
        values[key] = nil
        return
      }
      clock += 1
      values[key] = (newValue, clock)
      if values.count > capacity { dropOlderHalf() }
    }
  }

  /// Halving at once keeps the cost of each use constant on average.
  private mutating func dropOlderHalf() {
    let ages = values.values.map(\.used).sorted()
    let limit = ages[ages.count / 2]
    values = values.filter { $0.value.used >= limit }
  }
}
