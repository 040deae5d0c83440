// Hot path: one call an event of the type.

/// The bins of some segments so far.
struct HistogramTally: Sendable {
  private let bounds: [Double]
  private let isTime: Bool
  private let isHours: Bool
  private let unit: CountUnit
  private(set) var counts: [Int]
  private(set) var unknownCount = 0
  private(set) var total = 0

  init(_ bounds: [BinBound], _ unit: CountUnit) {
    self.bounds = bounds.map(\.value)
    self.unit = unit
    isTime = bounds.contains(where: \.isTime)
    isHours = bounds.contains(where: \.isHours)
    counts = Array(repeating: 0, count: bounds.count + 1)
  }

  mutating func add(
    _ measure: Measure, _ segment: Segment, _ cases: Bitmap, of library: Library, asOf: DayNumber?
  ) {
    var walk = MeasureWalk(measure, in: segment, of: library, asOf: asOf)
    var times: TimesReader?
    if isHours, case .length = measure.kind { times = TimesReader(segment) }
    var isCount = false
    if case .count = measure.kind { isCount = true }
    for row in cases {
      var (bins, events) = (UInt64(0), 0)
      walk.visit(row) { found in
        events += 1
        guard !isCount else { return }
        let hours = found.event.flatMap { times?.hours(of: $0) }
        let bin = self.bin(found, hours: hours)
        if let bin { bins |= 1 << UInt64(bin) }
        guard unit == .events else { return }
        total += 1
        if let bin { counts[bin] += 1 } else { unknownCount += 1 }
      }
      guard unit == .cases || isCount else { continue }
      if isCount { bins = 1 << UInt64(bin(of: Double(events))) }
      total += 1
      if bins == 0 { unknownCount += 1 }
      for bin in counts.indices where bins >> UInt64(bin) & 1 == 1 { counts[bin] += 1 }
    }
  }

  /// The bin of a value; nil if there is none or it may be in several.
  private func bin(_ found: Measured, hours: Double?) -> Int? {
    guard let value = found.value else { return nil }
    guard isTime else { return bin(of: value) }
    guard isHours else { return bin(of: value * 24) }
    if let hours, !found.isOpen { return bin(of: hours) }
    // From the last minute of a day to the first of another, and from the first to the last.
    let least = bin(of: max(0, value - 1) * 24)
    let greatest = bin(of: (value + 1) * 24 - 1.0 / 60)
    return least == greatest ? least : nil
  }

  private func bin(of value: Double) -> Int {
    bounds.firstIndex { value <= $0 } ?? bounds.count
  }
}

/// Reads the hours between the times at which events began and ended, in ascending order.
private struct TimesReader {
  private var columns: [(values: StayReader, column: ValueColumn)]
  private var known: [[UInt32: Double]] = [[:], [:]]

  /// Nil if the events of the segment have no such fields.
  init?(_ segment: Segment) {
    columns = ["booked_in", "booked_out"].compactMap { name in
      segment.column(FieldPath(.event, name)).map { (StayReader($0), $0) }
    }
    guard columns.count == 2 else { return nil }
  }

  /// The hours of an event; nil if a time is missing or the end is before the start.
  mutating func hours(of event: Int) -> Double? {
    guard let start = time(0, of: event), let end = time(1, of: event), end >= start else {
      return nil
    }
    return end - start
  }

  private mutating func time(_ index: Int, of event: Int) -> Double? {
    let code = columns[index].values.stay(of: event)
    guard code < ValueColumn.longText else { return nil }
    if let hours = known[index][code] { return hours.isNaN ? nil : hours }
    let hours = Self.hours(columns[index].column.value(code))
    known[index][code] = hours ?? .nan
    return hours
  }

  /// The hours of a moment since 1970, in UTC; without a zone the clock is taken as it is.
  static func hours(_ text: String) -> Double? {
    guard let date = try? CalendarDate(text), let time = date.start?.time, let day = date.earliest
    else { return nil }
    let east = time.zone?.minutesEast ?? 0
    return Double(day.rawValue) * 24 + Double(time.secondsFromMidnight - east * 60) / 3_600
  }
}
