import CasebookApp
import CasebookCore
import CasebookText

extension ListCommand {
  /// Cases drawn where no limit is given.
  private static let drawnCases = 60

  /// The cases as timelines on one axis: days from an event, or the calendar.
  func picture(
    _ rows: [UInt32], of library: Library, from anchor: EventAnchor?
  ) throws -> [UInt8] {
    let selection = try filter.selection(in: library)
    let origin: LineupOrigin = anchor.map { .event($0) } ?? .calendar
    let findings = LineupFindings(
      origin, of: selection, in: library, threads: Environment.processors)
    let shown = Array(rows.prefix(limit ?? Self.drawnCases))
    let reader = CaseReader()
    var titles: [ShownText] = []
    for row in shown {
      let content = try library.content(ofRow: Int(row), reader)
      titles.append(Gate.shown(content.title ?? content.id))
    }
    guard
      let picture = LineupPicture.svg(
        LineupPicture.Content(
          rows: shown, findings: findings, library: library, source: filter.source(of: library)),
        titles: titles)
    else { throw Failure.usage("There is no dated event to draw.") }
    return picture
  }
}

extension FilterOptions {
  /// "sample library. Filter: outcome:declined.": what a picture says it was made of.
  func source(of library: Library) -> ShownText {
    let title = SpokenText.closed(Gate.shown(library.title))
    let filter = text.trimmed
    return filter.isEmpty
      ? "\(title) No filter." : "\(title) Filter: \(SpokenText.closed(Gate.shown(filter)))"
  }
}
