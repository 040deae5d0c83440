extension CalendarDate.Form {
  /// The days and flags of the whole.
  var span: DateSpan {
    switch self {
    case .single(let date):
      return DateSpan(days: date.days, flags: date.spanFlags)
    case .interval(let start, let end):
      var flags: DateSpan.Flags = .interval
      flags.formUnion(start.flags(open: .openStart, unknown: .unknownStart))
      flags.formUnion(end.flags(open: .openEnd, unknown: .unknownEnd))
      let days = DayRange(earliest: start.date?.earliest, latest: end.date?.latest)
      return DateSpan(days: days, flags: flags)
    }
  }
}

extension DateBound {
  fileprivate func flags(open: DateSpan.Flags, unknown: DateSpan.Flags) -> DateSpan.Flags {
    switch self {
    case .date(let date): date.spanFlags
    case .open: open
    case .unknown: unknown
    }
  }
}

extension PartialDate {
  fileprivate var spanFlags: DateSpan.Flags {
    var flags: DateSpan.Flags = []
    if isUncertain { flags.insert(.uncertain) }
    if isApproximate { flags.insert(.approximate) }
    if hasUnspecifiedDigits { flags.insert(.unspecified) }
    if isPartial { flags.insert(.partial) }
    if time != nil { flags.insert(.moment) }
    if season != nil { flags.insert(.season) }
    if precision == .unknown { flags.insert(.yearUnknown) }
    if isBeyondCountableDays { flags.insert(.beyondCountableDays) }
    return flags
  }
}
