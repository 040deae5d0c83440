extension StripEvent {
  /// Makes what the strip needs of each event of a chronology.
  public static func events(_ chronology: [Event], _ vocabulary: Vocabulary) -> [StripEvent] {
    chronology.map { StripEvent($0, type: vocabulary.type($0.type)) }
  }

  /// Makes what the strip needs of an event of a type.
  ///
  /// A date with two ends lasts, whatever the type. An event of a type that lasts, with a single
  /// date, begins then, and its end is not known.
  public init(_ event: Event, type: EventType) {
    var places: [StripPlace] = []
    if let date = event.date, let place = StripPlace(date, lasts: type.isInterval) {
      places.append(place)
    }
    for account in event.claims.compactMap({ $0.text("date") }) where account != event.date?.text {
      guard let date = try? CalendarDate(account),
        let place = StripPlace(date, lasts: type.isInterval, isDisputed: true),
        !places.contains(place)
      else { continue }
      places.append(place)
    }
    self.init(category: type.category, places: places)
  }
}

extension StripPlace {
  /// Makes the place of a date; nothing where neither end has a known day.
  init?(_ date: CalendarDate, lasts: Bool, isDisputed: Bool = false) {
    switch date.form {
    case .single(let single):
      guard let date = single.stripDate else { return nil }
      let extent = lasts ? Extent.lasting(.date(date), .unknown) : .point(date)
      self.init(extent, isDisputed: isDisputed)
    case .interval(let start, let end):
      let (start, end) = (start.stripEnd, end.stripEnd)
      guard start.date != nil || end.date != nil else { return nil }
      self.init(.lasting(start, end), isDisputed: isDisputed)
    }
  }
}

extension DateBound {
  fileprivate var stripEnd: StripEnd {
    switch self {
    case .date(let date): date.stripDate.map(StripEnd.date) ?? .unknown
    case .open: .open
    case .unknown: .unknown
    }
  }
}

extension PartialDate {
  /// The minutes it may mean; nothing where no digit of its year is known.
  fileprivate var stripDate: StripDate? {
    guard let earliest, let latest else { return nil }
    let isDoubtful = isUncertain || isApproximate
    guard let time else {
      return StripDate(StripRange(days: earliest, latest), isDoubtful: isDoubtful)
    }
    // 24:00 is drawn in the last minute of its day.
    let minute = min(time.hour * 60 + time.minute, StripTime.minutesOfDay - 1)
    let start = StripTime(earliest).advanced(by: minute)
    return StripDate(start..<start.advanced(by: 1), isDoubtful: isDoubtful)
  }
}
