/// Reads the clauses of a phrase, one after the other.
struct PhraseReader {
  let tokens: [PhraseToken]
  let lexicon: PhraseLexicon
  /// The line as written.
  let text: String
  var position = 0
  /// Whether anything is written otherwise than it is typed.
  private var isTranslated = false
  private var depth = 0

  var schema: Schema { lexicon.schema }

  init(_ tokens: [PhraseToken], lexicon: PhraseLexicon, text: String) {
    self.tokens = tokens
    self.lexicon = lexicon
    self.text = text
  }

  /// A clause as a filter.
  struct Clause {
    var filter: String
    /// The field and the sign before it, if the clause asks for a value of one: an alternative may
    /// follow.
    var field: String?
  }

  /// The whole line as a filter; nil if it is one as it stands.
  mutating func filter() throws(QueryError) -> String? {
    isTranslated = tokens.contains { token in
      token.kind == .formal && !isVerbatim(token)
        || token.text == "!" && [.not, .sign].contains(token.kind)
    }
    let filter = try either()
    guard isAtEnd, isTranslated else { return nil }
    return filter
  }

  private func isVerbatim(_ token: PhraseToken) -> Bool {
    let bytes = Array(text.utf8)
    return bytes[token.range].elementsEqual(token.text.utf8)
  }

  // MARK: - Connectives

  private mutating func either() throws(QueryError) -> String {
    var parts = [try both()]
    while !isAtEnd, token.kind == .or {
      let sign = token
      if sign.text.lowercased() != "or" { isTranslated = true }
      position += 1
      if sign.isPlain, isAtEnd || token.kind == .close {
        throw QueryError(
          .missingTerm(after: sign.text), at: sign.range.upperBound..<sign.range.upperBound)
      }
      parts.append(try both())
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " or ")
  }

  private mutating func both() throws(QueryError) -> String {
    var parts: [String] = []
    while !isAtEnd {
      switch token.kind {
      case .or, .close: return parts.joined(separator: " ")
      case .and, .comma:
        let sign = token
        if sign.text.lowercased() != "and" { isTranslated = true }
        position += 1
        if sign.kind == .and, isAtEnd {
          throw QueryError(
            .missingTerm(after: sign.text), at: sign.range.upperBound..<sign.range.upperBound)
        }
        // The connective of a filter is kept, so that an untranslated line stays as it is.
        if !isAtEnd, token.kind == .or { return parts.joined(separator: " ") }
      case .formal:
        parts.append(token.text)
        position += 1
      case .sign: parts.append(try negated("-"))
      case .not where isFormalNegation: parts.append(try negated("-"))
      case .open: parts.append(try parenthesised())
      case .quoted where !isComparedText:
        parts.append(QueryText.phrase(token.text))
        position += 1
      case .word where isAloneBesideTerms:
        parts.append(token.text)
        position += 1
      case .word, .quoted, .comparison, .not: parts += try segment()
      }
    }
    return parts.joined(separator: " ")
  }

  mutating func parenthesised() throws(QueryError) -> String {
    depth += 1
    guard depth <= Query.depthLimit else {
      throw QueryError(.tooDeep(limit: Query.depthLimit), at: token.range)
    }
    position += 1
    let inner = try either()
    guard !isAtEnd, token.kind == .close else {
      throw QueryError(.unclosedParenthesis, at: text.utf8.count..<text.utf8.count)
    }
    position += 1
    depth -= 1
    return "(\(inner))"
  }

  /// `-x`, `not "x"` and the like: what follows is of the filter language.
  private mutating func negated(_ sign: String) throws(QueryError) -> String {
    position += 1
    guard !isAtEnd else { return sign }
    switch token.kind {
    case .open: return sign + (try parenthesised())
    case .sign, .not: return sign + (try negated(sign))
    case .quoted:
      defer { position += 1 }
      return sign + QueryText.phrase(token.text)
    default:
      defer { position += 1 }
      return sign + token.text
    }
  }

  /// Whether `not` stands before a term of the filter language, a parenthesis or a quoted text.
  private var isFormalNegation: Bool {
    guard let next = tokens.dropFirst(position + 1).first else { return true }
    switch next.kind {
    case .formal, .open, .sign, .quoted: return true
    default: return false
    }
  }

  /// Whether a word stands alone between terms of the filter language: it is text, as it is in a line
  /// of its own. Beside `and` or a comma it may be a clause.
  private var isAloneBesideTerms: Bool {
    [position - 1, position + 1].allSatisfy { index in
      guard tokens.indices.contains(index) else { return true }
      switch tokens[index].kind {
      case .formal, .quoted, .open, .close, .sign: return true
      case .word, .comparison, .not, .and, .or, .comma: return false
      }
    }
  }

  /// Whether a quoted text is the name of a field with something said of it.
  private var isComparedText: Bool {
    guard let next = tokens.dropFirst(position + 1).first else { return false }
    return PhraseWords.copulas.contains(next.keyword)
  }

  // MARK: - Stretches of words

  /// The words up to the next connective or term: clauses, or words of a text.
  private mutating func segment() throws(QueryError) -> [String] {
    let start = position
    var parts: [String] = []
    var unread: [PhraseToken] = []
    if token.kind == .not, keyword(2).isEmpty, lexicon.event(keyword(1)) != nil {
      defer { position += 2 }
      return ["not \(tokens[position + 1].text)"]
    }
    while !isAtEnd, token.isOfClause {
      let before = position
      if let clause = try clause() {
        parts.append(try withAlternatives(clause))
      } else {
        position = before
        unread.append(token)
        position += 1
      }
    }
    let all = tokens[start..<position]
    // A noun alone is a text one may look for: "jail or hartford".
    if all.count == 1, lexicon.event(tokens[start].keyword) != nil { return [tokens[start].text] }
    if unread.isEmpty {
      isTranslated = true
      return parts.filter { !$0.isEmpty }
    }
    // "not jail" is a term of the filter language.
    if all.count == 2, all.first?.kind == .not, all.last?.kind == .word {
      return ["not \(tokens[start + 1].text)"]
    }
    guard !all.contains(where: { $0.isGrammar }) else {
      throw notUnderstood(unread, parts)
    }
    try refuseNearPhrase(start..<position, unread, parts)
    return all.map { $0.kind == .quoted ? QueryText.phrase($0.text) : $0.text }
  }

  /// "outcome is declined or booked": further values of the same field.
  private mutating func withAlternatives(_ clause: Clause) throws(QueryError) -> String {
    guard let field = clause.field else { return clause.filter }
    let name = field.hasPrefix("-") ? String(field.dropFirst()) : field
    var filter = clause.filter
    while !isAtEnd, [.or, .and, .comma].contains(token.kind) || token.keyword == "nor" {
      let start = position
      let isBoth = token.kind == .and
      position += 1
      if !isAtEnd, token.kind == .or { position += 1 }
      guard !isAtEnd, let value = try alternative(of: name) else {
        position = start
        break
      }
      // Alternatives of one field stand behind it; both of two values are two terms.
      filter += isBoth ? " \(field):\(value)" : ",\(value)"
    }
    return filter
  }

  /// A value that is an alternative to one of the same field, and no clause of its own.
  private mutating func alternative(of field: String) throws(QueryError) -> String? {
    let start = position
    let words = tokens[position...].prefix { $0.kind == .word || $0.kind == .quoted }
    if words.count == 1, words[start].kind == .quoted {
      position += 1
      return QueryText.value(words[start].text)
    }
    if let range = rangeOfNumbers() {
      if isAtBoundary { return range }
      position = start
    }
    for count in stride(from: words.count, through: 1, by: -1) {
      let text = words.prefix(count).map(\.text).joined(separator: " ")
      if let value = lexicon.value(text, of: field) {
        position += count
        return QueryText.value(value)
      }
    }
    let isNoun = words.count == 1 && lexicon.event(words[start].keyword) != nil
    let isClause = !isNoun && (try? clause()) != nil
    position = start
    let all = words.map(\.text).joined(separator: " ")
    guard !isClause, !words.isEmpty, !words.contains(where: { $0.isGrammar }),
      lexicon.has(all, in: field) != false
    else { return nil }
    position += words.count
    return QueryText.value(all)
  }

  // MARK: - Words

  var isAtEnd: Bool { position >= tokens.count }

  /// The current token; there must be one.
  var token: PhraseToken { tokens[position] }

  /// The keyword at a distance from here; empty if there is none.
  func keyword(_ offset: Int = 0) -> String {
    tokens.indices.contains(position + offset) ? tokens[position + offset].keyword : ""
  }

  /// Whether the words here end: at a connective, a term or the end of the line.
  var isAtBoundary: Bool { isAtEnd || !token.isOfClause }

  /// Takes the next word if it is one of some keywords.
  @discardableResult mutating func take(_ keywords: String...) -> String? {
    let word = keyword()
    guard !word.isEmpty, keywords.contains(word) else { return nil }
    position += 1
    return word
  }

  /// Takes some words if they come next, one after the other.
  mutating func take(all words: [String]) -> Bool {
    guard words.indices.allSatisfy({ keyword($0) == words[$0] }) else { return false }
    position += words.count
    return true
  }

  /// Takes the words of a text if they come next.
  mutating func take(text: String) -> Bool {
    take(all: text.split(separator: " ").map(String.init))
  }

  /// Does what a body says, and takes it back if it comes to nothing.
  mutating func attempt<Result>(
    _ body: (inout PhraseReader) throws(QueryError) -> Result?
  ) throws(QueryError) -> Result? {
    let start = position
    if let result = try body(&self) { return result }
    position = start
    return nil
  }

  /// That a value is missing before the next word.
  func missingValue(_ field: String) -> QueryError {
    let place = isAtEnd ? text.utf8.count : token.range.lowerBound
    return QueryError(.missingValue(field: field), at: place..<place)
  }
}

extension PhraseToken {
  /// Whether a word can only be one of a phrase.
  var isGrammar: Bool {
    switch kind {
    case .comparison: true
    case .not: true
    default: PhraseWords.keywords.contains(keyword)
    }
  }

  /// Whether a connective is written as a word.
  fileprivate var isPlain: Bool { text.first?.isLetter == true }
}
