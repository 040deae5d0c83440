/// Turns comparisons as other tools write them into terms of the filter language.
enum PhraseHabits {
  /// The pieces of a line with each comparison as one term: `outcome != booked` is
  /// `-outcome:booked`.
  ///
  /// - Throws: An operator without a field before it or a value behind it, or one whose meaning
  ///   this language does not have, with the right spelling.
  static func translated(
    _ tokens: [PhraseToken], _ lexicon: PhraseLexicon
  ) throws(QueryError) -> [PhraseToken] {
    var result: [PhraseToken] = []
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      if let list = PhraseList(at: index, in: tokens, behind: result[...], lexicon) {
        result.removeLast(list.replaced)
        result.append(list.term)
        index = list.end
        continue
      }
      // "age > 30" and "held > 90 days" alike: a number compares as in words.
      guard token.kind == .comparison else {
        result.append(token)
        index += 1
        continue
      }
      guard let sign = signs[token.text] else {
        throw foreign(token, before: result.last, behind: tokens.dropFirst(index + 1).first)
      }
      let (name, count) = name(before: result[...], lexicon)
      let values = value(of: name, behind: tokens[(index + 1)...], lexicon)
      guard let first = values.first, let last = values.last, count > 0 else {
        throw foreign(token, before: result.last, behind: tokens.dropFirst(index + 1).first)
      }
      if sign.comparison.isOrdering, isSpan(values) {
        // Left to the grammar of phrases, which knows lengths of time.
        result.append(PhraseToken(kind: .comparison, text: token.text, range: token.range))
        index += 1
        continue
      }
      let start = result[result.count - count].range.lowerBound
      result.removeLast(count)
      let text = values.map(\.text).joined(separator: " ")
      let value =
        last.kind == .quoted || values.count > 1 || !first.isPlainValue
        ? QueryText.value(lexicon.value(text, of: name) ?? text)
        : lexicon.value(text, of: name)
          .map { QueryText.value($0) } ?? text
      let isCount = name.hasPrefix("count(")
      let written = isCount ? name : QueryText.name(name)
      result.append(
        PhraseToken(
          kind: .formal, text: (sign.isNot ? "-" : "") + written + sign.comparison.rawValue + value,
          range: start..<last.range.upperBound))
      index += 1 + values.count
      // `status=removed|closed` is one field with two values.
      while let further = alternative(behind: tokens[..<index], in: tokens) {
        result[result.count - 1].text += "," + QueryText.value(further.text)
        result[result.count - 1].range = start..<further.range.upperBound
        index += 2
      }
    }
    return joinedOrders(result).map { token in
      if token.kind == .formal { return withRange(token, lexicon) }
      guard token.kind == .word, token.text.hasPrefix("count(") else { return token }
      return PhraseToken(kind: .formal, text: token.text, range: token.range)
    }
  }

  /// `age:30-40` is `age:30..40`, and `date:2014-2016` is `date:2014..2016`.
  private static func withRange(_ token: PhraseToken, _ lexicon: PhraseLexicon) -> PhraseToken {
    guard let colon = token.text.firstIndex(of: ":") else { return token }
    let value = token.text[token.text.index(after: colon)...]
    let name = token.text[..<colon].drop { $0 == "-" }
    let field = name.hasPrefix("certain:") ? String(name.dropFirst(8)) : String(name)
    guard let range = QueryText.hyphenated(String(value)) else { return token }
    let isOfDays = FieldTarget.isDateName(field) || lexicon.schema.types[field] != nil
    guard isOfDays ? range.low >= 1000 : lexicon.isOfNumbers(field) else { return token }
    var token = token
    token.text = "\(token.text[...colon])\(range.low)..\(range.high)"
    return token
  }

  /// The word right behind a bar that stands right behind some tokens; `nil` if a blank is between.
  private static func alternative(
    behind done: ArraySlice<PhraseToken>, in tokens: [PhraseToken]
  ) -> PhraseToken? {
    guard let last = done.last, done.endIndex + 1 < tokens.count else { return nil }
    let (bar, word) = (tokens[done.endIndex], tokens[done.endIndex + 1])
    guard bar.kind == .or, bar.text == "|", word.kind == .word || word.kind == .quoted,
      bar.range.lowerBound == last.range.upperBound, word.range.lowerBound == bar.range.upperBound
    else { return nil }
    return word
  }

  /// `sort:status, title` is one order.
  private static func joinedOrders(_ tokens: [PhraseToken]) -> [PhraseToken] {
    var result: [PhraseToken] = []
    for token in tokens {
      if let last = result.last, last.text.hasPrefix("sort:"), last.text.hasSuffix(","),
        token.kind == .word || token.kind == .formal
      {
        result[result.count - 1].text += token.text
        result[result.count - 1].range = last.range.lowerBound..<token.range.upperBound
      } else if let last = result.last, last.kind == .comma, result.count > 1,
        result[result.count - 2].text.hasPrefix("sort:"), token.kind == .word
      {
        result.removeLast()
        result[result.count - 1].text += "," + token.text
        result[result.count - 1].range =
          result[result.count - 1].range.lowerBound..<token.range.upperBound
      } else {
        result.append(token)
      }
    }
    return result
  }

  private static let signs: [String: (comparison: Comparison, isNot: Bool)] = [
    "=": (.matches, false), "==": (.matches, false), "===": (.matches, false),
    "!=": (.matches, true), "<>": (.matches, true), "<": (.less, false), ">": (.greater, false),
    "<=": (.lessOrEqual, false), "=<": (.lessOrEqual, false), ">=": (.greaterOrEqual, false),
    "=>": (.greaterOrEqual, false),
  ]

  /// An operator that is not understood where it stands, with what to type instead.
  private static func foreign(
    _ sign: PhraseToken, before: PhraseToken?, behind: PhraseToken?
  ) -> QueryError {
    let field = before.flatMap { $0.kind == .word ? $0.text : nil } ?? "field"
    let value = behind.flatMap { $0.kind == .word ? $0.text : nil } ?? "value"
    let spelling =
      switch sign.text {
      case "!~": "-\(field):/\(value)/"
      case "~", "=~": "\(field):/\(value)/"
      case "!=", "<>": "-\(field):\(value)"
      case "<", ">", "<=", ">=": "\(field)\(sign.text)\(value)"
      default: "\(field):\(value)"
      }
    return QueryError(
      .foreignOperator(sign.text, spelling: spelling), at: sign.range, isUnfinished: behind == nil)
  }

  /// The name right before an operator: the longest one that the words make, or the last word.
  static func name(
    before tokens: ArraySlice<PhraseToken>, _ lexicon: PhraseLexicon
  ) -> (name: String, count: Int) {
    guard let last = tokens.last else { return ("", 0) }
    if last.kind == .quoted { return (last.text, 1) }
    guard last.kind == .word else { return ("", 0) }
    for count in stride(from: min(4, tokens.count), through: 2, by: -1) {
      let words = tokens.suffix(count)
      guard words.allSatisfy({ $0.kind == .word }) else { continue }
      if let name = lexicon.name(words.map(\.keyword).joined(separator: " ")) {
        switch name {
        case .field(let name), .type(let name), .interval(let name): return (name, count)
        }
      }
    }
    return (last.text, 1)
  }

  /// The words right behind an operator that are its value: up to the next connective or term, but
  /// not the name before a further operator.
  private static func value(
    of field: String, behind tokens: ArraySlice<PhraseToken>, _ lexicon: PhraseLexicon
  ) -> [PhraseToken] {
    guard let first = tokens.first else { return [] }
    if first.kind == .quoted || first.kind == .formal { return [first] }
    guard first.kind == .word else { return [] }
    var words = Array(tokens.prefix { $0.kind == .word })
    if tokens.dropFirst(words.count).first?.kind == .comparison {
      words.removeLast(max(1, name(before: words[...], lexicon).count))
    }
    // A clause of its own may follow: "status = removed in 2012".
    for count in stride(from: words.count, through: 2, by: -1) {
      let text = words.prefix(count).map(\.text).joined(separator: " ")
      if lexicon.value(text, of: field) != nil { return Array(words.prefix(count)) }
    }
    if let keyword = words.dropFirst().firstIndex(where: {
      PhraseWords.keywords.contains($0.keyword)
    }) {
      return Array(words.prefix(keyword))
    }
    return words
  }

  /// "90 days", behind a sign.
  private static func isSpan(_ words: [PhraseToken]) -> Bool {
    words.count == 2 && Int(words[0].text) != nil && PhraseReader.unit(words[1].keyword) != nil
  }
}

extension PhraseToken {
  /// Whether a value is read back as written without quotation marks.
  fileprivate var isPlainValue: Bool {
    text.utf8.allSatisfy { $0.continuesName || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
  }
}

extension Comparison {
  /// Whether it asks for less or more.
  var isOrdering: Bool { self != .matches && self != .equals }
}
