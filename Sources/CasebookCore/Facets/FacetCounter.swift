// Hot path: facets follow every keystroke.

import Dispatch
import Synchronization

/// Counts the cases that have each value, a segment at a time.
public struct FacetCounter: Sendable {
  /// What is counted.
  public let subject: FacetSubject
  var keys = FacetKeys()
  var tally = FacetTally()
  var idsOfDays = DayTable()
  var unknownCount = 0
  private var caseCount = 0

  /// Begins with no case.
  public init(_ subject: FacetSubject) {
    self.subject = subject
  }

  /// Counts the selected cases of a segment.
  ///
  /// - Parameters:
  ///   - segment: The next segment of the library.
  ///   - cases: Those of its cases that count.
  ///   - firstRow: The row of its first case in the library.
  public mutating func add(_ segment: Segment, _ cases: Bitmap, firstRow: Int) {
    caseCount += cases.population
    if addQuickly(segment, cases, firstRow: firstRow) { return }
    var reader = FacetReader(subject, in: segment, firstRow: firstRow)
    // Taken out for the loop, which would else ask for exclusive access at every value.
    var (keys, tally) = (self.keys, self.tally)
    (self.keys, self.tally) = (FacetKeys(), FacetTally())
    for row in cases {
      var isKnown = false
      reader.readCase(row, &keys) { id in
        isKnown = true
        tally.count(Int(id), row: firstRow + row)
      }
      if !isKnown { unknownCount += 1 }
    }
    (self.keys, self.tally) = (keys, tally)
  }

  /// What was counted so far.
  public var facet: Facet {
    let values = (0..<keys.count).map { id in
      subject.value(id, keys, count: tally.count(of: id))
    }
    return Facet(
      subject: subject, values: values, unknownCount: unknownCount, caseCount: caseCount)
  }
}

/// How many cases have each value, none counted twice.
struct FacetTally: Sendable {
  /// A value's count, and beside it in memory the last row that was counted for it.
  struct Entry: Sendable {
    var count: UInt32 = 0
    /// No row where none was.
    var lastRow = UInt32.max

    /// Counts a row of the library; rows come in ascending order. Takes no decision, for whether a
    /// value comes again in a case cannot be foreseen.
    @inline(__always)
    mutating func count(row: Int) {
      let row = UInt32(truncatingIfNeeded: row)
      count &+= lastRow == row ? 0 : 1
      lastRow = row
    }
  }

  private var entries: [Entry] = []

  /// How many values there are room for.
  var size: Int { entries.count }

  /// Makes room for values up to, but without, a number.
  mutating func grow(to count: Int) {
    guard entries.count < count else { return }
    entries.append(contentsOf: repeatElement(Entry(), count: count - entries.count))
  }

  /// The count of a value.
  func count(of id: Int) -> Int { id < entries.count ? Int(entries[id].count) : 0 }

  /// Adds a count of rows that were not counted here.
  mutating func add(_ count: Int, to id: Int) {
    grow(to: id + 1)
    entries[id].count += UInt32(count)
  }

  /// Calls the body with the entries by value.
  @inline(__always)
  mutating func edit(_ body: (UnsafeMutableBufferPointer<Entry>) -> Void) {
    entries.withUnsafeMutableBufferPointer { body($0) }
  }

  /// Counts a value of a row; rows come in ascending order.
  @inline(__always)
  mutating func count(_ id: Int, row: Int) {
    if entries.count <= id { grow(to: id + 1) }
    entries[id].count(row: row)
  }
}

extension FacetCounter {
  /// Takes in what another counter counted in segments behind those of this one.
  mutating func add(_ other: FacetCounter) {
    for id in 0..<other.keys.count {
      let mine = keys.id(of: other.keys, id)
      tally.add(other.tally.count(of: id), to: Int(mine))
    }
    unknownCount += other.unknownCount
    caseCount += other.caseCount
  }

  /// Counts the selected cases of consecutive segments.
  mutating func add(_ selection: Selection, _ segments: Range<Int>, of library: Library) {
    for index in segments {
      add(
        library.segments[index], selection.cases(ofSegment: index),
        firstRow: selection.firstRow(ofSegment: index))
    }
  }
}

extension Facet {
  /// Counts the selected cases of a library at once.
  ///
  /// - Parameters:
  ///   - subject: What is counted.
  ///   - selection: The cases that count.
  ///   - library: The library they are of.
  ///   - threads: How many threads share the segments.
  public init(
    _ subject: FacetSubject, of selection: Selection, in library: Library, threads: Int = 1
  ) {
    let segments = selection.segmentCount
    let strands = max(1, min(threads, segments))
    let counted = Mutex([FacetCounter?](repeating: nil, count: strands))
    DispatchQueue.concurrentPerform(iterations: strands) { strand in
      var counter = FacetCounter(subject)
      // Stretches in a row, so that what is met first is what the first strand met.
      let range = segments * strand / strands..<segments * (strand + 1) / strands
      counter.add(selection, range, of: library)
      counted.withLock { [counter] in $0[strand] = counter }
    }
    var counter = FacetCounter(subject)
    for (strand, part) in counted.withLock({ $0 }).enumerated() {
      guard let part else { continue }
      if strand == 0 { counter = part } else { counter.add(part) }
    }
    self = counter.facet
  }
}

extension FacetSubject {
  /// A value with its count, its place in the natural order, and its term.
  func value(_ id: Int, _ keys: FacetKeys, count: Int) -> FacetValue {
    switch kind {
    case .values(let target):
      let text = keys.text(id)
      let kind = keys.kinds[id]
      var place = FacetValue.Place.text(Fold.folded(text))
      if kind == .number, let number = Double(text) { place = .number(number) }
      let sign = kind == .folded || kind == .number ? ":" : ":="
      return FacetValue(
        text: text, count: count, isFolded: kind == .folded, exampleRow: keys.exampleRows[id],
        term: QueryText.name(target.writtenName) + sign + QueryText.value(text), place: place)
    case .days(let target, let grouping):
      let group = keys.group(id)
      let text = grouping.text(group)
      return FacetValue(
        text: text, count: count, isFolded: false, exampleRow: keys.exampleRows[id],
        term: grouping.dates(group).map { QueryText.name(dateName(of: target)) + ":" + $0 },
        place: .number(Double(group)))
    case .interval, .named:
      let bucket = keys.group(id)
      return FacetValue(
        text: DayBucket.text(bucket), count: count, isFolded: false,
        exampleRow: keys.exampleRows[id], term: intervalTerm(bucket),
        place: .number(Double(bucket)))
    }
  }

  /// Two bounds of one sequence; a case with several such intervals may pass by two of them.
  func intervalTerm(_ bucket: Int) -> String {
    let (low, high) = DayBucket.bounds(bucket)
    if case .named = kind {
      return "\(QueryText.name(name)):\(low)d..\(high.map { "\($0)d" } ?? "")"
    }
    let least = low > 0 ? ["\(name)>=\(low)d"] : []
    let most = high.map { ["\(name)<=\($0)d"] } ?? []
    return (least + most).joined(separator: " ")
  }
}
