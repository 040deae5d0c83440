/// What a written name turned out to mean.
enum ResolvedName: Sendable, Hashable {
  case field(FieldTarget)
  case type(String)
  case interval(NamedInterval)
}

extension Schema {
  /// Finds a field, a key of an event type, an event type or a named interval by its whole name.
  ///
  /// Names are never abbreviated: a filter must not turn into another one when a library has one
  /// field more. Of names that are written alike, a type comes before a field, a field before an
  /// interval, and all of them before the columns of the tables that were read. Capitals do not
  /// matter unless a name is written exactly so.
  func resolve(_ written: WrittenName) throws(QueryError) -> ResolvedName {
    let name = written.text == "tag" ? "tags" : written.text
    if let found = known(name) { return found }
    if let target = try typedField(written, name) { return .field(target) }
    if let found = Self.named(name, among: Array(fields.keys) + Array(types.keys)).flatMap(known) {
      return found
    }
    switch column(name) {
    case .one(let meant): if let found = known(meant) { return found }
    case .several(let candidates):
      throw QueryError(.ambiguousField(name, candidates: candidates), at: written.range)
    case .none: break
    }
    throw QueryError(.unknownField(name, nearest: near(name)), at: written.range)
  }

  private func known(_ name: String) -> ResolvedName? {
    if types[name] != nil { return .type(name) }
    if fields[name] != nil { return .field(FieldTarget(name: name)) }
    if name.hasPrefix("events."), fields[String(name.dropFirst(7))]?.isOfEvents == true {
      return .field(FieldTarget(name: name))
    }
    return NamedInterval.named(name, among: intervals).map { .interval($0) }
  }

  /// Finds a named interval by its name or its key.
  func resolveInterval(_ written: WrittenName) throws(QueryError) -> NamedInterval {
    if let exact = NamedInterval.named(written.text, among: intervals) { return exact }
    let nearest = Spelling.candidates(for: written.text, among: intervals.map(\.name))
    throw QueryError(.unknownInterval(written.text, nearest: nearest), at: written.range)
  }

  /// Finds a key of an event by its whole name.
  func resolveEventField(_ written: WrittenName) throws(QueryError) -> FieldTarget {
    let names = fields.values.filter(\.isOfEvents).map(\.name)
    if let found = Self.named(written.text, among: names) { return FieldTarget(name: found) }
    if case .one(let meant) = column(written.text), fields[meant]?.isOfEvents == true {
      return FieldTarget(name: meant)
    }
    let nearest = near(written.text, among: names)
    throw QueryError(.unknownField(written.text, nearest: nearest), at: written.range)
  }

  /// Finds an event type by its whole name.
  func resolveType(_ written: WrittenName) throws(QueryError) -> String {
    if let found = Self.named(written.text, among: Array(types.keys)) { return found }
    let nearest = Spelling.candidates(for: written.text, among: Array(types.keys))
    throw QueryError(.unknownType(written.text, nearest: nearest), at: written.range)
  }

  /// `type.key`, if the part before the first dot is a type.
  private func typedField(_ written: WrittenName, _ name: String) throws(QueryError) -> FieldTarget?
  {
    guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    let head = String(name[..<dot])
    let key = String(name[name.utf8.index(after: dot)...])
    guard let type = Self.named(head, among: Array(types.keys)) else { return nil }
    let start = written.range.upperBound - key.utf8.count
    let tail = WrittenName(text: key, range: start..<written.range.upperBound)
    var target = try resolveEventField(tail)
    target.eventType = type
    return target
  }

  /// The name among some that a text is; capitals do not matter if none is written exactly so and
  /// only one is written so in other letters.
  static func named(_ text: String, among names: [String]) -> String? {
    if names.contains(text) { return text }
    let lower = text.lowercased()
    let found = Set(names.filter { $0.lowercased() == lower })
    return found.count == 1 ? found.first : nil
  }
}
