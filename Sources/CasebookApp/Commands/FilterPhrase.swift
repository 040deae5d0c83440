import CasebookCore

/// A filter said in words: "status is open", "detainer outcome is not declined and age over 30".
enum FilterPhrase {
  /// The filter in the language; a text that is not such words alone stays what it is.
  static func filter(_ text: String, _ schema: Schema) -> String {
    let words = text.split(separator: " ").map(String.init)
    var terms: [String] = []
    for clause in words.split(separator: "and", omittingEmptySubsequences: false) {
      guard let term = term(Array(clause), schema) else { return text }
      terms.append(term)
    }
    return terms.joined(separator: " ")
  }

  private static let verbs: [(words: [String], sign: String, negates: Bool)] = [
    (["is", "not"], ":=", true), (["is", "below"], ":<", false), (["is", "above"], ":>", false),
    (["is"], ":=", false), (["has", "not"], ":", true), (["has"], ":", false),
    (["contains"], ":", false), (["in"], ":", false), (["after"], ":>", false),
    (["before"], ":<", false), (["over"], ":>", false), (["under"], ":<", false),
  ]

  private static func term(_ words: [String], _ schema: Schema) -> String? {
    for index in words.indices.dropFirst() {
      for verb in verbs where words[index...].starts(with: verb.words) {
        let value = words[(index + verb.words.count)...].joined(separator: " ")
        guard let name = name(Array(words[..<index]), schema), !value.isEmpty else { continue }
        let isWritten = value.hasPrefix("\"")
        let shown = isWritten ? value : QueryText.value(value)
        // What is no text is compared by what it means.
        let sign =
          verb.sign == ":=" && schema.fields[name]?.hasNumbersOrDates == true
          ? ":" : verb.sign
        return (verb.negates ? "-" : "") + QueryText.name(name) + sign + shown
      }
    }
    return nil
  }

  /// The name that words mean: `detainer outcome` is `detainer.outcome`, `charge status` is
  /// `charge_status`.
  private static func name(_ words: [String], _ schema: Schema) -> String? {
    let joined = words.joined(separator: "_").lowercased()
    if schema.fields[joined] != nil || schema.types[joined] != nil { return joined }
    for cut in words.indices.dropFirst() {
      let type = words[..<cut].joined(separator: "_").lowercased()
      let key = words[cut...].joined(separator: "_").lowercased()
      if schema.types[type] != nil, schema.fields[key]?.isOfEvents == true {
        return "\(type).\(key)"
      }
    }
    return nil
  }
}

extension Schema.Field {
  /// Whether whole values are better compared as numbers or days than as written.
  fileprivate var hasNumbersOrDates: Bool { isDate || numberCount > 0 }
}
