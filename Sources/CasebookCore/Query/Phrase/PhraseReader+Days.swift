extension PhraseReader {
  private static let daySigns = [
    "before": "<", "after": ">", "since": ">=", "from": ">=", "until": "<=", "till": "<=",
    "through": "<=", "starting": ">=", "in": "", "on": "", "during": "", "of": "", "for": "",
  ]

  /// The days that come next, as the filter language writes them behind the colon: "before 2023",
  /// "between October 2023 and 2 February 2024", "in the last 30 days", "March 2023"; nil, and
  /// nothing read, if none do.
  /// Where days must stand, as behind the name of a date field, a year may stand alone, and what is
  /// no date is an error.
  mutating func window(isOfDates: Bool = false) throws(QueryError) -> String? {
    try attempt { (reader) throws(QueryError) -> String? in
      if let ago = reader.ago() { return ago }
      if reader.take(text: "not before") || reader.take(text: "no earlier than") {
        return reader.date().map { ">=" + PhraseDate.end($0, isFirst: true) }
      }
      if reader.take(text: "not after") || reader.take(text: "no later than") {
        return reader.date().map { "<=" + PhraseDate.end($0, isFirst: false) }
      }
      if reader.take(text: "earlier than") || reader.take(text: "prior to") {
        return reader.date().map { "<" + PhraseDate.end($0, isFirst: true) }
      }
      if reader.take(text: "later than") {
        return reader.date().map { ">" + PhraseDate.end($0, isFirst: false) }
      }
      if isOfDates, reader.take("written") != nil {
        return reader.date().map { "=" + $0 }
      }
      if let range = try reader.range() { return reader.orOthers(range) }
      let word = reader.keyword()
      if let sign = Self.daySigns[word] {
        reader.position += 1
        guard let date = reader.date() else {
          guard isOfDates else { return nil }
          throw reader.notADate()
        }
        return reader.bounded(date, sign)
      }
      // A day or a month stands alone; a year does so only where days must stand.
      guard let date = reader.date(), isOfDates || Int(date) == nil else { return nil }
      return reader.bounded(date, "")
    }
  }

  /// A date behind a word such as "before": of a range its first or last day counts.
  private mutating func bounded(_ date: String, _ sign: String) -> String {
    let start = position
    if sign.isEmpty, !isAtEnd, token.kind == .or {
      position += 1
      if take("later", "after", "newer") != nil {
        return ">=" + PhraseDate.end(date, isFirst: true)
      }
      if take("earlier", "before", "older") != nil {
        return "<=" + PhraseDate.end(date, isFirst: false)
      }
      position = start
      return date.contains("..") ? date : orOthers(date)
    }
    if sign == ">=" || sign == "" {
      if take(text: "on") || take(text: "onward") || take(text: "onwards") {
        return ">=" + PhraseDate.end(date, isFirst: true)
      }
    }
    switch sign {
    case "<", ">=": return sign + PhraseDate.end(date, isFirst: true)
    case ">", "<=": return sign + PhraseDate.end(date, isFirst: false)
    default: return date
    }
  }

  /// "in 2023 or March 2024": one of several stretches of days.
  private mutating func orOthers(_ first: String) -> String {
    var dates = [first]
    while !isAtEnd, token.kind == .or {
      let before = position
      position += 1
      if let range = (try? range()) ?? nil {
        dates.append(range)
        continue
      }
      take("in", "on")
      guard let next = date() else {
        position = before
        break
      }
      dates.append(next)
    }
    return dates.joined(separator: ",")
  }

  /// "between March and June 2023", "from 2014 to 2016", "March to June 2023".
  private mutating func range() throws(QueryError) -> String? {
    try attempt { (reader) throws(QueryError) -> String? in
      let word = reader.take("between", "from", "in", "during")
      let start = reader.position
      // "from 2014-2016"
      if word != nil, !reader.isAtEnd, reader.token.kind == .word,
        QueryText.hyphenated(reader.token.text) != nil
      {
        return reader.date()
      }
      // The first may leave out the year, or the month too, which the second says.
      for length in 1...6 {
        reader.position = start + length
        guard reader.position < reader.tokens.count else { return nil }
        let isJoined =
          reader.take("to", "until", "till", "through", "-", "and") != nil || reader.takeAnd()
        guard isJoined, let second = reader.date() else { continue }
        if word == nil, reader.tokens[start + length].kind == .and { continue }
        let words = reader.tokens[start..<start + length].map(\.keyword).filter { $0 != "the" }
        let last = PhraseDate.end(second, isFirst: false)
        let year = PhraseDate.year(of: last)
        let end = reader.position
        var first = PhraseDate.longest(words).flatMap { $0.count == words.count ? $0.text : nil }
        first = first ?? PhraseDate.written(words, year)
        if length == 1, reader.tokens[start].kind == .quoted { first = reader.tokens[start].text }
        if first == nil, words.count == 1, last.count == 10, Int(words[0]) != nil {
          // "between 13 and 20 October 2023"
          first = PhraseDate.written([words[0], Self.month(of: last), year])
        }
        guard let first else { continue }
        reader.position = end
        return "\(PhraseDate.end(first, isFirst: true))..\(last)"
      }
      return nil
    }
  }

  private static func month(of date: String) -> String {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    let number = Int(date.dropFirst(5).prefix(2)) ?? 1
    return names[max(0, min(11, number - 1))]
  }

  /// "in the last 30 days", "at most 30 days ago", "before the last 30 days".
  private mutating func ago() -> String? {
    let start = position
    if take("before") != nil {
      take("the")
      if take("last", "past") != nil, let span = try? span() { return ">" + span }
      position = start
    }
    if take("in", "within", "during") != nil {
      take("the")
      if take("last", "past") != nil, let span = try? span() { return "<" + span }
      position = start
    }
    let sign = comparisonSign()
    if let span = try? span(), take("ago") != nil { return (sign ?? "<=") + span }
    position = start
    return nil
  }

  /// A date of up to six words as the filter language writes it.
  private mutating func date() -> String? {
    if !isAtEnd, token.kind == .quoted, (try? CalendarDate(token.text)) != nil {
      defer { position += 1 }
      return token.text
    }
    let words = tokens[min(position, tokens.count)...].prefix(6)
      .prefix { $0.kind == .word || $0.kind == .comma }
    // "October 13, 2023" holds a comma.
    var keywords: [String] = []
    var indices: [Int] = []
    for (index, token) in zip(words.indices, words) {
      if token.kind == .comma {
        if keywords.count != 2 { break }
        continue
      }
      keywords.append(token.keyword)
      indices.append(index)
    }
    guard !keywords.isEmpty else { return nil }
    let isThe = keywords[0] == "the"
    if isThe { keywords.removeFirst(); indices.removeFirst() }
    guard !keywords.isEmpty, let (text, count) = PhraseDate.longest(keywords) else { return nil }
    position = indices[count - 1] + 1
    return text
  }

  private func notADate() -> QueryError {
    guard !isAtBoundary else { return missingValue("date") }
    return QueryError(.notADate(token.text), at: token.range)
  }
}
