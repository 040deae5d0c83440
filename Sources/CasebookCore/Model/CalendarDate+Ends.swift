extension CalendarDate {
  /// The days its start may mean; where the start is open or unknown, all days to the last
  /// possible one of the end.
  public var startDays: DayRange {
    switch form {
    case .single(let date): date.countableDays
    case .interval(let start, let end):
      start.date?.countableDays
        ?? DayRange(earliest: nil, latest: end.date?.countableDays.latest)
    }
  }

  /// The days its end may mean; where the end is open or unknown, all days from the first
  /// possible one of the start.
  public var endDays: DayRange {
    switch form {
    case .single(let date): date.countableDays
    case .interval(let start, let end):
      end.date?.countableDays
        ?? DayRange(earliest: start.date?.countableDays.earliest, latest: nil)
    }
  }
}

extension PartialDate {
  /// The days it may mean, unbounded where they are too far to be counted.
  fileprivate var countableDays: DayRange {
    isBeyondCountableDays ? DayRange(earliest: nil, latest: nil) : days
  }
}
