// Hot path: one call a segment, a few nanoseconds an event, at every change of the axis.

/// Counts the cases of some segments by type and column.
struct BandTally: Sendable {
  private let origin: LineupOrigin
  private let columns: DayColumns
  /// By type and column, how many cases have an event there.
  private(set) var counts: [UInt32]
  /// By type and column, the case that was counted last.
  private var last: [UInt32]
  private var caseNumber: UInt32 = 0

  init(_ origin: LineupOrigin, _ axis: LineupAxis, types: Int) {
    self.origin = origin
    columns = DayColumns(axis)
    counts = Array(repeating: 0, count: types * columns.count)
    last = counts
  }

  /// Counts the selected cases of a segment; `numbers` are those of its types.
  mutating func add(_ segment: Segment, _ cases: Bitmap, numbers: [UInt32]) {
    var reader = LineupReader(origin, in: segment)
    var number = caseNumber
    let bases = numbers.map { Int($0) * columns.count }
    counts.withUnsafeMutableBufferPointer { counts in
      last.withUnsafeMutableBufferPointer { last in
        segment.withEvents { starts, types, spans in
          for row in cases {
            let events = Int(starts[row])..<Int(starts[row + 1])
            guard let origin = reader.origin(of: events, types, spans) else { continue }
            number += 1
            for event in events where spans[event].hasFirstDay && event != origin.event {
              let column = columns.column(ofDay: Int(spans[event].earliest) - origin.day)
              let place = bases[Int(types[event])] + column
              if last[place] != number {
                last[place] = number
                counts[place] += 1
              }
            }
          }
        }
      }
    }
    caseNumber = number
  }
}

/// The columns of days, looked up where they are near.
private struct DayColumns: Sendable {
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
