extension PhraseReader {
  // MARK: - Signs and numbers

  /// "over", "at least" and the like as the sign of a comparison; nil, and nothing read, if none
  /// comes next.
  mutating func comparisonSign() -> String? {
    if !isAtEnd, token.kind == .comparison, ["<", ">", "<=", ">="].contains(token.text) {
      defer { position += 1 }
      return token.text
    }
    for (words, sign) in PhraseWords.comparisons where take(all: words) { return sign }
    return nil
  }

  /// "or more" behind a number.
  mutating func suffixSign() -> String? {
    for (words, sign) in PhraseWords.suffixes where take(all: words) { return sign }
    return nil
  }

  /// A number in digits or words, as the filter language writes it.
  mutating func takeNumber() -> String? {
    guard !isAtEnd, token.kind == .word else { return nil }
    if let number = PhraseWords.numbers[keyword()] {
      position += 1
      return "\(number)"
    }
    var text = token.text.replacing(",", with: "")
    if text.hasPrefix("$") { text.removeFirst() }
    guard text.first?.isNumber == true || text.hasPrefix("-"), Double(text) != nil,
      text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") })
    else { return nil }
    position += 1
    return text
  }

  /// "30-40" as the filter language writes a range; nil if it is none.
  mutating func takeRange() -> String? {
    guard !isAtEnd, token.kind == .word, let range = QueryText.hyphenated(token.text) else {
      return nil
    }
    position += 1
    return "\(range.low)..\(range.high)"
  }

  /// "over 18", "between 18 and 25", "18 or older", "18 to 25" behind the name of a field.
  mutating func numbers(_ name: String, isNot: Bool) throws(QueryError) -> Clause? {
    let minus = isNot ? "-" : ""
    let start = position
    if take("between", "from") != nil {
      if let range = takeRange() {
        return Clause(filter: "\(minus)\(name):\(range)", field: minus + name)
      }
      if let first = takeNumber(), !isDate(first), take("and", "to") != nil || takeAnd() {
        guard let second = takeNumber() else { throw missingValue(name) }
        return Clause(filter: "\(minus)\(name):\(first)..\(second)", field: minus + name)
      }
      position = start
      return nil
    }
    if let sign = comparisonSign() {
      if let number = takeNumber() {
        take("dollars", "years")
        return Clause(filter: "\(minus)\(name):\(sign)\(number)")
      }
      guard !isAtBoundary else { throw missingValue(name) }
      throw QueryError(.notComparable(token.text), at: token.range)
    }
    if let range = takeRange() {
      return Clause(filter: "\(minus)\(name):\(range)", field: minus + name)
    }
    if let first = takeNumber(), !isDate(first) {
      if take("to", "-") != nil, let second = takeNumber() {
        return Clause(filter: "\(minus)\(name):\(first)..\(second)", field: minus + name)
      }
      if let sign = suffixSign() { return Clause(filter: "\(minus)\(name):\(sign)\(first)") }
    }
    position = start
    return nil
  }

  /// Whether a number may be a year; then dates are tried first.
  private func isDate(_ number: String) -> Bool { PhraseDate.written([number]) != nil }

  /// "18 to 25", "at least 40" as one of several ranges.
  mutating func rangeOfNumbers() -> String? {
    let start = position
    if let sign = comparisonSign(), sign.hasSuffix("="), let number = takeNumber() {
      return sign == ">=" ? number + ".." : ".." + number
    }
    position = start
    if let range = takeRange() { return range }
    if let first = takeNumber() {
      guard take("to", "-") != nil else { return first }
      if let second = takeNumber() { return "\(first)..\(second)" }
    }
    position = start
    return nil
  }

  mutating func takeAnd() -> Bool {
    guard !isAtEnd, token.kind == .and else { return false }
    position += 1
    return true
  }

  // MARK: - Ages

  /// "older than 40", "under 18", "aged 20 to 30", "18 years old", "40 or older".
  mutating func age() throws(QueryError) -> Clause? {
    try attempt { (reader) throws(QueryError) -> Clause? in
      let isAged = reader.take("aged", "age", "ages") != nil
      if isAged, PhraseWords.copulas.contains(reader.keyword()) || reader.keyword() == "not" {
        return nil
      }
      let start = reader.position
      let isBetween = reader.take("between") != nil
      if let range = reader.takeRange(), reader.takeYears() || isAged || isBetween {
        return Clause(filter: "age:\(range)")
      }
      reader.position = start
      if reader.take("between") != nil {
        guard let first = reader.takeNumber(), reader.takeAnd(), let second = reader.takeNumber(),
          reader.takeYears() || isAged
            || reader.isAtBoundary && Int(second).map({ $0 < 120 }) == true
        else { return nil }
        return Clause(filter: "age:\(first)..\(second)")
      }
      if let sign = reader.comparisonSign() {
        let word = reader.position > 0 ? reader.tokens[reader.position - 1].keyword : ""
        let before = reader.position > 1 ? reader.tokens[reader.position - 2].keyword : ""
        guard let number = reader.takeNumber(), let years = Double(number), years < 120 else {
          return nil
        }
        let isOld =
          ["older", "younger"].contains(before)
          || ["over", "under", "below", "above"].contains(word)
        guard reader.takeYears() || isAged || isOld, !reader.isUnitNext else { return nil }
        return Clause(filter: "age:\(sign)\(number)")
      }
      guard let number = reader.takeNumber() else { return nil }
      if reader.take("to", "-") != nil, let second = reader.takeNumber(),
        reader.takeYears() || isAged
      {
        return Clause(filter: "age:\(number)..\(second)")
      }
      let isYears = reader.takeYears()
      if let sign = reader.suffixSign() {
        let word = reader.tokens[reader.position - 1].keyword
        guard isYears || isAged || ["older", "younger"].contains(word) else { return nil }
        return Clause(filter: "age:\(sign)\(number)")
      }
      guard isYears || isAged else { return nil }
      return Clause(filter: "age:\(number)")
    }
  }

  private mutating func takeYears() -> Bool {
    take(text: "years old") || take(text: "years of age") || take(text: "year old")
  }

  /// Whether a length of time would go on here: "over 90 days" is no age.
  private var isUnitNext: Bool { Self.unit(keyword()) != nil }

  // MARK: - Lengths of time

  /// The sign of a unit of time in the singular or plural.
  static func unit(_ word: String) -> String? {
    switch word {
    case "day", "days": "d"
    case "week", "weeks": "w"
    case "month", "months": "mo"
    case "year", "years": "y"
    default: nil
    }
  }

  /// "90 days", "a year", "week", as the filter language writes it.
  mutating func span() throws(QueryError) -> String {
    guard !isAtEnd, token.kind == .word else { throw missingValue("within") }
    let first = token
    if let span = CalendarSpan(written: token.text) {
      position += 1
      return "\(span.amount)\(span.unit.rawValue)"
    }
    var number = 1
    if let written = takeNumber().flatMap({ Int($0) }) {
      number = written
    } else {
      take("a", "an")
    }
    guard let unit = Self.unit(keyword()) else {
      throw QueryError(.notAGap(first.text), at: first.range)
    }
    position += 1
    return "\(number)\(unit)"
  }

  /// "length of stay over 90 days", "detainer to release between 28 and 58 days", "held more than
  /// 90 days", "in jail for over a year".
  mutating func length() throws(QueryError) -> Clause? {
    try attempt { (reader) throws(QueryError) -> Clause? in
      let stays: [(words: [String], key: String)] = [
        (
          [
            "in ice custody", "in custody", "in detention", "in ice detention", "held by ice",
            "detained by ice", "held", "detained", "stayed",
          ], "length_of_stay"
        ),
        (["held in jail", "in jail", "jailed"], "time_in_jail"),
        (["at liberty", "free"], "time_at_liberty"),
      ]
      for (words, key) in stays {
        for text in words where reader.schema.intervals.contains(where: { $0.key == key }) {
          let start = reader.position
          if reader.take(text: text) {
            reader.take("for")
            if let clause = try reader.lengthOf(.interval(key)) { return clause }
            reader.position = start
          }
        }
      }
      return nil
    }
  }

  /// What is said of how long an interval is; alternatives stand behind it.
  mutating func lengthOf(_ name: PhraseName) throws(QueryError) -> Clause? {
    guard var clause = try oneLength(of: name) else { return nil }
    while !isAtEnd, token.kind == .or, clause.filter.contains(":") {
      let start = position
      position += 1
      let minus = clause.filter.hasPrefix("-") ? "-" : ""
      guard let next = (try? oneLength(of: name)) ?? nil,
        let range = Self.range(next.filter.dropFirst(name.written.count + 1)),
        let first = Self.range(
          clause.filter.dropFirst(minus.count + name.written.count + 1))
      else {
        position = start
        break
      }
      clause.filter = "\(minus)\(name.written):\(first),\(range)"
    }
    return clause
  }

  /// `>=1y` as a range `1y..`, which may be one of several; nil if it cannot be written so.
  private static func range(_ bound: Substring) -> String? {
    if bound.hasPrefix(">=") { return bound.dropFirst(2) + ".." }
    if bound.hasPrefix("<=") { return ".." + bound.dropFirst(2) }
    return bound.hasPrefix("<") || bound.hasPrefix(">") ? nil : String(bound)
  }

  private mutating func oneLength(of name: PhraseName) throws(QueryError) -> Clause? {
    let written = name.written
    let isNot = takeNegation()
    if !isNot { take("is", "was", "of", "lasted", "lasts", "for") }
    let minus = isNot ? "-" : ""
    take("of")
    if take("known") != nil { return Clause(filter: (isNot ? "no:" : "has:") + written) }
    if take("between", "from") != nil {
      return try lengths(written, minus, joint: true)
    }
    if let sign = comparisonSign() {
      return Clause(filter: "\(minus)\(written):\(sign)\(try span())")
    }
    return try lengths(written, minus, joint: false)
  }

  /// "28 to 58 days", "28 and 58 days", "30 days or more".
  private mutating func lengths(
    _ name: String, _ minus: String, joint: Bool
  ) throws(QueryError) -> Clause? {
    try attempt { (reader) throws(QueryError) -> Clause? in
      let start = reader.position
      if let first = reader.takeNumber() {
        let isRange = reader.take("to", "-") != nil || joint && reader.takeAnd()
        if isRange, let second = try? reader.span() {
          let unit = second.drop { $0.isNumber }
          return Clause(filter: "\(minus)\(name):\(first)\(unit)..\(second)")
        }
        reader.position = start
      }
      guard let first = try? reader.span() else { return nil }
      if reader.take("to", "-") != nil || joint && reader.takeAnd(), let second = try? reader.span()
      {
        return Clause(filter: "\(minus)\(name):\(first)..\(second)")
      }
      if let sign = reader.suffixSign() {
        return Clause(filter: "\(minus)\(name):\(sign)\(first)")
      }
      return joint ? nil : Clause(filter: "\(minus)\(name):\(first)")
    }
  }

  /// "at least 2 times", "exactly once", "more than twice", behind an event.
  mutating func times(_ type: String) -> Clause? {
    let start = position
    let isNot = takeNegation()
    var sign = comparisonSign()
    if sign == nil, take("exactly") != nil { sign = ":" }
    var number: String?
    if take("once") != nil {
      number = "1"
    } else if take("twice") != nil {
      number = "2"
    } else if let found = takeNumber(), take("times", "time") != nil {
      number = found
    }
    guard let number, Int(number) != nil else {
      position = start
      return nil
    }
    return Clause(
      filter: "\(isNot ? "-" : "")count(\(QueryText.name(type)))\(sign ?? ":")\(number)")
  }
}
