/// The values of a measure in groups of cases or events: how many have one, the quartiles, the least
/// and the greatest.
///
/// Quantiles are interpolated between the two values next to them in order, in proportion: the
/// quantile `p` of `n` values lies at `(n - 1) * p` counted from the least, from 0 (type 7 of Hyndman
/// and Fan, 1996, the usual one of R, NumPy and `quantile_cont` of DuckDB). All values count, none is
/// sampled.
public struct Statistics: Sendable {
  /// A group.
  public struct Row: Sendable, Equatable {
    /// What the group says of each field, with the term that finds it; nil if nothing.
    public var group: [FacetValue?]
    /// How many cases, or events, are in the group.
    public var count = 0
    /// How many of them have a value.
    public var have = 0
    /// How many values there are: several of a case each count.
    public var values = 0
    /// The median of the values.
    public var median: Double?
    /// A quarter of the values is at most this.
    public var first: Double?
    /// Three quarters of the values are at most this.
    public var third: Double?
    /// The least value, with a row of the library that has it.
    public var least: Extreme?
    /// The greatest value, with a row of the library that has it.
    public var greatest: Extreme?
    /// For each length that was asked for, how many cases or events have a value up to it.
    public var within: [Int] = []
    /// How many of the values go on, and are counted to the day that was asked about.
    public var open = 0
    /// How many of the values are counted from dates that may mean several days or be wrong.
    public var inexact = 0
  }

  /// A value with a row of the library that has it, the first of several.
  public struct Extreme: Sendable, Equatable {
    /// The value.
    public var value: Double
    /// The row.
    public var row: Int
  }

  /// What was measured.
  public let measure: Measure
  /// What was counted.
  public let unit: CountUnit
  /// The fields of the groups.
  public let fields: [GroupField]
  /// The lengths that were asked for.
  public let lengths: [CalendarSpan]
  /// The groups: dates, numbers and several fields in their own order, else the largest first; what
  /// is not said is last.
  public let rows: [Row]

  /// Measures the selected cases of a library.
  ///
  /// - Parameters:
  ///   - measure: What is measured.
  ///   - fields: What groups are made by; none for one group of all.
  ///   - unit: What is counted. Cases that have no event of the measure's type count in the group
  ///     that does not say; with events as the unit they are in no group.
  ///   - lengths: Lengths to count values up to.
  ///   - selection: The cases.
  ///   - library: The library they are of.
  ///   - asOf: The day that open ends are counted to; without one they have no value.
  ///   - threads: How many threads share the work.
  /// - Complexity: O(events of the cases + values * log values).
  public init(
    _ measure: Measure, by fields: [GroupField] = [], counting unit: CountUnit = .cases,
    within lengths: [CalendarSpan] = [], of selection: Selection, in library: Library,
    asOf: DayNumber?, threads: Int = 1
  ) {
    let begin: @Sendable () -> StatisticsTally = {
      StatisticsTally(measure, by: fields, unit, within: lengths)
    }
    let tallies = selection.tallies(threads: threads, from: begin) { tally, index in
      tally.add(
        library.segments[index], number: index, selection.cases(ofSegment: index),
        firstRow: selection.firstRow(ofSegment: index), of: library, asOf: asOf)
    }
    var all = begin()
    for tally in tallies { all.add(tally) }
    self.measure = measure
    self.unit = unit
    self.fields = fields
    self.lengths = lengths
    rows = all.rows.sorted { Self.isBefore($0, $1, fields) }
  }

  private static func isBefore(_ left: Row, _ right: Row, _ fields: [GroupField]) -> Bool {
    if fields.count == 1, !fields[0].isOrdered {
      let unsaid = (left.group[0] == nil, right.group[0] == nil)
      if unsaid.0 != unsaid.1 { return unsaid.1 }
      let areNumbers = left.group[0]?.isNumber == true && right.group[0]?.isNumber == true
      if !areNumbers, left.count != right.count { return left.count > right.count }
    }
    for (one, other) in zip(left.group, right.group) {
      guard let one else { return false }
      guard let other else { return true }
      if one.place != other.place { return one.place < other.place }
      if one.text != other.text { return one.text < other.text }
    }
    return false
  }
}

/// Quantiles of values in order.
enum Quantile {
  /// The quantile of so many quarters; nil of no value.
  static func quarter(_ quarters: Int, of sorted: [Double]) -> Double? {
    guard !sorted.isEmpty else { return nil }
    let (rank, rest) = ((sorted.count - 1) * quarters).quotientAndRemainder(dividingBy: 4)
    let low = sorted[rank]
    return rest == 0 ? low : low + (sorted[rank + 1] - low) * Double(rest) / 4
  }
}
