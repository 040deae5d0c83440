@testable import CasebookCore

/// Reads the tree of a query on one decoded case the plain way: every value, every time.
///
/// True, false, or nothing where the case does not say.
struct SlowReader {
  let content: Case
  let today: DayNumber
  /// The saved filters by name.
  var saved: [String: QueryNode] = [:]
  /// The ids of the cases the user marked.
  var marked: Set<String> = []

  func passes(_ node: QueryNode) -> Bool? {
    switch node {
    case .all: return true
    case .not(let inner, _): return passes(inner).map { !$0 }
    case .and(let nodes): return Self.all(nodes.map(passes))
    case .or(let nodes): return Self.some(nodes.map(passes))
    case .term(let term): return passes(term.kind)
    }
  }

  private func passes(_ kind: QueryTerm.Kind) -> Bool? {
    switch kind {
    case .text(let text): return contains(text, in: Self.strings(of: content.tree))
    case .pattern(let text): return fits(text, Self.strings(of: content.tree))
    case .path(let path): return begins(path)
    case .field(let test): return field(test)
    case .presence(let names, let isPresent):
      return names.contains { isThere($0.text) } == isPresent
    case .trait(let names): return Self.some(names.map { trait($0.text) })
    case .saved(let name): return saved[name.text].flatMap(passes)
    case .interval(let test):
      return Self.interval(test.name.text).flatMap {
        interval($0, test.bounds.isEmpty ? [] : [test.bounds])
      }
    case .count(let type, let comparison, let amount):
      let count = content.events.filter { $0.type == type.text }.count
      return Self.compare(Double(count), comparison, Double(amount))
    case .event(let step): return content.events.contains { fits($0, step) }
    case .sequence(let sequence):
      return content.events.contains { event in
        fits(event, sequence.first) && event.date?.earliest != nil
          && follows(event, sequence.links[...])
      }
    }
  }

  // MARK: - Fields

  private func field(_ test: FieldTest) -> Bool? {
    let name = test.name.text
    if let named = Self.interval(name) {
      return interval(
        named, test.values.compactMap { LengthReader.bounds(test.comparison, $0.text) })
    }
    if RandomLibrary.types.contains(name) {
      let dates = content.events.filter { $0.type == name }.compactMap { $0.date?.text }
      if DayTest(.matches, test.values[0].text, isCertain: false) != nil {
        return Self.any(
          dates.flatMap { date in test.values.map { days(date, test, $0.text) } })
      }
      return content.events.contains { event in
        event.type == name
          && test.values.contains { asked in
            let strings = Self.strings(of: event.tree)
            return asked.pattern.map { fits($0, strings) } ?? contains(asked.text, in: strings)
          }
      }
    }
    return Self.any(
      values(name).flatMap { value in
        test.values.map { compare(value, test, $0, isDate: FieldTarget.isDateName(name)) }
      })
  }

  func values(_ name: String) -> [FieldValue] {
    let path = name.split(separator: ".").map(String.init)
    if path.count > 1, RandomLibrary.types.contains(path[0]) {
      return content.events.filter { $0.type == path[0] }
        .flatMap { $0.tree.leaves(at: path.dropFirst()) }
    }
    return content.tree.leaves(at: path[...])
      + (content.value("subject")?.leaves(at: path[...]) ?? [])
      + content.events.flatMap { $0.tree.leaves(at: path[...]) }
  }

  private func compare(
    _ value: FieldValue, _ test: FieldTest, _ asked: WrittenValue, isDate: Bool
  ) -> Bool? {
    guard let written = value.written else { return nil }
    if let pattern = asked.pattern { return fits(pattern, [written]) }
    let text = asked.text
    if test.comparison == .equals { return written == text }
    if isDate { return days(written, test, text) }
    var isNumber = false
    if case .number = value { isNumber = true }
    if test.comparison != .matches {
      if isNumber {
        return Double(text).flatMap { number in
          Double(written).flatMap { Self.compare($0, test.comparison, number) }
        }
      }
      return days(written, test, text)
    }
    guard let dots = text.firstRange(of: "..") else {
      if isNumber { return Double(text) != nil && Double(text) == Double(written) }
      return beginsWord(text, in: written)
    }
    let low = String(text[..<dots.lowerBound])
    let high = String(text[dots.upperBound...])
    if isNumber {
      guard low.isEmpty || Double(low) != nil, high.isEmpty || Double(high) != nil,
        let number = Double(written)
      else { return nil }
      return (Double(low).map { number >= $0 } ?? true)
        && (Double(high).map { number <= $0 } ?? true)
    }
    if DayTest(.matches, text, isCertain: false) != nil { return days(written, test, text) }
    return beginsWord(text, in: written)
  }

  private func days(_ written: String, _ test: FieldTest, _ text: String) -> Bool? {
    guard let span = (try? CalendarDate(written))?.span,
      let days = ValueTest.days(
        test.comparison, text, isCertain: test.isCertain, today: today)
    else { return nil }
    return days.passes(span)
  }

  // MARK: - Events

  private func fits(_ event: Event, _ step: EventStep) -> Bool {
    guard event.type == step.type.text else { return false }
    return eventPasses(event, step.condition) == true
  }

  private func eventPasses(_ event: Event, _ node: QueryNode) -> Bool? {
    switch node {
    case .all: return true
    case .not(let inner, _): return eventPasses(event, inner).map { !$0 }
    case .and(let nodes): return Self.all(nodes.map { eventPasses(event, $0) })
    case .or(let nodes): return Self.some(nodes.map { eventPasses(event, $0) })
    case .term(let term):
      switch term.kind {
      case .text(let text): return contains(text, in: Self.strings(of: event.tree))
      case .presence(let names, let isPresent):
        return names.contains { !event.tree.leaves(at: [$0.text]).isEmpty } == isPresent
      case .field(let test):
        let path = test.name.text.split(separator: ".").map(String.init)
        return Self.any(
          event.tree.leaves(at: path[...]).flatMap { value in
            test.values.map {
              compare(value, test, $0, isDate: FieldTarget.isDateName(test.name.text))
            }
          })
      default: return nil
      }
    }
  }

  private func follows(_ event: Event, _ links: ArraySlice<EventSequence.Link>) -> Bool {
    guard let link = links.first else { return true }
    guard let day = event.date?.earliest else { return false }
    var next: (day: DayNumber, event: Event)?
    for other in content.events where other.index != event.index && fits(other, link.step) {
      guard let later = other.date?.earliest, later >= day else { continue }
      if next.map({ later < $0.day }) ?? true { next = (later, other) }
    }
    let isNear = next.map { link.bound?.allows(from: day, to: $0.day) ?? true } ?? false
    if link.isAbsence { return !isNear }
    guard let next, isNear else { return false }
    return follows(next.event, links.dropFirst())
  }

  // MARK: - Patterns, traits and paths

  private func fits(_ pattern: String, _ strings: [String]) -> Bool {
    // A digit here is a decimal one; for Swift fractions and circled numbers are digits, too.
    let decimal = pattern.replacing("\\d", with: "\\p{Nd}")
    guard let regex = try? Regex(decimal).matchingSemantics(.unicodeScalar) else { return false }
    return strings.contains { text in
      let folded = Fold.folded(text).withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
      return folded.firstMatch(of: regex) != nil
    }
  }

  private func trait(_ name: String) -> Bool? {
    switch name {
    case "marked": return marked.contains(content.id)
    case "minor":
      return Self.any(
        values("age").map { value in
          guard case .number = value else { return nil }
          return value.written.flatMap(Double.init).map { $0 < 18 }
        })
    case "derived":
      let words = (values("outcome_basis") + values("basis")).compactMap(\.written)
      return words.isEmpty ? nil : words.contains { beginsWord("derived", in: $0) }
    case "suspicious": return content.title.map { SuspiciousText.mixesScripts($0) } ?? false
    default: return nil
    }
  }

  private func begins(_ path: WrittenPath) -> Bool {
    let names = path.steps.map(\.text)
    let rule = PathRule(
      types: path.types.map { Set($0.map(\.text)) }, hidden: Set(path.hidden.map(\.text)),
      mergesRepeats: path.mergesRepeats,
      start: path.start.map { EventAnchor(names[0], $0) }, isBackwards: path.isBackwards)
    let paths = SlowPaths(cases: [content], rule: rule, depth: names.count)
    guard let steps = paths.steps(of: content)?.map(\.type), steps.count >= names.count else {
      return false
    }
    return Array(steps.prefix(names.count)) == names
      && (!path.isWhole || steps.count == names.count)
  }

  // MARK: - Presence

  private func isThere(_ name: String) -> Bool {
    switch name {
    case "conflict":
      return !content.disputedKeys.isEmpty || content.events.contains { !$0.disputedKeys.isEmpty }
    case "source": return !content.sources.isEmpty || !values("source").isEmpty
    default:
      if let named = Self.interval(name) { return interval(named, []) == true }
      if RandomLibrary.types.contains(name) {
        return content.events.contains { $0.type == name }
      }
      return !values(name).isEmpty
    }
  }

  // MARK: - Help

  private static func all(_ results: [Bool?]) -> Bool? {
    results.contains(false) ? false : results.contains(nil) ? nil : true
  }

  private static func some(_ results: [Bool?]) -> Bool? {
    results.contains(true) ? true : results.contains(nil) ? nil : false
  }

  /// What values say together: those that cannot be compared say nothing.
  private static func any(_ results: [Bool?]) -> Bool? {
    results.contains(true) ? true : results.contains(false) ? false : nil
  }

  private static func compare(_ left: Double, _ comparison: Comparison, _ right: Double) -> Bool {
    switch comparison {
    case .matches, .equals: left == right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }

  private func contains(_ text: String, in strings: [String]) -> Bool {
    let needle = Fold.folded(text)
    return strings.contains { Fold.folded($0).withUnsafeBytes { $0.contains(needle) } }
  }

  /// Whether a text occurs where no letter or number stands before it, unless either has no capitals.
  private func beginsWord(_ text: String, in written: String) -> Bool {
    let needle = Self.scalars(text)
    let all = Self.scalars(written)
    guard let first = needle.first else { return true }
    return all.indices.contains { index in
      guard all[index...].starts(with: needle) else { return false }
      let before = index == 0 ? " " : all[index - 1]
      let isFree = !Self.isOfWord(before) || !Self.isOfWord(first)
      return isFree || [before, first].contains { $0.properties.generalCategory == .otherLetter }
    }
  }

  private static func scalars(_ text: String) -> [Unicode.Scalar] {
    let folded = Fold.folded(text).withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    return Array(folded.unicodeScalars)
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Every text in a tree but types, dates and references to sources.
  private static func strings(of value: FieldValue) -> [String] {
    switch value {
    case .text(let text): [text]
    case .number, .boolean, .null: []
    case .list(let values): values.flatMap(strings)
    case .map(let fields):
      fields.filter { !FormatKeys.withoutText.contains($0.key) }.flatMap { strings(of: $0.value) }
    }
  }
}

extension FieldValue {
  /// The single values that are not blank at the end of a path, through any lists.
  func leaves(at path: ArraySlice<String>) -> [FieldValue] {
    switch self {
    case .list(let values): return values.flatMap { $0.leaves(at: path) }
    case .map(let fields):
      guard let key = path.first else { return [] }
      return fields.filter { $0.key == key }.flatMap { $0.value.leaves(at: path.dropFirst()) }
    case .null: return []
    default: return path.isEmpty && written != "" ? [self] : []
    }
  }
}

extension Case {
  /// The keys of the case with its sources; its events are asked one by one.
  fileprivate var tree: FieldValue {
    let sources = Field("sources", .list(self.sources.map { .map($0.fields) }))
    let plain = fields.filter { !["id", "date", "casebook"].contains($0.key) }
    let events = Field("events", .list(self.events.map(\.tree)))
    return .map([Field("id", .text(id))] + plain + [sources, events])
  }
}

extension Event {
  fileprivate var tree: FieldValue {
    var all = fields + [Field("type", .text(type))]
    if let date { all.append(Field("date", .text(date.text))) }
    all.append(Field("source", .list(sources.map(\.tree))))
    all.append(
      Field("claims", .list(claims.map { .map($0.fields + [Field("source", .list([]))]) })))
    return .map(all)
  }
}

extension SourceReference {
  fileprivate var tree: FieldValue { .text(locator.map { "\(id)#\($0)" } ?? id) }
}
