extension ProfileReader {
  mutating func header(_ node: Int) -> Profile.HeaderRule {
    var rule = Profile.HeaderRule()
    guard isMap(node, "header") else { return rule }
    for (key, value) in members(
      of: node, known: ["has", "has any", "lacks", "within", "columns", "dates in"])
    {
      switch key {
      case "has": rule.all = alternatives(value, key)
      case "has any": rule.any = texts(value, key)
      case "lacks": rule.lacks = texts(value, key)
      case "within": rule.within = number(value, key) ?? rule.within
      case "columns": rule.columns = texts(value, key)
      case "dates in": rule.dates = texts(value, key)
      default: break
      }
    }
    return rule
  }

  /// A list whose elements are names, or lists of names for one thing.
  private mutating func alternatives(_ node: Int, _ key: String) -> [[String]] {
    guard tree.kind(of: node) == .array else {
      note(.wrongKind(key: key, expected: .texts), at: node)
      return []
    }
    return tree.elements(of: node).map { element in
      tree.kind(of: element) == .array ? texts(element, key) : [text(element, key)]
    }
  }

  mutating func dates(_ node: Int) -> Profile.DateRule {
    var rule = Profile.DateRule()
    guard isMap(node, "dates") else { return rule }
    for (key, value) in members(of: node, known: ["order", "columns", "first year", "times"]) {
      switch key {
      case "order": rule.order = choice(value, key)
      case "times": rule.times = choice(value, key) ?? rule.times
      case "first year": rule.firstYear = number(value, key) ?? rule.firstYear
      case "columns":
        guard isMap(value, key) else { continue }
        for (column, order) in members(of: value) {
          rule.columns[column] = choice(order, column)
        }
      default: break
      }
    }
    return rule
  }

  // MARK: - Values

  mutating func values(_ node: Int) -> [Profile.NamedValue] {
    guard isMap(node, "values") else { return [] }
    return members(of: node).compactMap { namedValue($0.key, $0.value) }
  }

  private mutating func namedValue(_ name: String, _ node: Int) -> Profile.NamedValue? {
    guard tree.kind(of: node) == .object else {
      return expression(node, name).map { Profile.NamedValue(name: name, source: $0) }
    }
    var source: Profile.Expression?
    var made = Profile.NamedValue(name: name, source: Profile.Expression(alternatives: []))
    for (key, value) in members(of: node, known: ["from", "map", "blank", "other", "redacted"]) {
      switch key {
      case "from": source = expression(value, key)
      case "map": made.map = map(value)
      case "blank": made.blank = text(value, key)
      case "other": made.other = text(value, key)
      case "redacted": made.redacted = text(value, key)
      default: break
      }
    }
    guard let source else {
      if tree.value(of: "from", in: node) == nil { note(.missingKey("from"), at: node) }
      return nil
    }
    made.source = source
    return made
  }

  private mutating func map(_ node: Int) -> [Profile.MapEntry] {
    guard isMap(node, "map") else { return [] }
    return members(of: node).map { key, value in
      Profile.MapEntry(from: key, to: text(value, key))
    }
  }

  /// A template, a list of them, or a map of `from` and `split`.
  mutating func expression(_ node: Int, _ key: String) -> Profile.Expression? {
    switch tree.kind(of: node) {
    case .array:
      return Profile.Expression(
        alternatives: tree.elements(of: node).compactMap { template($0, key) })
    case .object:
      var found: Profile.Expression?
      var separator: String?
      for (key, value) in members(of: node, known: ["from", "split"]) {
        if key == "from" { found = expression(value, key) } else { separator = text(value, key) }
      }
      if tree.value(of: "from", in: node) == nil { note(.missingKey("from"), at: node) }
      found?.separator = separator.flatMap { $0.isEmpty ? nil : $0 }
      return found
    default: return template(node, key).map { Profile.Expression(alternatives: [$0]) }
    }
  }

  // MARK: - Cases and events

  mutating func readCase(_ node: Int, into profile: inout Profile) {
    guard isMap(node, "case") else { return }
    for (key, value) in members(of: node) {
      guard let expression = expression(value, key) else { continue }
      if key == "id" {
        profile.caseID = expression
      } else {
        profile.caseEntries.append(Profile.Entry(key: key, value: expression))
      }
    }
  }

  mutating func sources(_ node: Int) -> [[Profile.SourceEntry]] {
    maps(node, "sources").map { source in
      members(of: source).compactMap { key, value in
        expression(value, key).map { Profile.SourceEntry(key: key, value: $0) }
      }
    }
  }

  mutating func events(_ node: Int) -> [Profile.EventRule] {
    maps(node, "events").map { event($0) }
  }

  private mutating func event(_ node: Int) -> Profile.EventRule {
    var rule = Profile.EventRule()
    for (key, value) in members(of: node) {
      switch key {
      case "type": rule.type = expression(value, key)
      case "when": rule.condition = expression(value, key)
      case "date": readDate(value, into: &rule)
      default:
        guard let expression = expression(value, key) else { continue }
        rule.entries.append(Profile.Entry(key: key, value: expression))
      }
    }
    return rule
  }

  /// A date is a template, or a map of where it begins and ends.
  private mutating func readDate(_ node: Int, into rule: inout Profile.EventRule) {
    guard tree.kind(of: node) == .object else {
      rule.date = expression(node, "date")
      return
    }
    for (key, value) in members(of: node, known: ["from", "to", "open"]) {
      switch key {
      case "from": rule.date = expression(value, key)
      case "to": rule.end = expression(value, key)
      case "open": rule.isOpen = flag(value, key)
      default: break
      }
    }
  }

  /// The maps of a list; what is none is noted and left out.
  mutating func maps(_ node: Int, _ key: String) -> [Int] {
    guard tree.kind(of: node) == .array else {
      note(.wrongKind(key: key, expected: .maps), at: node)
      return []
    }
    return tree.elements(of: node).filter { isMap($0, key) }
  }
}
