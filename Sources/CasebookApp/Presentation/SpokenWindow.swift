import CasebookCore
import CasebookText

/// What is said of the time that a zoomed timeline shows.
package enum SpokenWindow {
  /// "Zoomed to 1 September 2023 to 30 April 2024, 243 days. 5 of 8 events. 3 earlier, 0 later."
  static func line(_ state: State, _ workspace: Workspace) -> ShownText {
    guard let zoom = workspace.zoom(in: state) else { return "There is no case." }
    let census = zoom.census(of: state.timeline.window)
    guard let window = state.timeline.window else {
      return "The whole timeline, \(.plural(census.all, "event", "events"))."
    }
    return "\(words(window, census, state.dates)) Type fit for the whole."
  }

  /// "Zoomed to 1 September 2023 to 30 April 2024, 243 days. 5 of 8 events. 3 earlier, 0 later."
  package static func words(
    _ window: StripRange, _ census: StripCensus, _ form: DateForm = .long
  ) -> ShownText {
    let undated: ShownText = census.undated == 0 ? "" : ", \(census.undated) without a date"
    return "Zoomed to \(time(window, form)), \(length(window)). \(census.shown) of "
      + "\(.plural(census.all, "event", "events")). \(census.earlier) earlier, "
      + "\(census.later) later\(undated)."
  }

  /// "1 September 2023 to 30 April 2024", "31 August 2013, 10:30 to 16:00".
  package static func time(_ window: StripRange, _ form: DateForm = .long) -> ShownText {
    let (first, last) = (window.lowerBound.day, window.upperBound.advanced(by: -1).day)
    let isOfDays = window.lowerBound.minuteOfDay == 0 && window.upperBound.minuteOfDay == 0
    let start = DateText.day(first, form)
    let end = DateText.day(last, form)
    if isOfDays { return first == last ? start : "\(start) to \(end)" }
    let (from, to) = (clock(window.lowerBound), clock(window.upperBound))
    return first == last ? "\(start), \(from) to \(to)" : "\(start), \(from) to \(end), \(to)"
  }

  private static func length(_ window: StripRange) -> ShownText {
    let day = 1_440
    guard window.minutes >= 2 * day else {
      return .plural(max(1, (window.minutes + 30) / 60), "hour", "hours")
    }
    let length = CalendarLength(from: window.lowerBound.day, to: window.upperBound.day)
    return Gate.shown(IntervalWords.long(length))
  }

  private static func clock(_ time: StripTime) -> ShownText {
    let (hour, minute) = time.minuteOfDay.quotientAndRemainder(dividingBy: 60)
    return Gate.shown("\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)")
  }
}
