extension CalendarDateParser {
  /// What follows the `T`: hours and minutes, with or without seconds, fraction and zone.
  mutating func time() throws(CalendarDateError) -> TimeOfDay {
    let start = position
    let hour = try twoDigits(.time)
    guard take(Ascii.colon) else { throw unexpected(.time) }
    let minute = try twoDigits(.time)
    var second: Int?
    var fraction = 0..<0
    if take(Ascii.colon) {
      second = try twoDigits(.seconds)
      fraction = try self.fraction()
    }
    let clock = start..<position
    let time = TimeOfDay(
      hour: hour, minute: minute, second: second, nanosecond: nanoseconds(fraction),
      zone: try zone())
    let isWholeSecond = bytes[fraction].allSatisfy { $0 == Ascii.zero }
    guard time.exists(isWholeSecond: isWholeSecond) else { throw .noSuchTime(at: clock) }
    return time
  }

  private mutating func fraction() throws(CalendarDateError) -> Range<Int> {
    guard take(Ascii.dot) else { return 0..<0 }
    let digits = takeDigits()
    guard !digits.isEmpty else { throw unexpected(.seconds) }
    return digits
  }

  private func nanoseconds(_ fraction: Range<Int>) -> Int {
    let counted = fraction.prefix(9)
    let digits = counted.isEmpty ? 0 : number(counted)
    return (counted.count..<9).reduce(digits) { scaled, _ in scaled * 10 }
  }

  /// `Z`, `±hh`, `±hh:mm` or `±hhmm`; nothing where no zone is written.
  private mutating func zone() throws(CalendarDateError) -> TimeZoneOffset? {
    if take(Ascii.utc) { return .utc }
    let start = position
    let isWest = next == Ascii.hyphen
    guard take(Ascii.hyphen) || take(Ascii.plus) else { return nil }
    let hours = try twoDigits(.offset)
    let hasColon = take(Ascii.colon)
    let hasMinutes = hasColon || next.map(Ascii.isDigit) == true
    let minutes = hasMinutes ? try twoDigits(.offset) : 0
    if isWest && hours == 0 && minutes == 0 {
      guard hasColon else { throw .noSuchOffset(at: start..<position) }
      return .unknownPlace
    }
    let east = (hours * 60 + minutes) * (isWest ? -1 : 1)
    guard minutes < 60, -720...840 ~= east else { throw .noSuchOffset(at: start..<position) }
    return .minutes(east)
  }
}

extension TimeOfDay {
  /// Whether a clock can show it: to 23:59:59, 24:00:00 exactly, or a leap second, which comes at
  /// 23:59:60 UTC, so where the place is not known at the 60th second of some hour.
  fileprivate func exists(isWholeSecond: Bool) -> Bool {
    let second = second ?? 0
    if hour == 24 { return minute == 0 && second == 0 && isWholeSecond }
    guard hour < 24, minute < 60 else { return false }
    guard second == 60 else { return second < 60 }
    guard let zone, zone != .unknownPlace else { return minute == 59 }
    return (hour * 60 + minute - zone.minutesEast + 1_440) % 1_440 == 1_439
  }
}
