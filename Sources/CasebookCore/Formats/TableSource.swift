/// Reads a table case by case, or the tables of one release.
///
/// The bytes are UTF-8 and stay where they are as long as the source is used. Where the profile
/// joins rows by an id, all rows are read once before the first case; else they are read as they
/// come.
public struct TableSource {
  /// How the table is read; kept beside the cases, it makes them again from their rows. Of several
  /// tables the first.
  public var decoder: TableDecoder { tables[0].decoder }
  /// What is worth knowing of the tables as a whole; complete after the last case.
  public private(set) var findings: [TableFinding]
  /// Where the first row behind the header starts; of several tables in the first.
  public let firstRow: TableRowStart
  /// Whether rows with one id are one case.
  let joinsRows: Bool
  /// Whether only all rows show if dates name the day or the month first.
  let hasOpenDates: Bool

  /// The tables.
  private(set) var tables: [TablePart]
  private var reader: TableReader
  /// Which rows are one case; nothing where they are not joined, or not yet.
  private(set) var groups: TableGroups?
  /// The rows of the case at hand.
  private(set) var maker: TableTree
  private var row = TableRow()
  private var rows: [TableGroups.Row] = []
  private var refused: [TableCase] = []
  /// What was seen of the rows that are not joined, for what only the end shows.
  private(set) var seen = TableRowsSeen()
  private var isAtEnd = false

  /// Finds the header and the profile that knows it, first come, first served.
  ///
  /// - Parameters:
  ///   - text: the whole file.
  ///   - fileName: the file's name, which default ids begin with; its extension says which
  ///     separator to expect.
  ///   - form: how the text is written; `nil` if the text has to show it.
  ///   - profiles: the profiles, the user's before the built-in ones.
  ///   - limits: how much of a row is read.
  /// - Throws: what makes it no table that can be read.
  init(
    _ text: UnsafeRawBufferPointer, fileName: String, form: TableTextForm? = nil,
    profiles: [Profile], limits: TableLimits = .standard
  ) throws(TableError) {
    let search = TableHeaderSearch(text: text, fileName: fileName, form: form, limits: limits)
    let found = try search.find(profiles)
    let binding = ProfileBinding(found.profile, found.header, of: text)
    firstRow = found.firstRow
    reader = TableReader(
      text, delimiter: found.dialect.delimiter.byte, from: found.firstRow,
      maximumCells: limits.columns)
    let orders = DateOrderSearch(
      text: text, header: found.header, binding: binding, reader: reader
    ).find()
    findings = found.findings + binding.findings + orders.findings
    joinsRows = binding.caseID.map { !$0.isSilent } ?? false
    hasOpenDates = orders.needsAllRows
    let decoder = TableDecoder(
      found, fileName: fileName, limits: limits, binding: binding, dateOrders: orders.orders)
    tables = [TablePart(decoder: decoder, source: SourceText(borrowing: text))]
    maker = TableTree(tables)
  }

  /// Joins tables: rows with one id are one case whichever of them they stand in.
  ///
  /// - Parameters:
  ///   - sources: sources of one table each, at least one, of which none was read from.
  ///   - threads: how many threads may work.
  init(joining sources: [TableSource], threads: Int = 1) {
    self = sources[0]
    let parts = sources.map { $0.tables[0] }
    if sources.count > 1 {
      tables = parts
      maker = TableTree(parts)
    }
    let lists = TableLists(sources, threads: threads).read()
    groups = TableGroups(lists)
    findings = []
    for (table, source) in sources.enumerated() {
      let own = lists.lazy.filter { $0.table == table }.map(\.seen)
      let seen = own.reduce(into: TableRowsSeen()) { $0.add($1) }
      for var finding in source.findings + seen.findings {
        finding.table = table
        findings.append(finding)
      }
    }
    isAtEnd = true
  }

  /// The profile that reads the table.
  public var profile: Profile { decoder.profile }
  /// The names of the columns.
  public var header: TableHeader { decoder.header }

  /// Reads the next case into a tree, in the order of first rows; nothing at the end.
  ///
  /// A row that is refused is given as a case of its own, so that what is loaded and what is
  /// refused add up to what was found. Then the tree is empty.
  public mutating func nextCase(into tree: DataTree) -> TableCase? {
    guard var made = next() else { return nil }
    if made.isRefused { tree.clear() } else { write(&made, into: tree) }
    return made
  }

  /// Reads the rows of the next case, or one that is refused; nothing at the end.
  mutating func next() -> TableCase? {
    if let refusal = refused.popLast() { return refusal }
    if joinsRows, groups == nil { self = TableSource(joining: [self]) }
    return groups == nil ? nextRowCase() : nextGroup()
  }

  /// Writes the case whose rows were read last, and adds what is odd about them.
  mutating func write(_ made: inout TableCase, into tree: DataTree) {
    for index in made.rows.indices
    where index == 0 || made.rows[index].table != made.rows[index - 1].table {
      let table = made.rows[index].table
      tables[table].source.expect(made.rows.filter { $0.table == table })
    }
    maker.write(into: tree)
    made.findings = maker.findings
  }

  // MARK: - Parts

  /// The cases in parts, which may be read side by side.
  ///
  /// - Parameter count: how many parts are wanted.
  /// - Returns: a source for each part, in order, the last with the findings of the whole; this
  ///   one alone where the table is not to be cut. Rows that are not joined leave to
  ///   ``findings(after:)`` what only the whole shows.
  func parts(_ count: Int) -> [TableSource] {
    guard count > 1 else { return [self] }
    return groups.map { parts(count, of: $0) } ?? rowParts(count)
  }

  private func parts(_ count: Int, of groups: TableGroups) -> [TableSource] {
    guard groups.count > count else { return [self] }
    return (0..<count).map { number in
      let first = groups.count * number / count
      var part = part(isLast: number == count - 1)
      part.groups = groups.part(first..<groups.count * (number + 1) / count)
      return part
    }
  }

  private func rowParts(_ count: Int) -> [TableSource] {
    let starts = TableLists.starts(of: self, count: count)
    guard starts.count > 1 else { return [self] }
    return starts.indices.map { number in
      let isLast = number == starts.count - 1
      let end = isLast ? tables[0].source.bytes.count : starts[number + 1].byte
      return rows(from: starts[number], to: end, of: tables[0].source.bytes, isLast: isLast)
    }
  }

  /// The rows between two bytes, which are not joined.
  ///
  /// - Parameters:
  ///   - start: where they begin.
  ///   - end: where they end.
  ///   - text: the table, or as much of it as is there.
  ///   - isLast: whether it gets the findings of the whole.
  /// - Returns: a source of these rows alone.
  func rows(
    from start: TableRowStart, to end: Int, of text: UnsafeRawBufferPointer, isLast: Bool
  ) -> TableSource {
    let source = SourceText(borrowing: text)
    source.file = tables[0].source.file
    source.begin(atLineStart: start.byte, line: start.line)
    var part = TableSource(self, [TablePart(decoder: decoder, source: source)])
    if !isLast { part.findings = [] }
    part.reader = TableReader(
      text, delimiter: decoder.delimiter.byte, from: start, to: end,
      maximumCells: decoder.limits.columns)
    // What is not cut sees its end by itself.
    part.isAtEnd = !isLast || start != firstRow
    return part
  }

  private func part(isLast: Bool) -> TableSource {
    var part = TableSource(self, tables.map(\.copy))
    if !isLast { part.findings = [] }
    return part
  }

  private init(_ whole: TableSource, _ tables: [TablePart]) {
    self = whole
    self.tables = tables
    maker = TableTree(tables)
  }

  /// A reader of one of the stretches that begin at some starts.
  func reader(from starts: [TableRowStart], _ number: Int) -> TableReader {
    TableReader(
      tables[0].source.bytes, delimiter: decoder.delimiter.byte, from: starts[number],
      to: number + 1 < starts.count ? starts[number + 1].byte : nil,
      maximumCells: decoder.limits.columns)
  }

  /// What only the end of the table shows of parts that were read, given in their order; nothing
  /// of rows that are joined, whose last part says it.
  static func findings(after parts: [TableSource]) -> [TableFinding] {
    guard parts.count > 1, parts[0].groups == nil else { return [] }
    return parts.dropFirst().reduce(into: parts[0].seen) { $0.add($1.seen) }.findings
  }

  // MARK: - A case of one row

  private mutating func nextRowCase() -> TableCase? {
    while reader.read(into: &row) {
      if row.isBlank {
        seen.blank.note(row)
        continue
      }
      seen.noteRow()
      maker.begin()
      let place = TableRowPlace(row)
      if let refusal = maker.add(&row, of: 0) {
        return TableCase(refused: place, for: refusal)
      }
      return TableCase(rows: [place])
    }
    noteEnd()
    return nil
  }

  /// Adds what only the whole table shows, once.
  private mutating func noteEnd() {
    guard !isAtEnd else { return }
    isAtEnd = true
    findings += seen.findings
  }

  // MARK: - A case of rows with one id

  private mutating func nextGroup() -> TableCase? {
    let limits = decoder.limits
    guard let count = groups?.nextGroup(into: &rows, limit: limits.caseRows) else { return nil }
    if count > limits.caseRows {
      return refusedGroup(.tooManyRows(found: count, limit: limits.caseRows))
    }
    maker.begin()
    var made = TableCase(rows: [])
    var bytes = 0
    for found in rows {
      let number = Int(found.table)
      let decoder = tables[number].decoder
      var reader = TableReader(
        tables[number].source.bytes, delimiter: decoder.delimiter.byte, from: found.start,
        maximumCells: decoder.limits.columns)
      guard reader.read(into: &row) else { continue }
      bytes += row.bytes.count
      if bytes > limits.rowBytes, rows.count > 1 {
        refused.removeAll()
        return refusedGroup(.caseTooLong(rows: count, limit: limits.rowBytes))
      }
      let place = TableRowPlace(row, table: number)
      if let refusal = maker.add(&row, of: number) {
        refused.append(TableCase(refused: place, for: refusal))
      } else {
        made.rows.append(place)
      }
    }
    refused.reverse()
    return made.rows.isEmpty ? next() : made
  }

  /// A case that is refused as a whole, at its first row.
  private mutating func refusedGroup(_ problem: TableProblem) -> TableCase? {
    guard let first = rows.first else { return nil }
    let number = Int(first.table)
    let text = tables[number].source.bytes
    let decoder = tables[number].decoder
    var reader = TableReader(
      text, delimiter: decoder.delimiter.byte, from: first.start,
      maximumCells: decoder.limits.columns)
    guard reader.read(into: &row) else { return nil }
    var finding = TableFinding(
      problem, at: row.position(of: row.bytes.lowerBound, in: text), row: row.number)
    finding.table = number
    return TableCase(refused: TableRowPlace(row, table: number), for: finding)
  }
}

extension TableRowPlace {
  /// The place of a row that was read.
  init(_ row: TableRow, table: Int = 0) {
    self.init(bytes: row.bytes, number: row.number, line: row.line, table: table)
  }
}

extension TableCase {
  /// A row that is refused.
  init(refused place: TableRowPlace, for reason: TableFinding) {
    self.init(rows: [place])
    findings = [reason]
    isRefused = true
  }
}
