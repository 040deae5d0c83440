/// The order in which the events of a case of rows are written: that of the tables and of their rows,
/// but for those of one day in a release, which stand in the order of a path through custody, those of
/// one type by time of day.
///
/// Tables have their names by chance, and paths count events of one day as written. Times of two
/// tables are not compared: each has its own clock, and some are zoned and others not. A single list
/// of events keeps its own order.
struct EventOrder {
  /// An event of a row.
  struct Slot {
    var row: Int
    /// The number of the event; nothing for the record of a row without one.
    var event: Int?
    /// Its first possible day.
    var day: Int32
  }

  /// The events in order.
  private(set) var slots: [Slot] = []
  private var byDay: [Int] = []

  /// The types in the order of a path through custody; others follow them.
  static let path = [
    "entry", "reentry", "border_apprehension", "placement", "criminal_arrest", "criminal_charge",
    "arraignment", "disposition", "jail_custody", "encounter", "detainer", "notification",
    "jail_release", "ice_arrest", "ice_custody", "notice_to_appear", "hearing", "bond_set",
    "relief", "final_order", "appeal", "bond_posted", "ice_release", "departure", "removal",
    "death",
  ]
  private static let ranks = Dictionary(
    uniqueKeysWithValues: path.enumerated().map { ($0.element, $0.offset) })

  /// Above so many events their days are sorted to find equal ones.
  private static let fewEvents = 24

  /// Takes the events of a case.
  mutating func read(_ rows: TableTree) {
    slots.removeAll(keepingCapacity: true)
    for row in 0..<rows.count {
      for event in rows.states[row].events.indices {
        let day = rows.states[row].events[event].span?.earliest ?? DateSpan.unboundedPast
        slots.append(Slot(row: row, event: event, day: day))
      }
      if rows.states[row].events.isEmpty, !rows.states[row].extras.isEmpty {
        slots.append(Slot(row: row, event: nil, day: DateSpan.unboundedPast))
      }
    }
    if rows.tables[0].decoder.profile.release == .folder, mayHaveTies { settleTies(rows) }
  }

  private var mayHaveTies: Bool {
    if slots.count > Self.fewEvents { return true }
    for index in slots.indices where slots[index].day != DateSpan.unboundedPast {
      for before in 0..<index where slots[before].day == slots[index].day { return true }
    }
    return false
  }

  private mutating func settleTies(_ rows: TableTree) {
    byDay.removeAll(keepingCapacity: true)
    byDay += slots.indices.lazy.filter { [slots] in slots[$0].day != DateSpan.unboundedPast }
    byDay.sort { [slots] in (slots[$0].day, $0) < (slots[$1].day, $1) }
    var first = 0
    while first < byDay.count {
      let day = slots[byDay[first]].day
      let end = byDay[first...].firstIndex { slots[$0].day != day } ?? byDay.count
      if end - first > 1 { settle(byDay[first..<end], rows) }
      first = end
    }
  }

  /// Puts events of one day into their places in order.
  private mutating func settle(_ places: ArraySlice<Int>, _ rows: TableTree) {
    let keys = places.map { place in
      (Self.rank(of: slots[place], rows), rows.second(of: slots[place]) ?? -1, place)
    }
    let ordered = keys.sorted(by: <).map { slots[$0.2] }
    for (place, slot) in zip(places, ordered) { slots[place] = slot }
  }

  private static func rank(of slot: Slot, _ rows: TableTree) -> Int {
    guard let event = slot.event else { return path.count }
    let type = rows.states[slot.row].events[event].type
    return ranks[String(decoding: rows.bytes(type, of: slot.row), as: UTF8.self)] ?? path.count
  }
}

extension TableTree {
  /// The second of the day at which an event begins, where a time is told.
  fileprivate func second(of slot: EventOrder.Slot) -> Int? {
    guard let event = slot.event else { return nil }
    let text = bytes(states[slot.row].events[event].start, of: slot.row)
    guard text.count >= 16, text[10] == UInt8(ascii: "T") else { return nil }
    func pair(_ first: Int) -> Int { Int(text[first]) * 10 + Int(text[first + 1]) - 11 * 0x30 }
    return (pair(11) * 60 + pair(14)) * 60 + (text.count >= 19 ? pair(17) : 0)
  }
}
