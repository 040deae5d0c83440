import CasebookCore
import CasebookText

/// A term of the filter in words, for the ear: "detainer outcome is declined".
enum TermWords {
  /// The words of a term; as written where they would not be shorter to understand.
  static func words(_ term: String) -> ShownText {
    let isNegated = ["-", "!"].contains(term.prefix(1)) && !term.dropFirst().hasPrefix("(")
    let body = isNegated ? String(term.dropFirst()) : term
    guard let query = try? Query.parse(body), case .term(let parsed) = query.root,
      let words = words(parsed.kind, isNegated)
    else { return Gate.shown(term) }
    return words
  }

  private static func words(_ kind: QueryTerm.Kind, _ isNegated: Bool) -> ShownText? {
    switch kind {
    case .text(let text):
      let has: ShownText = isNegated ? "text has not" : "text has"
      return "\(has) \(ProblemWords.quoted(text))"
    case .field(let test) where !test.isCertain: return words(test, isNegated)
    case .presence(let names, let isPresent):
      let has: ShownText = isPresent != isNegated ? "has" : "has no"
      let joint: ShownText = isPresent != isNegated ? " or " : " and no "
      return "\(has) \(names.map { name($0.text) }.joined(separator: joint))"
    case .trait(let names):
      let verb: ShownText = isNegated ? "is not" : "is"
      return "\(verb) \(names.map { Gate.shown($0.text) }.joined(separator: " or "))"
    default: return nil
    }
  }

  private static func words(_ test: FieldTest, _ isNegated: Bool) -> ShownText {
    let values = test.values.map { Gate.shown($0.text) }.joined(separator: " or ")
    let verb: ShownText
    switch test.comparison {
    case .matches where isNamed(test.name.text): verb = isNegated ? "is not" : "is"
    case .matches: verb = isNegated ? "has not" : "has"
    case .equals: verb = isNegated ? "is not" : "is"
    case .less: verb = isNegated ? "is not below" : "is below"
    case .lessOrEqual: verb = isNegated ? "is above" : "is at most"
    case .greater: verb = isNegated ? "is not above" : "is above"
    case .greaterOrEqual: verb = isNegated ? "is below" : "is at least"
    }
    return "\(name(test.name.text)) \(verb) \(values)"
  }

  /// Whether the values of a field are names of a few states, and not texts that hold a word.
  private static func isNamed(_ field: String) -> Bool {
    ["outcome", "status", "type", "kind", "sex"].contains {
      field == $0 || field.hasSuffix(".\($0)")
    }
  }

  private static func name(_ text: String) -> ShownText {
    Gate.shown(text.replacing(".", with: " ").replacing("_", with: " "))
  }
}
