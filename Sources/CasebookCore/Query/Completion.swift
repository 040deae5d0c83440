/// One way to go on with a text.
public struct Suggestion: Sendable, Hashable {
  /// What is suggested.
  public enum Kind: Sendable, Hashable {
    /// A field.
    case field
    /// An event type.
    case type
    /// A value that occurs.
    case value
    /// A word of the language, such as `has:`.
    case keyword
    /// What `is:` knows.
    case trait
    /// A bound of a sequence or of an interval.
    case bound
    /// A named interval.
    case interval
    /// A saved filter.
    case saved
  }

  /// What it replaces in the text, in UTF-8 bytes; ends at the cursor.
  public var range: Range<Int>
  /// The text to put there.
  public var text: String
  /// What it is.
  public var kind: Kind
  /// How many values or events there are, or cases with a value; nothing where it says nothing.
  public var count: Int?

  /// Makes a suggestion.
  public init(range: Range<Int>, text: String, kind: Kind, count: Int?) {
    self.range = range
    self.text = text
    self.kind = kind
    self.count = count
  }
}

/// Finds ways to go on with a query at a cursor.
public struct Completion: Sendable {
  /// The most frequent values of a field, by the name one types: text and number of cases.
  public typealias Values = (_ field: String) -> [(text: String, count: Int)]

  private let schema: Schema
  private let saved: [String]
  private let limit: Int
  private let library: Library?

  /// Makes a completion over a schema and the names of saved filters.
  ///
  /// - Parameters:
  ///   - schema: The names.
  ///   - library: The cases: behind `detainer.` only keys that some detainer has are offered. If it is
  ///     nil, all keys of events are.
  ///   - saved: The names of saved filters.
  ///   - limit: The maximum number of suggestions.
  public init(schema: Schema, of library: Library? = nil, saved: [String] = [], limit: Int = 50) {
    self.schema = schema
    self.library = library
    self.saved = saved
    self.limit = limit
  }

  /// The suggestions at a cursor, the best first.
  ///
  /// - Parameters:
  ///   - text: The whole text.
  ///   - cursor: Where the cursor stands, in UTF-8 bytes.
  ///   - values: Asked for at most once, where a value stands at the cursor.
  /// - Returns: Each suggestion once, best first.
  public func suggestions(for text: String, cursor: Int, values: Values) -> [Suggestion] {
    let bytes = Array(text.utf8)
    let place = CompletionPlace(bytes, cursor: min(max(0, cursor), bytes.count))
    let range = place.start..<place.cursor
    let partial = String(decoding: bytes[range], as: UTF8.self)
    let found: [Suggestion]
    switch place.expected {
    case .term(let type): found = terms(partial, range, ofEvent: type != nil)
    case .eventField(let type): found = eventFields(partial, range, type)
    case .type: found = types(partial, range, suffix: "")
    case .bound: found = bounds(partial, range)
    case .interval: found = intervals(partial, range) { QueryText.value($0.name) }
    case .pathWord: found = keywords(WrittenPath.words, partial, range)
    case .pathStart: found = keywords(WrittenPath.starts, partial, range)
    case .presence: found = presence(partial, range)
    case .trait: found = traits(partial, range)
    case .saved: found = savedFilters(partial, range)
    case .order: found = orders(partial, range)
    case .value(let field, let type):
      found = valueSuggestions(partial, range, field, type, values)
    case .nothing: found = []
    }
    return Array(found.prefix(limit))
  }

  // MARK: - Names

  private func terms(_ partial: String, _ range: Range<Int>, ofEvent: Bool) -> [Suggestion] {
    if ofEvent { return eventFields(partial, range, nil) }
    let words = [
      "has:", "no:", "is:", "count(", "path(", "sort:", "interval:", "certain:", "not ", "or ",
    ]
    return fields(partial, range, suffix: ":") { _ in true }
      + types(partial, range, suffix: "")
      + goingOn(from: partial, range) + intervals(partial, range) { $0.key }
      + keywords(words, partial, range)
  }

  private func keywords(
    _ words: [String], _ partial: String, _ range: Range<Int>
  ) -> [Suggestion] {
    words.filter { $0.hasPrefix(partial) }
      .map { Suggestion(range: range, text: $0, kind: .keyword, count: nil) }
  }

  private func fields(
    _ partial: String, _ range: Range<Int>, suffix: String,
    where isWanted: (Schema.Field) -> Bool
  ) -> [Suggestion] {
    let typed = typedFields(partial, range, suffix: suffix)
    if !typed.isEmpty { return typed }
    let wanted = schema.fields.values.filter { field in
      isWanted(field) && field.name.lowercased().hasPrefix(partial.lowercased())
        && !(field.name.hasPrefix(FieldTarget.subjectPrefix) && !partial.hasPrefix("sub"))
    }
    return Self.ranked(wanted.map { ($0.name, $0.valueCount) }).map { name, count in
      Suggestion(
        range: range, text: QueryText.name(name) + suffix, kind: .field, count: count)
    }
  }

  /// The keys that events of a type have, or any events.
  private func eventFields(
    _ partial: String, _ range: Range<Int>, _ type: String?
  ) -> [Suggestion] {
    let type = type.flatMap { Schema.named($0, among: Array(schema.types.keys)) }
    return fields(partial, range, suffix: ":") { field in
      field.isOfEvents && !Self.isInternal(field.name)
        && type.flatMap { library?.hasField(field.name, ofEventsOfType: $0) } != false
    }
  }

  /// The keys of an event type behind its dot.
  private func typedFields(
    _ partial: String, _ range: Range<Int>, suffix: String
  ) -> [Suggestion] {
    guard let dot = partial.firstIndex(of: "."),
      let type = Schema.named(String(partial[..<dot]), among: Array(schema.types.keys))
    else { return [] }
    let key = partial[partial.index(after: dot)...].lowercased()
    let wanted = schema.fields.values.filter { field in
      field.isOfEvents && field.name.lowercased().hasPrefix(key)
        && !Self.isInternal(field.name)
        && library?.hasField(field.name, ofEventsOfType: type) != false
    }
    return Self.ranked(wanted.map { ($0.name, $0.valueCount) }).map { name, count in
      Suggestion(range: range, text: "\(type).\(name)\(suffix)", kind: .field, count: count)
    }
  }

  /// Keys of events that say how the file is made; one may ask for them, but nobody has to.
  private static func isInternal(_ name: String) -> Bool {
    ["type", "source", "claims", "id"].contains(name.prefix { $0 != "." })
  }

  /// The ways to go on behind a whole event type.
  private func goingOn(from partial: String, _ range: Range<Int>) -> [Suggestion] {
    guard schema.types[partial] != nil else { return [] }
    return keywords([".", "->", ":", "("].map { partial + $0 }, partial, range)
  }

  private func types(_ partial: String, _ range: Range<Int>, suffix: String) -> [Suggestion] {
    let wanted = schema.types.values.filter { $0.name.hasPrefix(partial.lowercased()) }
    return Self.ranked(wanted.map { ($0.name, $0.eventCount) }).map { name, count in
      Suggestion(range: range, text: name + suffix, kind: .type, count: count)
    }
  }

  private func presence(_ partial: String, _ range: Range<Int>) -> [Suggestion] {
    let words = ["conflict", "source"].filter { $0.hasPrefix(partial) }
    return types(partial, range, suffix: "")
      + words.map { Suggestion(range: range, text: $0, kind: .keyword, count: nil) }
      + fields(partial, range, suffix: "") { _ in true } + intervals(partial, range) { $0.key }
  }

  private func orders(_ partial: String, _ range: Range<Int>) -> [Suggestion] {
    fields(partial, range, suffix: "") { _ in true } + types(partial, range, suffix: "")
      + intervals(partial, range) { $0.key }
  }

  /// The named intervals that begin so, written in a way.
  private func intervals(
    _ partial: String, _ range: Range<Int>, written: (NamedInterval) -> String
  ) -> [Suggestion] {
    let bare = partial.hasPrefix("\"") ? String(partial.dropFirst()) : partial
    let key = NamedInterval(bare, .stay(of: "")).key
    return schema.intervals.filter { $0.key.hasPrefix(key) }
      .map { Suggestion(range: range, text: written($0), kind: .interval, count: nil) }
  }

  private func traits(_ partial: String, _ range: Range<Int>) -> [Suggestion] {
    QueryResolver.traits.filter { $0.hasPrefix(partial) }
      .map { Suggestion(range: range, text: $0, kind: .trait, count: nil) }
  }

  private func savedFilters(_ partial: String, _ range: Range<Int>) -> [Suggestion] {
    saved.map { "@" + $0 }.filter { $0.hasPrefix(partial) }.sorted()
      .map { Suggestion(range: range, text: $0, kind: .saved, count: nil) }
  }

  private func bounds(_ partial: String, _ range: Range<Int>) -> [Suggestion] {
    ["<=30d", "<=90d", "<=1y", ">30d", ">90d", ">1y"].filter { $0.hasPrefix(partial) }
      .map { Suggestion(range: range, text: $0, kind: .bound, count: nil) }
  }

  private func lengths(_ partial: String, _ range: Range<Int>) -> [Suggestion] {
    ["..30d", "31d..90d", "91d..180d", "181d..1y", "1y.."].filter { $0.hasPrefix(partial) }
      .map { Suggestion(range: range, text: $0, kind: .bound, count: nil) }
  }

  // MARK: - Values

  private func valueSuggestions(
    _ partial: String, _ range: Range<Int>, _ field: String, _ type: String?, _ values: Values
  ) -> [Suggestion] {
    let name = type.map { "\($0).\(field)" } ?? field
    if schema.fields[name] == nil, NamedInterval.named(name, among: schema.intervals) != nil {
      return lengths(partial, range)
    }
    let bare = partial.hasPrefix("\"") ? String(partial.dropFirst()) : partial
    let needle = Fold.folded(bare)
    let found = values(name)
    let missing = Self.closedList(of: field).filter { word in
      !found.contains { $0.text == word }
    }
    let matching = (found + missing.map { ($0, 0) }).compactMap { value -> (Int, String, Int)? in
      let folded = Fold.folded(value.text)
      if folded.starts(with: needle) { return (0, value.text, value.count) }
      let isInside = folded.withUnsafeBytes { $0.contains(needle) }
      return isInside ? (1, value.text, value.count) : nil
    }
    return matching.sorted { ($0.0, -$0.2, $0.1) < ($1.0, -$1.2, $1.1) }.map { value in
      Suggestion(
        range: range, text: QueryText.value(value.1), kind: .value,
        count: value.2 == 0 ? nil : value.2)
    }
  }

  /// The values that the format knows for a field, whether they occur or not.
  private static func closedList(of field: String) -> [String] {
    switch field.split(separator: ".").last {
    case "outcome": Vocabulary.detainerOutcomes
    case "charge_status": Vocabulary.chargeStatuses
    case "outcome_basis": ["recorded", "reported", "derived"]
    default: []
    }
  }

  /// The most frequent first, then by name.
  private static func ranked(_ names: [(String, Int)]) -> [(String, Int)] {
    names.sorted { ($0.1, $1.0) > ($1.1, $0.0) }
  }
}
