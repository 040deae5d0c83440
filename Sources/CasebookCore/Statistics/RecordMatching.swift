/// Matches the events of two releases, one to one.
struct RecordMatching {
  private let types: [String]
  /// What was found.
  private(set) var found: [LibraryComparison.Record] = []

  /// Ends of one event that lie further apart than this are those of two.
  private static let mostDays: Int = 7

  init(types: [String]) {
    self.types = types
  }

  /// Matches all events.
  mutating func match(_ old: [RecordReading.Record], _ new: [RecordReading.Record]) {
    let old = old.sorted(by: Self.isBefore)
    let new = new.sorted(by: Self.isBefore)
    var (first, second) = (0, 0)
    while first < old.count || second < new.count {
      let keys: [UInt64] = [
        first < old.count ? old[first].key : UInt64.max,
        second < new.count ? new[second].key : UInt64.max,
      ]
      let key = Swift.min(keys[0], keys[1])
      var ends = (first, second)
      while ends.0 < old.count, old[ends.0].key == key { ends.0 += 1 }
      while ends.1 < new.count, new[ends.1].key == key { ends.1 += 1 }
      matchAlike(Array(old[first..<ends.0]), Array(new[second..<ends.1]))
      (first, second) = ends
    }
  }

  /// By what does not change, then by the values, then as in the file.
  private static func isBefore(
    _ left: RecordReading.Record, _ right: RecordReading.Record
  ) -> Bool {
    if left.key != right.key { return left.key < right.key }
    if left.content != right.content { return left.content < right.content }
    if left.place.row != right.place.row { return left.place.row < right.place.row }
    return left.place.event ?? 0 < right.place.event ?? 0
  }

  /// Matches events that agree in all that does not change.
  private mutating func matchAlike(
    _ old: [RecordReading.Record], _ new: [RecordReading.Record]
  ) {
    var (left, right): ([RecordReading.Record], [RecordReading.Record]) = ([], [])
    var (first, second) = (0, 0)
    while first < old.count, second < new.count {
      if old[first].content == new[second].content {
        note(.same, old[first], new[second])
        first += 1
        second += 1
      } else if old[first].content < new[second].content {
        left.append(old[first])
        first += 1
      } else {
        right.append(new[second])
        second += 1
      }
    }
    left += old[first...]
    right += new[second...]
    matchUnique(&left, &right) { $0.end == $1.end }
    matchUnique(&left, &right, Self.mayBeOne)
    for one in left {
      note(right.contains { Self.mayBeOne(one, $0) } ? .ambiguous : .onlyOld, one, nil)
    }
    for other in right {
      note(left.contains { Self.mayBeOne($0, other) } ? .ambiguous : .onlyNew, nil, other)
    }
  }

  /// Matches the pairs of which each is the only one for the other.
  private mutating func matchUnique(
    _ left: inout [RecordReading.Record], _ right: inout [RecordReading.Record],
    _ fits: (RecordReading.Record, RecordReading.Record) -> Bool
  ) {
    guard !left.isEmpty, !right.isEmpty else { return }
    var partners: [[Int]] = []
    for one in left {
      var fitting: [Int] = []
      for index in right.indices where fits(one, right[index]) { fitting.append(index) }
      partners.append(fitting)
    }
    var counts = Array(repeating: 0, count: right.count)
    for partner in partners.joined() { counts[partner] += 1 }
    var (kept, taken): ([RecordReading.Record], Set<Int>) = ([], [])
    for (one, fitting) in zip(left, partners) {
      if fitting.count == 1, counts[fitting[0]] == 1 {
        note(.changed, one, right[fitting[0]])
        taken.insert(fitting[0])
      } else {
        kept.append(one)
      }
    }
    left = kept
    right = right.indices.filter { !taken.contains($0) }.map { right[$0] }
  }

  /// Whether two events that agree in what does not change may be one by their ends.
  private static func mayBeOne(
    _ one: RecordReading.Record, _ other: RecordReading.Record
  ) -> Bool {
    let none = DateSpan.unboundedFuture
    if one.end == none || other.end == none { return true }
    return abs(Int(one.end) - Int(other.end)) <= mostDays
  }

  private mutating func note(
    _ status: LibraryComparison.Status, _ old: RecordReading.Record?, _ new: RecordReading.Record?
  ) {
    guard let any = new ?? old else { return }
    found.append(
      LibraryComparison.Record(
        status: status, type: types[any.type], old: old?.place, new: new?.place, group: any.group))
  }
}
