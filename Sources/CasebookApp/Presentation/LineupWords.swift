import CasebookCore
import CasebookText

/// What a lined-up list says in words.
package enum LineupWords {
  /// "19 of 240 cases lined up on the first detainer (4 without one left out)"; where room is short
  /// without what stands in brackets.
  package static func caption(
    _ findings: LineupFindings, count: Int, of total: Int, _ vocabulary: Vocabulary,
    saysLeftOut: Bool = true
  ) -> ShownText {
    let cases = CaseCount(count, of: total).head
    guard let anchor = findings.origin.anchor else { return "\(cases) on the calendar" }
    let event = PathwayWords.anchor(anchor, vocabulary)
    let head: ShownText = "\(cases) lined up on \(event)"
    return findings.leftOutCount == 0 || !saysLeftOut
      ? head : "\(head) (\(grouped: findings.leftOutCount) without one left out)"
  }

  /// "13 have no detainer (aligned)": how the list is narrowed because its cases are lined up; nil
  /// if it is not, or if every case of the filter has the event.
  static func leftOut(_ state: State, _ workspace: Workspace) -> ShownText? {
    guard let anchor = state.lineup.anchor else { return nil }
    let vocabulary = workspace.library.vocabulary
    guard let findings = workspace.lineup, findings.origin == state.lineup.origin,
      findings.foundCount - findings.leftOutCount == workspace.results.count
    else { return "aligned on \(PathwayWords.anchor(anchor, vocabulary))" }
    guard findings.leftOutCount > 0 else { return nil }
    return leftOut(
      findings.leftOutCount, by: anchor, hasUndated: findings.undatedCount > 0, vocabulary)
  }

  /// "13 have no detainer (aligned)"; if some have one without a known day, "no detainer with a
  /// known day".
  package static func leftOut(
    _ count: Int, by anchor: EventAnchor, hasUndated: Bool, _ vocabulary: Vocabulary
  ) -> ShownText {
    let have: ShownText = count == 1 ? "has" : "have"
    let dated: ShownText = hasUndated ? " with a known day" : ""
    return "\(grouped: count) \(have) no \(event(anchor, vocabulary))\(dated) (aligned)"
  }

  /// "detainer", "second detainer": the event that a case lacks.
  private static func event(_ anchor: EventAnchor, _ vocabulary: Vocabulary) -> ShownText {
    let type = PathwayWords.spoken(anchor.type, vocabulary)
    switch anchor.occurrence {
    case .first, .last, .number(1): return type
    case .number(2): return "second \(type)"
    case .number(3): return "third \(type)"
    case .number(let number): return "event \(number) of type \(type)"
    }
  }

  /// "2 of those left out have one without a known day".
  package static func undated(_ findings: LineupFindings) -> ShownText? {
    guard findings.undatedCount > 0 else { return nil }
    let have: ShownText = findings.undatedCount == 1 ? "has" : "have"
    return "\(grouped: findings.undatedCount) of those left out \(have) one without a known day"
  }

  /// "Arrest by ICE, 11 of 19".
  package static func kind(
    _ kind: LineupSummary.Kind, of count: Int, _ vocabulary: Vocabulary
  ) -> ShownText {
    "\(Gate.shown(vocabulary.type(kind.type).label)), \(grouped: kind.caseCount) of \(grouped: count)"
  }

  /// "Arrest by ICE: 11 of 19 cases. 11 later, after a median of 63 days. 2 before, by 1 day."; of
  /// the type they are lined up on the other events.
  package static func sentence(
    _ kind: LineupSummary.Kind, of count: Int, _ vocabulary: Vocabulary,
    besides anchor: EventAnchor? = nil
  ) -> ShownText {
    let name = Gate.shown(vocabulary.type(kind.type).spokenLabel)
    let label: ShownText =
      kind.type == anchor?.type ? "Another \(PathwayWords.spoken(kind.type, vocabulary))" : name
    var parts: [ShownText] = []
    if let after = kind.after {
      // Of those on the day itself and those later the numbers of days are told together.
      let side: ShownText =
        after.third == 0 ? "" : after.first == 0 ? " on the day or later," : " later,"
      parts.append("\(grouped: kind.afterCount)\(side) \(DayWords.after(after)).")
    }
    if let before = kind.before {
      parts.append("\(grouped: kind.beforeCount) before, by \(DayWords.median(before)).")
    }
    let cases: ShownText = "\(label): \(grouped: kind.caseCount) of \(CountWords.cases(count))."
    return ([cases] + parts).joined(separator: " ")
  }

  /// "charge 29 days before", "release from jail 111 days after": the events of a case by their days
  /// from the one it is lined up on.
  package static func offsets(_ offsets: CaseOffsets, _ vocabulary: Vocabulary) -> [ShownText] {
    let parts = offsets.entries.filter { !$0.isAnchor }.map { entry -> ShownText in
      let label = PathwayWords.spoken(entry.type, vocabulary)
      return "\(label) \(distance(entry))"
    }
    return parts.isEmpty ? ["no other dated event"] : parts
  }

  /// "29 days before", "28 to 58 days after", "same day".
  private static func distance(_ entry: CaseOffsets.Entry) -> ShownText {
    switch entry.count {
    case .exact(0): return "same day"
    case .exact(let days): return side(days < 0) { "\(DayWords.long(Double(abs(days)))) \($0)" }
    case .range(let days) where days.upperBound <= 0 || days.lowerBound >= 0:
      let (low, high) = (
        min(abs(days.lowerBound), abs(days.upperBound)),
        max(abs(days.lowerBound), abs(days.upperBound))
      )
      return side(days.lowerBound < 0) { "\(grouped: low) to \(DayWords.long(Double(high))) \($0)" }
    case .range(let days):
      return "from \(DayWords.long(Double(-days.lowerBound))) before to "
        + "\(DayWords.long(Double(days.upperBound))) after"
    case .atLeast(let days) where days > 0:
      return "at least \(DayWords.long(Double(days))) after"
    case .atMost(let days) where days < 0:
      return "at least \(DayWords.long(Double(-days))) before"
    case .atLeast, .atMost, .unknown: return "at an unknown distance"
    }
  }

  private static func side(_ isBefore: Bool, _ words: (ShownText) -> ShownText) -> ShownText {
    words(isBefore ? "before" : "after")
  }

  /// "ranked by detainer->jail_release".
  package static func rank(_ rank: String) -> ShownText {
    let isReversed = rank.hasPrefix("-")
    let key = isReversed ? String(rank.dropFirst()) : rank
    let words: ShownText = key == "count()" ? "number of events" : arrows(key)
    return isReversed ? "ranked by \(words), greatest first" : "ranked by \(words)"
  }

  private static func arrows(_ key: String) -> ShownText {
    Gate.shown(key.replacing("->", with: " to ").replacing("_", with: " "))
  }

  /// "from 30 days before to 180 days after", "from 1 May 2013 to 4 June 2024".
  package static func window(
    _ window: ClosedRange<Int>, isCalendar: Bool, _ dates: DateForm = .long
  ) -> ShownText {
    if isCalendar {
      let day = { (day: Int) in
        DateText.day(DayNumber(rawValue: Int32(clamping: day)), dates)
      }
      return "from \(day(window.lowerBound)) to \(day(window.upperBound))"
    }
    let side = { (day: Int) -> ShownText in
      "\(DayWords.long(Double(abs(day)))) \(day < 0 ? "before" : "after" as ShownText)"
    }
    return "from \(side(window.lowerBound)) to \(side(window.upperBound))"
  }
}
