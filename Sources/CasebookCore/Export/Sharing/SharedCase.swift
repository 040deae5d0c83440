/// A case as it can be shared: only what a rule of ``SharedKey`` lets pass, made coarser where the
/// rule says so.
///
/// What remains may still be rare among the cases shared; ``SmallCells`` takes that out.
public struct SharedCase: Sendable, Hashable {
  /// The case as it is shared.
  public private(set) var content: Case
  /// What was left out of it.
  public private(set) var counts: SharingCounts

  /// Coarsens a case; `number`, from 1, takes the place of its id.
  public init(_ content: Case, number: Int) {
    var builder = SharedCaseBuilder()
    self.content = builder.shared(content, number: number)
    counts = builder.counts
  }

  /// Replaces a value that is not shared although its key is.
  static let withheld = "withheld"

  // MARK: - Values that have to be common

  /// A value under its key and what carries that.
  struct Cell: Hashable, Sendable {
    var carrier: SharedKey.Carrier
    var key: String
    var value: String
  }

  /// The values that have to be common to pass, each once.
  var cells: Set<Cell> {
    var cells: Set<Cell> = []
    _ = rewritten { cell in
      cells.insert(cell)
      return nil
    }
    return cells
  }

  /// Withholds the values for which the body says so.
  mutating func withhold(where isRare: (Cell) -> Bool) {
    var counts = counts
    content = rewritten { cell in
      guard isRare(cell) else { return nil }
      counts.withhold(cell.key)
      return Self.withheld
    }
    self.counts = counts
  }

  /// The case with the values that the body gives in place of those that have to be common.
  private func rewritten(_ replacement: (Cell) -> String?) -> Case {
    func replaced(_ value: String, _ key: String, _ carrier: SharedKey.Carrier) -> String {
      guard value != Self.withheld, Self.hasToBeCommon(value, key, carrier) else { return value }
      return replacement(Cell(carrier: carrier, key: key, value: value)) ?? value
    }
    func fields(_ fields: [Field], _ carrier: SharedKey.Carrier) -> [Field] {
      fields.map { field in
        if case .map(let parts) = field.value {
          return Field(field.key, .map(parts.map { self.field($0, .subject, replaced) }))
        }
        return self.field(field, carrier, replaced)
      }
    }
    var result = content
    result.fields = fields(content.fields, .wholeCase)
    result.sources = content.sources.map { Source(fields: fields($0.fields, .source)) }
    result.events = content.events.map { event in
      var event = event
      event.type = replaced(event.type, "type", .event)
      event.fields = fields(event.fields, .event)
      event.claims = event.claims.map { claim in
        Claim(fields: fields(claim.fields, .event), sources: claim.sources)
      }
      return event
    }
    return result
  }

  private func field(
    _ field: Field, _ carrier: SharedKey.Carrier,
    _ replaced: (String, String, SharedKey.Carrier) -> String
  ) -> Field {
    guard let text = field.value.written else { return field }
    return Field(field.key, .text(replaced(text, field.key, carrier)))
  }

  private static func hasToBeCommon(
    _ value: String, _ key: String, _ carrier: SharedKey.Carrier
  ) -> Bool {
    switch SharedKey.rule(for: key, of: carrier) {
    case .common, .county, .ageBand: true
    case .listed(let list): !list.contains(value)
    default: false
    }
  }

  // MARK: - The person

  /// What is said of the person and the case, in the order in which it is given up.
  static let personKeys = ["citizenship", "age", "place", "sex", "status"]

  /// A value of the person or the case.
  func value(_ key: String) -> String? {
    switch key {
    case "age", "sex", "citizenship": content.subject.text(key)
    default: content.text(key)
    }
  }

  /// Withholds a value of the person or the case.
  mutating func withhold(_ key: String) {
    guard let value = value(key), value != Self.withheld else { return }
    counts.withhold(key)
    content.withhold(key)
  }
}

extension Case {
  /// Replaces a value of the case or its subject by the word that it is withheld.
  mutating func withhold(_ key: String) {
    fields = fields.map { Self.withholding(key, in: $0) }
  }

  private static func withholding(_ key: String, in field: Field) -> Field {
    if field.key == key { return Field(key, .text(SharedCase.withheld)) }
    guard case .map(let fields) = field.value else { return field }
    return Field(field.key, .map(fields.map { withholding(key, in: $0) }))
  }
}
