extension PhraseReader {
  /// An event that a phrase asks for, with what must hold of it.
  struct EventExpression {
    var type: String
    /// Terms that must hold of one event.
    var conditions: [String] = []
    /// Terms that must hold of the case.
    var others: [String] = []
    /// The days it may be on, if that is all that is asked of it.
    var window: String?

    /// Whether nothing is asked of it yet.
    var isBare: Bool { conditions.isEmpty && others.isEmpty && window == nil }

    /// The event as a step of a sequence.
    var step: String {
      let all = conditions + (window.map { ["date:\($0)"] } ?? [])
      let name = QueryText.name(type)
      return all.isEmpty ? name : "\(name)(\(all.joined(separator: " ")))"
    }

    /// The term that finds the cases with such an event.
    var filter: String {
      let name = QueryText.name(type)
      let own: String
      if conditions.isEmpty {
        own = window.map { "\(name):\($0)" } ?? "has:\(name)"
      } else {
        own = step
      }
      return ([own] + others).joined(separator: " ")
    }
  }

  /// "declined detainers", "arrested by ICE in 2018", "detainer then ice arrest within 90 days".
  mutating func event() throws(QueryError) -> Clause? {
    try attempt { (reader) throws(QueryError) -> Clause? in
      guard let event = try reader.eventExpression() else { return nil }
      if let sequence = try reader.sequence(from: event) {
        return Clause(filter: ([sequence] + event.others).joined(separator: " "))
      }
      if event.isBare, let window = try reader.windowNotMeant() {
        return Clause(filter: "-\(QueryText.name(event.type)):\(window)")
      }
      return Clause(filter: event.filter)
    }
  }

  /// "not in 2013" right behind an event: the days it must not be on. `nil` if that does not follow.
  private mutating func windowNotMeant() throws(QueryError) -> String? {
    try attempt { (reader) throws(QueryError) -> String? in
      guard reader.take("not") != nil else { return nil }
      return try reader.window()
    }
  }

  /// The name of an event type, written as the language reads it.
  mutating func eventName() -> String? {
    let start = position
    for count in stride(from: min(5, tokens.count - position), through: 1, by: -1) {
      let taken = tokens[position..<position + count]
      guard taken.allSatisfy({ $0.kind == .word }) else { continue }
      if let type = lexicon.event(taken.map(\.keyword).joined(separator: " ")) {
        position = start + count
        return type
      }
    }
    return nil
  }

  /// An event by a noun, with words before it, or by what happened; nil if none comes next.
  mutating func eventExpression() throws(QueryError) -> EventExpression? {
    try attempt { (reader) throws(QueryError) -> EventExpression? in
      reader.take("a", "an", "the", "any", "some", "their", "his", "her", "being", "first", "new")
      while ["was", "were", "is", "been", "he", "she", "they"].contains(reader.keyword()) {
        reader.position += 1
      }
      let named = try reader.eventByNoun()
      guard var event = named ?? reader.eventByVerb() else { return nil }
      try reader.modifiers(of: &event)
      return event
    }
  }

  private mutating func eventByNoun() throws(QueryError) -> EventExpression? {
    try attempt { (reader) throws(QueryError) -> EventExpression? in
      var condition: (field: String, value: String)?
      let outcomes = PhraseWords.outcomes + PhraseWords.outcomesOfDetainers
      for (words, outcome) in outcomes where reader.take(text: words) {
        condition = ("outcome", outcome)
        break
      }
      if condition == nil,
        let status = reader.take("alleged", "convicted", "dismissed", "acquitted")
      {
        condition = ("charge_status", status)
      }
      guard let type = reader.eventName() else { return nil }
      var event = EventExpression(type: type)
      if var found = condition {
        if type == "criminal_charge", found.value == "pending" || found.value == "unknown" {
          found.field = "charge_status"
        }
        guard (type == "detainer") == (found.field == "outcome") else { return nil }
        event.conditions.append("\(found.field):\(found.value)")
      }
      return event
    }
  }

  private mutating func eventByVerb() -> EventExpression? {
    for (words, type) in PhraseWords.verbs
    where schema.types[type] != nil && take(text: words) {
      return EventExpression(type: type)
    }
    return nil
  }

  // MARK: - What is said of an event

  private mutating func modifiers(of event: inout EventExpression) throws(QueryError) {
    while !isAtBoundary {
      let start = position
      take("that", "which", "who")
      while PhraseWords.copulas.contains(keyword())
        || PhraseWords.copulas.contains(keyword(1)) && ["has", "have", "had"].contains(keyword())
      {
        position += 1
      }
      if let condition = try condition(of: event.type) {
        if let window = condition.window {
          guard event.window == nil else { break }
          event.window = window
        } else if condition.isOfCase {
          event.others.append(condition.text)
        } else {
          event.conditions.append(condition.text)
        }
        continue
      }
      if event.type == "detainer", PhraseWords.lodging.contains(keyword()) {
        position += 1
        continue
      }
      position = start
      return
    }
  }

  /// Terms about one event of a type, as conditions only.
  mutating func modifiers(of type: String, _ conditions: inout [String]) throws(QueryError) {
    var event = EventExpression(type: type)
    let start = position
    try modifiers(of: &event)
    guard event.others.isEmpty else {
      position = start
      return
    }
    conditions += event.conditions
    if let window = event.window { conditions.append("date:\(window)") }
  }

  private struct Condition {
    var text = ""
    var window: String?
    var isOfCase = false
  }

  private mutating func condition(of type: String) throws(QueryError) -> Condition? {
    if keyword() == "whose", let text = try whose() { return Condition(text: text) }
    if type == "detainer" {
      for (words, outcome) in PhraseWords.outcomes + PhraseWords.outcomesOfDetainers
      where take(text: words) {
        return Condition(text: "outcome:\(outcome)")
      }
      if keyword() == "not",
        let (words, outcome) = PhraseWords.outcomes.first(where: { pair in
          pair.words.split(separator: " ").enumerated().allSatisfy { keyword($0 + 1) == $1 }
        })
      {
        position += 1 + words.split(separator: " ").count
        return Condition(text: "-outcome:\(outcome)")
      }
    }
    if type == "criminal_charge" {
      for status in Vocabulary.chargeStatuses where take(status) != nil {
        return Condition(text: "charge_status:\(status)")
      }
      if take("with", "of", "for") != nil {
        take("a", "an", "the")
        let charge = words { $0.isBoundaryOfValue }
        guard !charge.isEmpty else { return nil }
        return Condition(text: "charge:\(QueryText.value(charge))")
      }
    }
    let start = position
    if let window = try window() { return Condition(window: window) }
    position = start
    if let place = try placeOfEvent(type) { return place }
    position = start
    return nil
  }

  /// "whose outcome is declined and facility has hartford": terms of one event, joined.
  private mutating func whose() throws(QueryError) -> String? {
    try attempt { (reader) throws(QueryError) -> String? in
      reader.position += 1
      // What the program says of an event stands in parentheses: any filter may.
      if !reader.isAtEnd, reader.token.kind == .open {
        let inner = try reader.parenthesised()
        return String(inner.dropFirst().dropLast())
      }
      var parts: [String] = []
      repeat {
        guard let clause = try reader.field() else { return nil }
        parts.append(clause.filter)
      } while reader.isAnotherOfWhose()
      return parts.joined(separator: " ")
    }
  }

  private mutating func isAnotherOfWhose() -> Bool {
    guard !isAtEnd, token.kind == .and else { return false }
    let start = position
    position += 1
    guard let name = name(), case .field(let field) = name, schema.fields[field]?.isOfEvents == true
    else {
      position = start
      return false
    }
    position = start + 1
    return true
  }

  /// "by Hartford", "in Texas", "at Hartford", "to Mexico", "from jail" of an event.
  private mutating func placeOfEvent(_ type: String) throws(QueryError) -> Condition? {
    guard let word = take("by", "in", "at", "near", "to", "from") else { return nil }
    take("the")
    let name = words { $0.isBoundaryOfValue || $0.keyword == "to" }
    guard !name.isEmpty else { return nil }
    let value = QueryText.value(name)
    let fields: [String] =
      switch word {
      case "by": ["facility", "agency", "by"]
      case "to": ["place"]
      default: ["facility", "place", "agency"]
      }
    let own = fields.filter { lexicon.has(name, in: "\(type).\($0)") == true }
    // One that requests a detainer is an office; one that answers it is a facility.
    if let first = own.first {
      let all = own.contains("facility") || word == "by" ? [first] : own
      return Condition(
        text: all.count == 1
          ? "\(all[0]):\(value)" : "(\(all.map { "\($0):\(value)" }.joined(separator: " or ")))")
    }
    if word == "to" { return Condition(text: "place:\(value)") }
    let known = fields.map { lexicon.has(name, in: "\(type).\($0)") }
    if known.allSatisfy({ $0 == nil }) { return Condition(text: "\(fields[0]):\(value)") }
    if word == "from", lexicon.has(name, in: "citizenship") == true {
      return Condition(text: "citizenship:\(value)", isOfCase: true)
    }
    guard word == "in" || word == "near" else { return nil }
    guard let place = placeOfCase(name) else { return nil }
    return Condition(text: place, isOfCase: true)
  }

  // MARK: - Sequences

  /// "then ice arrest within 90 days", "after release", "before ICE came", behind an event.
  mutating func sequence(from event: EventExpression) throws(QueryError) -> String? {
    let start = position
    var filter = event.step
    var hasLinks = false
    while !isAtEnd {
      let before = position
      if take("then") != nil || take(text: "followed by") || take(text: "and then") {
        let no = take("no", "never") != nil
        guard let next = try eventExpression() else {
          if !isAtEnd, token.kind == .word {
            let nearest = Spelling.candidates(for: keyword(), among: Array(schema.types.keys))
            throw QueryError(.unknownType(token.text, nearest: nearest), at: token.range)
          }
          throw QueryError(.missingType, at: text.utf8.count..<text.utf8.count)
        }
        filter += (no ? "!->" : "->") + next.step + (try bound() ?? "")
        hasLinks = true
        if no { return filter }
      } else if !hasLinks, let found = try relation(of: event) {
        return found
      } else {
        position = before
        break
      }
    }
    if !hasLinks { position = start }
    return hasLinks ? filter : nil
  }

  /// "before release", "after release within 30 days", "within 30 days of release", "more than 90
  /// days after release": how an event stands to another.
  private mutating func relation(of event: EventExpression) throws(QueryError) -> String? {
    try attempt { (reader) throws(QueryError) -> String? in
      var bound = try reader.bound()
      if bound == nil, let sign = reader.comparisonSign() {
        guard let span = try? reader.span() else { return nil }
        bound = sign + span
      }
      if bound == nil, let span = try? reader.span() { bound = "<=" + span }
      let words = ["after", "following", "since", "of", "before", "until", "preceding"]
      guard words.contains(reader.keyword()) else { return nil }
      let word = reader.keyword()
      reader.position += 1
      if word == "of", bound == nil { return nil }
      guard let other = try reader.eventExpression() else { return nil }
      if bound == nil { bound = try reader.bound() }
      let isBefore = ["before", "until", "preceding"].contains(word)
      let (first, second) = isBefore ? (event, other) : (other, event)
      return "\(first.step)->\(second.step)\(bound ?? "")"
    }
  }

  /// "within 90 days" and what the program says of other bounds, as the bound of a sequence.
  mutating func bound() throws(QueryError) -> String? {
    if take("within") != nil {
      take("a", "the")
      return "<=" + (try span())
    }
    let start = position
    if take(text: "in less than") { return "<" + (try span()) }
    if take(text: "after more than") { return ">" + (try span()) }
    if take(text: "after at least") { return ">=" + (try span()) }
    position = start
    return nil
  }
}
