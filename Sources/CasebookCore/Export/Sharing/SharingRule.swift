/// When a value may stand in a shared export. What no rule lets pass is left out.
public enum SharingRule: Sendable, Hashable {
  /// It is replaced by a number that says nothing, the same for the same id.
  case number
  /// It is one of a closed list of the format, or as common as ``common`` asks.
  case listed([String])
  /// It stands in at least ``SmallCells/smallest`` cases of the export.
  case common
  /// It is a date, of which the month is said.
  case month
  /// It is a place, of which the county and state are said, if they are common.
  case county
  /// It is an age, of which the band is said, if it is common.
  case ageBand
  /// It is a map or a list, whose parts have rules of their own.
  case parts
  /// It never passes.
  case leftOut
}

/// The keys that a shared export may hold, each with the rule by which its value passes.
///
/// A key that is not listed never passes, neither its values nor the key itself: keys of the file's
/// own can carry words too.
public struct SharedKey: Sendable, Hashable {
  /// What carries a key.
  public enum Carrier: String, Sendable, Hashable, CaseIterable {
    /// A case.
    case wholeCase = "case"
    /// Its subject.
    case subject
    /// A source of the case.
    case source
    /// An event, or an account of an event.
    case event
  }

  /// What carries the key.
  public let carrier: Carrier
  /// The key as files write it.
  public let key: String
  /// The rule by which its value passes.
  public let rule: SharingRule

  private init(_ carrier: Carrier, _ key: String, _ rule: SharingRule) {
    self.carrier = carrier
    self.key = key
    self.rule = rule
  }

  /// The rule for a key; `nil` if the format does not name it, so that it is left out.
  static func rule(for key: String, of carrier: Carrier) -> SharingRule? {
    rules[carrier]?[key]
  }

  private static let rules = Dictionary(grouping: all, by: \.carrier).mapValues { keys in
    Dictionary(uniqueKeysWithValues: keys.map { ($0.key, $0.rule) })
  }

  /// Every key that the format names, in the order of the documentation.
  public static let all: [SharedKey] = [
    SharedKey(.wholeCase, "casebook", .listed(["1"])),
    SharedKey(.wholeCase, "id", .number),
    SharedKey(.wholeCase, "title", .leftOut),
    SharedKey(.wholeCase, "status", .common),
    SharedKey(.wholeCase, "summary", .leftOut),
    SharedKey(.wholeCase, "subject", .parts),
    SharedKey(.wholeCase, "place", .county),
    SharedKey(.wholeCase, "jurisdiction", .leftOut),
    SharedKey(.wholeCase, "tags", .leftOut),
    SharedKey(.wholeCase, "sources", .parts),
    SharedKey(.wholeCase, "events", .parts),
    SharedKey(.wholeCase, "related", .leftOut),
    SharedKey(.wholeCase, "attachments", .leftOut),
    SharedKey(.wholeCase, "claims", .leftOut),
    SharedKey(.wholeCase, "date", .month),
    SharedKey(.subject, "label", .leftOut),
    SharedKey(.subject, "age", .ageBand),
    SharedKey(.subject, "age_as_of", .leftOut),
    SharedKey(.subject, "sex", .common),
    SharedKey(.subject, "citizenship", .common),
    SharedKey(.source, "id", .number),
    SharedKey(.source, "kind", .common),
    SharedKey(.source, "publisher", .common),
    SharedKey(.source, "date", .month),
    SharedKey(.source, "title", .leftOut),
    SharedKey(.source, "url", .leftOut),
    SharedKey(.source, "derived_from", .number),
    SharedKey(.event, "type", .listed(Vocabulary.standard.types.map(\.name))),
    SharedKey(.event, "date", .month),
    SharedKey(.event, "label", .leftOut),
    SharedKey(.event, "place", .county),
    SharedKey(.event, "facility", .leftOut),
    SharedKey(.event, "agency", .common),
    SharedKey(.event, "charge", .common),
    SharedKey(.event, "charge_status", .listed(Vocabulary.chargeStatuses)),
    SharedKey(.event, "outcome", .listed(Vocabulary.detainerOutcomes)),
    SharedKey(.event, "outcome_basis", .listed(Vocabulary.bases)),
    SharedKey(.event, "by", .leftOut),
    SharedKey(.event, "role", .leftOut),
    SharedKey(.event, "text", .leftOut),
    SharedKey(.event, "basis", .listed(Vocabulary.bases)),
    SharedKey(.event, "level", .listed(Vocabulary.levels)),
    SharedKey(.event, "source", .number),
    SharedKey(.event, "claims", .parts),
  ]
}
