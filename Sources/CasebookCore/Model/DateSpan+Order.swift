extension DateSpan {
  /// A number that puts dates in the order of lists: by first possible day, then by last possible
  /// day, so that the more exact of two dates comes first.
  ///
  /// An open start is before every day; a start or a year that is not known is after every day; a
  /// missing date is last. Equal keys are told apart by `CalendarDate`'s own order, of which this
  /// is a coarser form.
  public var sortKey: UInt64 {
    if isMissing { return .max }
    let isStartUnknown = !flags.isDisjoint(with: [.unknownStart, .yearUnknown])
    let first = isStartUnknown ? Int32.max - 1 : earliest
    return UInt64(DateSpan.biased(first)) << 32 | UInt64(DateSpan.biased(latest))
  }

  private static func biased(_ day: Int32) -> UInt32 {
    UInt32(bitPattern: day) ^ 0x8000_0000
  }
}
