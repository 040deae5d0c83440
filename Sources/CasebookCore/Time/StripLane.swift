/// A lane of the strip.
public struct StripLane: Sendable, Hashable {
  /// What it shows: one category, or several where there are fewer rows than categories.
  public var categories: [EventCategory]
  /// The rows, each with its marks from left to right; no two marks of a row share a column.
  public var rows: [[StripMark]]
}

/// The rows of a lane.
enum StripRows {
  /// The rows of marks in as many rows as they need and are allowed.
  ///
  /// Marks with the same columns share them; a mark that would cover another goes to the next row.
  /// Where no row is left, marks that touch become a crowd.
  static func rows(_ marks: [StripMark], limit: Int) -> [[StripMark]] {
    var rows: [[StripMark]] = [[]]
    for mark in merged(marks) {
      if let row = rows.indices.first(where: { isFree(rows[$0], for: mark) }) {
        rows[row].append(mark)
      } else if rows.count < limit {
        rows.append([mark])
      } else {
        crowd(mark, into: &rows[rows.count - 1])
      }
    }
    return rows
  }

  /// Marks from left to right, in which events at one time share a mark.
  private static func merged(_ marks: [StripMark]) -> [StripMark] {
    var merged: [StripMark] = []
    var places: [Key: Int] = [:]
    for mark in marks.sorted(by: StripRows.isBefore) {
      guard let key = Key(mark) else {
        merged.append(mark)
        continue
      }
      if let index = places[key] {
        merged[index].add(mark)
      } else {
        places[key] = merged.count
        merged.append(mark)
      }
    }
    return merged
  }

  /// What marks have in common that share their columns; nothing for bars, whose ends must be seen.
  private struct Key: Hashable {
    let columns: ClosedRange<Int>
    let isUndated: Bool

    init?(_ mark: StripMark) {
      if case .bar = mark.shape { return nil }
      columns = mark.columns
      isUndated = mark.shape == .undated
    }
  }

  private static func isBefore(_ left: StripMark, _ right: StripMark) -> Bool {
    (left.columns.lowerBound, left.columns.upperBound, left.events[0])
      < (right.columns.lowerBound, right.columns.upperBound, right.events[0])
  }

  private static func isFree(_ row: [StripMark], for mark: StripMark) -> Bool {
    row.last.map { $0.columns.upperBound < mark.columns.lowerBound } ?? true
  }

  private static func crowd(_ mark: StripMark, into row: inout [StripMark]) {
    guard var last = row.popLast() else { return }
    last.shape = .crowd
    last.add(mark)
    row.append(last)
  }
}

extension StripMark {
  /// Takes in the events and the columns of another mark.
  fileprivate mutating func add(_ other: StripMark) {
    let lower = min(columns.lowerBound, other.columns.lowerBound)
    columns = lower...max(columns.upperBound, other.columns.upperBound)
    events = Set(events).union(other.events).sorted()
    isDisputed = isDisputed && other.isDisputed
    isCutAtStart = isCutAtStart || other.isCutAtStart
    isCutAtEnd = isCutAtEnd || other.isCutAtEnd
    if shape == .stretch || other.shape == .stretch, shape != .crowd { shape = .stretch }
  }
}
