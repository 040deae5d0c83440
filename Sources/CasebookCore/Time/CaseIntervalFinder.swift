/// Finds the intervals of one chronology.
struct CaseIntervalFinder {
  private let chronology: [Event]
  private let asOf: DayNumber?

  init(_ chronology: [Event], asOf: DayNumber?) {
    self.chronology = chronology
    self.asOf = asOf
  }

  /// All named intervals in the order of their beginnings.
  var named: [CaseInterval] {
    let all =
      pairs(.chargeToDetainer, from: ["criminal_charge"], to: "detainer")
      + pairs(.detainerToRelease, from: ["detainer"], to: "jail_release") + pendingDetainers
      + pairs(.releaseToICEArrest, from: ["jail_release"], to: "ice_arrest")
      + pairs(.releaseToRearrest, from: ["jail_release", "ice_release"], to: "criminal_arrest")
      + stays(.timeInJail, of: "jail_custody") + stays(.lengthOfStay, of: "ice_custody")
    return all.enumerated().sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }
      .map(\.element)
  }

  /// What lies between an event and the nearest before it, where both have a known start.
  func gap(before index: Int) -> EventGap? {
    guard let start = start(index) else { return nil }
    var before = index - 1
    while before >= 0 {
      if let earlier = self.start(before), let interval = interval(before, index) {
        return EventGap(before: before, interval: interval, days: earlier.distance(to: start))
      }
      before -= 1
    }
    return nil
  }

  // MARK: - From one event to another

  private func pairs(
    _ name: CaseIntervalName, from types: Set<String>, to type: String
  ) -> [CaseInterval] {
    var taken: Set<Int> = []
    return chronology.indices.filter { types.contains(chronology[$0].type) }.compactMap { from in
      guard let to = follower(of: from, type), taken.insert(to).inserted,
        let interval = interval(from, to)
      else { return nil }
      return CaseInterval(name: name, from: from, to: to, interval: interval)
    }
  }

  /// The first event of a type at or after the start of another.
  private func follower(of index: Int, _ type: String) -> Int? {
    guard let start = start(index) else { return nil }
    return chronology.indices.first { other in
      other != index && chronology[other].type == type
        && (self.start(other).map { $0 >= start } ?? false)
    }
  }

  private func start(_ index: Int) -> DayNumber? {
    chronology[index].date?.startDays.earliest
  }

  private func interval(_ from: Int, _ to: Int) -> DayInterval? {
    guard let first = chronology[from].date, let second = chronology[to].date else { return nil }
    return DayInterval(from: first, to: second)
  }

  // MARK: - What lasts

  /// Detainers that are open and that no release follows.
  private var pendingDetainers: [CaseInterval] {
    chronology.indices.compactMap { index in
      guard chronology[index].type == "detainer", follower(of: index, "jail_release") == nil else {
        return nil
      }
      return soFar(.detainerToRelease, from: index, last: index)
    }
  }

  /// The stays of a type: stints that follow each other within a day are one.
  private func stays(_ name: CaseIntervalName, of type: String) -> [CaseInterval] {
    var stays: [ClosedRange<Int>] = []
    for index in chronology.indices where chronology[index].type == type && start(index) != nil {
      if let stay = stays.last, continues(stay.upperBound, index) {
        stays[stays.count - 1] = stay.lowerBound...index
      } else {
        stays.append(index...index)
      }
    }
    return stays.compactMap { stay($0, name) }
  }

  /// Whether a stint begins at most a day after another ended.
  private func continues(_ stint: Int, _ next: Int) -> Bool {
    guard let date = chronology[stint].date, date.isInterval, let end = date.endDays.latest,
      let start = start(next)
    else { return false }
    return end.distance(to: start) <= 1
  }

  private func stay(_ stay: ClosedRange<Int>, _ name: CaseIntervalName) -> CaseInterval? {
    guard let first = chronology[stay.lowerBound].date, let last = chronology[stay.upperBound].date,
      last.isInterval
    else { return nil }
    if last.hasOpenEnd { return soFar(name, from: stay.lowerBound, last: stay.upperBound) }
    guard last.endDays.latest != nil else { return nil }
    return CaseInterval(
      name: name, from: stay.lowerBound, to: stay.upperBound,
      interval: DayInterval(from: first.startDays, to: last.endDays, isForward: true))
  }

  private func soFar(_ name: CaseIntervalName, from: Int, last: Int) -> CaseInterval? {
    guard let asOf, let date = chronology[from].date, chronology[last].date?.hasOpenEnd == true,
      let start = start(from), start <= asOf
    else { return nil }
    let today = DayRange(earliest: asOf, latest: asOf)
    return CaseInterval(
      name: name, from: from, to: nil,
      interval: DayInterval(from: date.startDays, to: today, isForward: true), isSoFar: true)
  }
}
