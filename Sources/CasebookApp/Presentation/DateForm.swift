import CasebookCore
import CasebookText

/// How a date is written.
package enum DateForm: Sendable, Hashable {
  /// In few columns: "13 Oct 2023".
  case short
  /// In a sentence: "13 October 2023".
  case long
  /// By its numbers: "2023-10-13"; an interval as "2023-10-13 to 2024-02-01".
  case iso
}

extension CalendarDate {
  /// The date as written, with words for the signs of an interval, and ends that are alike
  /// once.
  var isoWords: ShownText {
    guard isInterval else { return Gate.shown(text) }
    var ends = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    if ends.first == ends.last { ends.removeLast() }
    return ends.map { $0 == ".." ? "open" : $0.isEmpty ? "unknown" : Gate.shown($0) }
      .joined(separator: " to ")
  }

  /// The end of the date as written.
  var isoEnd: ShownText {
    guard isInterval, let end = text.split(separator: "/", omittingEmptySubsequences: false).last
    else { return isoWords }
    return end == ".." ? "open" : end.isEmpty ? "unknown" : Gate.shown(end)
  }
}
