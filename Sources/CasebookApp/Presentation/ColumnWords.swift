import CasebookCore
import CasebookText

/// Columns of the list in words.
enum ColumnWords {
  /// What stands over the column.
  static func head(_ column: CaseColumn) -> ShownText {
    switch column.name {
    case "title": "Case"
    case "first_date": "Begins"
    case "last_date": "Ends"
    case "detainer->jail_release": "To release"
    default: label(column)
    }
  }

  /// "Detainer to jail release".
  static func label(_ column: CaseColumn) -> ShownText {
    KeyWords.label(column.name.replacing("->", with: " to ").replacing(".", with: " "))
  }

  /// What it shows of a case: the first date, the interval, the values as written.
  static func value(_ column: CaseColumn, _ loaded: LoadedCase) -> StyledLine {
    switch column.kind {
    case .interval:
      if let gap = column.gap(in: loaded.chronology) {
        return StyledLine(Gate.shown(IntervalWords.short(gap, columns: intervalColumns)))
      }
      if let first = column.intervals(in: loaded.chronology).first?.interval,
        case .range = first.days
      {
        return StyledLine(Gate.shown(IntervalWords.short(first, columns: intervalColumns)))
      }
      return StyledLine(Gate.shown(column.lengths(of: loaded).first ?? ""))
    case .date:
      return date(column, loaded).map { StyledLine(DateText.startShort($0)) }
        ?? (isUndated(column, loaded) ? StyledLine("unknown", .unknown) : StyledLine())
    case .text: return text(column, loaded)
    }
  }

  /// The columns that a length takes at the least, so that no range is cut after its first number.
  static let intervalColumns = 10

  /// "Detainer: 13 October 2023."; what is missing is said.
  static func sentence(
    _ column: CaseColumn, _ loaded: LoadedCase, _ dates: DateForm = .long
  ) -> ShownText {
    let value: ShownText
    switch column.kind {
    case .interval:
      value =
        column.gap(in: loaded.chronology).map { Gate.shown(IntervalWords.long($0)) }
        ?? column.lengths(of: loaded).first.map { Gate.shown($0) } ?? "unknown"
    case .date: value = date(column, loaded).map { DateText.start($0, dates) } ?? "unknown"
    case .text:
      let text = text(column, loaded).text
      value = text.isBlank ? "unknown" : text
    }
    return SpokenText.closed("\(label(column)): \(value)")
  }

  /// "2. status, 20 cells".
  static func line(_ column: ListColumn, _ index: Int) -> ShownText {
    let width: ShownText = column.width.map { ", \($0) cells" } ?? ""
    return "\(index + 1). \(Gate.shown(column.column.name))\(width)"
  }

  /// "2. detainer to jail_release of 20 cells", or without its number.
  static func spoken(_ column: ListColumn, _ index: Int? = nil) -> ShownText {
    let number: ShownText = index.map { "\($0 + 1). " } ?? ""
    let width: ShownText = column.width.map { " of \($0) cells" } ?? ""
    return "\(number)\(Gate.shown(column.column.name.replacing("->", with: " to ")))\(width)"
  }

  // MARK: - Private

  private static func date(_ column: CaseColumn, _ loaded: LoadedCase) -> CalendarDate? {
    if let type = column.datedType {
      return loaded.chronology.first { $0.type == type }?.date
    }
    return column.values(of: loaded.content).first.flatMap { try? CalendarDate($0) }
  }

  /// Whether an event is there whose date is not.
  private static func isUndated(_ column: CaseColumn, _ loaded: LoadedCase) -> Bool {
    guard let type = column.datedType else { return column == .firstDate }
    return loaded.chronology.contains { $0.type == type }
  }

  private static func text(_ column: CaseColumn, _ loaded: LoadedCase) -> StyledLine {
    switch column.name {
    case "title": return StyledLine(loaded.title)
    case "outcome":
      guard let event = loaded.chronology.last(where: { $0.outcome != nil }),
        let words = OutcomeWords.brief(event, sources: loaded.content.sourceTable)
      else { return StyledLine() }
      let isKnown = event.outcome != "unknown" && event.outcome != "not_recorded"
      return StyledLine(words, isKnown ? .normal : .unknown)
    default:
      // What the case itself says stands for what its events say.
      if let own = loaded.content.text(column.name) { return StyledLine(Gate.shown(own)) }
      var values: [String] = []
      for value in column.values(of: loaded.content) where !values.contains(value) {
        values.append(value)
      }
      let isOfList = column.name.hasSuffix("outcome") || column.name.hasSuffix("charge_status")
      let words = values.map { isOfList ? KeyWords.value($0) : Gate.shown($0) }
      return StyledLine(words.joined(separator: "; "))
    }
  }
}

extension CaseColumn {
  /// The lengths of a named interval, in words.
  fileprivate func lengths(of loaded: LoadedCase) -> [String] {
    kind == .interval && !name.contains("->") ? values(of: loaded.content) : []
  }
}
