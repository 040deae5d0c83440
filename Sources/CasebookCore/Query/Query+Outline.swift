extension Query {
  /// The tree in one line of nested parentheses, the operator first, for tests and for showing how
  /// a filter was understood: `(and (text "a") (not (= status "open")))`.
  public var outline: String {
    let keys = order.map(\.outline)
    return keys.isEmpty
      ? root.outline : "(sorted \(root.outline) \(keys.joined(separator: " ")))"
  }
}

extension QueryNode {
  /// The node in nested parentheses, the operator first.
  ///
  /// The depth is bounded by ``Query/depthLimit``, for the parser refuses more.
  public var outline: String {
    switch self {
    case .all: "all"
    case .term(let term): term.outline
    case .not(let node, _): "(not \(node.outline))"
    case .and(let nodes): "(and \(nodes.map(\.outline).joined(separator: " ")))"
    case .or(let nodes): "(or \(nodes.map(\.outline).joined(separator: " ")))"
    }
  }
}

extension QueryTerm {
  /// The term in parentheses, the operator first.
  public var outline: String {
    switch kind {
    case .text(let text): "(text \(quoted(text)))"
    case .pattern(let text): "(pattern \(quoted(text)))"
    case .field(let test): test.outline
    case .presence(let names, let isPresent):
      "(\(isPresent ? "has" : "no") \(names.map(\.text).joined(separator: " ")))"
    case .trait(let names): "(is \(names.map(\.text).joined(separator: " ")))"
    case .saved(let name): "(saved \(name.text))"
    case .count(let type, let comparison, let amount):
      "(count \(type.text) \(comparison.rawValue) \(amount))"
    case .event(let step): step.outline
    case .sequence(let sequence): sequence.outline
    case .interval(let test):
      "(interval \(quoted(test.name.text))\(test.bounds.map { " " + $0.outline }.joined()))"
    case .path(let path): path.outline
    }
  }
}

extension GapBound {
  /// The bound as it is written: `<=90d`.
  var outline: String { "\(comparison.rawValue)\(span.amount)\(span.unit.rawValue)" }
}

extension FieldTest {
  fileprivate var outline: String {
    let all = values.map { $0.pattern.map { "/\($0)/" } ?? quoted($0.text) }
      .joined(separator: " ")
    return "(\(isCertain ? "certain " : "")\(comparison.rawValue) \(name.text) \(all))"
  }
}

extension EventStep {
  fileprivate var outline: String {
    condition == .all ? "(event \(type.text))" : "(event \(type.text) \(condition.outline))"
  }
}

extension EventSequence {
  fileprivate var outline: String {
    let steps = links.map { link in
      let arrow = link.isAbsence ? "!->" : "->"
      let bound = link.bound.map { " " + $0.outline }
      return "\(arrow) \(link.step.outline)\(bound ?? "")"
    }
    return "(sequence \(first.outline) \(steps.joined(separator: " ")))"
  }
}

extension WrittenPath {
  fileprivate var outline: String {
    let names = { (names: [WrittenName]) in names.map(\.text).joined(separator: " ") }
    let parts = [
      "path \(names(steps))", isWhole ? "whole" : nil, start.map { "(from \($0.text))" },
      isBackwards ? "backwards" : nil, types.map { "(types \(names($0)))" },
      hidden.isEmpty ? nil : "(hide \(names(hidden)))", mergesRepeats ? "merged" : nil,
    ]
    return "(\(parts.compactMap(\.self).joined(separator: " ")))"
  }
}

extension SortTerm {
  fileprivate var outline: String {
    let name =
      switch subject {
      case .name(let name): name.text
      case .interval(let from, let to): "\(from.text)->\(to.text)"
      case .count(let type): "(count \(type?.text ?? "all"))"
      }
    return isDescending ? "(down \(name))" : "(up \(name))"
  }
}

private func quoted(_ text: String) -> String {
  let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  return "\"\(escaped)\""
}
