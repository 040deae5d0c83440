/// Makes the shared form of one case, by the rules of ``SharedKey``.
struct SharedCaseBuilder {
  private(set) var counts = SharingCounts()
  /// The numbers of sources by their ids.
  private var sourceNumbers: [String: Int] = [:]

  /// The shared form of a case; `number` takes the place of its id.
  mutating func shared(_ content: Case, number: Int) -> Case {
    var shared = Case(id: "case-\(number)")
    // A date at the level of the case is an event as well, which says it here.
    shared.fields = fields(content.fields.filter { $0.key != "date" }, of: .wholeCase)
    for date in content.fields where date.key == "date" {
      if date.value.written.flatMap(CoarseDate.month) == nil {
        counts.leaveOut("date", date.value.leaves.count)
      }
    }
    // Which account is right is not decided by leaving the others out.
    for key in content.disputedKeys {
      shared.withhold(String(key.split(separator: ".").last ?? ""))
    }
    var sources = content.sources.map { source($0) }
    shared.events = Self.inOrder(content.events).enumerated().map { event($1, index: $0) }
    // Sources that the case refers to and does not list, and its own files.
    let listed = Set(sources.map(\.id))
    for number in 0..<sourceNumbers.count where !listed.contains(Self.sourceID(number + 1)) {
      sources.append(Source(fields: [Field("id", .text(Self.sourceID(number + 1)))]))
    }
    shared.sources = sources
    return shared
  }

  /// Events by their first possible days, those without one last: months alone would leave those of
  /// one month in the order of the file, which need not be that of the days.
  private static func inOrder(_ events: [Event]) -> [Event] {
    let days = events.map { event in
      event.date.map(\.span).flatMap { $0.hasFirstDay ? $0.earliest : nil } ?? .max
    }
    return events.indices.sorted { (days[$0], $0) < (days[$1], $1) }.map { events[$0] }
  }

  // MARK: - Fields

  /// The fields that pass, each key once.
  private mutating func fields(_ fields: [Field], of carrier: SharedKey.Carrier) -> [Field] {
    var shared: [Field] = []
    for field in fields {
      guard let rule = SharedKey.rule(for: field.key, of: carrier) else {
        counts.leaveOutOthers(field.value.leaves.count)
        continue
      }
      if let value = value(field, rule), !shared.contains(where: { $0.key == field.key }) {
        shared.append(Field(field.key, value))
      }
    }
    return shared
  }

  /// The value of a field as a rule lets it pass, or `nil`.
  private mutating func value(_ field: Field, _ rule: SharingRule) -> FieldValue? {
    let coarse: String?
    switch rule {
    case .leftOut: coarse = nil
    case .listed, .common: coarse = field.value.written
    case .month: coarse = field.value.written.flatMap(CoarseDate.month)
    case .county: coarse = known(field, CoarsePlace.county)
    case .ageBand: coarse = known(field, CoarseAge.band)
    case .parts: return parts(field)
    case .number: return nil
    }
    if coarse == nil { counts.leaveOut(field.key, field.value.leaves.count) }
    return coarse.map { .text($0) }
  }

  /// A value made coarser, or the word that it is withheld.
  private mutating func known(_ field: Field, _ coarse: (String) -> String?) -> String? {
    guard let written = field.value.written, !written.isEmpty else { return nil }
    if let text = coarse(written) { return text }
    counts.withhold(field.key)
    return SharedCase.withheld
  }

  private mutating func parts(_ field: Field) -> FieldValue? {
    guard field.key == "subject", case .map(let parts) = field.value else {
      counts.leaveOut(field.key, field.value.leaves.count)
      return nil
    }
    let shared = fields(parts, of: .subject)
    return shared.isEmpty ? nil : .map(shared)
  }

  // MARK: - Sources

  private static func sourceID(_ number: Int) -> String { "source-\(number)" }

  /// The number that takes the place of the id of a source.
  private mutating func number(_ id: String) -> String {
    let number = sourceNumbers[id] ?? sourceNumbers.count + 1
    sourceNumbers[id] = number
    return Self.sourceID(number)
  }

  private mutating func source(_ source: Source) -> Source {
    var shared = [Field("id", .text(number(source.id)))]
    let numbered = ["id", "derived_from"]
    shared += fields(source.fields.filter { !numbered.contains($0.key) }, of: .source)
    let parents = source.derivedFrom.map { number(SourceReference($0).id) }
    if let parent = parents.first {
      shared.append(
        Field(
          "derived_from",
          parents.count == 1 ? .text(parent) : .list(parents.map { .text($0) })))
    }
    return Source(fields: shared)
  }

  /// The sources by their numbers, each once: a page or row leads back to the person.
  private mutating func references(_ references: [SourceReference]) -> [SourceReference] {
    var seen: Set<SourceReference> = []
    return references.compactMap { reference in
      if reference.locator != nil { counts.leaveOutLocator() }
      let numbered = SourceReference(number(reference.id))
      return seen.insert(numbered).inserted ? numbered : nil
    }
  }

  // MARK: - Events

  private mutating func event(_ event: Event, index: Int) -> Event {
    // A type or date that stands again says the same of the event twice, or nothing.
    let own = event.fields.filter { !["type", "date", "source", "claims"].contains($0.key) }
    for field in event.fields where field.key == "type" || field.key == "date" {
      counts.leaveOut(field.key, field.value.leaves.count)
    }
    var shared = Event(
      type: event.type, fields: fields(own, of: .event), sources: references(event.sources),
      index: index)
    if let date = event.date {
      shared.date = CoarseDate.month(date.text).flatMap { try? CalendarDate($0) }
      if shared.date == nil { counts.leaveOut("date") }
    }
    shared.claims = event.claims.compactMap { claim($0) }
    return shared
  }

  /// One account, if anything of it passes.
  private mutating func claim(_ claim: Claim) -> Claim? {
    let fields = fields(claim.fields, of: .event)
    return fields.isEmpty ? nil : Claim(fields: fields, sources: references(claim.sources))
  }
}
