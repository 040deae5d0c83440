import CasebookCore
import CasebookText

/// Why a text is not a filter, in words.
struct QueryWords {
  /// What is wrong.
  let what: ShownText
  /// What to type instead.
  let next: ShownText

  init(_ error: QueryError) {
    (what, next) = Self.words(error.fact)
  }

  private static func words(_ fact: QueryError.Fact) -> (ShownText, ShownText) {
    let quoted = ProblemWords.quoted
    switch fact {
    case .unclosedQuotation: return ("A quotation mark is not closed", "Type another \"")
    case .unclosedParenthesis: return ("A parenthesis is not closed", "Type )")
    case .unclosedPattern: return ("A regular expression is not closed", "Type another /")
    case .missingTerm(let after):
      return ("Nothing stands after \(quoted(after))", "Type a term after it")
    case .missingValue(let field):
      return ("\(quoted(field)) has no value", "Type \(Gate.shown(field)):value")
    case .missingType: return ("An event type is missing", "Type one, such as detainer")
    case .unexpected(let text): return ("\(quoted(text)) cannot stand there", "Drop it")
    case .tooLong(let limit):
      return ("The filter is longer than \(limit) bytes", "Shorten it")
    case .tooDeep(let limit):
      return ("More than \(limit) parentheses stand in each other", "Shorten it")
    case .tooManyTerms(let limit):
      return ("There are more than \(limit) terms", "Shorten it")
    default: return names(fact)
    }
  }

  private static func names(_ fact: QueryError.Fact) -> (ShownText, ShownText) {
    let quoted = ProblemWords.quoted
    switch fact {
    case .unknownField(let name, let nearest):
      return ("No field \(quoted(name))", meant(nearest, "Type one that the cases have"))
    case .ambiguousField(let name, let candidates):
      return (
        "\(quoted(name)) is a column that became several fields", meant(candidates, "Type one")
      )
    case .unknownType(let name, let nearest):
      return ("No event type \(quoted(name))", meant(nearest, "Type one that the cases have"))
    case .unknownTrait(let name, let nearest, let known):
      return (
        "is does not know \(quoted(name))", meant(nearest.map { [$0] } ?? [], "Type \(list(known))")
      )
    case .unknownFilter(let name, let nearest, _):
      return (
        "No saved filter \(quoted(name))",
        meant(nearest.map { ["@" + $0] } ?? [], "Type use for the saved filters")
      )
    case .circularFilter(let name):
      return ("The saved filter \(quoted(name)) uses itself", "Save it without that")
    case .savedFilter(let name, let fact):
      let inner = Self.words(fact)
      return ("In the saved filter \(quoted(name)): \(inner.0.lowercasedFirst)", inner.1)
    case .notADate(let text):
      return ("\(quoted(text)) is not a date", "Type 2023, 2023-10 or 2023-10-13")
    case .notComparable(let text):
      return ("\(quoted(text)) is neither a number nor a date", "Type 18 or 2023-10")
    case .notACount(let text): return ("\(quoted(text)) is not a number", "Type 2")
    case .notAGap(let text):
      return ("\(quoted(text)) is not a bound", "Type <=90d, with d, w, mo or y")
    case .notALength(let text):
      return ("\(quoted(text)) is not a length", "Type 90d or 28d..58d, with d, w, mo or y")
    case .unknownInterval(let name, let nearest):
      return (
        "No interval \(quoted(name))", meant(nearest, "Type one, such as \"length of stay\"")
      )
    case .notAStep(let text): return ("\(quoted(text)) is not an event", "Type detainer")
    case .notOfAPath(let text):
      return (
        "path does not know \(quoted(text))",
        "Type whole, merged, backwards, from:first, types:TYPE or hide:TYPE"
      )
    case .notAnOccurrence(let text):
      return ("\(quoted(text)) is neither first, last nor a number", "Type first, last or 2")
    case .absenceNotLast: return ("!-> can only come last", "Move it to the end")
    case .operatorDoesNotFit(let text):
      return ("The comparison does not fit \(quoted(text))", "Type a colon")
    case .certainNeedsDate: return ("certain: needs a date term", "Type certain:date:2023")
    case .misplacedOrder: return ("sort: stands alone", "Move it out of the parentheses")
    case .notOfAnEvent(let text):
      return ("\(quoted(text)) cannot be asked of one event", "Move it out of the parentheses")
    case .foreignOperator(let sign, let spelling):
      return (
        "\(quoted(sign)) is no operator here",
        "Type \(Gate.shown(spelling)), or put a text to look for in quotation marks"
      )
    case .notUnderstood(let fact): return words(fact)
    case .pattern(let error):
      return ("The regular expression is not read: \(text(error))", "Change it")
    default: return ("The filter is not read", "Change it")
    }
  }

  /// "I do not know "zebra" in "men from zebra". As text: 2 cases", "Try: ...".
  private static func words(_ fact: NotUnderstood) -> (ShownText, ShownText) {
    let quoted = ProblemWords.quoted
    var what: ShownText = "I do not know \(quoted(fact.words))"
    var next: ShownText = "Put it in quotation marks to look for it as text"
    if fact.words != fact.line { what += " in \(quoted(fact.line))" }
    if let last = fact.fields.last {
      let names = fact.fields.map { TermWords.name($0) }
      let all = [names.dropLast().joined(separator: ", "), names.last ?? ""].filter { !$0.isEmpty }
      what += ": no \(all.joined(separator: " or ")) begins so"
      next = "Type facets \(Gate.shown(fact.fields.first ?? last)) for its values"
    }
    if let count = fact.textCount { what += ". As text: \(CountWords.cases(count))" }
    if let suggestion = fact.suggestion { next = "Try: \(Gate.shown(suggestion))" }
    return (what, next)
  }

  private static func text(_ error: PatternError) -> ShownText {
    switch error {
    case .unbalancedParenthesis: "a parenthesis has no partner"
    case .unclosedClass: "a bracket is not closed"
    case .emptyClass: "a class in brackets is empty"
    case .nothingToRepeat: "nothing stands before a repetition"
    case .repetition(let limit): "a repetition is not between 0 and \(limit)"
    case .trailingBackslash: "it ends in a backslash"
    case .unsupported(let text): "\(ProblemWords.quoted(text)) is not supported"
    case .tooLarge, .tooDeep: "it is too large"
    }
  }

  /// "Did you mean status or statement?"
  private static func meant(_ nearest: [String], _ otherwise: ShownText) -> ShownText {
    guard let last = nearest.last else { return otherwise }
    let others = nearest.dropLast().map { Gate.shown($0) }.joined(separator: ", ")
    return nearest.count == 1
      ? "Did you mean \(Gate.shown(last))?" : "Did you mean \(others) or \(Gate.shown(last))?"
  }

  private static func list(_ words: [String]) -> ShownText {
    words.prefix(5).map { Gate.shown($0) }.joined(separator: ", ")
  }
}
