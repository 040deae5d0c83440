import CasebookCore
import CasebookText

/// Words for keys and values of files.
package enum KeyWords {
  /// The label of a key: its own words, the first with a capital.
  package static func label(_ key: String) -> ShownText {
    if let known = known[key] { return known }
    let words = LabelWords.words(of: key)
    return Gate.shown(words.prefix(1).uppercased() + words.dropFirst())
  }

  /// The words of a value of a closed list, such as `released_early`.
  package static func value(_ value: String) -> ShownText {
    switch value {
    case "usc_claim": "claim of citizenship"
    case "ice_not_able": "ICE not able to take over"
    case "late_notice": "notice given late"
    default: Gate.shown(value.replacing("_", with: " "))
    }
  }

  /// The same as short as in a table: "late notice", "ICE not able".
  static func short(_ value: String) -> ShownText {
    switch value {
    case "usc_claim": "citizenship claim"
    case "ice_not_able": "ICE not able"
    default: Gate.shown(value.replacing("_", with: " "))
    }
  }

  private static let known: [String: ShownText] = [
    "age_as_of": "Age as of", "outcome_basis": "Outcome basis", "charge_status": "Charge status",
    "by": "Said by", "id": "Case id", "outcome_raw": "Outcome in the source's words",
    "derived_from": "Derived from", "url": "Address",
  ]
}

extension FieldValue {
  /// The value in one line: lists parted by semicolons, maps as "key value".
  ///
  /// The stack of the work left keeps deep values from costing frames.
  package var shown: ShownText { words { Gate.shown($0) } }

  /// The value in one line, with whole days such as 2024-04-19 in words; shorter dates stay as
  /// written, for they could be numbers.
  package func words(_ dates: DateForm) -> ShownText {
    words { text in
      let isDay = text.utf8.count == 10 && text.firstMatch(of: #/^\d{4}-\d\d-\d\d$/#) != nil
      return isDay ? DateText.words(written: text, dates) : Gate.shown(text)
    }
  }

  private func words(_ say: (String) -> ShownText) -> ShownText {
    var parts: [ShownText] = []
    var work: [(key: String?, value: FieldValue)] = [(nil, self)]
    while let (key, value) = work.popLast() {
      switch value {
      case .list(let values): work.append(contentsOf: values.reversed().map { (key, $0) })
      case .map(let fields):
        work.append(contentsOf: fields.reversed().map { ($0.key, $0.value) })
      default:
        let text = value.written.map(say) ?? "nothing"
        parts.append(key.map { "\(KeyWords.label($0).lowercasedFirst) \(text)" } ?? text)
      }
    }
    return parts.joined(separator: "; ")
  }
}

extension ShownText {
  /// The text with its first letter small, for the middle of a sentence.
  package var lowercasedFirst: ShownText {
    let first = string.prefix(1)
    let second = string.dropFirst().prefix(1)
    // Words such as ICE keep their capitals.
    guard first != first.lowercased(), second == second.lowercased() else { return self }
    return Gate.shown(first.lowercased() + string.dropFirst())
  }

  /// The text with its first letter a capital, for the beginning of a sentence.
  package var capitalized: ShownText {
    Gate.shown(string.prefix(1).uppercased() + string.dropFirst())
  }

  /// Whether there is nothing but blanks.
  package var isBlank: Bool { string.allSatisfy(\.isWhitespace) }
}
