/// A named interval of a case: from one event of its chronology to another.
public struct CaseInterval: Sendable, Hashable {
  /// Which interval it is.
  public var name: CaseIntervalName
  /// The event it begins with, by its place in the chronology.
  public var from: Int
  /// The event it ends with, by its place in the chronology; nothing where it goes on.
  public var to: Int?
  /// The days between, as a range where the dates are partial.
  public var interval: DayInterval
  /// Whether it goes on, and was counted to the day that was asked about.
  public var isSoFar = false
}

/// The intervals that have names.
public enum CaseIntervalName: String, Sendable, Hashable, CaseIterable {
  /// From a charge to the detainer that follows.
  case chargeToDetainer = "charge-to-detainer"
  /// From lodging a detainer to the release from jail that follows.
  case detainerToRelease = "detainer-to-release"
  /// From a release from jail to the arrest by ICE that follows.
  case releaseToICEArrest = "release-to-ice-arrest"
  /// From a release, by jail or ICE, to the criminal arrest that follows.
  case releaseToRearrest = "release-to-rearrest"
  /// How long someone was in jail.
  case timeInJail = "time-in-jail"
  /// How long someone was held by ICE: over all stints, from facility to facility.
  case lengthOfStay = "length-of-stay"
}

/// The intervals of one case.
///
/// A gap runs from the first possible day of one event to the first possible day of the other; what
/// lasts counts from its start; the same day counts as following. An interval runs to the first
/// event that follows; of several that lead to the same event, the one that began first stands.
public struct CaseIntervals: Sendable, Hashable {
  /// The named intervals, in the order of their beginnings.
  public let named: [CaseInterval]
  /// For each event, by its place in the chronology, what lies between it and the event before.
  public let sinceBefore: [EventGap?]

  /// Finds the intervals of a chronology.
  ///
  /// What goes on is counted to the day `asOf`; without one, it is left out.
  public init(_ chronology: [Event], asOf: DayNumber? = nil) {
    let finder = CaseIntervalFinder(chronology, asOf: asOf)
    named = finder.named
    sinceBefore = chronology.indices.map { finder.gap(before: $0) }
  }
}

/// The time between an event and the one before it.
public struct EventGap: Sendable, Hashable {
  /// The event before, by its place in the chronology: the nearest with a known start.
  public var before: Int
  /// The days between, as a range where the dates are partial.
  public var interval: DayInterval
  /// The days from the first possible day of one to the first possible day of the other.
  public var days: Int
}
