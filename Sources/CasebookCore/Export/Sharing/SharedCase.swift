/// What of a case can be shared: no free text, no facility, no id, months for days, counties or
/// states for places, bands for ages.
///
/// What remains may still be rare among the cases shared; ``SmallCells`` takes that out.
public struct SharedCase: Sendable, Hashable {
  /// The case as it is shared.
  public private(set) var content: Case

  /// Coarsens a case; `number`, from 1, takes the place of its id.
  public init(_ content: Case, number: Int) {
    var shared = Case(id: "case-\(number)")
    let fields: [(String, String?)] = [
      ("status", content.status), ("place", content.place.flatMap(CoarsePlace.county)),
    ]
    shared.fields = fields.compactMap { key, value in value.map { Field(key, .text($0)) } }
    let subject = Self.subject(content.subject)
    if !subject.isEmpty { shared.fields.append(Field("subject", .map(subject))) }
    shared.sources = content.sources.map(Self.source)
    shared.events = Self.inOrder(content.events).map(Self.event)
    self.content = shared
  }

  /// Events by their first possible days, those without one last: months alone would leave those of
  /// one month in the order of the file, which need not be that of the days.
  private static func inOrder(_ events: [Event]) -> [Event] {
    let days = events.map { event in
      event.date.map(\.span).flatMap { $0.hasFirstDay ? $0.earliest : nil } ?? .max
    }
    return events.indices.sorted { (days[$0], $0) < (days[$1], $1) }.map { events[$0] }
  }

  /// The keys of events that are kept, beside type, date, place and source: words of closed lists,
  /// agencies and charges. Everything else may be free text.
  private static let eventKeys: Set<String> = [
    "agency", "charge", "charge_status", "outcome", "outcome_basis", "basis", "level",
  ]

  /// The width of a band of ages from 25 on, in years; younger people are told under 18 and to 24.
  private static let band = 10

  /// The band an age falls into; nothing for what is no age in years.
  static func ageBand(_ written: String) -> String? {
    guard let age = Int(written), (0...130).contains(age) else { return nil }
    if age < 18 { return "under 18" }
    if age < 25 { return "18-24" }
    let low = 25 + (age - 25) / band * band
    return low >= 65 ? "65 and over" : "\(low)-\(low + band - 1)"
  }

  private static func subject(_ subject: Subject) -> [Field] {
    [
      ("age", subject.age.flatMap(ageBand)), ("sex", subject.sex),
      ("citizenship", subject.citizenship),
    ].compactMap { key, value in value.map { Field(key, .text($0)) } }
  }

  private static func source(_ source: Source) -> Source {
    Source(
      fields: source.fields.compactMap { field in
        guard ["id", "kind", "publisher", "date", "derived_from"].contains(field.key) else {
          return nil
        }
        guard field.key == "date", let date = field.value.written else { return field }
        return Field("date", .text(CoarseDate.month(date)))
      })
  }

  private static func event(_ event: Event) -> Event {
    var fields = event.fields.filter { eventKeys.contains($0.key) && $0.value.written != nil }
    if let place = event.place.flatMap(CoarsePlace.county) {
      fields.append(Field("place", .text(place)))
    }
    let date = event.date.flatMap { try? CalendarDate(CoarseDate.month($0.text)) }
    // A page or row leads back to the person.
    let sources = event.sources.map { SourceReference($0.id) }
    return Event(
      type: event.type, date: date, fields: fields, sources: sources, index: event.index)
  }

  // MARK: - Cells

  /// The values that may be rare, each under what it is; those of events once a case.
  var cells: Set<Cell> {
    var cells = Set(
      Self.caseKeys.compactMap { key in value(key).map { Cell(key: key, value: $0) } })
    for event in content.events {
      for field in event.fields where Self.rareEventKeys.contains(field.key) {
        if let text = field.value.written { cells.insert(Cell(key: field.key, value: text)) }
      }
    }
    return cells
  }

  /// A value under what it is.
  struct Cell: Hashable, Sendable {
    var key: String
    var value: String
  }

  /// What is said of the person and the case, in the order in which it is given up.
  static let caseKeys = ["citizenship", "age", "place", "sex", "status"]
  private static let rareEventKeys: Set<String> = ["agency", "charge", "place"]

  /// What stands for a value that was taken out.
  static let withheld = "withheld"

  func value(_ key: String) -> String? {
    switch key {
    case "age", "sex", "citizenship": content.subject.text(key)
    default: content.text(key)
    }
  }

  /// Takes out a value of the case or its subject.
  mutating func withhold(_ key: String) {
    content.fields = content.fields.map { Self.withholding(key, in: $0) }
  }

  /// Takes out the values of the events for which the body says so.
  mutating func withholdEventValues(_ isRare: (Cell) -> Bool) {
    content.events = content.events.map { event in
      var event = event
      event.fields = event.fields.map { field in
        guard let text = field.value.written, Self.rareEventKeys.contains(field.key),
          isRare(Cell(key: field.key, value: text))
        else { return field }
        return Field(field.key, .text(Self.withheld))
      }
      return event
    }
  }

  private static func withholding(_ key: String, in field: Field) -> Field {
    if field.key == key { return Field(key, .text(withheld)) }
    guard case .map(let fields) = field.value else { return field }
    return Field(field.key, .map(fields.map { withholding(key, in: $0) }))
  }
}
