import CasebookCore
import CasebookText

/// What lies between an event and the one before it, in words.
///
/// From the day that the one before is dated to the day of the event. Of what lasted it is said
/// whether its start or its end is meant: the end, where the event does not begin before it. A
/// detainer is a request, dated by its lodging, and counts from that.
package enum SinceBefore {
  /// "29 days after the charge", "5 days after the end of the custody of ICE"; empty where it cannot
  /// be told.
  /// In brief, a range of a year or more is in whole months or years.
  package static func words(
    _ index: Int, of chronology: [Event], _ intervals: CaseIntervals, _ vocabulary: Vocabulary,
    isBrief: Bool = false
  ) -> ShownText {
    guard intervals.sinceBefore.indices.contains(index), let gap = intervals.sinceBefore[index],
      chronology.indices.contains(gap.before)
    else { return .empty }
    let type = vocabulary.type(chronology[gap.before].type)
    let name = Gate.shown(StripWords.lowercasedFirst(type.spokenLabel))
    guard type.category != .detainer, let earlier = chronology[gap.before].date,
      earlier.isInterval, let later = chronology[index].date
    else { return words(gap.interval, "the \(name)", isBrief) }
    guard let end = earlier.sureEndDays.latest, let day = later.sureStartDays.earliest, day >= end
    else {
      return words(gap.interval, "the start of the \(name)", isBrief)
    }
    let sinceEnd = DayInterval(from: earlier.sureEndDays, to: later.sureStartDays)
    return words(sinceEnd, "the end of the \(name)", isBrief)
  }

  private static func words(
    _ interval: DayInterval, _ event: ShownText, _ isBrief: Bool
  ) -> ShownText {
    let length = StripWords.length(interval, isBrief: isBrief)
    switch interval.days {
    case .exact(0): return "Same day as \(event)"
    case .exact(let days) where days > 0: return "\(length) after \(event)"
    case .range(let days) where days.lowerBound >= 0:
      return "\(StripWords.capitalisedFirst(length)) after \(event)"
    case .atLeast(let days) where days > 0:
      return "\(StripWords.capitalisedFirst(length)) after \(event)"
    case .range:
      guard let limit = IntervalWords.later(interval) else { return .empty }
      return "\(StripWords.capitalisedFirst(Gate.shown(limit))) of \(event)"
    default: return .empty
    }
  }
}
