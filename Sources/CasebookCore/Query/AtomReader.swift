/// Reads one token that is no phrase, pattern or parenthesis: a word, a field, an event, a
/// sequence, a count or a key of the order.
struct AtomReader {
  let bytes: [UInt8]
  let range: Range<Int>
  let depth: Int

  init(_ bytes: [UInt8], _ range: Range<Int>, depth: Int) {
    self.bytes = bytes
    self.range = range
    self.depth = depth
  }

  /// What the token asks.
  func term(ofEvent isOfEvent: Bool) throws(QueryError) -> QueryTerm.Kind {
    let kind = try anyTerm(isOfEvent)
    switch kind {
    case .text, .field, .presence: return kind
    default:
      guard !isOfEvent else { throw QueryError(.notOfAnEvent(text(range)), at: range) }
      return kind
    }
  }

  private func anyTerm(_ isOfEvent: Bool) throws(QueryError) -> QueryTerm.Kind {
    let arrows = self.arrows
    if !arrows.isEmpty {
      if isOfEvent { throw QueryError(.notOfAnEvent(text(range)), at: range) }
      return .sequence(try sequence(arrows))
    }
    if let name = try saved() { return .saved(name) }
    if let count = try count() { return count }
    if let path = try path() { return .path(path) }
    if let step = try parenthesisedStep(range) { return .event(step) }
    let prefix = Array("certain:".utf8)
    var rest = range
    let isCertain = range.count > prefix.count && bytes[range].starts(with: prefix)
    if isCertain { rest = range.lowerBound + prefix.count..<range.upperBound }
    guard let parts = try fieldParts(rest) else {
      if isCertain { throw QueryError(.certainNeedsDate, at: range) }
      try refuseForeignOperator()
      return .text(text(range))
    }
    if !isCertain, let kind = try keywordTerm(parts) { return kind }
    return .field(
      FieldTest(
        name: parts.name, comparison: parts.comparison, values: try parts.values(in: bytes),
        isCertain: isCertain))
  }

  /// A word with an operator of another tool in it is no text to search for in silence; in quotation
  /// marks it is.
  private func refuseForeignOperator() throws(QueryError) {
    guard let place = range.first(where: { "=|&~<>".utf8.contains(bytes[$0]) }) else { return }
    let sign = String(decoding: bytes[place..<place + 1], as: UTF8.self)
    let before = text(range.lowerBound..<place)
    let after = text(range.dropFirst(place + 1 - range.lowerBound))
    let spelling =
      switch sign {
      case "|": "\(before) or \(after)"
      case "&": "\(before) \(after)"
      case "~": "\(before):/\(after)/"
      case "<", ">": "\(before.isEmpty ? "field" : before)\(sign)\(after)"
      default:
        before.hasSuffix("!") ? "-\(before.dropLast()):\(after)" : "\(before):\(after)"
      }
    throw QueryError(
      .foreignOperator(sign, spelling: spelling), at: range, isUnfinished: after.isEmpty)
  }

  /// `has:`, `no:`, `is:` and `interval:`.
  private func keywordTerm(_ parts: FieldParts) throws(QueryError) -> QueryTerm.Kind? {
    let word = parts.name.text
    guard ["has", "no", "is", "interval"].contains(word) else { return nil }
    guard parts.comparison == .matches else {
      throw QueryError(.operatorDoesNotFit(parts.comparison.rawValue), at: parts.operatorRange)
    }
    if word == "interval" { return .interval(try interval(parts.valueRange)) }
    let names = try parts.values(in: bytes).map { WrittenName(text: $0.text, range: $0.range) }
    return word == "is" ? .trait(names) : .presence(names, isPresent: word == "has")
  }

  /// `@name`.
  private func saved() throws(QueryError) -> WrittenName? {
    guard bytes[range.lowerBound] == UInt8(ascii: "@") else { return nil }
    if range.count == 1 {
      throw QueryError(.missingTerm(after: "@"), at: range.upperBound..<range.upperBound)
    }
    let name = WrittenName(
      text: text(range.dropFirst()), range: range)
    return SavedFilter.isName(name.text) ? name : nil
  }

  // MARK: - Fields

  /// A name, an operator and what follows, or nothing where the text is no field term.
  func fieldParts(_ range: Range<Int>) throws(QueryError) -> FieldParts? {
    guard let name = try name(at: range.lowerBound, to: range.upperBound),
      let (comparison, length) = bytes.comparison(
        at: name.range.upperBound, to: range.upperBound)
    else { return nil }
    let operatorEnd = name.range.upperBound + length
    guard operatorEnd < range.upperBound else {
      throw QueryError(.missingValue(field: name.text), at: operatorEnd..<operatorEnd)
    }
    return FieldParts(
      name: name, comparison: comparison, operatorRange: name.range.upperBound..<operatorEnd,
      valueRange: operatorEnd..<range.upperBound)
  }

  /// The name of a field that begins at an index; one in quotation marks may hold anything.
  private func name(at start: Int, to end: Int) throws(QueryError) -> WrittenName? {
    if bytes[start] == UInt8(ascii: "\"") {
      let close = try bytes.endOfQuotation(from: start, to: end)
      return WrittenName(text: bytes.unquoted(start..<close), range: start..<close)
    }
    guard bytes[start].beginsName else { return nil }
    let close = bytes.endOfName(from: start, to: end, dots: true)
    return WrittenName(text: text(start..<close), range: start..<close)
  }

  // MARK: - Events

  /// `type(...)` over a whole range.
  func parenthesisedStep(_ range: Range<Int>) throws(QueryError) -> EventStep? {
    guard let open = typeEnd(range), open < range.upperBound, bytes[open] == UInt8(ascii: "("),
      bytes[range.upperBound - 1] == UInt8(ascii: ")")
    else { return nil }
    guard depth < Query.depthLimit else {
      throw QueryError(.tooDeep(limit: Query.depthLimit), at: range)
    }
    var parser = QueryParser(
      bytes, in: open + 1..<range.upperBound - 1, ofEvent: true, depth: depth + 1)
    return EventStep(
      type: typeName(range.lowerBound..<open), condition: try parser.parse(), range: range)
  }

  func typeName(_ range: Range<Int>) -> WrittenName {
    WrittenName(text: text(range), range: range)
  }

  /// The end of the event type a range begins with, or nothing where it begins with none.
  func typeEnd(_ range: Range<Int>) -> Int? {
    guard !range.isEmpty, bytes[range.lowerBound].beginsName else { return nil }
    return bytes.endOfName(from: range.lowerBound, to: range.upperBound, dots: false)
  }

  /// `count(type)>=2`.
  private func count() throws(QueryError) -> QueryTerm.Kind? {
    let prefix = Array("count(".utf8)
    guard bytes[range].starts(with: prefix),
      let close = bytes[range].firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let type = range.lowerBound + prefix.count..<close
    guard !type.isEmpty else { throw QueryError(.missingType, at: type) }
    guard let (comparison, length) = bytes.comparison(at: close + 1, to: range.upperBound) else {
      throw QueryError(.missingValue(field: text(range)), at: range.upperBound..<range.upperBound)
    }
    let number = close + 1 + length..<range.upperBound
    guard !number.isEmpty else {
      throw QueryError(.missingValue(field: text(range)), at: number)
    }
    guard let amount = bytes.amount(number) else {
      throw QueryError(.notACount(text(number)), at: number)
    }
    return .count(typeName(type), comparison, amount)
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

/// The parts of a field term.
struct FieldParts {
  var name: WrittenName
  var comparison: Comparison
  var operatorRange: Range<Int>
  var valueRange: Range<Int>

  /// The alternatives: parted by commas after `:`, and after `:=` where each is in quotation marks.
  func values(in bytes: [UInt8]) throws(QueryError) -> [WrittenValue] {
    switch comparison {
    case .matches: break
    case .equals where bytes[valueRange.lowerBound] == UInt8(ascii: "\""): break
    default: return [WrittenValue(text: bytes.unquoted(valueRange), range: valueRange)]
    }
    var values: [WrittenValue] = []
    var start = valueRange.lowerBound
    while start < valueRange.upperBound {
      let isPattern =
        comparison == .matches && bytes[start] == UInt8(ascii: "/")
      let value = try isPattern ? pattern(in: bytes, from: start) : value(in: bytes, from: start)
      if !value.range.isEmpty { values.append(value) }
      start = value.range.upperBound + 1
    }
    guard !values.isEmpty else {
      throw QueryError(.missingValue(field: name.text), at: valueRange)
    }
    try refuseOperators(in: values, bytes)
    return values
  }

  /// A value without quotation marks that goes on as in another tool is not searched for in silence:
  /// `status:removed|closed`, `sex:male,age:>30`.
  private func refuseOperators(
    in values: [WrittenValue], _ bytes: [UInt8]
  ) throws(QueryError) {
    guard comparison == .matches else { return }
    for (number, value) in values.enumerated() {
      let written = bytes[value.range]
      guard let first = written.first, !"\"/".utf8.contains(first) else { continue }
      let whole = String(decoding: bytes[valueRange], as: UTF8.self)
      if written.contains(UInt8(ascii: "|")) {
        let list = whole.split(separator: "|").joined(separator: ",")
        throw QueryError(
          .foreignOperator("|", spelling: "\(name.text):\(list)"), at: value.range)
      }
      let head = written.prefix { $0.continuesName }
      if number > 0, !head.isEmpty, written.dropFirst(head.count).first == UInt8(ascii: ":") {
        let terms = "\(name.text):\(whole)".replacing(
          ",\(value.text)", with: " \(value.text)")
        throw QueryError(.foreignOperator(",", spelling: terms), at: value.range)
      }
    }
  }

  private func pattern(in bytes: [UInt8], from start: Int) throws(QueryError) -> WrittenValue {
    guard let (pattern, end) = bytes.pattern(from: start, to: valueRange.upperBound) else {
      throw QueryError(.unclosedPattern, at: start..<valueRange.upperBound)
    }
    guard end == valueRange.upperBound || bytes[end] == UInt8(ascii: ",") else {
      let rest = end..<valueRange.upperBound
      throw QueryError(.unexpected(String(decoding: bytes[rest], as: UTF8.self)), at: rest)
    }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    return WrittenValue(text: text, pattern: pattern, range: start..<end)
  }

  private func value(in bytes: [UInt8], from start: Int) throws(QueryError) -> WrittenValue {
    var index = start
    while index < valueRange.upperBound, bytes[index] != UInt8(ascii: ",") {
      if bytes[index] == UInt8(ascii: "\"") {
        index = try bytes.endOfQuotation(from: index, to: valueRange.upperBound)
      } else {
        index += 1
      }
    }
    return WrittenValue(text: bytes.unquoted(start..<index), range: start..<index)
  }
}
