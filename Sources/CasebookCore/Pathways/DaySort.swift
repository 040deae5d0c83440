// Hot path: the events of every case that are not in order in their file.

/// Sorts the events of one case.
enum DaySort {
  /// Files mostly hold few events a case, nearly in order.
  private static let insertionLimit = 32

  /// Puts values in the order of their days; those of one day keep theirs.
  static func sort<Value, Day: Comparable>(
    _ slice: Slice<UnsafeMutableBufferPointer<Value>>, _ day: (Value) -> Day
  ) {
    let values = UnsafeMutableBufferPointer(rebasing: slice)
    guard values.count <= insertionLimit else {
      let order = values.indices.sorted { (day(values[$0]), $0) < (day(values[$1]), $1) }
      _ = values.update(from: order.map { values[$0] })
      return
    }
    for index in 1..<max(1, values.count) {
      let value = values[index]
      var place = index
      while place > 0, day(values[place - 1]) > day(value) {
        values[place] = values[place - 1]
        place -= 1
      }
      values[place] = value
    }
  }
}
