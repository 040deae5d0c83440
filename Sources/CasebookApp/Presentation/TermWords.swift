import CasebookCore
import CasebookText

/// The terms of a filter in words, for the ear: "detainer outcome is declined", "date between
/// 13 October 2023 and 4 April 2024".
///
/// What is said reads back as the same filter, as a ``Phrase``: a value that is more than a word
/// stands in quotation marks.
struct TermWords {
  /// How dates are said.
  var dates = DateForm.long
  /// The names of event types: what is compared of them is their date.
  var types = Set(Vocabulary.standard.types.map(\.name))
  /// The keys of named intervals, whose order is said by length.
  var intervals = Set(NamedInterval.standard.map(\.key))

  /// In the usual form.
  init() {}

  /// As the user of plain mode wants it.
  init(_ state: State, _ workspace: Workspace) {
    dates = state.dates
    types = Set(workspace.library.vocabulary.types.map(\.name)).union(workspace.schema.types.keys)
    intervals = Set(workspace.schema.intervals.map(\.key))
  }

  /// The words of a term; as written where it cannot be read.
  func words(_ term: String) -> ShownText {
    guard let query = try? Query.parse(term) else { return Gate.shown(term) }
    if query.root != .all { return words(query.root) }
    return query.order.isEmpty ? Gate.shown(term) : order(query.order)
  }

  private func words(_ node: QueryNode, isInner: Bool = false) -> ShownText {
    switch node {
    case .all: return ""
    case .term(let term): return words(term.kind, false)
    case .not(.term(let term), _): return words(term.kind, true)
    case .not(.not(let node, _), _): return words(node, isInner: isInner)
    case .not(let node, _): return "not (\(words(node)))"
    case .and(let nodes): return joined(nodes, " and ", isInner)
    case .or(let nodes): return joined(nodes, " or ", isInner)
    }
  }

  private func joined(
    _ nodes: [QueryNode], _ word: ShownText, _ isInner: Bool
  ) -> ShownText {
    let all = nodes.map { node in
      // "is declined or booked and ..." would leave open what belongs together.
      node.isOfAlternatives ? "(\(words(node)))" : words(node, isInner: true)
    }.joined(separator: word)
    return isInner ? "(\(all))" : all
  }

  private func words(_ kind: QueryTerm.Kind, _ isNegated: Bool) -> ShownText {
    switch kind {
    case .text(let text):
      let has: ShownText = isNegated ? "text does not have" : "text has"
      return "\(has) \(literal(text))"
    case .pattern(let text):
      let fits: ShownText = isNegated ? "text does not fit" : "text fits"
      return "\(fits) the pattern \(literal(text))"
    case .field(let test): return words(test, isNegated)
    case .presence(let names, let isPresent):
      let isThere = isPresent != isNegated
      let has: ShownText = isThere ? "has" : names.count == 1 ? "has no" : "has neither"
      let joint: ShownText = isThere ? " or " : " nor "
      return "\(has) \(names.map { name($0.text) }.joined(separator: joint))"
    case .trait(let names):
      let verb: ShownText = !isNegated ? "is" : names.count == 1 ? "is not" : "is neither"
      let joint: ShownText = isNegated ? " nor " : " or "
      return "\(verb) \(names.map { Gate.shown($0.text) }.joined(separator: joint))"
    case .saved(let saved):
      return "\(isNegated ? "not " : "")saved filter \(Gate.shown(saved.text))"
    default: return isNegated ? "not (\(ofEvents(kind)))" : ofEvents(kind)
    }
  }

  // MARK: - Events

  private func ofEvents(_ kind: QueryTerm.Kind) -> ShownText {
    switch kind {
    case .count(let type, let comparison, let count):
      return "\(name(type.text)) \(times(comparison, count))"
    case .event(let event):
      return event.condition == .all ? "has \(name(event.type.text))" : step(event)
    case .sequence(let sequence):
      return sequence.links.reduce(step(sequence.first)) { words, link in
        let no: ShownText = link.isAbsence ? "no " : ""
        let bound = link.bound.map { " \(self.bound($0))" as ShownText } ?? ""
        return "\(words) then \(no)\(step(link.step))\(bound)"
      }
    case .interval(let test):
      return "\(name(test.name.text)) \(test.bounds.isEmpty ? "is known" : length(test.bounds))"
    case .path(let path): return self.path(path)
    default: return ""
    }
  }

  /// "detainer whose outcome is declined".
  private func step(_ step: EventStep) -> ShownText {
    guard step.condition != .all else { return name(step.type.text) }
    return "\(name(step.type.text)) whose (\(words(step.condition)))"
  }

  private func path(_ path: WrittenPath) -> ShownText {
    let names = { (names: [WrittenName]) in
      names.map { name($0.text) }.joined(separator: " and ")
    }
    let verb: ShownText = path.isBackwards ? "path read backwards begins with" : "path begins with"
    var words: ShownText = "\(verb) \(path.steps.map { name($0.text) }.joined(separator: " then "))"
    switch path.start {
    case .first: words += ", from the first"
    case .last: words += ", from the last"
    case .number(let number): words += ", from number \(number)"
    case nil: break
    }
    if path.isWhole { words += ", nothing after" }
    if path.mergesRepeats { words += ", repeats as one" }
    if let types = path.types { words += ", of \(names(types)) only" }
    if !path.hidden.isEmpty { words += ", without \(names(path.hidden))" }
    return words
  }

  // MARK: - Order

  private func order(_ keys: [SortTerm]) -> ShownText {
    "sorted \(OrderWords.line(keys.map { ($0, kind($0.subject), $0.isDescending) }, self))"
  }

  /// What kind of values an order compares, by its name.
  private func kind(_ subject: SortTerm.Subject) -> OrderKey.Kind {
    switch subject {
    case .count: .count
    case .interval: .interval
    case .name(let name):
      if intervals.contains(name.text) {
        .interval
      } else {
        types.contains(name.text) || Self.isDay(name.text) ? .date : .value
      }
    }
  }

  /// A text as it is written, in quotation marks.
  func literal(_ text: String) -> ShownText { Gate.shown(QueryText.quoted(text)) }

  /// Whether the values of a field are days by its name.
  static func isDay(_ name: String) -> Bool {
    let last = name.split(separator: ".").last ?? ""
    return last == "date" || last.hasSuffix("_date") || last == "age_as_of"
  }

  /// The name of a field, event type or interval. "field" stands before a field whose name could be
  /// read as other words, such as "field text" or "field from".
  func name(_ text: String) -> ShownText {
    let name = Self.name(text)
    guard !types.contains(text), !intervals.contains(text) else { return name }
    let words = name.string.split(separator: " ")
    let isDoubtful = [words.first, words.last].contains { word in
      word.map { Phrase.isReserved(String($0)) || Self.doubtful.contains($0) } ?? false
    }
    return isDoubtful ? "field \(name)" : name
  }

  /// Words that begin other phrases.
  private static let doubtful: Set<Substring> = ["text", "texts", "path", "field", "source"]

  /// A name with blanks for its signs.
  static func name(_ text: String) -> ShownText {
    Gate.shown(text.replacing(".", with: " ").replacing("_", with: " "))
  }
}

extension QueryNode {
  /// Whether its words hold an "or" outside parentheses.
  fileprivate var isOfAlternatives: Bool {
    guard case .term(let term) = self else { return false }
    switch term.kind {
    case .field(let test): return test.values.count > 1
    case .presence(let names, true), .trait(let names): return names.count > 1
    default: return false
    }
  }
}
