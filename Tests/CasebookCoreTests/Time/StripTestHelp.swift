import CasebookCore

/// An event of a type on a date as written; `nil` for none.
func event(_ type: String, _ date: String?, claims: [String] = []) -> Event {
  Event(
    type: type, date: date.flatMap { try? CalendarDate($0) },
    claims: claims.map { Claim(fields: [Field("date", .text($0))], sources: []) })
}

/// Events of one line: `type date, type date`, a date of `-` for none.
func events(_ text: String) -> [Event] {
  text.split(separator: ", ").map { part in
    let words = part.split(separator: " ")
    return event(String(words[0]), words[1] == "-" ? nil : String(words[1]))
  }
}

/// The layout of events of one line.
func layout(
  _ text: String, columns: Int = 60, rows: Int = .max, folds: Bool = true,
  window: StripRange? = nil
) -> StripLayout {
  StripLayout(
    StripEvent.events(events(text), .standard), columns: columns, rows: rows, folds: folds,
    window: window)
}

/// A day of the form `2013-08-31`.
func dayNumber(_ text: String) -> DayNumber {
  (try? CalendarDate(text))?.earliest ?? DayNumber(rawValue: .min)
}

/// The minutes from the first to the last of some days.
func range(_ first: String, _ last: String) -> StripRange {
  StripRange(days: dayNumber(first), dayNumber(last))
}

extension StripLayout {
  /// The axis as text.
  var axisText: String {
    var text = Array(repeating: Character(" "), count: columns)
    for tick in ticks {
      text.replaceSubrange(tick.columns, with: Array(tick.text))
    }
    return trimmed(text)
  }

  /// The lanes as text: a letter a mark, `:` where an event may be, `[=]` for bars, digits for
  /// counts.
  var laneText: [String] {
    lanes.flatMap { lane in lane.rows.map { trimmed(text(of: $0)) } }
  }

  private func text(of row: [StripMark]) -> [Character] {
    var text = Array(repeating: Character(" "), count: columns)
    for mark in row {
      for column in mark.columns { text[column] = mark.letter(column) }
      guard mark.events.count > 1 else { continue }
      let middle = (mark.columns.lowerBound + mark.columns.upperBound) / 2
      text[middle] = mark.events.count > 9 ? "+" : Character("\(mark.events.count)")
    }
    return text
  }

  private func trimmed(_ text: [Character]) -> String {
    String(text.prefix(1 + (text.lastIndex { $0 != " " } ?? -1)))
  }
}

extension StripMark {
  fileprivate func letter(_ column: Int) -> Character {
    switch shape {
    case .point: return isDisputed ? "!" : "*"
    case .stretch: return isDisputed ? ";" : ":"
    case .crowd: return "~"
    case .undated: return "?"
    case .bar(let bar):
      if column == columns.lowerBound { return bar.start.letter("[") }
      if column == columns.upperBound { return bar.end.letter("]") }
      return bar.sure?.contains(column) == true ? "=" : ":"
    }
  }
}

extension StripEdge {
  fileprivate func letter(_ exact: Character) -> Character {
    switch self {
    case .exact: exact
    case .partial: ":"
    case .open: "o"
    case .unknown: "?"
    case .cut: "x"
    }
  }
}
