/// What a written name turned out to mean.
enum ResolvedName: Sendable, Hashable {
  case field(FieldTarget)
  case type(String)
  case interval(NamedInterval)
}

extension Schema {
  /// Finds a field, a key of an event type, an event type or a named interval by its name or an
  /// unambiguous beginning of it.
  ///
  /// An exact name wins, a type before a field, a field before an interval. Of several that begin so, one that all the others
  /// begin with is meant: `out` is `outcome`, though there is `outcome_basis` too.
  func resolve(_ written: WrittenName) throws(QueryError) -> ResolvedName {
    let name = written.text == "tag" ? "tags" : written.text
    if types[name] != nil { return .type(name) }
    if fields[name] != nil { return .field(FieldTarget(name: name)) }
    if name.hasPrefix("events."), fields[String(name.dropFirst(7))]?.isOfEvents == true {
      return .field(FieldTarget(name: name))
    }
    if let interval = NamedInterval.named(name, among: intervals) { return .interval(interval) }
    if let target = try typedField(written, name) { return .field(target) }
    switch Self.match(name, among: Array(fields.keys) + Array(types.keys)) {
    case .one(let found):
      return types[found] != nil ? .type(found) : .field(FieldTarget(name: found))
    case .several(let candidates):
      throw QueryError(.ambiguousField(name, candidates: candidates), at: written.range)
    case .none:
      let keys = intervals.map(\.key)
      switch Self.match(name, among: keys) {
      case .one(let key):
        if let interval = NamedInterval.named(key, among: intervals) { return .interval(interval) }
      case .several(let candidates):
        throw QueryError(.ambiguousField(name, candidates: candidates), at: written.range)
      case .none: break
      }
      let known = Array(fields.keys) + Array(types.keys) + keys
      let nearest = Spelling.nearest(to: name, among: known.sorted())
      throw QueryError(.unknownField(name, nearest: nearest), at: written.range)
    }
  }

  /// Finds a named interval by its name, its key or an unambiguous beginning of either.
  func resolveInterval(_ written: WrittenName) throws(QueryError) -> NamedInterval {
    if let exact = NamedInterval.named(written.text, among: intervals) { return exact }
    let key = NamedInterval(written.text, .stay(of: "")).key
    let found = intervals.filter { $0.key.hasPrefix(key) }
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      throw QueryError(
        .ambiguousField(written.text, candidates: found.map(\.name)), at: written.range)
    }
    let nearest = Spelling.nearest(to: written.text, among: intervals.map(\.name))
    throw QueryError(.unknownInterval(written.text, nearest: nearest), at: written.range)
  }

  /// Finds a key of an event by its name or an unambiguous beginning of it.
  func resolveEventField(_ written: WrittenName) throws(QueryError) -> FieldTarget {
    let names = fields.values.filter(\.isOfEvents).map(\.name)
    switch Self.match(written.text, among: names) {
    case .one(let found): return FieldTarget(name: found)
    case .several(let candidates):
      throw QueryError(.ambiguousField(written.text, candidates: candidates), at: written.range)
    case .none(let nearest):
      throw QueryError(.unknownField(written.text, nearest: nearest), at: written.range)
    }
  }

  /// Finds an event type by its name or an unambiguous beginning of it.
  func resolveType(_ written: WrittenName) throws(QueryError) -> String {
    switch Self.match(written.text, among: Array(types.keys)) {
    case .one(let found): return found
    case .several(let candidates):
      throw QueryError(.ambiguousType(written.text, candidates: candidates), at: written.range)
    case .none(let nearest):
      throw QueryError(.unknownType(written.text, nearest: nearest), at: written.range)
    }
  }

  /// `type.key`, where the part before the first dot is a type or begins one.
  private func typedField(_ written: WrittenName, _ name: String) throws(QueryError) -> FieldTarget?
  {
    guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    let head = String(name[..<dot])
    let key = String(name[name.utf8.index(after: dot)...])
    guard case .one(let type) = Self.match(head, among: Array(types.keys)) else { return nil }
    // A field that begins with the whole name is meant before a type that the head only begins.
    if types[head] == nil, fields.keys.contains(where: { $0.hasPrefix(name) }) { return nil }
    let start = written.range.upperBound - key.utf8.count
    let tail = WrittenName(text: key, range: start..<written.range.upperBound)
    var target = try resolveEventField(tail)
    target.eventType = type
    return target
  }

  // MARK: - Matching

  enum Match: Equatable {
    case one(String)
    case several([String])
    case none(nearest: String?)
  }

  /// The name among some that a text is or begins; capitals do not matter where nothing is exact.
  static func match(_ text: String, among names: [String]) -> Match {
    if names.contains(text) { return .one(text) }
    let lower = text.lowercased()
    var candidates = names.filter { $0.lowercased().hasPrefix(lower) }
    guard !text.isEmpty, !candidates.isEmpty else {
      return .none(nearest: Spelling.nearest(to: text, among: names.sorted()))
    }
    candidates = Array(Set(candidates)).sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    let shortest = candidates[0]
    if candidates.allSatisfy({ $0.hasPrefix(shortest) }) { return .one(shortest) }
    return .several(candidates.sorted())
  }
}
