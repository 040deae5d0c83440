extension AtomReader {
  /// An arrow between two steps, `->` or `!->`.
  struct Arrow {
    var range: Range<Int>
    var isAbsence: Bool
  }

  /// The arrows outside quotation marks, regular expressions and parentheses.
  var arrows: [Arrow] {
    var found: [Arrow] = []
    var depth = 0
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        // The lexer made sure that every quotation is closed.
        index = ((try? bytes.endOfQuotation(from: index, to: range.upperBound)) ?? index + 1) - 1
      case UInt8(ascii: "/"):
        let end = bytes.endOfValuePattern(at: index, from: range.lowerBound, to: range.upperBound)
        index = (end ?? index + 1) - 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: ">") where depth == 0 && index > range.lowerBound:
        guard bytes[index - 1] == UInt8(ascii: "-") else { break }
        let isAbsence = index - 2 >= range.lowerBound && bytes[index - 2] == UInt8(ascii: "!")
        found.append(
          Arrow(range: index - (isAbsence ? 2 : 1)..<index + 1, isAbsence: isAbsence))
      default: break
      }
      index += 1
    }
    return found
  }

  /// The steps between the arrows.
  func sequence(_ arrows: [Arrow]) throws(QueryError) -> EventSequence {
    guard arrows.count <= Query.linkLimit else {
      throw QueryError(.tooManyTerms(limit: Query.linkLimit), at: range)
    }
    var links: [EventSequence.Link] = []
    let first = range.lowerBound..<(arrows.first?.range.lowerBound ?? range.upperBound)
    let start = try step(first)
    for (number, arrow) in arrows.enumerated() {
      let isLast = number == arrows.count - 1
      if arrow.isAbsence, !isLast { throw QueryError(.absenceNotLast, at: arrow.range) }
      let end = isLast ? range.upperBound : arrows[number + 1].range.lowerBound
      let body = arrow.range.upperBound..<end
      let stepEnd = try endOfStep(body)
      links.append(
        EventSequence.Link(
          isAbsence: arrow.isAbsence, step: try step(body.lowerBound..<stepEnd),
          bound: try bound(stepEnd..<end)))
    }
    return EventSequence(first: start, links: links)
  }

  /// `type`, `type.key:value` or `type(...)`.
  private func step(_ range: Range<Int>) throws(QueryError) -> EventStep {
    guard !range.isEmpty else { throw QueryError(.missingType, at: range) }
    if let step = try parenthesisedStep(range) { return step }
    guard let end = typeEnd(range) else { throw QueryError(.notAStep(text(range)), at: range) }
    let type = typeName(range.lowerBound..<end)
    if end == range.upperBound { return EventStep(type: type, condition: .all, range: range) }
    guard bytes[end] == UInt8(ascii: "."), end + 1 < range.upperBound,
      let parts = try fieldParts(end + 1..<range.upperBound)
    else { throw QueryError(.notAStep(text(range)), at: range) }
    let test = FieldTest(
      name: parts.name, comparison: parts.comparison, values: try parts.values(in: bytes),
      isCertain: false)
    let term = QueryTerm(range: end + 1..<range.upperBound, kind: .field(test))
    return EventStep(type: type, condition: .term(term), range: range)
  }

  /// Where a step ends and its bound begins: at the first `<` or `>` that is no operator of a
  /// field's.
  private func endOfStep(_ range: Range<Int>) throws(QueryError) -> Int {
    var depth = 0
    var index = range.lowerBound
    var canCompare = false
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index = try bytes.endOfQuotation(from: index, to: range.upperBound)
        continue
      case UInt8(ascii: "/"):
        let end = bytes.endOfValuePattern(at: index, from: range.lowerBound, to: range.upperBound)
        index = end ?? index + 1
        continue
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "."): canCompare = true
      case UInt8(ascii: "<"), UInt8(ascii: ">"):
        guard depth == 0 else { break }
        let isOperator =
          index > range.lowerBound && bytes[index - 1] == UInt8(ascii: ":") && canCompare
        if !isOperator { return index }
        canCompare = false
      default: break
      }
      index += 1
    }
    return range.upperBound
  }

  private func bound(_ range: Range<Int>) throws(QueryError) -> GapBound? {
    guard !range.isEmpty else { return nil }
    guard let (comparison, length) = bytes.comparison(at: range.lowerBound, to: range.upperBound),
      let span = bytes.calendarSpan(range.lowerBound + length..<range.upperBound, bareUnit: .days)
    else {
      if bytes[range].allSatisfy({ [0x3C, 0x3D, 0x3E].contains($0) }) {
        throw QueryError(.missingValue(field: text(range)), at: range)
      }
      throw QueryError(.notAGap(text(range)), at: range)
    }
    return GapBound(comparison: comparison, span: span)
  }

  // MARK: - Order

  /// The keys of `sort:`, or nothing where the token is none.
  func sortTerms() throws(QueryError) -> [SortTerm]? {
    let prefix = Array("sort:".utf8)
    guard bytes[range].starts(with: prefix) else { return nil }
    var terms: [SortTerm] = []
    var start = range.lowerBound + prefix.count
    while start < range.upperBound {
      let end = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: ","))
      let key = start..<(end ?? range.upperBound)
      if !key.isEmpty { terms.append(try sortTerm(key)) }
      start = key.upperBound + 1
    }
    guard !terms.isEmpty else {
      throw QueryError(.missingValue(field: "sort"), at: range.upperBound..<range.upperBound)
    }
    return terms
  }

  private func sortTerm(_ range: Range<Int>) throws(QueryError) -> SortTerm {
    let isDescending = bytes[range.lowerBound] == UInt8(ascii: "-")
    let body = range.lowerBound + (isDescending ? 1 : 0)..<range.upperBound
    let inner = AtomReader(bytes, body, depth: depth)
    if let count = inner.eventCount {
      return SortTerm(subject: count, isDescending: isDescending, range: range)
    }
    guard let arrow = inner.arrows.first else {
      let name = try sortName(body)
      return SortTerm(subject: .name(name), isDescending: isDescending, range: range)
    }
    let from = try sortName(body.lowerBound..<arrow.range.lowerBound)
    let to = try sortName(arrow.range.upperBound..<body.upperBound)
    return SortTerm(subject: .interval(from, to), isDescending: isDescending, range: range)
  }

  /// `count(type)`, or `count()` for all events.
  private var eventCount: SortTerm.Subject? {
    let prefix = Array("count(".utf8)
    guard bytes[range].starts(with: prefix), bytes[range.upperBound - 1] == UInt8(ascii: ")") else {
      return nil
    }
    let type = range.lowerBound + prefix.count..<range.upperBound - 1
    return .count(type.isEmpty ? nil : typeName(type))
  }

  private func sortName(_ range: Range<Int>) throws(QueryError) -> WrittenName {
    guard !range.isEmpty else { throw QueryError(.missingValue(field: "sort"), at: range) }
    return WrittenName(text: bytes.unquoted(range), range: range)
  }
}
