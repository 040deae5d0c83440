extension PhraseReader {
  // MARK: - Numbers

  /// "over", "at least" and the like as the sign of a comparison; nothing read where none stands.
  mutating func comparisonSign() -> String? {
    if take("over", "above") != nil { return ">" }
    if take("under", "below") != nil { return "<" }
    let signs = [
      ("more", "than", ">"), ("less", "than", "<"), ("fewer", "than", "<"), ("at", "least", ">="),
      ("at", "most", "<="),
    ]
    for (first, second, sign) in signs
    where words.first?.keyword == first && words.dropFirst().first?.keyword == second {
      words = words.dropFirst(2)
      return sign
    }
    return nil
  }

  /// "age over 18", "age between 18 and 25".
  mutating func numbers(_ name: PhraseName) throws(QueryError) -> Clause? {
    guard let sign = comparisonSign() else { return nil }
    guard let word = words.first else { throw missingValue(name.written) }
    guard Double(word.text) != nil else {
      throw QueryError(.notComparable(word.text), at: word.range)
    }
    words.removeFirst()
    return Clause(filter: "\(name.written):\(sign)\(word.text)")
  }

  // MARK: - Days

  private static let daySigns = [
    "before": "<", "after": ">", "since": ">=", "from": ">=", "until": "<=", "in": "", "on": "",
    "during": "",
  ]

  /// "detainer before 2023", "between October 2023 and 2 February 2024", "in the last 30 days".
  mutating func days(_ name: PhraseName) throws(QueryError) -> Clause? {
    guard let word = words.first else { return nil }
    if take("between") != nil {
      let first = try day(orNumber: true)
      guard take("and", "to") != nil else { throw missingValue(name.written) }
      return Clause(filter: "\(name.written):\(first)..\(try day(orNumber: true))")
    }
    guard name.isOfDays, let sign = Self.daySigns[word.keyword] else { return nil }
    words.removeFirst()
    let start = words
    _ = take("the")
    if sign.isEmpty, take("last", "past") != nil {
      return Clause(filter: "\(name.written):<\(try span())")
    }
    words = start
    return Clause(filter: "\(name.written):\(sign)\(try day())")
  }

  /// A date of up to three words as the filter language writes it.
  private mutating func day(orNumber: Bool = false) throws(QueryError) -> String {
    guard let first = words.first else { throw missingValue("date") }
    for count in stride(from: min(3, words.count), through: 1, by: -1) {
      let taken = words.prefix(count).map(\.keyword)
      guard let day = PhraseDate.written(taken) else { continue }
      words = words.dropFirst(count)
      return day
    }
    if orNumber, Double(first.text) != nil {
      words.removeFirst()
      return first.text
    }
    throw QueryError(.notADate(first.text), at: first.range)
  }

  // MARK: - Sequences

  /// "detainer then ice arrest within 90 days".
  mutating func sequence(from name: PhraseName) throws(QueryError) -> String {
    guard case .type(var filter) = name else {
      let nearest = Spelling.nearest(to: name.written, among: schema.types.keys.sorted())
      throw QueryError(.unknownType(name.written, nearest: nearest), at: 0..<0)
    }
    repeat {
      if take("no") != nil {
        return filter + "!->\(try eventType())" + (try bound() ?? "")
      }
      filter += "->\(try eventType())" + (try bound() ?? "")
    } while take("then") != nil
    return filter
  }

  /// "ice arrest within 90 days of release": the type named second comes first.
  mutating func distance(of later: String) throws(QueryError) -> Clause? {
    let start = words
    guard let bound = try bound() else { return nil }
    guard take("of", "after") != nil else {
      words = start
      return nil
    }
    return Clause(filter: "\(try eventType())->\(later)\(bound)")
  }

  /// "within 90 days" as the bound of a sequence.
  mutating func bound() throws(QueryError) -> String? {
    guard take("within") != nil else { return nil }
    return "<=" + (try span())
  }

  private static let units = ["day": "d", "week": "w", "month": "mo", "year": "y"]

  /// "90 days", "a year", "week".
  private mutating func span() throws(QueryError) -> String {
    guard let first = words.first else { throw missingValue("within") }
    var number = 1
    if let written = Int(first.text), written > 0 {
      number = written
      words.removeFirst()
    } else {
      _ = take("a", "an", "one")
    }
    let unit = words.first?.keyword ?? ""
    let singular = unit.hasSuffix("s") ? String(unit.dropLast()) : unit
    guard let sign = Self.units[singular] else {
      throw QueryError(.notAGap(first.text), at: first.range)
    }
    words.removeFirst()
    return "\(number)\(sign)"
  }
}
