/// What is counted.
public enum CountUnit: String, Sendable, Hashable, CaseIterable {
  /// Cases, each once in a group.
  case cases
  /// Events, each once in a group.
  case events
}
