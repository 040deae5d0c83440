import CasebookCore
import CasebookText

/// Values and shares of facets in words.
package enum FacetWords {
  /// A value as it is called: days of the week by name, intervals with their unit.
  package static func label(_ text: String, of subject: FacetSubject?) -> ShownText {
    guard let subject else { return Gate.shown(text) }
    if subject.grouping == .weekday, let number = Int(text),
      weekdays.indices.contains(number - 1)
    {
      return weekdays[number - 1]
    }
    if subject.isOfIntervals { return interval(text) }
    return text.isEmpty ? "(empty)" : isCode(text) ? KeyWords.short(text) : Gate.shown(text)
  }

  /// Whether a value is a word of a closed list, such as `released_early`, and no text.
  private static func isCode(_ text: String) -> Bool {
    text.utf8.allSatisfy {
      $0 == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
    }
      && text.utf8.contains(UInt8(ascii: "_"))
  }

  /// "31 to 90 days" for `31..90`.
  private static func interval(_ text: String) -> ShownText {
    let parts = text.replacing("..", with: "~").split(
      separator: "~", omittingEmptySubsequences: false)
    guard parts.count == 2, let low = Int(parts[0]) else {
      return text == "0" ? "same day" : "\(Gate.shown(text)) day"
    }
    guard let high = Int(parts[1]) else { return "\(grouped: low) days or more" }
    return "\(low) to \(high) days"
  }

  /// "17 %", rounded; what is there is never nothing: "<1 %".
  package static func share(_ count: Int, of total: Int) -> ShownText {
    let percent = percent(count, of: total)
    return count > 0 && percent == 0 ? "<1 %" : "\(percent) %"
  }

  /// "17 percent", "less than 1 percent".
  static func spokenShare(_ count: Int, of total: Int) -> ShownText {
    let percent = percent(count, of: total)
    return count > 0 && percent == 0 ? "less than 1 percent" : "\(percent) percent"
  }

  private static func percent(_ count: Int, of total: Int) -> Int {
    total == 0 ? 0 : (count * 200 + total) / (total * 2)
  }

  private static let weekdays: [ShownText] = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
}
