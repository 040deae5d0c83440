extension PhraseReader {
  /// Refuses words that would be searched for as text, but in which somebody asks for something
  /// else: "facilty hartford", "gender male", "white men".
  ///
  /// - Parameters:
  ///   - range: The tokens of the stretch of words.
  ///   - unread: Those of them that mean nothing there.
  ///   - read: The clauses that were read of the others.
  /// - Throws: What the words may have been meant to be.
  func refuseNearPhrase(
    _ range: Range<Int>, _ unread: [PhraseToken], _ read: [String]
  ) throws(QueryError) {
    guard range.count > 1, let first = unread.first else { return }
    if let index = tokens[range].firstIndex(of: first), first.kind == .word,
      first.text.utf8.count > 3, lexicon.name(first.keyword) == nil
    {
      let near = schema.near(first.keyword).filter { isPhrase(range, with: $0, at: index) }
      if !near.isEmpty {
        throw QueryError(.unknownField(first.text, nearest: near), at: first.range)
      }
    }
    // Beside "men" or "cases" other words are meant to restrict them.
    let isOfPersons = tokens[range].contains { PhraseWords.isNoun($0.keyword) }
    if isOfPersons { throw notUnderstood(unread, read) }
  }

  /// Whether words can be read with one of them written otherwise.
  private func isPhrase(_ range: Range<Int>, with name: String, at index: Int) -> Bool {
    var other = Array(tokens[range])
    other[index - range.lowerBound].text = name
    var reader = PhraseReader(other, lexicon: lexicon, text: text)
    while !reader.isAtEnd {
      guard let clause = try? reader.clause(), !clause.filter.isEmpty else { return false }
    }
    return true
  }

  /// Why words mean nothing, with what they may have been meant to be.
  func notUnderstood(_ unread: [PhraseToken], _ read: [String]) -> QueryError {
    let words = unread.map(\.text).joined(separator: " ")
    let first = unread.first ?? tokens[0]
    let last = unread.last ?? tokens[0]
    var fact = NotUnderstood(words: words, line: text, suggestion: nil, textCount: nil)
    let names =
      PhraseWords.verbs.map(\.words) + PhraseWords.outcomes.map(\.words)
      + lexicon.allNames.map { $0.replacing("_", with: " ") }
    if preferred(behind: first.keyword) == nil,
      let near = Spelling.nearest(to: words.lowercased(), among: names)
    {
      fact.suggestion = text.replacing(words, with: near)
    } else if PhraseOrder.beginnings.contains(first.keyword), last.keyword == "first" {
      fact.suggestion = "most detainers first"
    } else {
      let bare = unread.filter { !PhraseWords.keywords.contains($0.keyword) }
        .map(\.text).joined(separator: " ")
      if bare.utf8.count > 3, preferred(behind: first.keyword) == nil,
        let near = Spelling.nearest(to: bare.lowercased(), among: names)
      {
        fact.suggestion = text.replacing(bare, with: near)
      } else {
        suggest(bare, behind: first.keyword, read, &fact)
      }
    }
    return QueryError(
      .notUnderstood(fact), at: first.range.lowerBound..<last.range.upperBound,
      isUnfinished: isAtEnd && last == tokens.last)
  }

  /// Says what a value behind a word such as "in" may have been meant to be: the value of another
  /// field, a misspelt one, or, if no field has it, in which fields it was looked for.
  private func suggest(
    _ value: String, behind word: String, _ read: [String], _ fact: inout NotUnderstood
  ) {
    guard !value.isEmpty else { return }
    let others = ["place", "jurisdiction", "facility", "agency", "citizenship", "charge"]
    let own = preferred(behind: word)
    let rest: String
    if let field = (own ?? others).first(where: { lexicon.has(value, in: $0) == true })
      ?? others.first(where: { lexicon.has(value, in: $0) == true })
    {
      rest = "\(field) is \(value)"
    } else if let own, let near = misspelt(value, in: own) {
      rest = "\(near.field) is \(near.value)"
    } else if let own {
      fact.fields = own.filter { lexicon.has(value, in: $0) == false }
      return
    } else {
      rest = QueryText.quoted(value)
    }
    fact.suggestion = (read + [rest]).filter { !$0.isEmpty }.joined(separator: " and ")
  }

  /// The fields whose values stand behind a word; nil if it is none that says so.
  private func preferred(behind word: String) -> [String]? {
    switch word {
    case "in", "to", "near": ["place", "jurisdiction", "facility"]
    case "at", "by": ["facility", "agency", "place"]
    case "from": ["citizenship", "place"]
    default: nil
    }
  }

  private func misspelt(_ value: String, in fields: [String]) -> (field: String, value: String)? {
    for field in fields {
      let parts = lexicon.values(field).flatMap { value in
        [value] + value.split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init)
      }
      if let near = Spelling.nearest(to: value, among: parts) {
        return (field, QueryText.value(near))
      }
    }
    return nil
  }

  // MARK: - A place before a noun

  /// "Texas men", "Honduras cases": a whole place, country or status before a noun for persons or
  /// cases.
  mutating func valueBeforeNoun() -> Clause? {
    for count in stride(from: 3, through: 1, by: -1) {
      let words = tokens[position...].prefix(count)
      guard words.count == count, PhraseWords.isNoun(keyword(count)),
        words.allSatisfy({ $0.kind == .word && !$0.isGrammar })
      else { continue }
      let name = words.map(\.text).joined(separator: " ")
      let found: String?
      if let status = lexicon.value(name, of: "status") {
        found = "status:\(QueryText.value(status))"
      } else if lexicon.hasPart(name, in: "citizenship") {
        found = "citizenship:\(QueryText.value(name))"
      } else if ["place", "jurisdiction"].contains(where: { lexicon.hasPart(name, in: $0) }) {
        found = placeOfCase(name)
      } else {
        found = ["facility", "charge"].first { lexicon.hasPart(name, in: $0) }
          .map { "\($0):\(QueryText.value(name))" }
      }
      guard let found else { continue }
      position += count
      return Clause(filter: found)
    }
    return nil
  }
}
