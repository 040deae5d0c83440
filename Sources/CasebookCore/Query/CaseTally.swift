/// How many of some cases are people, and how many are rows of which nobody knows the person.
///
/// Rows of tables with one id are one person. A row without an id is a case of its own and may be
/// of a person who is counted already, so it is never counted as one.
public struct CaseTally: Sendable, Hashable {
  /// Cases with an id of their own, and all cases that are not made of rows of tables.
  public var people: Int
  /// Cases that are a single row of a table without an id.
  public var rowsWithoutID: Int

  /// Makes counts.
  public init(people: Int = 0, rowsWithoutID: Int = 0) {
    self.people = people
    self.rowsWithoutID = rowsWithoutID
  }

  /// All cases.
  public var cases: Int { people + rowsWithoutID }
}

extension Selection {
  /// Counts people and rows without an id among the selected cases of a library.
  ///
  /// - Complexity: O(cases / 64).
  public func tally(in library: Library) -> CaseTally {
    var rows = 0
    for index in 0..<min(segmentCount, library.segments.count) {
      guard let withoutID = library.segments[index].valueCounts.withoutID else { continue }
      rows += cases(ofSegment: index).intersection(withoutID).population
    }
    return CaseTally(people: count - rows, rowsWithoutID: rows)
  }
}

extension Library {
  /// How many of all cases are people, and how many are rows without an id.
  ///
  /// - Complexity: O(cases / 64).
  public var tally: CaseTally {
    let rows = segments.reduce(0) { $0 + ($1.valueCounts.withoutID?.population ?? 0) }
    return CaseTally(people: caseCount - rows, rowsWithoutID: rows)
  }
}
