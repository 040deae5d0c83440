/// The days at which some cases have events of each type, counted from the origin of each case.
///
/// Only the event of a type that is nearest to the origin on its side is counted by its day; those
/// farther out are kept with the one before them. So the cases with an event in each column of any
/// axis can be told without another look at the events.
struct LineupDays: Sendable {
  /// Two events of one type in one case, by their days.
  struct Pair: Sendable {
    var type: UInt32
    var nearer: Int32
    var day: Int32

    init(_ type: Int, _ nearer: Int, _ day: Int) {
      self.type = UInt32(type)
      (self.nearer, self.day) = (Int32(clamping: nearer), Int32(clamping: day))
    }
  }

  /// How many types there are.
  let types: Int
  /// By type, how many cases have their nearest event before or after the origin at each day from
  /// `-reach` up to but without `reach`; in the last row what else lies there.
  private let near: CountTable
  /// The same for days outside, one by one.
  private(set) var far: [(row: UInt32, day: Int32)] = []
  /// Events behind the nearest, each with the next one towards the origin, of other days.
  private(set) var further: [Pair] = []
  /// The nearest events of a type on both sides of the origin.
  private(set) var both: [Pair] = []
  /// The first day and the last; the first is greater where there is none.
  private(set) var (first, last) = (Int.max, Int.min)

  /// How many days on either side are counted rather than noted one by one.
  let reach: Int

  /// Some 90 years, less where there are so many types that their counts would fill the memory, or
  /// so few cases that most counts would stay 0.
  private static let (mostDays, mostCounts, countsOfACase) = (1 << 15, 1 << 22, 1 << 9)

  /// Begins with no event, for so many cases at most; a copy would count in the same place.
  init(types: Int, cases: Int) {
    self.types = types
    let counts = min(Self.mostCounts, min(cases, Self.mostCounts) * Self.countsOfACase)
    reach = max(1, min(Self.mostDays, counts / (types + 1)))
    near = CountTable((types + 1) * 2 * reach)
  }

  /// The days from `-reach` to `reach` on which something lies.
  var nearDays: Range<Int> {
    guard first <= last else { return 0..<0 }
    let low = min(max(first, -reach), reach)
    return low..<max(low, min(last + 1, reach))
  }

  /// How many cases have their nearest event of a type at a day within reach.
  @inline(__always)
  func count(ofRow row: Int, at day: Int) -> Int {
    Int(near.values[(2 * row + 1) * reach + day])
  }

  /// Adds up how many cases have their nearest event of a type at each day from one on.
  func addCounts(ofRow row: Int, from first: Int, to sums: inout [UInt32]) {
    let days = nearDays.clamped(to: first..<first + sums.count)
    let start = (2 * row + 1) * reach
    sums.withUnsafeMutableBufferPointer { sums in
      for day in days { sums[day - first] &+= near.values[start + day] }
    }
  }

  // MARK: - Adding

  /// Counts the nearest event of a type.
  @inline(__always)
  mutating func add(nearest day: Int, type: Int) { count(day, row: type) }

  /// Counts an event behind another of its type.
  @inline(__always)
  mutating func add(_ day: Int, behind nearer: Int, type: Int) {
    count(day, row: types)
    if day != nearer { further.append(Pair(type, nearer, day)) }
  }

  /// Notes that a case has a type on both sides.
  @inline(__always)
  mutating func add(before: Int, after: Int, type: Int) {
    both.append(Pair(type, before, after))
  }

  /// Counts the last day of what lasts.
  @inline(__always)
  mutating func add(end day: Int) { count(day, row: types) }

  @inline(__always)
  private mutating func count(_ day: Int, row: Int) {
    first = min(first, day)
    last = max(last, day)
    if day >= -reach, day < reach {
      near.count((2 * row + 1) * reach + day)
    } else {
      far.append((UInt32(row), Int32(clamping: day)))
    }
  }
}
