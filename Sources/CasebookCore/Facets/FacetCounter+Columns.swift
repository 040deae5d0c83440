// Hot path: facets follow every keystroke.

extension FacetCounter {
  /// Counts a segment whose values stand in columns, or are the dates or types of events; says
  /// whether it did.
  mutating func addQuickly(_ segment: Segment, _ cases: Bitmap, firstRow: Int) -> Bool {
    switch subject.kind {
    case .interval, .named: return false
    case .values(let target), .days(let target, _):
      let type = target.eventType.map { segment.typeIndex($0) }
      if let type, type == nil {
        unknownCount += cases.population
        return true
      }
      let columns = segment.columns(of: target)
      if case .days(_, let grouping) = subject.kind, target.eventPart == .date {
        guard columns.isEmpty else { return false }
        addDates(segment, cases, type ?? nil, grouping, firstRow)
        return true
      }
      if case .values = subject.kind, target.eventPart == .type {
        guard columns.isEmpty else { return false }
        addTypes(segment, cases, type ?? nil, firstRow)
        return true
      }
      guard target.eventPart == nil, target.name != "id" else { return false }
      addColumns(columns, segment, cases, type ?? nil, firstRow)
      return true
    }
  }

  // MARK: - Columns

  private mutating func addColumns(
    _ columns: [ValueColumn], _ segment: Segment, _ cases: Bitmap, _ type: UInt16?,
    _ firstRow: Int
  ) {
    tally.grow(to: keys.count + columns.reduce(0) { $0 + $1.valueCount + $1.longTextCount })
    var known = Bitmap(count: segment.caseCount)
    // What earlier columns said of each case, so that a value in two of them counts once.
    var before = columns.count > 1 ? CountedValues(count: segment.caseCount) : nil
    for (index, column) in columns.enumerated() {
      let isLast = index == columns.count - 1
      addColumn(column, segment, cases, type, firstRow, &before, keeps: !isLast, &known)
    }
    unknownCount += cases.population - known.population
  }

  private mutating func addColumn(
    _ column: ValueColumn, _ segment: Segment, _ cases: Bitmap, _ type: UInt16?, _ firstRow: Int,
    _ before: inout CountedValues?, keeps: Bool, _ known: inout Bitmap
  ) {
    var ids = [UInt32](repeating: FacetReader.unset, count: column.valueCount)
    var keys = self.keys
    self.keys = FacetKeys()
    let subject = self.subject
    tally.edit { entries in
      known.withMutableWords { known in
        cases.words.withUnsafeBufferPointer { words in
          segment.visit(column, ofType: type, rows: .cases) { code, row, _ in
            guard words[row >> 6] >> UInt64(row & 63) & 1 == 1 else { return }
            let isShort = code < ValueColumn.longText
            var id = isShort ? ids[Int(code)] : FacetReader.unset
            if id == FacetReader.unset {
              id = subject.id(of: code, in: column, segment, &keys, row: firstRow + row)
              if isShort { ids[Int(code)] = id }
            }
            if id == FacetReader.none { return }
            known[row >> 6] |= 1 << UInt64(row & 63)
            if before?.contains(id, row) == true { return }
            entries[Int(id)].count(row: firstRow + row)
            if keeps { before?.insert(id, row) }
          }
        }
      }
    }
    self.keys = keys
  }

  private mutating func addTypes(
    _ segment: Segment, _ cases: Bitmap, _ type: UInt16?, _ firstRow: Int
  ) {
    var ids = [UInt32](repeating: FacetReader.unset, count: segment.typeNames.count)
    tally.grow(to: keys.count + ids.count)
    var keys = self.keys
    self.keys = FacetKeys()
    var known = Known()
    tally.edit { entries in
      cases.words.withUnsafeBufferPointer { words in
        segment.visitEvents(ofType: type, rows: .cases) { event, row in
          guard words[row >> 6] >> UInt64(row & 63) & 1 == 1 else { return }
          known.add(row)
          let index = Int(segment.eventTypes[event])
          if ids[index] == FacetReader.unset {
            var name = segment.typeNames[index]
            ids[index] = name.withUTF8 {
              keys.id(UnsafeRawBufferPointer($0), .text, row: firstRow + row)
            }
          }
          entries[Int(ids[index])].count(row: firstRow + row)
        }
      }
    }
    self.keys = keys
    unknownCount += cases.population - known.count
  }

  // MARK: - Dates of events

  private mutating func addDates(
    _ segment: Segment, _ cases: Bitmap, _ type: UInt16?, _ grouping: FacetSubject.Grouping,
    _ firstRow: Int
  ) {
    var (keys, table, known) = (self.keys, idsOfDays, Known())
    (self.keys, idsOfDays) = (FacetKeys(), DayTable())
    table.prepare()
    tally.grow(to: keys.count + DayTable.size)
    // What the room made here does not hold, which takes thousands of years, is counted afterwards.
    var beyond: [(id: Int, row: Int)] = []
    let needsDay = grouping.needsDay
    tally.edit { entries in
      cases.words.withUnsafeBufferPointer { words in
        segment.eventSpans.withBuffer { spans in
          segment.visitEvents(ofType: type, rows: .cases) { event, row in
            guard words[row >> 6] >> UInt64(row & 63) & 1 == 1 else { return }
            let date = spans[event]
            let id: Int
            if !needsDay, DayTable.days.contains(date.earliest) {
              id = table.id(date.earliest) { day in
                let group = grouping.group(DateSpan(earliest: day, latest: day, flags: []))
                return keys.id(group: group ?? 0, row: firstRow + row)
              }
            } else {
              guard let group = grouping.group(date) else { return }
              id = Int(keys.id(group: group, row: firstRow + row))
            }
            known.add(row)
            guard id < entries.count else { return beyond.append((id, firstRow + row)) }
            entries[id].count(row: firstRow + row)
          }
        }
      }
    }
    for (id, row) in beyond { tally.count(id, row: row) }
    (self.keys, idsOfDays) = (keys, table)
    unknownCount += cases.population - known.count
  }

  /// Counts rows that come in ascending order, each once.
  private struct Known {
    private var last = -1
    private(set) var count = 0

    @inline(__always)
    mutating func add(_ row: Int) {
      if row == last { return }
      last = row
      count += 1
    }
  }
}

/// The numbers of the values of days, where they are looked up and not reckoned.
struct DayTable: Sendable {
  /// From 1 January 1900 up to, but without, 1 January 2101.
  static let days: Range<Int32> = -25_567..<47_847
  static var size: Int { days.count }

  private var ids: [UInt32] = []

  mutating func prepare() {
    if ids.isEmpty { ids = Array(repeating: FacetReader.unset, count: Self.size) }
  }

  @inline(__always)
  mutating func id(_ day: Int32, _ make: (Int32) -> UInt32) -> Int {
    let index = Int(day - Self.days.lowerBound)
    if ids[index] == FacetReader.unset { ids[index] = make(day) }
    return Int(ids[index])
  }
}

/// The values already counted for each case of a segment: mostly one.
struct CountedValues {
  private var first: [UInt32]
  private var more: [Int: [UInt32]] = [:]

  init(count: Int) {
    first = Array(repeating: FacetReader.unset, count: count)
  }

  @inline(__always)
  func contains(_ id: UInt32, _ row: Int) -> Bool {
    first[row] == id || !more.isEmpty && more[row]?.contains(id) == true
  }

  mutating func insert(_ id: UInt32, _ row: Int) {
    if first[row] == FacetReader.unset {
      first[row] = id
    } else {
      more[row, default: []].append(id)
    }
  }
}
