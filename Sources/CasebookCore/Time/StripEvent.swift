/// What the strip needs to know of one event: its lane, and the days it may mean.
public struct StripEvent: Sendable, Hashable {
  /// The lane.
  public var category: EventCategory
  /// Where it lies: first by its own date, then by each account that dates it otherwise. Empty where
  /// no day is known.
  public var places: [StripPlace]

  /// Makes an event of the strip.
  public init(category: EventCategory, places: [StripPlace]) {
    self.category = category
    self.places = places
  }
}

/// Where one date of an event lies.
public struct StripPlace: Sendable, Hashable {
  /// What the date stands for.
  public enum Extent: Sendable, Hashable {
    /// Something at one time.
    case point(StripDate)
    /// Something that lasts, from one end to the other.
    case lasting(StripEnd, StripEnd)
  }

  /// What the date stands for.
  public var extent: Extent
  /// Whether it is an account that differs from the event's own date.
  public var isDisputed: Bool

  /// Makes a place.
  public init(_ extent: Extent, isDisputed: Bool = false) {
    self.extent = extent
    self.isDisputed = isDisputed
  }

  /// The known dates: when something begins, ends or happens.
  var dates: [StripDate] {
    switch extent {
    case .point(let date): [date]
    case .lasting(let start, let end): [start.date, end.date].compactMap(\.self)
    }
  }

  /// The time that each of the known dates may mean.
  var anchors: [StripRange] { dates.map(\.range) }
}

/// One date as the minutes it may mean.
public struct StripDate: Sendable, Hashable {
  /// The minutes it may mean.
  public var range: StripRange
  /// Whether it is marked `?`, `~` or `%`.
  public var isDoubtful: Bool

  /// Makes a date.
  public init(_ range: StripRange, isDoubtful: Bool = false) {
    self.range = range
    self.isDoubtful = isDoubtful
  }

  /// Whether it is taken at its word, to the day or better.
  public var isExact: Bool {
    !isDoubtful && range.minutes <= StripTime.minutesOfDay
  }
}

/// An end of something that lasts.
public enum StripEnd: Sendable, Hashable {
  /// It has a date there.
  case date(StripDate)
  /// It has no end there: it goes on.
  case open
  /// It has an end that is not known.
  case unknown

  /// The date, where there is one.
  public var date: StripDate? {
    guard case .date(let date) = self else { return nil }
    return date
  }
}
