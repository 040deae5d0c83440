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

extension CalendarDate {
  /// The days that its start is sure to be among: lengths of time are measured from these.
  ///
  /// A date marked `?`, `~` or `%` may be wrong, so it rules out no day. A start is never after its
  /// end: of `2013/2013-06` it is in the first half of the year.
  public var sureStartDays: DayRange {
    switch form {
    case .single(let date): date.sureDays
    case .interval(let start, let end): start.sureDays.limited(latest: end.sureDays.latest)
    }
  }

  /// The days that its end is sure to be among; see ``sureStartDays``.
  public var sureEndDays: DayRange {
    switch form {
    case .single(let date): date.sureDays
    case .interval(let start, let end): end.sureDays.limited(earliest: start.sureDays.earliest)
    }
  }
}

extension DateBound {
  fileprivate var sureDays: DayRange { date?.sureDays ?? .unbounded }
}

extension DayRange {
  /// Every day.
  static let unbounded = DayRange(earliest: nil, latest: nil)

  /// Whether both ends are known.
  var isBounded: Bool { earliest != nil && latest != nil }

  /// The days up to one; all of them if that would leave none.
  fileprivate func limited(latest limit: DayNumber?) -> DayRange {
    guard let limit, limit < latest ?? .max, limit >= earliest ?? .min else { return self }
    return DayRange(earliest: earliest, latest: limit)
  }

  /// The days from one on; all of them if that would leave none.
  fileprivate func limited(earliest limit: DayNumber?) -> DayRange {
    guard let limit, limit > earliest ?? .min, limit <= latest ?? .max else { return self }
    return DayRange(earliest: limit, latest: latest)
  }
}

extension PartialDate {
  /// The days it may mean; every day if it is marked uncertain or approximate.
  fileprivate var sureDays: DayRange {
    isUncertain || isApproximate ? .unbounded : countableDays
  }

  /// The days it may mean, unbounded where they are too far to be counted.
  fileprivate var countableDays: DayRange {
    isBeyondCountableDays ? DayRange(earliest: nil, latest: nil) : days
  }
}
