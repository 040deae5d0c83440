// Hot path: some nanoseconds for each event behind another of its type, at every change of the axis.

extension LineupDays {
  /// By type and column, how many cases have an event there.
  func counts(in columns: DayColumns) -> [Int] {
    var counts = [Int](repeating: 0, count: types * columns.count)
    for day in nearDays {
      let column = columns.column(ofDay: day)
      for type in 0..<types { counts[type * columns.count + column] += count(ofRow: type, at: day) }
    }
    for event in far where event.row < types {
      counts[Int(event.row) * columns.count + columns.column(ofDay: Int(event.day))] += 1
    }
    counts.withUnsafeMutableBufferPointer { counts in
      for pair in further {
        let column = columns.column(ofDay: Int(pair.day))
        let isOther = column != columns.column(ofDay: Int(pair.nearer))
        counts[Int(pair.type) * columns.count + column] += isOther ? 1 : 0
      }
      // Counted on both sides above.
      for pair in both {
        let column = columns.column(ofDay: Int(pair.day))
        let isSame = column == columns.column(ofDay: Int(pair.nearer))
        counts[Int(pair.type) * columns.count + column] -= isSame ? 1 : 0
      }
    }
    return counts
  }
}

/// The columns of days, looked up where they are near.
struct DayColumns: Sendable {
  private let axis: LineupAxis
  /// The columns of the days from the first one of the window.
  private let near: [UInt16]
  private let first: Int

  /// Windows of more days are not looked up: some 350 years.
  private static let mostDays = 1 << 17

  init(_ axis: LineupAxis) {
    self.axis = axis
    first = axis.window.lowerBound
    let isShort = axis.window.count <= Self.mostDays
    near = isShort ? axis.window.map { UInt16(clamping: axis.column(ofDay: $0)) } : []
  }

  var count: Int { axis.axis.columns.count }

  @inline(__always)
  func column(ofDay day: Int) -> Int {
    let index = day - first
    if index >= 0, index < near.count { return Int(near[index]) }
    return axis.column(ofDay: day)
  }
}
