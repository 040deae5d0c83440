import CasebookCore
import CasebookText

/// What is wrong with the settings of a library or with a profile, in words.
package enum LibrarySettingsWords {
  private typealias Words = ProblemWords

  /// "profile.yaml:3:5: "colour" is no key here". Of several the first, and how many more.
  package static func line(_ error: ProfileError) -> ShownText {
    guard let first = error.findings.first else {
      return "\(Gate.shown(error.file)) is no profile."
    }
    let place = first.position
    let more: ShownText =
      error.findings.count == 1
      ? "" : " (and \(.plural(error.findings.count - 1, "more problem", "more problems")))"
    let words = text(first.problem)
    return "\(Gate.shown(error.file)):\(place.line):\(place.column): \(words)\(more)."
  }

  /// What is wrong and what is expected.
  static func text(_ problem: ProfileProblem) -> ShownText {
    switch problem {
    case .syntax(let fact): TreeErrorWords.text(fact)
    case .unknownKey(let key, let nearest):
      Words.hint("\(Words.quoted(key)) is no key here", nearest)
    case .missingKey(let key): "The key \(Words.quoted(key)) is missing"
    case .repeatedKey(let key): "The key \(Words.quoted(key)) stands twice; the first holds"
    case .repeatedName(let name): "The name \(Words.quoted(name)) stands twice; the first holds"
    case .wrongKind(let key, let expected): "\(Words.quoted(key)) takes \(kind(expected))"
    case .unknownValue(let key, let value, let allowed, _):
      "\(Words.quoted(value)) is no value of \(Words.quoted(key)), which takes "
        + allowed.map { Gate.shown($0) }.joined(separator: ", ")
    case .template(let text, _): "\(Words.quoted(text)) is no template"
    case .laterVersion(let version):
      "Version \(Words.quoted(version)) is not known; this program reads version 1"
    case .filter(let name, let error):
      "The filter \(Words.quoted(name)) cannot be read: \(CommandFailure(query: error).line)"
    case .column(let name, let error):
      "The column \(Words.quoted(name)) is passed over: \(CommandFailure(query: error).line)"
    case .sign(let key, let value):
      "\(Words.quoted(value)) is no \(Gate.shown(key)): "
        + (key == "letter" ? "it takes one letter" : "it takes one arrow or geometric shape")
    case .unknownType(let name, let nearest):
      Words.hint("No event type \(Words.quoted(name)) is known", nearest)
    }
  }

  private static func kind(_ expected: ProfileProblem.Expectation) -> ShownText {
    switch expected {
    case .text: "a text"
    case .texts: "a list of texts"
    case .map: "a map of keys"
    case .maps: "a list of maps"
    case .number: "a whole number"
    case .flag: "yes or no"
    case .day: "a whole day, such as 2024-02-01"
    case .template: "a template or a list of them"
    }
  }
}
