import CasebookCore
import CasebookText

/// What is wrong with the settings of a library or with a profile, in words.
package enum LibrarySettingsWords {
  private typealias Words = ProblemWords

  /// One line for each problem of a profile, in the order of the file:
  /// "profile.yaml:3:5: "colour" is no key here; it takes profile, name".
  package static func lines(_ error: ProfileError) -> [ShownText] {
    guard !error.findings.isEmpty else { return ["\(Gate.shown(error.file)) is no profile."] }
    return error.findings.map { finding in
      let place = finding.position
      let words = text(finding.problem)
      return SpokenText.closed(
        "\(Gate.shown(error.file)):\(place.line):\(place.column): \(words)")
    }
  }

  /// What is wrong and what is expected.
  static func text(_ problem: ProfileProblem) -> ShownText {
    switch problem {
    case .syntax(let fact): TreeErrorWords.text(fact)
    case .unknownKey(let key, let allowed, let nearest):
      Words.hint(
        "\(Words.quoted(key)) is no key here; allowed: \(list(allowed))", nearest)
    case .missingKey(let key): "The key \(Words.quoted(key)) is missing"
    case .repeatedKey(let key): "The key \(Words.quoted(key)) stands twice; the first holds"
    case .repeatedName(let name): "The name \(Words.quoted(name)) stands twice; the first holds"
    case .wrongKind(let key, let expected): "\(Words.quoted(key)) takes \(kind(expected))"
    case .unknownValue(let key, let value, let allowed, _):
      "\(Words.quoted(value)) is no value of \(Words.quoted(key)), which takes "
        + list(allowed)
    case .template(let text, let failure):
      "\(Words.quoted(text)) is no template: \(reason(failure))"
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

  private static func list(_ words: [String]) -> ShownText {
    words.map { Gate.shown($0) }.joined(separator: ", ")
  }

  /// What is wrong with a template, and what is allowed there.
  private static func reason(_ failure: Template.Failure) -> ShownText {
    switch failure {
    case .unclosedName: "a < is not followed by a >; write <Column>"
    case .emptyName: "there is no column between < and >; write <Column>"
    case .unknownStyle(let style, let nearest):
      Words.hint(
        "\(Words.quoted(style)) is no style; allowed: "
          + list(Template.Style.allCases.map(\.rawValue)), nearest)
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
