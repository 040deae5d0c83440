extension OrderKey {
  /// What kind of thing rows are ordered by.
  public enum Kind: Sendable, Hashable {
    /// Text or numbers.
    case value
    /// Dates.
    case date
    /// The days between two events.
    case interval
    /// The number of events.
    case count
  }

  /// What kind of thing rows are ordered by.
  public var kind: Kind {
    switch subject {
    case .values: .value
    case .days: .date
    case .interval, .named: .interval
    case .eventCount: .count
    }
  }
}
