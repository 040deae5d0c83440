extension PlanTest {
  /// How the test was understood: whole names, days instead of written dates.
  var outline: String {
    switch self {
    case .text(let bytes): return "text \(quoted(bytes))"
    case .pattern(let pattern): return "pattern /\(pattern.text)/"
    case .values(let targets, let tests):
      let names = targets.map(\.writtenName).joined(separator: ", ")
      return "\(names): \(tests.map(\.outline).joined(separator: " or "))"
    case .presence(.field(let target)): return "has \(target.writtenName)"
    case .presence(.sources): return "has source"
    case .presence(.conflict): return "has conflict"
    case .presence(.suspiciousText): return "is suspicious"
    case .count(let type, let comparison, let amount):
      let sign = comparison == .matches || comparison == .equals ? "=" : comparison.rawValue
      return "count of \(type) \(sign) \(amount)"
    case .marked: return "is marked"
    case .event(let step): return step.outline
    case .sequence(let sequence): return sequence.outline
    case .interval(let plan): return plan.outline
    case .path(let path): return path.outline
    }
  }
}

extension IntervalPlan {
  fileprivate var outline: String {
    let alternatives = bounds.map { $0.map(\.outline).joined(separator: " and ") }
    return alternatives.isEmpty
      ? "has \(name.name)" : "\(name.name): \(alternatives.joined(separator: " or "))"
  }
}

extension PlanNode {
  /// The node in one line; its depth is bounded by the parser.
  var outline: String {
    switch self {
    case .all: "all"
    case .term(let term): term.test.outline
    case .not(let node): "not (\(node.outline))"
    case .and(let nodes): nodes.map(\.outline).joined(separator: "; ")
    case .or(let nodes): "(\(nodes.map(\.outline).joined(separator: " or ")))"
    }
  }
}

extension StepPlan {
  fileprivate var outline: String {
    condition == .all ? "event \(type)" : "event \(type) (\(condition.outline))"
  }
}

extension SequencePlan {
  fileprivate var outline: String {
    let steps = links.map { link in
      let bound = link.bound.map {
        " within \($0.comparison.rawValue) \($0.span.amount) \($0.span.unit.rawValue)"
      }
      return (link.isAbsence ? "no later " : "then first ") + link.step.outline + (bound ?? "")
    }
    return ([first.outline] + steps).joined(separator: ", ")
  }
}

extension PathPlan {
  fileprivate var outline: String {
    let start = rule.start.map { "from the \($0.occurrence.text) \($0.type)" }
    let types = rule.types.map { "only \($0.sorted().joined(separator: ", "))" }
    let hidden =
      rule.hidden.isEmpty ? nil : "without \(rule.hidden.sorted().joined(separator: ", "))"
    let parts = [
      "path \(steps.joined(separator: ", then "))", isWhole ? "then nothing" : nil, start,
      rule.isBackwards ? "backwards" : nil, types, hidden,
      rule.mergesRepeats ? "repeats merged" : nil,
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }
}

extension ValueTest {
  fileprivate var outline: String {
    ofNumber == ofText || !ofNumber.says
      ? ofText.outline
      : !ofText.says ? ofNumber.outline : "\(ofText.outline) or \(ofNumber.outline)"
  }
}

extension ValueTest.Rule {
  fileprivate var says: Bool { self != .unknown && self != .never }

  fileprivate var outline: String {
    switch self {
    case .unknown, .never: "nothing"
    case .contains(let bytes): "contains \(quoted(bytes))"
    case .beginsWord(let bytes): "has a word that begins with \(quoted(bytes))"
    case .fits(let pattern): "fits /\(pattern.text)/"
    case .equals(let bytes): "is \(quoted(bytes))"
    case .number(let range): range.outline
    case .days(let days): days.outline
    }
  }
}

extension NumberRange {
  fileprivate var outline: String {
    if low == high { return "= \(Self.text(low))" }
    if high == .infinity { return "\(includesLow ? ">=" : ">") \(Self.text(low))" }
    if low == -.infinity { return "\(includesHigh ? "<=" : "<") \(Self.text(high))" }
    return "\(Self.text(low))..\(Self.text(high))"
  }

  /// Whole numbers without a point.
  private static func text(_ number: Double) -> String {
    Int(exactly: number).map { String($0) } ?? String(number)
  }
}

extension DayTest {
  fileprivate var outline: String {
    let day = FacetSubject.Grouping.day
    let from = first == DateSpan.unboundedPast ? "" : day.text(Int(first))
    let to = last == DateSpan.unboundedFuture ? "" : day.text(Int(last))
    let days = from == to ? from : "\(from)..\(to)"
    let sign =
      switch comparison {
      case .matches, .equals: isCertain ? "within " : "in "
      default: comparison.rawValue + " "
      }
    return (isCertain ? "certainly " : "") + sign + days
  }
}

private func quoted(_ bytes: [UInt8]) -> String {
  "\"\(String(decoding: bytes, as: UTF8.self))\""
}
