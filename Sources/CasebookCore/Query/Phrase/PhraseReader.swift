/// Reads the clauses of a phrase, one after the other.
struct PhraseReader {
  var words: ArraySlice<PhraseWord>
  let schema: Schema
  private let end: Int

  init(_ words: [PhraseWord], schema: Schema) {
    self.words = words[...]
    self.schema = schema
    end = words.last?.range.upperBound ?? 0
  }

  /// A clause as a filter, and what a bare value behind it would belong to.
  struct Clause {
    var filter: String
    /// The field and the sign before it, where the clause asks for a value of one.
    var field: String?
  }

  /// The whole phrase as a filter; nothing where its first clause is none.
  mutating func filter() throws(QueryError) -> String? {
    guard var last = try clause() else { return nil }
    var filter = last.filter
    while let word = words.first {
      let isOr = word.keyword == "or"
      if isOr || word.keyword == "and" || word.keyword == "but" { words.removeFirst() }
      guard !words.isEmpty else { throw QueryError(.missingTerm(after: word.text), at: word.range) }
      if let next = try clause() {
        filter += (isOr ? " or " : " ") + next.filter
        last = next
      } else if let field = last.field {
        let value = Self.quoted(value())
        // Alternatives of one field stand behind it; both of two values are two terms.
        filter += isOr ? ",\(value)" : " \(field):\(value)"
      } else {
        filter += (isOr ? " or " : " ") + Self.quoted(value())
        last.field = nil
      }
    }
    return filter
  }

  // MARK: - Clauses

  /// The next clause; nothing, and nothing read, where the words are none.
  mutating func clause() throws(QueryError) -> Clause? {
    let start = words
    if let clause = try negation() { return clause }
    if let clause = try presence() { return clause }
    if let clause = try count() { return clause }
    if let clause = try comparison() { return clause }
    words = start
    return nil
  }

  private mutating func negation() throws(QueryError) -> Clause? {
    let start = words
    guard take("not") != nil else { return nil }
    guard let inner = try clause() else {
      words = start
      return nil
    }
    return Clause(filter: "-(\(inner.filter))")
  }

  /// "with detainer", "no ice arrest", "no ice arrest after release".
  private mutating func presence() throws(QueryError) -> Clause? {
    let start = words
    guard let word = take("with", "has", "having", "no", "without") else { return nil }
    guard let name = name() else {
      words = start
      return nil
    }
    let isAbsent = ["no", "without"].contains(word.keyword)
    if isAbsent, case .type(let later) = name, take("after", "following", "since") != nil {
      let earlier = try eventType()
      return Clause(filter: "\(earlier)!->\(later)" + (try bound() ?? ""))
    }
    return Clause(filter: (isAbsent ? "no:" : "has:") + name.written)
  }

  /// "at least 2 detainers".
  private mutating func count() throws(QueryError) -> Clause? {
    let start = words
    if let sign = comparisonSign(), let number = words.first, Int(number.text) != nil {
      words.removeFirst()
      if case .type(let type)? = name(isPlural: true) {
        return Clause(filter: "count(\(type))\(sign)\(number.text)")
      }
    }
    words = start
    return nil
  }

  private mutating func comparison() throws(QueryError) -> Clause? {
    guard let name = name() else {
      try refuseUnknownName()
      return nil
    }
    if take("then") != nil { return Clause(filter: try sequence(from: name)) }
    if case .type(let type) = name, let within = try distance(of: type) { return within }
    if take("has", "contains", "includes", "mentions") != nil { return try ask(name, isNot: false) }
    let isNamed = take("is", "was", "are", "were") != nil
    if let days = try days(name) { return days }
    if let bound = try numbers(name) { return bound }
    guard isNamed else { return nil }
    return try ask(name, isNot: take("not") != nil)
  }

  /// "status is open", "status is unknown".
  private mutating func ask(_ name: PhraseName, isNot: Bool) throws(QueryError) -> Clause {
    let field = name.written
    if words.first.map({ ["unknown", "missing"].contains($0.keyword) }) == true, isLastOfClause {
      words.removeFirst()
      return isNot
        ? Clause(filter: "has:\(field) -\(field):unknown")
        : Clause(filter: "(\(field):unknown or no:\(field))")
    }
    if take("known") != nil {
      return isNot
        ? Clause(filter: "(\(field):unknown or no:\(field))")
        : Clause(filter: "has:\(field) -\(field):unknown")
    }
    let text = value()
    guard !text.isEmpty else { throw missingValue(field) }
    let sign = isNot ? "-" : ""
    return Clause(filter: "\(sign)\(field):\(Self.quoted(text))", field: sign + field)
  }

  private var isLastOfClause: Bool {
    words.dropFirst().first.map { ["and", "or", "but"].contains($0.keyword) } ?? true
  }

  /// Only a phrase says of an unknown word that it is or has something.
  private func refuseUnknownName() throws(QueryError) {
    guard let first = words.first, let second = words.dropFirst().first,
      ["is", "contains"].contains(second.keyword), !first.isQuoted, words.count > 2
    else { return }
    let nearest = Spelling.nearest(to: first.keyword, among: schema.phraseNames)
    throw QueryError(.unknownField(first.text, nearest: nearest), at: first.range)
  }

  // MARK: - Words

  /// Takes the next word where it is one of some keywords.
  mutating func take(_ keywords: String...) -> PhraseWord? {
    guard let word = words.first, keywords.contains(word.keyword) else { return nil }
    words.removeFirst()
    return word
  }

  /// The words up to the next `and` or `or`.
  private mutating func value() -> String {
    let value = words.prefix { !["and", "or", "but"].contains($0.keyword) }
    words = words.dropFirst(value.count)
    return value.map(\.text).joined(separator: " ")
  }

  /// That a value is missing where the next word stands.
  func missingValue(_ field: String) -> QueryError {
    let place = words.first?.range.lowerBound ?? end
    return QueryError(.missingValue(field: field), at: place..<place)
  }

  /// A value as the filter language reads it back.
  static func quoted(_ text: String) -> String {
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "_.'".contains($0) }
    if isPlain, !text.isEmpty, !["and", "or", "not"].contains(text.lowercased()) { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
