import CScan

/// Makes the tree of one case of its rows, with the keys a case has in YAML.
///
/// The rows may stand in several tables of one release. What can be said once is the case's from the
/// first row that says it; a row that says it otherwise keeps its own word in its event, so that
/// nothing is lost, and the accounts stand side by side as the claims of the case.
struct TableTree {
  /// A table, and what reads its rows.
  final class Table {
    let decoder: TableDecoder
    /// The number of the decoder among the different ones.
    let decoderNumber: Int
    let source: SourceText
    let evaluator: RowEvaluator
    let check: TableRowCheck

    init(_ part: TablePart, decoderNumber: Int) {
      self.decoderNumber = decoderNumber
      decoder = part.decoder
      source = part.source
      evaluator = RowEvaluator(
        text: part.source.bytes, binding: decoder.binding, fileStem: decoder.fileStem)
      check = TableRowCheck(
        text: part.source.bytes, columnCount: decoder.header.names.count, limits: decoder.limits,
        isLenient: !decoder.profile.header.columns.isEmpty)
    }
  }

  let tables: [Table]
  private(set) var states: [RowValues] = []
  /// How many rows the case has.
  private(set) var count = 0
  /// What is odd about them.
  var findings: [TableFinding] = []
  let joined: JoinedEntries
  /// What rows of the case say differently.
  var disputes: [Dispute] = []
  /// The tables that the rows at hand are of.
  private var touched: [Int] = []
  /// The table whose text the tree stands in at this point.
  private var standing = -1

  init(_ parts: [TablePart]) {
    var decoders: [TableDecoder] = []
    tables = parts.map { part in
      if let known = decoders.firstIndex(where: { $0 === part.decoder }) {
        return Table(part, decoderNumber: known)
      }
      decoders.append(part.decoder)
      return Table(part, decoderNumber: decoders.count - 1)
    }
    joined = JoinedEntries(decoders.map(\.binding))
  }

  /// Forgets the case before.
  mutating func begin() {
    for table in touched { tables[table].evaluator.reset() }
    touched.removeAll(keepingCapacity: true)
    count = 0
    findings.removeAll(keepingCapacity: true)
  }

  /// Adds a row of a table and takes its memory; gives the reason where it is refused.
  mutating func add(_ row: inout TableRow, of number: Int) -> TableFinding? {
    if count == states.count { states.append(RowValues()) }
    swap(&states[count].row, &row)
    states[count].table = number
    states[count].decoder = tables[number].decoderNumber
    if touched.last != number { touched.append(number) }
    let mark = findings.count
    let refusal = take(tables[number])
    if refusal != nil { findings.removeLast(findings.count - mark) }
    for index in mark..<findings.count { findings[index].table = number }
    guard var refusal else {
      count += 1
      return nil
    }
    refusal.table = number
    return refusal
  }

  private mutating func take(_ table: Table) -> TableFinding? {
    if let refusal = table.check.refusal(of: states[count].row) { return refusal }
    table.check.warnings(of: states[count].row, into: &findings)
    table.evaluator.evaluate(&states[count])
    if !states[count].unmapped.isEmpty { noteUnmapped(table) }
    keepSurplusCells(table)
    table.evaluator.readEvents(&states[count], table.decoder, into: &findings)
    return nil
  }

  /// Writes the case; the tree is emptied and filled, node 0 is the case.
  mutating func write(into tree: DataTree) {
    tree.clear()
    standing = -1
    disputes.removeAll(keepingCapacity: true)
    guard count > 0 else { return }
    stand(in: 0, tree)
    tree.beginObject(at: states[0].row.bytes.lowerBound)
    writeID(tree)
    writeCaseEntries(tree)
    writeCaseFields(tree)
    writeClaims(tree)
    writeSources(tree)
    writeEvents(tree)
    tree.end()
  }

  /// Lets the nodes to come stand in the text of a row.
  mutating func stand(in row: Int, _ tree: DataTree) {
    let table = states[row].table
    if table == standing { return }
    standing = table
    tree.stand(in: tables[table].source)
  }

  // MARK: - The case

  private mutating func writeID(_ tree: DataTree) {
    tree.appendString("id" as StaticString, at: states[0].place(of: states[0].id))
    write(id, of: 0, tree)
  }

  /// The id of the case: that of its rows, or the name of the file with the number of the row.
  var id: CellValue {
    let own = states[0].id
    if own.hasText { return own }
    let table = tables[states[0].table]
    let scratch = table.evaluator.scratch
    let start = scratch.count
    scratch.append(table.decoder.idStem)
    scratch.append("-")
    scratch.append(states[0].row.number, digits: 6)
    return CellValue(.scratch, start: start, end: scratch.count)
  }

  /// What is known of the case from its rows.
  var traits: CaseTraits { count > 0 && states[0].id.hasText ? [] : .withoutID }

  private mutating func writeCaseEntries(_ tree: DataTree) {
    var map: String?
    for index in joined.entries.indices {
      let entry = joined.entries[index]
      guard let first = firstRow(saying: entry) else { continue }
      if entry.map != map {
        if map != nil { tree.end() }
        map = entry.map
        if let map {
          stand(in: first, tree)
          tree.appendString(map, at: states[first].row.bytes.lowerBound)
          tree.beginObject(at: states[first].row.bytes.lowerBound)
        }
      }
      if let separator = entry.separator {
        writeList(entry, separator, from: first, tree)
      } else {
        writeOnce(entry.key, entry, tree) { Self.value(of: entry, $0) }
      }
    }
    if map != nil { tree.end() }
  }

  static func value(
    of entry: JoinedEntries.Entry, _ row: borrowing RowValues
  ) -> CellValue {
    entry.values[row.decoder].map { row.caseValues[$0] } ?? .missing
  }

  func firstRow(saying entry: JoinedEntries.Entry) -> Int? {
    (0..<count).first { !Self.value(of: entry, states[$0]).isMissing }
  }

  /// Columns by themselves that are the case's: all of them where the profile says so, and those
  /// of rows that make no event.
  private mutating func writeCaseFields(_ tree: DataTree) {
    let tables = tables
    guard (0..<count).contains(where: isOfCase) else { return }
    for index in joined.columns.indices {
      let field = joined.columns[index]
      writeOnce(field.key, nil, tree) { row in
        guard Self.isCase(row, tables), let column = field.columns[row.decoder],
          column < row.cells.count
        else {
          return .missing
        }
        return row.cells[column]
      }
    }
  }

  /// Whether the columns of a row that no template names are the case's.
  func isOfCase(_ row: Int) -> Bool { Self.isCase(states[row], tables) }

  private static func isCase(_ row: borrowing RowValues, _ tables: [Table]) -> Bool {
    tables[row.table].decoder.profile.rest == .case || row.events.isEmpty
  }

  /// Writes the first value there is; rows that say otherwise keep theirs for their event.
  private mutating func writeOnce(
    _ key: String, _ entry: JoinedEntries.Entry?, _ tree: DataTree,
    _ value: (borrowing RowValues) -> CellValue
  ) {
    var first: (row: Int, value: CellValue)?
    var pieces: [ComposedPiece]?
    var isDisputed = false
    for index in 0..<count {
      let found = value(states[index])
      if found.isMissing { continue }
      guard let first else {
        first = (index, found)
        write(key, found, of: index, tree)
        continue
      }
      if areEqual(first.value, of: first.row, found, of: index) { continue }
      let agreement = agreement(of: index, with: first.row, on: entry, &pieces)
      if agreement == .same { continue }
      states[index].extras.append(KeyedValue(key: key, value: found))
      guard agreement == .other else { continue }
      isDisputed = true
      noteDiffering(key, first.value, of: first.row, found, of: index)
    }
    guard isDisputed, let first else { return }
    addDispute(key, entry, first.row, value)
  }

  private mutating func writeList(
    _ entry: JoinedEntries.Entry, _ separator: String, from first: Int, _ tree: DataTree
  ) {
    var seen: Set<String> = []
    let place = states[first].place(of: Self.value(of: entry, states[first]))
    stand(in: first, tree)
    tree.appendString(entry.key, at: place)
    tree.beginArray(at: place)
    for index in first..<count {
      let found = Self.value(of: entry, states[index])
      stand(in: index, tree)
      for piece in evaluator(of: index).pieces(of: found, separator)
      where seen.insert(piece).inserted {
        tree.appendString(piece, at: states[index].place(of: found))
      }
    }
    tree.end()
  }

  /// The sources that the rows name, each once; one without an id is none.
  private mutating func writeSources(_ tree: DataTree) {
    var ids = ByteTable()
    for index in 0..<count {
      var first = 0
      for keys in tables[states[index].table].decoder.binding.sourceKeys {
        defer { first += keys.count }
        guard let idKey = keys.firstIndex(of: "id") else { continue }
        let id = states[index].sourceValues[first + idKey]
        let known = ids.count
        guard id.hasText, ids.number(of: bytes(id, of: index)) == known else { continue }
        stand(in: index, tree)
        if known == 0 {
          tree.appendString("sources" as StaticString, at: states[index].place(of: id))
          tree.beginArray(at: states[index].place(of: id))
        }
        tree.beginObject(at: states[index].place(of: id))
        for (offset, key) in keys.enumerated() {
          let found = states[index].sourceValues[first + offset]
          if !found.isMissing { write(key, found, of: index, tree) }
        }
        tree.end()
      }
    }
    if ids.count > 0 { tree.end() }
  }

  // MARK: - Values

  /// What reads the table of a row.
  func evaluator(of row: Int) -> RowEvaluator { tables[states[row].table].evaluator }

  /// Writes a key and its value, both at the place the value comes from.
  mutating func write(_ key: String, _ value: CellValue, of row: Int, _ tree: DataTree) {
    stand(in: row, tree)
    tree.appendString(key, at: states[row].place(of: value))
    write(value, of: row, tree)
  }

  /// Writes a key of the constants and its value.
  mutating func write(_ key: CellValue, _ value: CellValue, of row: Int, _ tree: DataTree) {
    tree.appendString(bytes(key, of: row), at: states[row].place(of: value))
    write(value, of: row, tree)
  }

  /// Writes the text of a value.
  func write(_ value: CellValue, of row: Int, _ tree: DataTree) {
    tree.appendString(bytes(value, of: row), at: states[row].place(of: value))
  }

  /// The bytes of a value of a row; valid until the next text is put together.
  @inline(__always)
  func bytes(_ value: CellValue, of row: Int) -> UnsafeRawBufferPointer {
    tables[states[row].table].evaluator.bytes(value)
  }

  /// Whether values of two rows say the same.
  func areEqual(
    _ left: CellValue, of leftRow: Int, _ right: CellValue, of rightRow: Int
  ) -> Bool {
    cscan_count_work(1)
    return bytes(left, of: leftRow).elementsEqual(bytes(right, of: rightRow))
  }

  /// Cells behind the last column are kept with the event of their row.
  private mutating func keepSurplusCells(_ table: Table) {
    let columns = table.decoder.header.names.count
    guard states[count].cells.count > columns else { return }
    for column in columns..<states[count].cells.count
    where !states[count].cells[column].isMissing {
      states[count].extras.append(
        KeyedValue(key: "column_\(column + 1)", value: states[count].cells[column]))
    }
  }
}

extension RowEvaluator {
  /// The values in one cell, without blanks around them.
  func pieces(of value: CellValue, _ separator: String) -> [String] {
    guard value.hasText else { return [] }
    return string(value).split(separator: separator).map(\.trimmed).filter { !$0.isEmpty }
  }
}
