// Hot path: some ten nanoseconds a value of events.

/// Reads the records of two libraries and matches them.
struct RecordReading {
  private let old: Library
  private let new: Library
  private let types: [String]
  let field: GroupField?
  /// The fields of events that both libraries have, without those that hold the id of a case.
  let fields: Set<String>
  private let keys: KeyFields
  private var table: GroupTable

  /// What an event is recognised by, beside its type and first day.
  private struct KeyFields {
    var ofEvents: Set<String>
    var ofCases: Set<String>
  }

  /// An event or a case with what it is matched by.
  struct Record {
    var key: UInt64
    var content: UInt64
    var end: Int32
    var place: LibraryComparison.Place
    var type: Int
    var group: Int
  }

  init(_ old: Library, _ new: Library, by: String?) throws(QuestionError) {
    self.old = old
    self.new = new
    types = Set(old.segments.flatMap(\.typeNames) + new.segments.flatMap(\.typeNames)).sorted()
    let names = { (library: Library, scope: FieldPath.Scope) in
      Set(library.segments.flatMap(\.columns).filter { $0.path.scope == scope }.map(\.path.name))
    }
    let common = names(old, .event).intersection(names(new, .event))
    let usable = common.filter { name in
      !Self.places.contains(name) && !old.holdsIDs(name) && !new.holdsIDs(name)
    }
    let place = ["facility_code", "facility", "place"].first { usable.contains($0) }
    fields = usable
    keys = KeyFields(
      ofEvents: Set([place, "stay_book_in_date_time"].compactMap(\.self)).intersection(usable),
      ofCases: names(old, .wholeCase).intersection(names(new, .wholeCase))
        .intersection(["subject.sex", "subject.citizenship", "subject.birth_year"]))
    var field: GroupField?
    if let by {
      field = try GroupField(
        by, ofType: nil, isOfEvents: true, in: new, schema: Schema(of: new), asOf: nil)
      if field?.subject == nil {
        throw .query(QueryError(.unexpected(by), at: 0..<by.utf8.count))
      }
    }
    self.field = field
    table = GroupTable(fields: field == nil ? 0 : 1)
  }

  /// Where a row stood, which changes with every release.
  private static let places: Set<String> = [
    "file_original", "sheet_original", "row_original", "source",
  ]

  /// What a group is called; nil if nothing is said.
  func name(ofGroup number: Int) -> String? {
    guard let field else { return types.indices.contains(number) ? types[number] : nil }
    return table.values(ofGroup: number, [field])[0]?.text
  }

  // MARK: - Events

  mutating func eventsByAttributes() throws(QuestionError) -> [LibraryComparison.Record] {
    let ofTypes = { (library: Library) in Set(library.segments.flatMap(\.typeNames)) }
    guard !ofTypes(old).isDisjoint(with: ofTypes(new)) else { throw .noCommonTable }
    let pairs = (records(of: old), records(of: new))
    var matching = RecordMatching(types: types)
    matching.match(pairs.0, pairs.1)
    return matching.found
  }

  private mutating func records(of library: Library) -> [Record] {
    var records: [Record] = []
    records.reserveCapacity(library.eventCount)
    let numbers = Dictionary(uniqueKeysWithValues: types.enumerated().map { ($1, $0) })
    for (index, segment) in library.segments.enumerated() {
      let ofType = segment.typeNames.map { numbers[$0] ?? 0 }
      let hashes = EventHashes(segment, fields, keys.ofEvents, keys.ofCases)
      var reader = GroupReader(
        field.map { [$0] } ?? [], in: segment, number: index, firstRow: library.firstRows[index])
      for row in 0..<segment.caseCount {
        if field != nil { reader.begin(row, &table) }
        let events = segment.events(ofCase: row)
        for event in events {
          let type = ofType[Int(segment.eventTypes[event])]
          let span = segment.eventSpans[event]
          var group = type
          if field != nil {
            var isFirst = true
            reader.visit(event, of: row, &table) { number in
              if isFirst { group = number }
              isFirst = false
            }
          }
          let start = UInt64(UInt32(bitPattern: span.earliest)) << 32 | UInt64(type)
          let days = UInt64(UInt32(bitPattern: span.latest)) << 16 | UInt64(span.flags.rawValue)
          records.append(
            Record(
              key: Mix.hash(hashes.keys[event] &+ hashes.ofCases[row], start),
              content: Mix.hash(hashes.contents[event], days), end: span.latest,
              place: LibraryComparison.Place(
                row: library.firstRows[index] + row, event: event - events.lowerBound),
              type: type, group: group))
        }
      }
    }
    return records
  }

  // MARK: - Cases

  mutating func casesByID() throws(QuestionError) -> [LibraryComparison.Record] {
    let (before, after) = (rowsByID(old), rowsByID(new))
    guard before.isEmpty || after.isEmpty || before.keys.contains(where: { after[$0] != nil })
    else { throw .noCommonTable }
    var found: [LibraryComparison.Record] = []
    let note = {
      (status: LibraryComparison.Status, old: Int?, new: Int?, group: Int) in
      found.append(
        LibraryComparison.Record(
          status: status, type: nil, old: old.map { LibraryComparison.Place(row: $0) },
          new: new.map { LibraryComparison.Place(row: $0) }, group: group))
    }
    let groups = (self.groups(of: old), self.groups(of: new))
    for (id, rows) in before {
      let others = after[id] ?? []
      if rows.count == 1, others.count == 1 {
        note(isSame(rows[0], others[0]) ? .same : .changed, rows[0], others[0], groups.1[others[0]])
      } else if others.isEmpty {
        for row in rows { note(.onlyOld, row, nil, groups.0[row]) }
      } else {
        for row in rows { note(.ambiguous, row, nil, groups.0[row]) }
        for row in others { note(.ambiguous, nil, row, groups.1[row]) }
      }
    }
    for (id, rows) in after where before[id] == nil {
      for row in rows { note(.onlyNew, nil, row, groups.1[row]) }
    }
    return found
  }

  private func rowsByID(_ library: Library) -> [String: [Int]] {
    var rows: [String: [Int]] = [:]
    for row in 0..<library.caseCount { rows[library.id(ofRow: row), default: []].append(row) }
    return rows
  }

  private func isSame(_ row: Int, _ other: Int) -> Bool {
    guard let one = try? old.decode(row: row).get(), let two = try? new.decode(row: other).get()
    else { return false }
    return LibraryComparison.values(of: one) == LibraryComparison.values(of: two)
  }

  /// The group of each case: that of its first event, or of the case itself.
  private mutating func groups(of library: Library) -> [Int] {
    guard let field else { return Array(repeating: types.count, count: library.caseCount) }
    var groups: [Int] = []
    for (index, segment) in library.segments.enumerated() {
      var reader = GroupReader(
        [field], in: segment, number: index, firstRow: library.firstRows[index])
      for row in 0..<segment.caseCount {
        reader.begin(row, &table)
        var numbers: [Int] = []
        reader.visit(segment.events(ofCase: row).first, of: row, &table) { numbers.append($0) }
        groups.append(numbers[0])
      }
    }
    return groups
  }
}

extension Library {
  /// Whether values of a field of events hold the id of their case, which is another one in every
  /// release. Some dozens are looked at.
  fileprivate func holdsIDs(_ name: String) -> Bool {
    for segment in segments {
      guard let column = segment.column(FieldPath(.event, name)) else { continue }
      var owner = 0
      for entry in 0..<min(64, column.rows.count) where column.codes[entry] < ValueColumn.longText {
        while segment.eventStarts[owner + 1] <= column.rows[entry] { owner += 1 }
        let id = segment.id(ofCase: owner)
        if id.utf8.count > 7, column.value(column.codes[entry]).contains(id) { return true }
      }
    }
    return false
  }
}
