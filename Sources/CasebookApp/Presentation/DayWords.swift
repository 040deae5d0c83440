import CasebookCore
import CasebookText

/// Numbers of days in words; halves are rounded up.
package enum DayWords {
  /// "41 days", "1 day", "1,204 days".
  package static func long(_ days: Double) -> ShownText {
    .plural(Int(days.rounded()), "day", "days")
  }

  /// "41 d", "1,204 d".
  package static func short(_ days: Double) -> ShownText { "\(grouped: Int(days.rounded())) d" }

  /// "a median of 41 days, half between 20 and 63"; "41 days" where there is one number.
  package static func median(_ quartiles: DayQuartiles) -> ShownText {
    if quartiles.count == 1 { return long(quartiles.median) }
    let median: ShownText = "a median of \(long(quartiles.median))"
    return half(quartiles).map { "\(median), half between \($0)" } ?? median
  }

  /// "after a median of 41 days, half between 20 and 63"; "on the same day" where most are.
  package static func after(_ quartiles: DayQuartiles) -> ShownText {
    quartiles.third == 0 ? "on the same day" : "after \(median(quartiles))"
  }

  /// "20 and 63", where the middle half is not one number.
  private static func half(_ quartiles: DayQuartiles) -> ShownText? {
    let (low, high) = (Int(quartiles.first.rounded()), Int(quartiles.third.rounded()))
    return low == high ? nil : "\(grouped: low) and \(grouped: high)"
  }

  /// "20 to 63", where the middle half lies; nothing where it is one number.
  package static func middleHalf(_ quartiles: DayQuartiles) -> ShownText? {
    let (low, high) = (Int(quartiles.first.rounded()), Int(quartiles.third.rounded()))
    return low == high ? nil : "\(grouped: low) to \(grouped: high)"
  }

  /// "8" of a share of 0.079: whole percents, and none of more than nothing is "less than 1".
  package static func percent(_ share: Double) -> ShownText {
    let percent = Int((share * 100).rounded())
    return percent == 0 && share > 0 ? "less than 1" : "\(percent)"
  }
}
