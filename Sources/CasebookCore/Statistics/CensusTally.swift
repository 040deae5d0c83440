// Hot path: one call an event of the type.

/// The days on which people had an open event, so far.
struct CensusTally: Sendable {
  private let type: String
  private let fields: [GroupField]
  private let lasts: Bool
  private let moment: Census.Moment
  private let asOf: Int32
  private var table: GroupTable
  /// By group, the days on which a person comes and those behind the last.
  private var comings: [[Int32]] = []
  private var goings: [[Int32]] = []
  private(set) var first: Int32?
  private(set) var leftOut = 0
  private(set) var open = 0

  /// Days of one group, both ends included.
  private struct Stretch {
    var group: Int
    var first: Int32
    var last: Int32
  }

  init(
    _ type: String, by fields: [GroupField], lasts: Bool, at moment: Census.Moment, asOf: Int32
  ) {
    self.type = type
    self.fields = fields
    self.lasts = lasts
    self.moment = moment
    self.asOf = asOf
    table = GroupTable(fields: fields.count)
  }

  /// Counts the selected cases of a segment.
  mutating func add(_ segment: Segment, number: Int, _ cases: Bitmap, firstRow: Int) {
    guard let type = segment.typeIndex(type) else { return }
    var reader = GroupReader(fields, in: segment, number: number, firstRow: firstRow)
    var stretches: [Stretch] = []
    for row in cases {
      stretches.removeAll(keepingCapacity: true)
      reader.begin(row, &table)
      for event in segment.events(ofCase: row) where segment.eventTypes[event] == type {
        guard let days = days(segment.eventSpans[event]) else { continue }
        reader.visit(event, of: row, &table) { group in
          stretches.append(Stretch(group: group, first: days.first, last: days.last))
        }
      }
      add(stretches)
    }
  }

  /// The first and the last day on which an event is open at the moment; nil if there is none, or
  /// if that is not known.
  private mutating func days(_ span: DateSpan) -> (first: Int32, last: Int32)? {
    let isOpen = span.flags.contains(.openEnd)
    // What lasts and has one date began then: nobody knows when it ended.
    let hasEnd = span.flags.contains(.interval) ? span.latestDay != nil : !lasts
    guard span.hasFirstDay, isOpen || hasEnd && span.latest >= span.earliest else {
      leftOut += 1
      return nil
    }
    first = min(first ?? span.earliest, span.earliest)
    open += isOpen ? 1 : 0
    let last = isOpen ? asOf : moment == .midnight ? span.latest - 1 : span.latest
    return last < span.earliest ? nil : (span.earliest, last)
  }

  /// Adds the days of a person, those of a group that overlap as one stretch.
  private mutating func add(_ stretches: [Stretch]) {
    guard var stretch = stretches.first else { return }
    if stretches.count == 1 { return note(stretch) }
    let sorted = stretches.sorted { ($0.group, $0.first) < ($1.group, $1.first) }
    stretch = sorted[0]
    for next in sorted.dropFirst() {
      if next.group == stretch.group, next.first <= stretch.last {
        stretch.last = max(stretch.last, next.last)
      } else {
        note(stretch)
        stretch = next
      }
    }
    note(stretch)
  }

  private mutating func note(_ stretch: Stretch) {
    while comings.count <= stretch.group {
      comings.append([])
      goings.append([])
    }
    comings[stretch.group].append(stretch.first)
    goings[stretch.group].append(stretch.last + 1)
  }

  /// Takes in what was counted in other segments.
  mutating func add(_ other: CensusTally, _ fields: [GroupField]) {
    let numbers = table.numbers(of: other.table, fields)
    for (index, days) in other.comings.enumerated() {
      let group = numbers[index]
      while comings.count <= group {
        comings.append([])
        goings.append([])
      }
      comings[group] += days
      goings[group] += other.goings[index]
    }
    first = [first, other.first].compactMap(\.self).min()
    leftOut += other.leftOut
    open += other.open
  }

  /// The people of each group on some days, which ascend.
  func groups(on days: [DayNumber], _ fields: [GroupField]) -> [Census.Group] {
    comings.indices.map { group in
      let (come, gone) = (comings[group].sorted(), goings[group].sorted())
      var (arrived, left) = (0, 0)
      let people = days.map { day in
        while arrived < come.count, come[arrived] <= day.rawValue { arrived += 1 }
        while left < gone.count, gone[left] <= day.rawValue { left += 1 }
        return arrived - left
      }
      return Census.Group(value: table.values(ofGroup: group, fields).first ?? nil, people: people)
    }
  }
}
