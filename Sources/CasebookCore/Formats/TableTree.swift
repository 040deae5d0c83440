/// Makes the tree of one case of its rows, with the keys a case has in YAML.
///
/// What can be said once is the case's from the first row that says it; a row that says it
/// otherwise keeps its own word in its event, so that nothing is lost.
struct TableTree {
  let decoder: TableDecoder
  let evaluator: RowEvaluator
  private(set) var states: [RowValues] = []
  /// How many rows the case has.
  private(set) var count = 0
  /// What is odd about them.
  private(set) var findings: [TableFinding] = []
  private let binding: ProfileBinding
  private let check: TableRowCheck

  init(_ decoder: TableDecoder, text: UnsafeRawBufferPointer) {
    self.decoder = decoder
    binding = decoder.binding
    evaluator = RowEvaluator(text: text, binding: decoder.binding, fileStem: decoder.fileStem)
    check = TableRowCheck(
      text: text, columnCount: decoder.header.names.count, limits: decoder.limits,
      isLenient: !decoder.profile.header.columns.isEmpty)
  }

  /// Forgets the case before.
  mutating func begin() {
    count = 0
    findings.removeAll(keepingCapacity: true)
    evaluator.reset()
  }

  /// Adds a row and takes its memory; gives the reason where it is refused.
  mutating func add(_ row: inout TableRow) -> TableFinding? {
    if count == states.count { states.append(RowValues()) }
    swap(&states[count].row, &row)
    if let refusal = check.refusal(of: states[count].row) { return refusal }
    let mark = findings.count
    check.warnings(of: states[count].row, into: &findings)
    evaluator.evaluate(&states[count])
    if !states[count].unmapped.isEmpty { noteUnmapped() }
    keepSurplusCells()
    if let refusal = evaluator.readEvents(&states[count], decoder, into: &findings) {
      findings.removeLast(findings.count - mark)
      return refusal
    }
    count += 1
    return nil
  }

  /// Writes the case.
  ///
  /// - Parameters:
  ///   - tree: emptied and filled; node 0 is the case.
  ///   - source: the bytes that the rows' ranges count in.
  mutating func write(into tree: DataTree, source: SourceText) {
    tree.clear()
    tree.source = source
    guard count > 0 else { return }
    tree.beginObject(at: states[0].row.bytes.lowerBound)
    writeID(tree)
    writeCaseEntries(tree)
    writeCaseFields(tree)
    writeSources(tree)
    writeEvents(tree)
    tree.end()
  }

  // MARK: - The case

  private func writeID(_ tree: DataTree) {
    let own = states[0].id
    tree.appendString("id" as StaticString, at: states[0].place(of: own))
    if own.hasText { return write(own, of: 0, tree) }
    let start = evaluator.scratch.count
    evaluator.scratch.append(decoder.idStem)
    evaluator.scratch.append("-")
    evaluator.scratch.append(states[0].row.number, digits: 6)
    let made = CellValue(.scratch, start: start, end: evaluator.scratch.count)
    write(made, of: 0, tree)
  }

  private mutating func writeCaseEntries(_ tree: DataTree) {
    var map: String?
    for index in binding.caseEntries.indices {
      let entry = binding.caseEntries[index]
      guard hasCaseValue(index) else { continue }
      if entry.map != map {
        if map != nil { tree.end() }
        map = entry.map
        if let map {
          tree.appendString(map, at: states[0].row.bytes.lowerBound)
          tree.beginObject(at: states[0].row.bytes.lowerBound)
        }
      }
      if let separator = entry.value.separator {
        writeList(entry.key, separator, caseValue: index, tree)
      } else {
        writeOnce(entry.key, tree) { $0.caseValues[index] }
      }
    }
    if map != nil { tree.end() }
  }

  private func hasCaseValue(_ entry: Int) -> Bool {
    for index in 0..<count where !states[index].caseValues[entry].isMissing { return true }
    return false
  }

  /// Columns by themselves that are the case's: all of them where the profile says so, and those
  /// of rows that make no event.
  private mutating func writeCaseFields(_ tree: DataTree) {
    let isCase = binding.profile.rest == .case
    guard isCase || (0..<count).contains(where: { states[$0].events.isEmpty }) else { return }
    for column in binding.roles.indices {
      guard case .field(let key) = binding.roles[column] else { continue }
      writeOnce(key, tree) { row in
        guard isCase || row.events.isEmpty, column < row.cells.count else { return .missing }
        return row.cells[column]
      }
    }
  }

  /// Writes the first value there is; rows that say otherwise keep theirs for their event.
  private mutating func writeOnce(
    _ key: String, _ tree: DataTree, _ value: (borrowing RowValues) -> CellValue
  ) {
    var first = CellValue.missing
    for index in 0..<count {
      let found = value(states[index])
      if found.isMissing { continue }
      if first.isMissing {
        first = found
        write(key, found, of: index, tree)
      } else if !evaluator.areEqual(first, found) {
        states[index].extras.append(KeyedValue(key: key, value: found))
        noteDiffering(key, first, found, index)
      }
    }
  }

  private func writeList(
    _ key: String, _ separator: String, caseValue entry: Int, _ tree: DataTree
  ) {
    var seen: Set<String> = []
    tree.appendString(key, at: states[0].place(of: states[0].caseValues[entry]))
    tree.beginArray(at: states[0].place(of: states[0].caseValues[entry]))
    for index in 0..<count {
      let found = states[index].caseValues[entry]
      for piece in evaluator.pieces(of: found, separator) where seen.insert(piece).inserted {
        tree.appendString(piece, at: states[index].place(of: found))
      }
    }
    tree.end()
  }

  /// The sources that the rows name, each once; one without an id is none.
  private func writeSources(_ tree: DataTree) {
    var ids: [CellValue] = []
    for index in 0..<count {
      var first = 0
      for keys in binding.sourceKeys {
        defer { first += keys.count }
        guard let idKey = keys.firstIndex(of: "id") else { continue }
        let id = states[index].sourceValues[first + idKey]
        guard id.hasText, !ids.contains(where: { evaluator.areEqual($0, id) }) else { continue }
        if ids.isEmpty {
          tree.appendString("sources" as StaticString, at: states[index].place(of: id))
          tree.beginArray(at: states[index].place(of: id))
        }
        ids.append(id)
        tree.beginObject(at: states[index].place(of: id))
        for (offset, key) in keys.enumerated() {
          let found = states[index].sourceValues[first + offset]
          if !found.isMissing { write(key, found, of: index, tree) }
        }
        tree.end()
      }
    }
    if !ids.isEmpty { tree.end() }
  }

  // MARK: - Values

  /// Writes a key and its value, both at the place the value comes from.
  func write(_ key: String, _ value: CellValue, of row: Int, _ tree: DataTree) {
    tree.appendString(key, at: states[row].place(of: value))
    write(value, of: row, tree)
  }

  /// Writes a key of the constants and its value.
  func write(_ key: CellValue, _ value: CellValue, of row: Int, _ tree: DataTree) {
    tree.appendString(evaluator.bytes(key), at: states[row].place(of: value))
    write(value, of: row, tree)
  }

  /// Writes the text of a value.
  func write(_ value: CellValue, of row: Int, _ tree: DataTree) {
    tree.appendString(evaluator.bytes(value), at: states[row].place(of: value))
  }

  /// Cells behind the last column are kept with the event of their row.
  private mutating func keepSurplusCells() {
    let columns = decoder.header.names.count
    guard states[count].cells.count > columns else { return }
    for column in columns..<states[count].cells.count
    where !states[count].cells[column].isMissing {
      states[count].extras.append(
        KeyedValue(key: "column_\(column + 1)", value: states[count].cells[column]))
    }
  }

  // MARK: - Findings

  private mutating func noteUnmapped() {
    let names = decoder.header.names
    for (index, written) in states[count].unmapped {
      let value = evaluator.string(written)
      let rule = binding.profile.values[index]
      let nearest = Spelling.nearest(to: value, among: (rule.map ?? []).map(\.from))
      let name = names.indices.contains(written.column) ? names[written.column] : rule.name
      findings.append(
        check.finding(
          .unmappedValue(of: name, value: value, nearest: nearest), states[count].row,
          at: states[count].place(of: written)))
    }
  }

  private mutating func noteDiffering(
    _ key: String, _ first: CellValue, _ other: CellValue, _ index: Int
  ) {
    findings.append(
      check.finding(
        .differingValue(
          key: key, first: evaluator.string(first), other: evaluator.string(other)),
        states[index].row, at: states[index].place(of: other)))
  }
}

extension RowEvaluator {
  /// The values in one cell, without blanks around them.
  func pieces(of value: CellValue, _ separator: String) -> [String] {
    guard value.hasText else { return [] }
    return string(value).split(separator: separator).map(\.trimmed).filter { !$0.isEmpty }
  }
}
