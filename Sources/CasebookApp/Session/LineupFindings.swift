import CasebookCore

/// What was found about the listed cases as a whole: how many left, what happens, and when.
package struct LineupFindings: Sendable {
  /// What times are counted from.
  package let origin: LineupOrigin
  /// The filter and the number of cases in the library that it was asked of.
  var source: Source?

  /// What decides which cases are looked at.
  struct Source: Sendable, Equatable {
    /// The filter.
    var filter: String
    /// How many cases there were.
    var caseCount: Int
  }

  /// How many cases the filter finds.
  package let foundCount: Int
  /// How many of them lack the event and are not listed.
  package let leftOutCount: Int
  /// How many of those would have it if all their events of the type had a first possible day.
  package let undatedCount: Int
  /// What happens in the listed cases.
  package let summary: LineupSummary

  /// Looks at the cases of a filter.
  package init(
    _ origin: LineupOrigin, of found: Selection, in library: Library, threads: Int
  ) {
    self.origin = origin
    foundCount = found.count
    summary = LineupSummary(origin, of: found, in: library, threads: threads)
    leftOutCount = summary.alignment?.leftOutCount ?? 0
    undatedCount = summary.alignment?.undatedCount ?? 0
  }
}

/// The counts above the rows, with the axis they were made for.
package struct LineupBand: Sendable {
  /// The axis.
  package let axis: LineupAxis
  /// How many cases were counted.
  let cases: Int
  /// The counts by type and column.
  package let band: SummaryBand
}

extension Workspace {
  /// The axis of the listed timelines in a number of columns; nothing where no event has a day, or
  /// where it is not known yet.
  package func lineupAxis(in state: State, columns: Int) -> LineupAxis? {
    guard let findings = lineup, findings.origin == state.lineup.origin,
      let extent = findings.summary.extent
    else { return nil }
    return LineupAxis(
      extent, columns: columns, origin: findings.origin, window: state.lineup.window)
  }
}
