extension PhraseReader {
  /// The most words of a name.
  private static let longest = 5

  /// The longest name that the next words make; nil, and nothing read, if they make none.
  ///
  /// "field" before a name says that it is one: "field text", "field from".
  mutating func name() -> PhraseName? {
    if let name = plainName() { return name }
    let start = position
    if take("field") != nil, let name = plainName(), case .field = name { return name }
    position = start
    return nil
  }

  private mutating func plainName() -> PhraseName? {
    if !isAtEnd, token.kind == .quoted, let found = lexicon.name(token.text.lowercased()) {
      position += 1
      return found
    }
    for count in stride(from: min(Self.longest, tokens.count - position), through: 1, by: -1) {
      let taken = tokens[position..<position + count]
      guard taken.allSatisfy({ $0.kind == .word }) else { continue }
      guard let found = lexicon.name(taken.map(\.keyword).joined(separator: " ")) else { continue }
      position += count
      return found
    }
    return nil
  }

  // MARK: - A field and what is said of it

  /// "status is open", "outcome declined", "age between 20 and 30", "charge contains assault".
  mutating func field() throws(QueryError) -> Clause? {
    try attempt { (reader) throws(QueryError) -> Clause? in
      let isCertain = reader.take("certain") != nil
      let start = reader.position
      guard let name = reader.name() else {
        try reader.refuseUnknownName()
        return nil
      }
      if isCertain { return try reader.certain(name) }
      switch name {
      case .field(let field):
        if let clause = try reader.comparison(of: name, field) { return clause }
        return nil
      case .interval: return try reader.lengthOf(name)
      case .type(let type):
        if let times = reader.times(type) { return times }
        if let pattern = try reader.pattern(name) { return pattern }
        // "charge is assault": the event's everyday name is a field as well.
        let word = reader.tokens[start].keyword
        if reader.position == start + 1, reader.schema.fields[word] != nil {
          return try reader.comparison(of: .field(word), word)
        }
        return try reader.asText(type)
      }
    }
  }

  /// "certain date before 2013": only dates that are certain.
  private mutating func certain(_ name: PhraseName) throws(QueryError) -> Clause? {
    let isNot = takeNegation()
    guard let window = try window(isOfDates: true) else { return nil }
    return Clause(filter: (isNot ? "-" : "") + "certain:\(name.written):\(window)")
  }

  /// "detainer has hartford": the text of the events of a type.
  private mutating func asText(_ type: String) throws(QueryError) -> Clause? {
    let isNot = takeNegation()
    guard take("has", "have", "contains", "contain", "mentions", "mention") != nil,
      let text = takeQuoted()
    else { return nil }
    var filter = "\(isNot ? "-" : "")\(type):\(Self.textValue(text))"
    while !isAtEnd, token.kind == .or, tokens.dropFirst(position + 1).first?.kind == .quoted {
      position += 1
      filter += "," + Self.textValue(takeQuoted() ?? "")
    }
    return Clause(filter: filter)
  }

  static func textValue(_ text: String) -> String { QueryText.value(text) }

  /// "source is a press release": the kind, publisher or title of a source that has such a value.
  private mutating func source() throws(QueryError) -> Clause? {
    try attempt { (reader) throws(QueryError) -> Clause? in
      let sign = reader.takeNegation() ? "-" : ""
      if sign.isEmpty, reader.take("is", "are", "was") == nil { return nil }
      reader.take("a", "an", "the")
      let name = reader.words { $0.isBoundaryOfValue }
      let fields = ["sources.kind", "sources.publisher", "sources.title", "sources.id"]
      guard !name.isEmpty,
        let field = fields.first(where: { reader.lexicon.has(name, in: $0) == true })
      else { return nil }
      return Clause(filter: "\(sign)\(field):\(QueryText.value(name))", field: sign + field)
    }
  }

  private mutating func comparison(
    of name: PhraseName, _ field: String
  ) throws(QueryError) -> Clause? {
    if field == "source" || field == "sources", let clause = try source() { return clause }
    if FieldTarget.isDateName(field) {
      let isNot = takeNegation()
      if !isNot { skipCopula() }
      if let window = try window(isOfDates: true) {
        return Clause(filter: (isNot ? "-" : "") + "\(name.written):\(window)")
      }
      if isNot { return nil }
    }
    if let clause = try pattern(name) { return clause }
    return try valueBehind(field, isNamed: true)
  }

  private mutating func skipCopula() {
    while take("is", "are", "was", "were", "equals", "equal", "to") != nil {}
  }

  /// "contains x", "starts with x", "fits the pattern "x"", "is exactly x".
  private mutating func pattern(_ name: PhraseName) throws(QueryError) -> Clause? {
    try attempt { (reader) throws(QueryError) -> Clause? in
      let sign = reader.takeNegation() ? "-" : ""
      if reader.take("fits", "fit", "matches", "match") != nil {
        reader.take("the")
        reader.take("pattern")
        guard let pattern = reader.takeQuoted() else { return nil }
        var values = ["/\(pattern.replacing("/", with: "\\/"))/"]
        while !reader.isAtEnd, reader.token.kind == .or {
          let start = reader.position
          reader.position += 1
          reader.take("the")
          let isPattern = reader.take("pattern") != nil
          guard let next = reader.takeQuoted() else {
            reader.position = start
            break
          }
          values.append(
            isPattern ? "/\(next.replacing("/", with: "\\/"))/" : QueryText.value(next))
        }
        return Clause(filter: "\(sign)\(name.written):\(values.joined(separator: ","))")
      }
      let isStart =
        reader.take("starts", "start", "begins", "begin", "starting", "beginning") != nil
      let isEnd = !isStart && reader.take("ends", "end", "ending") != nil
      let isInside =
        !isStart && !isEnd
        && reader.take(
          "contains", "contain", "containing", "includes", "include", "mentions", "mention")
          != nil
      guard isStart || isEnd || isInside else { return nil }
      if isStart || isEnd, reader.take("with", "in") == nil { return nil }
      let text = reader.words { _ in false }
      guard !text.isEmpty else { throw reader.missingValue(name.written) }
      let escaped = Self.escaped(text)
      let pattern = "/\(isStart ? "^" : "")\(escaped)\(isEnd ? "$" : "")/"
      return Clause(filter: "\(sign)\(name.written):\(pattern)", field: nil)
    }
  }

  /// A text as a pattern that finds it alone.
  static func escaped(_ text: String) -> String {
    String(
      text.flatMap { character -> [Character] in
        ".[]()|*+?{}^$\\/".contains(character) ? ["\\", character] : [character]
      })
  }

  // MARK: - Values

  /// What a field is said to be, behind its name; without "is" only values it has.
  mutating func valueBehind(_ field: String, isNamed: Bool) throws(QueryError) -> Clause? {
    try attempt { (reader) throws(QueryError) -> Clause? in
      let name = QueryText.name(field)
      var isNot = reader.takeNegation()
      var isSaid = isNot
      if reader.take(
        "is", "are", "was", "were", "equals", "equal", "has", "have", "had", "includes", "being",
        "be") != nil
      {
        isSaid = true
      }
      if reader.take("not") != nil { isNot = true }
      // "outcome in booked, declined"
      if isNamed, reader.keyword() == "in",
        reader.lexicon.value(reader.keyword(1), of: field) != nil
      {
        reader.position += 1
        isSaid = true
      }
      if reader.take("equal") != nil { reader.take("to") }
      if let clause = try reader.numbers(name, isNot: isNot) { return clause }
      if isSaid, let window = try reader.window(isOfDates: false) {
        return Clause(filter: "\(isNot ? "-" : "")\(name):\(window)")
      }
      if isSaid, reader.take("exactly", "written") != nil {
        guard let text = reader.takeQuoted() ?? reader.takeWord() else { return nil }
        var values = [text]
        while !reader.isAtEnd, reader.token.kind == .or,
          reader.tokens.dropFirst(reader.position + 1).first?.kind == .quoted
        {
          reader.position += 1
          values.append(reader.takeQuoted() ?? "")
        }
        let written = values.map { QueryText.quoted($0) }.joined(separator: ",")
        return Clause(filter: "\(isNot ? "-" : "")\(name):=\(written)")
      }
      if isSaid || isNamed, let clause = reader.known(name, isNot: isNot) { return clause }
      if reader.take("other") != nil {
        guard reader.take("than") != nil else { return nil }
        isNot = true
        isSaid = true
      }
      if isSaid { reader.skipEither(&isNot) }
      guard let value = try reader.value(of: field, isSaid: isSaid) else {
        if isSaid, isNamed, reader.isAtBoundary { throw reader.missingValue(field) }
        return nil
      }
      let sign = isNot ? "-" : ""
      return Clause(filter: "\(sign)\(name):\(value)", field: sign + name)
    }
  }

  private mutating func skipEither(_ isNot: inout Bool) {
    if take("either") != nil { return }
    if take("neither") != nil { isNot = true }
    if keyword() == "one", keyword(1) == "of" { position += 2 }
    if keyword() == "any", keyword(1) == "of" { position += 2 }
  }

  mutating func takeWord() -> String? {
    guard !isAtEnd, token.kind == .word else { return nil }
    defer { position += 1 }
    return token.text
  }

  /// "unknown sex", "missing outcome": a field of which nothing is known.
  mutating func unknownField() -> Clause? {
    let start = position
    if take("unknown", "missing", "unspecified") != nil, let name = name(),
      case .field(let field) = name, isAtBoundary || keyword() == "or"
    {
      return Clause(filter: Self.unknown(QueryText.name(field)))
    }
    position = start
    return nil
  }

  /// That a field has no value, or one that says that it is unknown.
  private static func unknown(_ name: String) -> String {
    "(\(name):\(unknownValues(of: name)) or no:\(name))"
  }

  /// A table with a blank reason for an outcome says `not_recorded`.
  private static func unknownValues(of name: String) -> String {
    name == "outcome" || name.hasSuffix(".outcome") ? "unknown,not_recorded" : "unknown"
  }

  /// "is unknown", "is not known", "is missing".
  private mutating func known(_ name: String, isNot: Bool) -> Clause? {
    let start = position
    let isUnknown = take("unknown", "missing", "blank", "empty", "unspecified") != nil
    let isKnown = !isUnknown && take("known", "given", "recorded", "said") != nil
    guard isUnknown || isKnown, isAtBoundary else {
      position = start
      return nil
    }
    return isUnknown != isNot
      ? Clause(filter: Self.unknown(name))
      : Clause(filter: "has:\(name) -\(name):\(Self.unknownValues(of: name))")
  }

  /// The value behind a field, in the filter language.
  private mutating func value(of field: String, isSaid: Bool) throws(QueryError) -> String? {
    if !isAtEnd, token.kind == .quoted {
      defer { position += 1 }
      return QueryText.value(token.text)
    }
    if isSaid { take("a", "an", "the") }
    let start = position
    let words = tokens[position...].prefix { $0.kind == .word || $0.kind == .quoted }
    guard !words.isEmpty else { return nil }
    for count in stride(from: words.count, through: 1, by: -1) {
      let text = words.prefix(count).map(\.text).joined(separator: " ")
      guard let value = lexicon.value(text, of: field) else { continue }
      position = start + count
      return QueryText.value(value)
    }
    // Without "is" a value must be one that the field has.
    if !isSaid {
      let all = words.map(\.text).joined(separator: " ")
      if words.count == 1, Double(all) != nil, lexicon.isOfNumbers(field) {
        position += 1
        return all
      }
      guard lexicon.has(all, in: field) == true else { return nil }
      position += words.count
      return QueryText.value(all)
    }
    // What follows a value that the field has not may be a clause of its own.
    for count in 1..<max(1, words.count) {
      guard tokens[start + count].isBoundaryOfValue else { continue }
      let text = words.prefix(count).map(\.text).joined(separator: " ")
      guard lexicon.has(words.map(\.text).joined(separator: " "), in: field) != true else { break }
      position = start + count
      let isClause = (try? clause()) != nil
      position = start
      if isClause {
        position += count
        return QueryText.value(text)
      }
    }
    position += words.count
    return QueryText.value(words.map(\.text).joined(separator: " "))
  }

  /// Only a phrase says of an unknown word that it is or contains something.
  private func refuseUnknownName() throws(QueryError) {
    guard !isAtEnd, token.kind == .word, ["is", "contains", "isn't"].contains(keyword(1)),
      tokens.count > position + 2, !PhraseWords.keywords.contains(keyword()),
      !PhraseWords.groups.contains(where: { $0.words.contains(keyword()) }),
      lexicon.value(token.text, of: "outcome") == nil
    else { return }
    let nearest = schema.near(keyword())
    throw QueryError(.unknownField(token.text, nearest: nearest), at: token.range)
  }
}
