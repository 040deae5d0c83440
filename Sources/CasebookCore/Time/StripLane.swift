/// A lane of the strip.
public struct StripLane: Sendable, Hashable {
  /// What it shows: one category, or several where there are fewer rows than categories.
  public var categories: [EventCategory]
  /// The rows, each with its marks from left to right. No two marks of a row share a column, but
  /// for one that is over the mark before it.
  public var rows: [[StripMark]]
}

/// The rows of a lane.
enum StripRows {
  /// The marks in as many rows as they need and are allowed.
  ///
  /// Marks with the same columns share them; a mark that would cover another goes to the next row.
  /// Where no row is left, a short mark lies over a longer one that holds it, and others that touch
  /// become a crowd.
  static func rows(_ marks: [StripMark], limit: Int) -> [[StripMark]] {
    var rows = [StripRow()]
    for mark in merged(marks) {
      if let row = rows.indices.first(where: { rows[$0].isFree(for: mark) }) {
        rows[row].append(mark)
      } else if rows.count < limit {
        rows.append(StripRow(mark))
      } else if let row = rows.indices.first(where: { rows[$0].holds(mark) }) {
        rows[row].lay(mark)
      } else {
        rows[rows.count - 1].crowd(mark)
      }
    }
    return rows.map(\.marks)
  }

  /// Marks from left to right, the longer of two first, in which events at one time share a mark.
  private static func merged(_ marks: [StripMark]) -> [StripMark] {
    var merged: [StripMark] = []
    var places: [Key: Int] = [:]
    for mark in marks.sorted(by: isBefore) {
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
      if mark.isBar { return nil }
      columns = mark.columns
      isUndated = mark.shape == .undated
    }
  }

  private static func isBefore(_ left: StripMark, _ right: StripMark) -> Bool {
    (left.columns.lowerBound, -left.columns.upperBound, left.events[0])
      < (right.columns.lowerBound, -right.columns.upperBound, right.events[0])
  }
}

/// A row to which marks are added from left to right.
private struct StripRow {
  private(set) var marks: [StripMark] = []
  /// The last mark that is not over another.
  private var base: Int?

  init() {}

  init(_ mark: StripMark) {
    append(mark)
  }

  /// Whether a mark begins after all marks of the row.
  func isFree(for mark: StripMark) -> Bool {
    base.map { marks[$0].columns.upperBound < mark.columns.lowerBound } ?? true
  }

  mutating func append(_ mark: StripMark) {
    base = marks.count
    marks.append(mark)
  }

  /// Whether a longer mark reaches at least as far, and shows more than the mark would cover.
  func holds(_ mark: StripMark) -> Bool {
    guard let base, marks[base].shape != .crowd else { return false }
    let columns = marks[base].columns
    guard columns.count > mark.columns.count, columns.upperBound >= mark.columns.upperBound else {
      return false
    }
    return !mark.isBar
      || (columns.lowerBound < mark.columns.lowerBound
        && mark.columns.upperBound < columns.upperBound)
  }

  /// Puts a mark over the last one; with another there that it touches it shares columns.
  mutating func lay(_ mark: StripMark) {
    if let last = marks.indices.last, last != base,
      marks[last].columns.upperBound >= mark.columns.lowerBound
    {
      marks[last].shape = .crowd
      marks[last].add(mark)
      return
    }
    var over = mark
    over.isOver = true
    marks.append(over)
  }

  /// Makes a crowd of a mark, the last one, and those over it.
  mutating func crowd(_ mark: StripMark) {
    guard let base else { return append(mark) }
    marks[base].shape = .crowd
    for over in marks[(base + 1)...] { marks[base].add(over) }
    marks.removeSubrange((base + 1)...)
    marks[base].add(mark)
  }
}

extension StripMark {
  fileprivate var isBar: Bool {
    if case .bar = shape { return true }
    return false
  }

  /// Takes in the events and the columns of another mark.
  fileprivate mutating func add(_ other: StripMark) {
    let lower = min(columns.lowerBound, other.columns.lowerBound)
    columns = lower...max(columns.upperBound, other.columns.upperBound)
    events = Set(events).union(other.events).sorted()
    isDisputed = isDisputed && other.isDisputed
    isCutAtStart = isCutAtStart || other.isCutAtStart
    isCutAtEnd = isCutAtEnd || other.isCutAtEnd
    if other.shape == .stretch, shape == .point { shape = .stretch }
  }
}
