internal import CColumns
import CScan
import Glibc

/// Puts the rows of cases straight into columns, without a tree, where they are ordinary: keys and
/// types met before, no problem to note, nothing said twice and differently.
///
/// What a case means is said in ``TableTree`` and ``SegmentBuilder``, which read what is out of the
/// ordinary; a test holds both ways to the same columns. Hot path: nearly every row of a large table
/// passes here.
struct TableColumns {
  private let columns: OpaquePointer?
  private var paths: TablePaths
  /// The types of the case at hand that the vocabulary does not name.
  private var typeSights: [UInt32] = []
  /// The ids of the sources of the case at hand.
  private var sources: [(row: Int, id: CellValue)] = []
  private var order = EventOrder()

  /// A case of more sources than this is read as a tree, which finds them by a table.
  private static let mostSources = 64

  /// Begins with no path met.
  init(_ rows: TableTree, _ builder: SegmentBuilder) {
    columns = builder.columns
    paths = TablePaths(rows, builder.columns)
  }

  /// Puts a case into the columns of a builder; where it is out of the ordinary, nothing of it is
  /// kept, and it is to be read as a tree.
  ///
  /// - Parameters:
  ///   - rows: the rows of the case.
  ///   - places: where they stand.
  ///   - builder: the builder that the columns are of.
  /// - Returns: whether that was done.
  mutating func append(
    _ rows: TableTree, _ places: [Provenance], to builder: inout SegmentBuilder
  ) -> Bool {
    guard paths.isPlain else { return false }
    paths.refresh(rows)
    typeSights.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
    guard add(rows), ccolumns_settle(columns),
      cscan_arena_end_case(ccolumns_text(columns)) == CSCAN_ARENA_DONE
    else {
      ccolumns_take_back(columns)
      return false
    }
    for type in typeSights { ccolumns_type_at(columns, type)?.pointee.sights += 1 }
    builder.endCase(places, rows.traits)
    return true
  }

  // MARK: - The case

  private mutating func add(_ rows: TableTree) -> Bool {
    let id = rows.bytes(rows.id, of: 0)
    let base = id.baseAddress?.assumingMemoryBound(to: UInt8.self)
    ccolumns_add_id(columns, base, UInt32(id.count))
    guard cscan_arena_append(ccolumns_text(columns), base, id.count) == CSCAN_ARENA_DONE,
      addEntries(rows), addCaseFields(rows), addSources(rows)
    else { return false }
    for row in 0..<rows.count where !rows.states[row].extras.isEmpty { return false }
    order.read(rows)
    for slot in order.slots {
      guard let event = slot.event, add(event: event, ofRow: slot.row, rows) else { return false }
    }
    return true
  }

  private func addEntries(_ rows: TableTree) -> Bool {
    let caseNumber = ccolumns_case_count(columns)
    var map: String?
    for index in rows.joined.entries.indices {
      guard let first = rows.firstRow(saying: rows.joined.entries[index]) else { continue }
      let entry = rows.joined.entries[index]
      guard entry.separator == nil, paths.entries[index] != TablePaths.none else { return false }
      if entry.map == nil || entry.map != map,
        !isPlain(paths.tops[index], entry.map == nil ? .field : .subject)
      {
        return false
      }
      map = entry.map
      guard addOnce(entry, paths.entries[index], from: first, caseNumber, rows) else {
        return false
      }
    }
    return true
  }

  /// Columns by themselves that are the case's.
  private func addCaseFields(_ rows: TableTree) -> Bool {
    for row in 0..<rows.count where rows.isOfCase(row) {
      guard rows.count == 1,
        addColumns(ofRow: row, rows, ccolumns_case_count(columns), isCase: true)
      else { return false }
    }
    return true
  }

  /// Adds the first value there is, where no row says otherwise.
  private func addOnce(
    _ entry: JoinedEntries.Entry, _ path: UInt32, from first: Int, _ caseNumber: UInt32,
    _ rows: TableTree
  ) -> Bool {
    let said = TableTree.value(of: entry, rows.states[first])
    for row in first + 1..<max(first + 1, rows.count) {
      let other = TableTree.value(of: entry, rows.states[row])
      if other.isMissing || rows.areEqual(said, of: first, other, of: row) { continue }
      var pieces: [TableTree.ComposedPiece]?
      if rows.agreement(of: row, with: first, on: entry, &pieces) != .same { return false }
    }
    return put(said, ofRow: first, path, caseNumber, rows)
  }

  private mutating func addSources(_ rows: TableTree) -> Bool {
    let caseNumber = ccolumns_case_count(columns)
    for row in 0..<rows.count {
      let table = rows.states[row].table
      var first = 0
      for (number, keys) in rows.tables[table].decoder.binding.sourceKeys.enumerated() {
        defer { first += keys.count }
        guard let idKey = keys.firstIndex(of: "id") else { continue }
        let id = rows.states[row].sourceValues[first + idKey]
        guard id.hasText,
          !sources.contains(where: { rows.areEqual($0.id, of: $0.row, id, of: row) })
        else { continue }
        if sources.count == Self.mostSources { return false }
        sources.append((row, id))
        for offset in keys.indices {
          let found = rows.states[row].sourceValues[first + offset]
          if found.isMissing { continue }
          if keys[offset] == "date", DateSpan.parse(rows.bytes(found, of: row)) == nil {
            return false
          }
          let path = paths.key(offset, ofSource: number, table: table)
          guard path != TablePaths.none, put(found, ofRow: row, path, caseNumber, rows)
          else { return false }
        }
      }
    }
    return true
  }

  // MARK: - Events

  private mutating func add(event index: Int, ofRow row: Int, _ rows: TableTree) -> Bool {
    let decoder = rows.tables[rows.states[row].table].decoder
    let event = rows.states[row].events[index]
    let number = UInt32(clamping: ccolumns_event_count(columns))
    guard event.type.hasText, let type = type(rows.bytes(event.type, of: row)),
      event.span != nil || !event.date.hasText,
      addEntries(of: event, ofRow: row, number, decoder, rows)
    else { return false }
    if index == 0, decoder.profile.rest == .event,
      !addColumns(ofRow: row, rows, number, isCase: false)
    {
      return false
    }
    ccolumns_add_event(columns, type, ccolumns_span(event.span ?? .missing))
    return true
  }

  private func addEntries(
    of event: RowEvent, ofRow row: Int, _ number: UInt32, _ decoder: TableDecoder,
    _ rows: TableTree
  ) -> Bool {
    let rule = decoder.binding.events[event.rule]
    for index in rule.entries.indices {
      let found = rows.states[row].eventValues[event.firstValue + index]
      if found.isMissing { continue }
      let path = paths.entry(index, ofRule: event.rule, table: rows.states[row].table)
      if path == TablePaths.none { return false }
      if ccolumns_path_at(columns, path)?.pointee.role == .event_source {
        guard refers(rows.bytes(found, of: row), rows) else { return false }
      } else if !isPlain(path, .field) {
        return false
      }
      guard put(found, ofRow: row, path, number, rows) else { return false }
    }
    return true
  }

  /// Adds the columns of a row that no template names.
  private func addColumns(
    ofRow row: Int, _ rows: TableTree, _ number: UInt32, isCase: Bool
  ) -> Bool {
    let table = rows.states[row].table
    let keys = rows.tables[table].decoder.binding.fieldKeys
    for column in 0..<min(rows.states[row].cells.count, keys.count) {
      let value = rows.states[row].cells[column]
      if value.isMissing || keys[column] == nil { continue }
      let path = paths.field(column, table: table, isCase: isCase)
      guard path != TablePaths.none, isPlain(path, .field),
        put(value, ofRow: row, path, number, rows)
      else { return false }
    }
    return true
  }

  /// The number of a type that was met before.
  private mutating func type(_ name: UnsafeRawBufferPointer) -> UInt32? {
    let number = ccolumns_type(
      columns, name.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(name.count), false)
    guard number != UInt32(CCOLUMNS_NONE),
      let note = ccolumns_type_at(columns, number)?.pointee
    else { return nil }
    if note.isKnown { return number }
    typeSights.append(number)
    return note.isNoted ? number : nil
  }

  /// Whether a reference names a source of the case.
  private func refers(_ reference: UnsafeRawBufferPointer, _ rows: TableTree) -> Bool {
    let end = reference.firstIndex(of: UInt8(ascii: "#")) ?? reference.count
    let id = UnsafeRawBufferPointer(rebasing: reference[..<end])
    return sources.contains { source in
      let own = rows.bytes(source.id, of: source.row)
      guard let left = own.baseAddress, let right = id.baseAddress else { return false }
      return own.count == id.count && memcmp(left, right, id.count) == 0
    }
  }

  // MARK: - Values

  /// Whether a key has a role.
  private func isPlain(_ path: UInt32, _ role: ccolumns_role) -> Bool {
    guard let entry = ccolumns_path_at(columns, path)?.pointee else { return false }
    return entry.role == role
  }

  private func put(
    _ value: CellValue, ofRow row: Int, _ path: UInt32, _ number: UInt32, _ rows: TableTree
  ) -> Bool {
    let bytes = rows.bytes(value, of: row)
    let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    let count = UInt32(bytes.count)
    return (count == 0 || ccolumns_allows(columns, path, base, count))
      && ccolumns_add_text(columns, path, number, base, count)
  }
}
