/// One dated, sourced step of a case, whole and as written.
public struct Event: Sendable, Hashable, FieldCarrying {
  /// The type as written, such as `detainer`.
  public var type: String
  /// When; nothing where the date is unknown.
  public var date: CalendarDate?
  /// The date as written, if it is not a date that can be read; such an event has no ``date``.
  public var unreadableDate: String?
  /// Every key but type, date, source and claims, in the order of the file.
  public var fields: [Field]
  /// Where it comes from.
  public var sources: [SourceReference]
  /// Accounts that differ, each with its own values and sources.
  public var claims: [Claim]
  /// Where it stands in its case, from 0, in the order of the file.
  public var index: Int
  /// Where it stands in its file.
  public var position: SourcePosition?

  /// Makes an event.
  public init(
    type: String, date: CalendarDate? = nil, unreadableDate: String? = nil, fields: [Field] = [],
    sources: [SourceReference] = [], claims: [Claim] = [], index: Int = 0,
    position: SourcePosition? = nil
  ) {
    self.type = type
    self.date = date
    self.unreadableDate = unreadableDate
    self.fields = fields
    self.sources = sources
    self.claims = claims
    self.index = index
    self.position = position
  }

  /// The date as written, whether it can be read or not; nil if there is none.
  public var writtenDate: String? { date?.text ?? unreadableDate }
  /// A heading of its own.
  public var label: String? { text("label") }
  /// Where it happened.
  public var place: String? { text("place") }
  /// The jail, prison or court.
  public var facility: String? { text("facility") }
  /// Who acted.
  public var agency: String? { text("agency") }
  /// The charge as written.
  public var charge: String? { text("charge") }
  /// How the charge stands: alleged unless the file says otherwise.
  public var chargeStatus: String { text("charge_status") ?? "alleged" }
  /// What came of it.
  public var outcome: String? { text("outcome") }
  /// Whether it was recorded, reported or derived, as written.
  public var basis: String? { text("basis") ?? text("outcome_basis") }

  /// The keys whose values differ between the claims, in the order they first stand.
  public var disputedKeys: [String] { claims.disputedKeys }

  /// Where it comes from, and where its accounts do, each place once.
  public var allSources: [SourceReference] {
    var seen: Set<SourceReference> = []
    return (sources + claims.flatMap(\.sources)).filter { seen.insert($0).inserted }
  }
}

extension [Claim] {
  /// The keys whose values differ, in the order they first stand.
  var disputedKeys: [String] {
    var keys: [String] = []
    var firsts: [String: FieldValue] = [:]
    var disputed: Set<String> = []
    for claim in self {
      // Of a key that stands twice in one account, the first counts, as everywhere.
      var own: Set<String> = []
      for field in claim.fields where own.insert(field.key).inserted {
        guard let first = firsts[field.key] else {
          keys.append(field.key)
          firsts[field.key] = field.value
          continue
        }
        if first != field.value { disputed.insert(field.key) }
      }
    }
    return keys.filter(disputed.contains)
  }
}

/// One account of an event, or of a case, where accounts differ.
public struct Claim: Sendable, Hashable, FieldCarrying {
  /// What this account says, in the order of the file.
  public var fields: [Field]
  /// Who says so.
  public var sources: [SourceReference]

  /// Makes a claim.
  public init(fields: [Field], sources: [SourceReference]) {
    self.fields = fields
    self.sources = sources
  }
}
