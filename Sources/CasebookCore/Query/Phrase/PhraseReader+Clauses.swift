extension PhraseReader {
  /// The next clause; nil, and nothing read, if the words make none.
  mutating func clause() throws(QueryError) -> Clause? {
    try attempt { (reader) throws(QueryError) -> Clause? in
      let start = reader.position
      reader.skipNoise()
      if reader.isAtBoundary, reader.position > start {
        // "all cases" restricts nothing, and neither does "cases" beside other words.
        let isNoun = PhraseWords.neutral.contains(reader.tokens[reader.position - 1].keyword)
        return isNoun ? Clause(filter: "") : nil
      }
      return try reader.bareClause()
    }
  }

  /// Passes over "show all cases that are" and the like.
  mutating func skipNoise() {
    while !isAtEnd {
      let word = keyword()
      if PhraseWords.noise.contains(word) || PhraseWords.neutral.contains(word) {
        // "a minimum of 2", "the first half of 2014", "only" are left to what follows.
        if word == "a", ["minimum", "maximum"].contains(keyword(1)) { return }
        position += 1
      } else if PhraseWords.copulas.contains(word) {
        position += 1
      } else if ["has", "have", "had"].contains(word), PhraseWords.copulas.contains(keyword(1)) {
        position += 2
      } else {
        return
      }
    }
  }

  private mutating func bareClause() throws(QueryError) -> Clause? {
    guard !isAtBoundary else { return nil }
    if let clause = try said() { return clause }
    if keyword() == "not", ["before", "after"].contains(keyword(1)),
      let days = try window()
    {
      return Clause(filter: "date:\(days)")
    }
    if let clause = try neither() { return clause }
    if let clause = try negation() { return clause }
    if let clause = try count() { return clause }
    if let clause = try presence() { return clause }
    if let clause = unknownField() { return clause }
    if let clause = try length() { return clause }
    if let clause = try age() { return clause }
    if let clause = try field() { return clause }
    if let clause = try event() { return clause }
    if let clause = try window().map({ Clause(filter: "date:\($0)") }) { return clause }
    if let clause = try place() { return clause }
    if let clause = valueBeforeNoun() { return clause }
    return group()
  }

  // MARK: - Fixed words

  /// "accounts differ", "saved filter open-cases", "text has "new haven"".
  private mutating func said() throws(QueryError) -> Clause? {
    for words in [
      "accounts differ", "accounts that differ", "conflicting accounts", "accounts conflict",
      "accounts disagree", "differing accounts",
    ]
    where take(text: words) {
      return Clause(filter: "has:conflict")
    }
    if take(text: "saved filter"), !isAtEnd, token.kind == .word {
      defer { position += 1 }
      return Clause(filter: "@\(token.text)")
    }
    if let path = try path() { return path }
    if keyword() == "text" || keyword() == "texts", let clause = try textSearch() { return clause }
    return try spokenOrder().map { Clause(filter: $0) }
  }

  /// "text has "x"", "text does not have "x"", "text fits the pattern "^x"".
  private mutating func textSearch() throws(QueryError) -> Clause? {
    try attempt { (reader) throws(QueryError) -> Clause? in
      reader.position += 1
      let isNot = reader.takeNegation()
      let sign = isNot ? "-" : ""
      if reader.take("fits", "fit") != nil {
        reader.take("the")
        guard reader.take("pattern") != nil, let pattern = reader.takeQuoted() else { return nil }
        return Clause(filter: sign + "/\(pattern.replacing("/", with: "\\/"))/")
      }
      guard reader.take("has", "have", "contains", "contain", "mentions", "mention") != nil,
        let text = reader.takeQuoted()
      else { return nil }
      return Clause(filter: sign + QueryText.phrase(text))
    }
  }

  mutating func takeQuoted() -> String? {
    guard !isAtEnd, token.kind == .quoted else { return nil }
    defer { position += 1 }
    return token.text
  }

  /// Takes "does not", "is not", "isn't", "not"; whether it did.
  mutating func takeNegation() -> Bool {
    let start = position
    for word in [
      "isn't", "aren't", "wasn't", "weren't", "doesn't", "don't", "didn't", "hasn't", "haven't",
    ]
    where take(word) != nil {
      return true
    }
    take("does", "do", "did", "is", "are", "was", "were", "has", "have")
    if take("not", "never") != nil { return true }
    position = start
    return false
  }

  // MARK: - Not and no

  /// "neither minor nor derived", "has neither removal nor hearing".
  private mutating func neither() throws(QueryError) -> Clause? {
    try attempt { (reader) throws(QueryError) -> Clause? in
      let isOfPresence = reader.take("has", "have", "with") != nil
      guard reader.take("neither") != nil else { return nil }
      var parts: [String] = []
      repeat {
        if isOfPresence {
          guard let name = reader.name() else { return nil }
          parts.append("no:\(name.written)")
        } else {
          guard let clause = try reader.clause() else { return nil }
          parts.append(Query.negation(of: clause.filter))
        }
      } while reader.take("nor") != nil
      return parts.count > 1 ? Clause(filter: parts.joined(separator: " ")) : nil
    }
  }

  private mutating func negation() throws(QueryError) -> Clause? {
    for (words, outcome) in PhraseWords.outcomes where words.hasPrefix("not ") {
      if take(text: words) { return try declined(outcome) }
    }
    return try attempt { (reader) throws(QueryError) -> Clause? in
      let isNever = reader.keyword() == "never"
      guard reader.takeNegation() else { return nil }
      if isNever || reader.keyword() == "had" { reader.take("had", "have", "has") }
      guard !reader.isAtBoundary, let inner = try reader.clause(), !inner.filter.isEmpty else {
        return nil
      }
      // "never arrested by ICE after release": nothing follows.
      if isNever, let absence = Self.absence(of: inner.filter) { return Clause(filter: absence) }
      return Clause(
        filter: Query.negation(of: inner.filter), field: inner.field.map { "-" + $0 })
    }
  }

  /// "not honored in Hartford" says of a detainer what "not honored" alone says of any event.
  private mutating func declined(_ outcome: String) throws(QueryError) -> Clause? {
    var conditions: [String] = []
    try modifiers(of: "detainer", &conditions)
    return conditions.isEmpty
      ? Clause(filter: "outcome:\(outcome)", field: "outcome")
      : Clause(filter: "detainer(\((["outcome:\(outcome)"] + conditions).joined(separator: " ")))")
  }

  /// `a->b<=90d` as `a!->b<=90d`; nil if it is no sequence of two steps.
  static func absence(of filter: String) -> String? {
    guard let query = try? Query.parse(filter), case .term(let term) = query.root,
      case .sequence(let sequence) = term.kind, sequence.links.count == 1,
      let arrow = filter.firstRange(of: "->")
    else { return nil }
    return "\(filter[..<arrow.lowerBound])!->\(filter[arrow.upperBound...])"
  }

  // MARK: - Presence and numbers of events

  /// "with a detainer", "has no ice arrest", "without facility", "no ice arrest after release".
  private mutating func presence() throws(QueryError) -> Clause? {
    try attempt { (reader) throws(QueryError) -> Clause? in
      var isAbsent = false
      if reader.takeNegation() {
        isAbsent = true
        reader.take("have", "has", "any")
      } else if let word = reader.take(
        "with", "has", "have", "having", "had", "no", "without", "any", "lacking", "lack",
        "contain", "containing")
      {
        isAbsent = ["no", "without", "lacking", "lack"].contains(word)
      } else {
        return nil
      }
      if reader.take("no", "not", "never") != nil { isAbsent = true }
      if let counted = try reader.count(), !isAbsent { return counted }
      reader.take("any")
      reader.take("a", "an", "the", "some", "known", "recorded")
      let word = isAbsent ? "no:" : "has:"
      let start = reader.position
      if let name = reader.name(), case .field = name, reader.position > start + 1,
        reader.isAtBoundary
      {
        return reader.presence(of: name, isAbsent)
      }
      reader.position = start
      if reader.take("conflict", "conflicts", "disagreement") != nil
        || reader.take(text: "conflicting accounts") || reader.take(text: "accounts that differ")
      {
        return Clause(filter: word + "conflict")
      }
      if reader.take("source", "sources") != nil { return Clause(filter: word + "source") }
      return try reader.named(isAbsent)
    }
  }

  /// The event, field or interval behind "with" or "no".
  private mutating func named(_ isAbsent: Bool) throws(QueryError) -> Clause? {
    let start = position
    if let name = name(), isAtBoundary, name.isLong || keyword() == "or" {
      return presence(of: name, isAbsent)
    }
    position = start
    if let event = try eventExpression() {
      let sequence = try self.sequence(from: event)
      if let sequence {
        return Clause(
          filter: isAbsent ? Self.absence(of: sequence) ?? "-(\(sequence))" : sequence)
      }
      let filter = event.filter
      // Another name may follow: "has detainer or removal" is two terms, of which each is whole.
      return Clause(filter: isAbsent ? Query.negation(of: filter) : filter)
    }
    position = start
    guard let name = name() else { return nil }
    if case .field(let field) = name, !isAbsent, let value = try valueBehind(field, isNamed: false)
    {
      return value
    }
    return presence(of: name, isAbsent)
  }

  /// "has detainer or removal" asks for one of them.
  private mutating func presence(of name: PhraseName, _ isAbsent: Bool) -> Clause {
    var names = [name.written]
    while !isAtEnd, !isAbsent, token.kind == .or {
      let start = position
      position += 1
      guard let next = self.name(), isAtBoundary else {
        position = start
        break
      }
      names.append(next.written)
    }
    return Clause(filter: (isAbsent ? "no:" : "has:") + names.joined(separator: ","))
  }

  /// "at least 2 detainers", "2 or more detainers", "more than one detainer", "two detainers".
  private mutating func count() throws(QueryError) -> Clause? {
    try attempt { (reader) throws(QueryError) -> Clause? in
      var sign = reader.comparisonSign()
      if sign == nil, reader.take("exactly") != nil { sign = ":" }
      if sign == nil, reader.take("several", "multiple") != nil {
        guard let type = reader.eventName() else { return nil }
        return Clause(filter: "count(\(type))>=2")
      }
      guard let number = reader.takeNumber(), let amount = Int(number) else { return nil }
      if sign == nil { sign = reader.suffixSign() }
      guard let type = reader.eventName() else { return nil }
      return Clause(filter: "count(\(QueryText.name(type)))\(sign ?? ":")\(amount)")
    }
  }

  // MARK: - Persons, values that stand alone

  private mutating func group() -> Clause? {
    let start = position
    if let clause = namedValue() { return clause }
    position = start
    let word = keyword()
    for (words, filter) in PhraseWords.groups where words.contains(word) {
      position += 1
      return Clause(filter: filter)
    }
    let singular = word.hasSuffix("s") ? String(word.dropLast()) : word
    if let country = PhraseWords.nationalities[word] ?? PhraseWords.nationalities[singular] {
      position += 1
      take("citizen", "citizens", "national", "nationals")
      return Clause(filter: "citizenship:\(QueryText.value(country))")
    }
    return nil
  }

  /// "declined", "convicted of assault", "in ICE custody", "relief granted".
  private mutating func namedValue() -> Clause? {
    for (words, outcome) in PhraseWords.outcomes where take(text: words) {
      return Clause(filter: "outcome:\(outcome)", field: "outcome")
    }
    for status in PhraseWords.chargeStatuses where take(status) != nil {
      if status == "convicted" || status == "acquitted", take("of") != nil {
        let charge = words { $0.isBoundaryOfValue }
        let isAny =
          charge.isEmpty
          || ["a crime", "crime", "crimes", "an offense"].contains(charge.lowercased())
        if isAny { return Clause(filter: "charge_status:\(status)") }
        return Clause(
          filter: "criminal_charge(charge_status:\(status) charge:\(QueryText.value(charge)))")
      }
      return Clause(filter: "charge_status:\(status)", field: "charge_status")
    }
    for count in stride(from: min(5, tokens.count - position), through: 1, by: -1) {
      let taken = tokens[position..<position + count]
      guard taken.allSatisfy({ $0.kind == .word }) else { continue }
      let text = taken.map(\.text).joined(separator: " ")
      for field in ["status"] {
        guard let value = lexicon.value(text, of: field), count > 1 else { continue }
        position += count
        return Clause(filter: "\(field):\(QueryText.value(value))", field: field)
      }
    }
    return nil
  }

  /// The words up to the boundary that a test finds.
  mutating func words(until isEnd: (PhraseToken) -> Bool) -> String {
    var words: [String] = []
    while !isAtEnd, token.kind == .word || token.kind == .quoted, !isEnd(token) {
      words.append(token.text)
      position += 1
    }
    return words.joined(separator: " ")
  }
}

extension PhraseToken {
  /// Whether a name of a place or the like ends before the word.
  var isBoundaryOfValue: Bool {
    guard kind == .word else { return kind != .quoted }
    let ends: Set<String> = [
      "in", "on", "at", "from", "by", "with", "without", "before", "after", "since", "until",
      "between", "during", "who", "which", "that", "whose", "then", "within", "followed", "but",
      "over", "under", "more", "is", "was", "are", "were", "has", "have", "for", "no", "never",
    ]
    return ends.contains(keyword)
  }
}
