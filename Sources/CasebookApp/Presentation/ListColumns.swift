import CasebookCanvas
import CasebookCore
import CasebookText

/// The columns of the list: those that say something in the library at hand.
package struct ListColumns: Sendable {
  /// What a column shows.
  package enum Kind: Sendable, Equatable {
    case title, status, outcome, firstDate, place
    /// The first event of a type.
    case date(ofType: String)
    /// The days from the first event of a type to the first of another after it.
    case interval(from: String, to: String)
  }

  private let kinds: [Kind]
  private let table: TableColumns
  private let vocabulary: Vocabulary

  /// Chooses the columns of a library that fit a width.
  package init(of library: Library, columns: Int) {
    kinds = Self.kinds(of: library)
    vocabulary = library.vocabulary
    table = TableColumns(kinds.map(Self.column), fitting: columns)
  }

  private static func kinds(of library: Library) -> [Kind] {
    var kinds: [Kind] = [.title]
    if library.hasField(FieldPath(.wholeCase, "status")) { kinds.append(.status) }
    if library.hasType("detainer") {
      kinds.append(.date(ofType: "detainer"))
    } else {
      kinds.append(.firstDate)
    }
    if library.hasField(FieldPath(.event, "outcome")) { kinds.append(.outcome) }
    if library.hasType("detainer"), library.hasType("jail_release") {
      kinds.append(.interval(from: "detainer", to: "jail_release"))
    }
    if library.hasField(FieldPath(.wholeCase, "place")) { kinds.append(.place) }
    return kinds
  }

  private static func column(_ kind: Kind) -> TableColumn {
    switch kind {
    case .title: TableColumn("Case", minimum: 34, ideal: 56, priority: 0, grows: true)
    case .status: TableColumn("Status", minimum: 14, ideal: 20, priority: 4)
    case .outcome: TableColumn("Outcome", minimum: 10, ideal: 14, priority: 3)
    case .firstDate: TableColumn("Begins", minimum: 11, ideal: 11, priority: 1)
    case .date: TableColumn("Detainer", minimum: 11, ideal: 11, priority: 1)
    case .interval:
      TableColumn("To release", minimum: 10, ideal: 10, priority: 2, alignment: .right)
    case .place: TableColumn("Place", minimum: 24, ideal: 26, priority: 5)
    }
  }

  /// The heads of the columns.
  package func header(_ glyphs: GlyphSet) -> StyledLine {
    table.header(ellipsis: glyphs.ellipsis)
  }

  /// The row of a case.
  package func line(_ loaded: LoadedCase, _ glyphs: GlyphSet) -> StyledLine {
    table.line(ellipsis: glyphs.ellipsis) { index in
      let line = value(kinds[index], loaded)
      return glyphs.isASCII ? Gate.ascii(line) : line
    }
  }

  private func value(_ kind: Kind, _ loaded: LoadedCase) -> StyledLine {
    let content = loaded.content
    switch kind {
    case .title: return StyledLine(loaded.title)
    case .status: return StyledLine(shown(content.status))
    case .place: return StyledLine(shown(content.place))
    case .firstDate:
      guard let date = loaded.chronology.first?.date else { return Self.unknownDate }
      return StyledLine(DateText.startShort(date))
    case .outcome:
      let outcome = loaded.chronology.last { $0.outcome != nil }?.outcome
      guard let outcome else { return StyledLine() }
      return StyledLine(
        KeyWords.value(outcome), outcome == "unknown" ? .unknown : .normal)
    case .date(let type):
      guard let event = loaded.chronology.first(where: { $0.type == type }) else {
        return StyledLine()
      }
      return event.date.map { StyledLine(DateText.startShort($0)) } ?? Self.unknownDate
    case .interval(let from, let to):
      guard let words = Intervals.first(from, to, in: loaded.chronology) else {
        return StyledLine()
      }
      return StyledLine(words)
    }
  }

  private static let unknownDate = StyledLine("unknown", .unknown)

  private func shown(_ text: String?) -> ShownText { text.map { Gate.shown($0) } ?? "" }
}

/// Intervals between events of two types.
enum Intervals {
  /// "111 d" from the first event of a type to the first of another on or after it.
  static func first(_ from: String, _ to: String, in chronology: [Event]) -> ShownText? {
    guard let start = chronology.firstIndex(where: { $0.type == from && $0.date != nil }),
      let first = chronology[start].date,
      let last = chronology[(start + 1)...].first(where: { $0.type == to })?.date
    else { return nil }
    let interval = DayInterval(from: first, to: last)
    guard interval.days != .unknown else { return nil }
    return Gate.shown(IntervalWords.short(interval))
  }
}
