/// A stretch of a case's path that has a name, such as that from a detainer to the release that
/// follows it.
public struct NamedInterval: Sendable, Hashable {
  /// What is measured.
  public enum Measure: Sendable, Hashable {
    /// From an event of some types to the first of some others at or after it.
    case between(from: [String], to: [String])
    /// How long events of a type last; stints that follow each other within a day are one.
    case stay(of: String)
  }

  /// What it is called, such as `detainer to release`.
  public var name: String
  /// What is measured.
  public var measure: Measure

  /// Makes an interval.
  public init(_ name: String, _ measure: Measure) {
    self.name = name
    self.measure = measure
  }

  /// The name as the filter language writes it: `detainer_to_release`.
  public var key: String {
    String(name.map { $0.isWhitespace || $0 == "-" ? "_" : $0 }).lowercased()
  }

  /// The types of events it ends with; none for a stay.
  public var endTypes: [String] {
    if case .between(_, let to) = measure { to } else { [] }
  }

  /// The types of events it begins with.
  public var startTypes: [String] {
    switch measure {
    case .between(let from, _): from
    case .stay(let type): [type]
    }
  }
}

extension NamedInterval {
  /// From a charge to the detainer that follows.
  public static let chargeToDetainer = NamedInterval(
    "charge to detainer", .between(from: ["criminal_charge"], to: ["detainer"]))
  /// From lodging a detainer to the release from jail that follows.
  public static let detainerToRelease = NamedInterval(
    "detainer to release", .between(from: ["detainer"], to: ["jail_release"]))
  /// From a release from jail to the arrest by ICE that follows.
  public static let releaseToICEArrest = NamedInterval(
    "release to ICE arrest", .between(from: ["jail_release"], to: ["ice_arrest"]))
  /// From a release, by jail or ICE, to the criminal arrest that follows.
  public static let releaseToNewArrest = NamedInterval(
    "release to new arrest",
    .between(from: ["jail_release", "ice_release"], to: ["criminal_arrest"]))
  /// How long someone was in jail.
  public static let timeInJail = NamedInterval("time in jail", .stay(of: "jail_custody"))
  /// How long someone was held by ICE: over all stints, from facility to facility.
  public static let lengthOfStay = NamedInterval("length of stay", .stay(of: "ice_custody"))
  /// From a release to whatever ended the time at liberty: an arrest, custody, leaving the country,
  /// or death. Where nothing follows, nobody knows that it lasts, and it is not counted.
  public static let timeAtLiberty = NamedInterval(
    "time at liberty",
    .between(
      from: ["jail_release", "ice_release"],
      to: [
        "criminal_arrest", "ice_arrest", "jail_custody", "ice_custody", "departure", "removal",
        "death",
      ]))

  /// The built-in intervals.
  public static let standard: [NamedInterval] = [
    .chargeToDetainer, .detainerToRelease, .releaseToICEArrest, .releaseToNewArrest, .timeInJail,
    .lengthOfStay, .timeAtLiberty,
  ]
}
