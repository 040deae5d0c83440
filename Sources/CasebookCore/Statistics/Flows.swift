/// From which value of a field to which other people move, event after event of a type.
///
/// The events of a case are taken in the order of their first possible days, those of one day in the
/// order of their ends, then of the file. Each pair of neighbours with different values is a move; two
/// events in a row with the same value are none. The days of a move run from the beginning of the one
/// event to that of the other.
public struct Flows: Sendable {
  /// Which events follow each other.
  public enum Span: String, Sendable, Hashable, CaseIterable {
    /// Those of one stay: with the same `stay` if the events have such a field, else those that begin
    /// at most a day after the one before ended.
    case stay
    /// All events of a person.
    case person
  }

  /// Moves from one value to another.
  public struct Row: Sendable {
    /// The value before; nil if it is not said.
    public var from: FacetValue?
    /// The value behind; nil if it is not said.
    public var to: FacetValue?
    /// How many people moved so.
    public var people = 0
    /// How often they did.
    public var moves = 0
    /// The median of the days; between two values their mean.
    public var median: Double?
  }

  /// The event type.
  public let type: String
  /// The field.
  public let field: GroupField
  /// Which events follow each other.
  public let span: Span
  /// The moves, those of most people first.
  public let rows: [Row]
  /// How many neighbours have the same value, and are no move.
  public let same: Int
  /// How many events have no first day, and are in no order.
  public let undated: Int

  /// Counts the moves of the selected cases of a library.
  ///
  /// - Complexity: O(events of the cases * log of those of a case).
  public init(
    _ type: String, by field: GroupField, per span: Span = .stay, of selection: Selection,
    in library: Library, threads: Int = 1
  ) {
    let begin: @Sendable () -> FlowTally = { FlowTally(type, by: field, per: span) }
    let tallies = selection.tallies(threads: threads, from: begin) { tally, index in
      tally.add(
        library.segments[index], number: index, selection.cases(ofSegment: index),
        firstRow: selection.firstRow(ofSegment: index))
    }
    var all = begin()
    for tally in tallies { all.add(tally) }
    self.type = type
    self.field = field
    self.span = span
    same = all.same
    undated = all.undated
    rows = all.rows.sorted { left, right in
      if left.people != right.people { return left.people > right.people }
      if left.moves != right.moves { return left.moves > right.moves }
      let names = (left.from?.text ?? "~", right.from?.text ?? "~")
      if names.0 != names.1 { return names.0 < names.1 }
      return left.to?.text ?? "~" < right.to?.text ?? "~"
    }
  }
}
