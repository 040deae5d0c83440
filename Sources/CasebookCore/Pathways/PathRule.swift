/// How the events of a case become a path: a row of steps, each an event type.
///
/// Events stand in the order of their first possible days, those of one day in the order of the
/// file. An event without a first possible day makes no step.
public struct PathRule: Sendable, Hashable {
  /// The types that make steps; all of them where nothing is said.
  public var types: Set<String>?
  /// The types that make none.
  public var hidden: Set<String>
  /// Whether steps of one type in a row are one step, on the day of the one that is read first.
  public var mergesRepeats: Bool
  /// The event the path begins at; the first of the case where nothing is said. It is the first
  /// step even where its type makes none, and a case without it has no path.
  public var start: EventAnchor?
  /// Whether the path is read from its start towards the past.
  public var isBackwards: Bool

  /// Makes a rule.
  public init(
    types: Set<String>? = nil, hidden: Set<String> = [], mergesRepeats: Bool = false,
    start: EventAnchor? = nil, isBackwards: Bool = false
  ) {
    self.types = types
    self.hidden = hidden
    self.mergesRepeats = mergesRepeats
    self.start = start
    self.isBackwards = isBackwards
  }

  /// Whether events of a type make steps.
  func makesSteps(_ type: String) -> Bool {
    (types?.contains(type) ?? true) && !hidden.contains(type)
  }
}
