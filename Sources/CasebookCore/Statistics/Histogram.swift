/// How many cases or events have a value of a measure in each of some bins.
///
/// A bin reaches up to its bound and holds it. Days are whole; if a bound is in hours, the length of
/// an event is counted from its times, which it has in the fields `booked_in` and `booked_out`. Without
/// both times a length of some days may be a day longer or shorter: it counts if that is one bin all
/// the same, and is not said otherwise.
public struct Histogram: Sendable {
  /// What is measured.
  public let measure: Measure
  /// What is counted.
  public let unit: CountUnit
  /// What each bin is called, such as `<=12h`, `>12h..72h` and `>72h`.
  public let names: [String]
  /// How many cases or events have a value in each bin; a case may be in several.
  public let counts: [Int]
  /// How many have no value, or one that may be in several bins.
  public let unknownCount: Int
  /// How many cases or events there are.
  public let total: Int

  /// Counts the selected cases of a library.
  ///
  /// - Parameters:
  ///   - measure: What is measured.
  ///   - bounds: The bounds of the bins, ascending; at most ``BinBound/limit``.
  ///   - unit: What is counted.
  ///   - selection: The cases.
  ///   - library: The library they are of.
  ///   - asOf: The day that open ends are counted to.
  ///   - threads: How many threads share the work.
  /// - Throws: Times as bounds of what is no time, and the other way round.
  public init(
    _ measure: Measure, bounds: [BinBound], counting unit: CountUnit, of selection: Selection,
    in library: Library, asOf: DayNumber?, threads: Int = 1
  ) throws(QuestionError) {
    guard bounds.allSatisfy({ $0.isTime == measure.isTime }) else {
      throw .binsDoNotFit(measure.name, isTime: measure.isTime)
    }
    let tallies = selection.tallies(threads: threads, from: { HistogramTally(bounds, unit) }) {
      tally, index in
      tally.add(
        measure, library.segments[index], selection.cases(ofSegment: index), of: library,
        asOf: asOf)
    }
    self.measure = measure
    self.unit = unit
    names = Self.names(bounds.map(\.text))
    counts = names.indices.map { bin in tallies.reduce(0) { $0 + $1.counts[bin] } }
    unknownCount = tallies.reduce(0) { $0 + $1.unknownCount }
    total = tallies.reduce(0) { $0 + $1.total }
  }

  private static func names(_ bounds: [String]) -> [String] {
    guard let first = bounds.first, let last = bounds.last else { return [] }
    let middle = zip(bounds, bounds.dropFirst()).map { ">\($0)..\($1)" }
    return ["<=\(first)"] + middle + [">\(last)"]
  }
}
