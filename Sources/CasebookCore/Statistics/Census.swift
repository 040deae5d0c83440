/// How many people have an open event of a type on each of some days.
///
/// An event is open from its first possible day to its last. At midnight, the end of a day, those
/// are counted that began on or before it and ended after it or go on; at any time of the day also
/// those that ended on it. Each person counts once a day and group. What goes on is open up to the
/// day that is asked about, and not known after it.
public struct Census: Sendable {
  /// Which time of a day is meant.
  public enum Moment: String, Sendable, Hashable, CaseIterable {
    /// The end of the day.
    case midnight
    /// Any time of the day.
    case any
  }

  /// How far the days are from each other.
  public enum Step: String, Sendable, Hashable, CaseIterable {
    /// Every day.
    case day
    /// Every seventh day.
    case week
    /// The same day of every month, or its last day.
    case month
  }

  /// A group with the people of each day.
  public struct Group: Sendable {
    /// What the group says of the field; nil if nothing, or if there is no field.
    public let value: FacetValue?
    /// How many people there are, a number for each day.
    public let people: [Int]
  }

  /// The event type.
  public let type: String
  /// The field of the groups.
  public let field: GroupField?
  /// The days, ascending.
  public let days: [DayNumber]
  /// The groups in the order of their values, what is not said last; one of all without a field.
  public let groups: [Group]
  /// How many events are left out because their first or their last day is not known.
  public let leftOut: Int
  /// How many events go on, and are open up to the day that was asked about.
  public let open: Int

  /// More days than this are not counted: some 270 years.
  public static let dayLimit = 100_000

  /// Counts the selected cases of a library.
  ///
  /// - Parameters:
  ///   - type: The event type.
  ///   - field: What groups are made by; nil for one group of all.
  ///   - step: How far the days are from each other.
  ///   - from: The first day; if nil the first on which an event begins, with weeks its Monday, with
  ///     months the first of its month.
  ///   - to: The last day; not after `asOf`, and if nil that day.
  ///   - moment: Which time of a day is meant.
  ///   - selection: The cases.
  ///   - library: The library they are of.
  ///   - asOf: The last day that anything is known of.
  ///   - threads: How many threads share the work.
  /// - Throws: Days that are the wrong way round, or too many; events without days.
  /// - Complexity: O(events of the cases * log of those of a case + groups * days).
  public init(
    _ type: String, by field: GroupField? = nil, every step: Step, from: DayNumber? = nil,
    to: DayNumber? = nil, at moment: Moment = .midnight, of selection: Selection,
    in library: Library, asOf: DayNumber, threads: Int = 1
  ) throws(QuestionError) {
    let fields = field.map { [$0] } ?? []
    let lasts = library.vocabulary.type(type).isInterval
    let begin: @Sendable () -> CensusTally = {
      CensusTally(type, by: fields, lasts: lasts, at: moment, asOf: asOf.rawValue)
    }
    let tallies = selection.tallies(threads: threads, from: begin) { tally, index in
      tally.add(
        library.segments[index], number: index, selection.cases(ofSegment: index),
        firstRow: selection.firstRow(ofSegment: index))
    }
    var all = begin()
    for tally in tallies { all.add(tally, fields) }
    guard let first = all.first.map(DayNumber.init(rawValue:)) else { throw .withoutDays(type) }
    let last = min(to ?? asOf, asOf)
    let days = try Self.days(from: from ?? Self.start(first, step), to: last, every: step)
    self.type = type
    self.field = field
    self.days = days
    leftOut = all.leftOut
    open = all.open
    groups = all.groups(on: days, fields).sorted { left, right in
      guard let one = left.value, let other = right.value else { return left.value != nil }
      return one.place == other.place ? one.text < other.text : one.place < other.place
    }
  }

  /// The first day of the week or month of a day.
  private static func start(_ day: DayNumber, _ step: Step) -> DayNumber {
    switch step {
    case .day: day
    case .week: day.advanced(by: 1 - day.weekday.rawValue)
    case .month: day.advanced(by: 1 - day.calendarDay.day)
    }
  }

  private static func days(
    from: DayNumber, to: DayNumber, every step: Step
  ) throws(QuestionError) -> [DayNumber] {
    guard from <= to else { throw .wrongWayRound }
    var days: [DayNumber] = []
    while true {
      let next =
        switch step {
        case .day: from.advanced(by: days.count)
        case .week: from.advanced(by: 7 * days.count)
        case .month: from.addingMonths(days.count)
        }
      if next > to { return days }
      guard days.count < dayLimit else { throw .tooManyDays(limit: dayLimit) }
      days.append(next)
    }
  }
}
