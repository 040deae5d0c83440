/// Reads a table case by case.
///
/// The bytes are UTF-8 and stay where they are as long as the source is used. Where the profile
/// joins rows by an id, all rows are read once before the first case; else they are read as they
/// come.
public struct TableSource {
  /// How the table is read; kept beside the cases, it makes them again from their rows.
  public let decoder: TableDecoder
  /// What is worth knowing of the table as a whole; complete after the last case.
  public private(set) var findings: [TableFinding]
  /// Where the first row behind the header starts.
  public let firstRow: TableRowStart

  let text: UnsafeRawBufferPointer
  private var source: SourceText
  private var reader: TableReader
  private var groups: TableGroups?
  private var maker: TableTree
  private var row = TableRow()
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
  ///   - profiles: the profiles, the user's before the built-in ones.
  ///   - limits: how much of a row is read.
  /// - Throws: what makes it no table that can be read.
  public init(
    _ text: UnsafeRawBufferPointer, fileName: String, profiles: [Profile],
    limits: TableLimits = .standard
  ) throws(TableError) {
    let search = TableHeaderSearch(text: text, fileName: fileName, limits: limits)
    let found = try search.find(profiles)
    let binding = ProfileBinding(found.profile, found.header, of: text)
    firstRow = found.firstRow
    self.text = text
    source = SourceText(borrowing: text)
    reader = TableReader(
      text, delimiter: found.dialect.delimiter.byte, from: firstRow,
      maximumCells: limits.columns)
    let orders = DateOrderSearch(
      text: text, header: found.header, binding: binding, reader: reader
    ).find()
    findings = found.findings + binding.findings + orders.findings
    decoder = TableDecoder(
      found, fileName: fileName, limits: limits, binding: binding, dateOrders: orders.found)
    maker = TableTree(decoder, text: text)
    if binding.caseID != nil { groups = TableGroups(decoder, reader, text: text) }
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
    if let refusal = refused.popLast() {
      tree.clear()
      return refusal
    }
    return groups == nil ? nextRowCase(into: tree) : nextGroup(into: tree)
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
      let own = groups.part(first..<groups.count * (number + 1) / count)
      var part = part(from: own.nextStart, isLast: number == count - 1)
      part.groups = own
      part.isAtEnd = number < count - 1
      return part
    }
  }

  private func rowParts(_ count: Int) -> [TableSource] {
    var slices = TableSlices(text, delimiter: decoder.delimiter.byte, from: firstRow)
    let starts = slices.starts(of: count)
    guard starts.count > 1 else { return [self] }
    return starts.indices.map { number in
      let isLast = number == starts.count - 1
      var part = part(from: starts[number], isLast: isLast)
      part.reader = TableReader(
        text, delimiter: decoder.delimiter.byte, from: starts[number],
        to: isLast ? nil : starts[number + 1].byte, maximumCells: decoder.limits.columns)
      part.isAtEnd = true
      return part
    }
  }

  private func part(from start: TableRowStart?, isLast: Bool) -> TableSource {
    var part = self
    part.maker = TableTree(decoder, text: text)
    part.source = SourceText(borrowing: text)
    if let start { part.source.begin(atLineStart: start.byte, line: start.line) }
    if !isLast { part.findings = [] }
    return part
  }

  /// What only the end of the table shows of parts that were read, given in their order; nothing
  /// of rows that are joined, whose last part says it.
  static func findings(after parts: [TableSource]) -> [TableFinding] {
    guard parts.count > 1, parts[0].groups == nil else { return [] }
    return parts.dropFirst().reduce(into: parts[0].seen) { $0.add($1.seen) }.findings
  }

  // MARK: - A case of one row

  private mutating func nextRowCase(into tree: DataTree) -> TableCase? {
    while reader.read(into: &row) {
      if row.isBlank {
        seen.blank.note(row)
        continue
      }
      seen.noteRow()
      maker.begin()
      let place = TableRowPlace(row)
      if let refusal = maker.add(&row) {
        tree.clear()
        return TableCase(refused: place, for: refusal)
      }
      var made = TableCase(rows: [place])
      source.expect(made.rows)
      maker.write(into: tree, source: source)
      made.findings = maker.findings
      return made
    }
    noteEnd()
    return nil
  }

  /// Adds what only the whole table shows, once.
  private mutating func noteEnd() {
    guard !isAtEnd else { return }
    isAtEnd = true
    if let groups { seen.blank = groups.blankRows }
    findings += seen.findings
  }

  // MARK: - A case of rows with one id

  private mutating func nextGroup(into tree: DataTree) -> TableCase? {
    while let starts = groups?.nextGroup() {
      seen.noteRow()
      maker.begin()
      var made = TableCase(rows: [])
      for start in starts {
        var reader = TableReader(
          text, delimiter: decoder.delimiter.byte, from: start,
          maximumCells: decoder.limits.columns)
        guard reader.read(into: &row) else { continue }
        let place = TableRowPlace(row)
        if let refusal = maker.add(&row) {
          refused.append(TableCase(refused: place, for: refusal))
        } else {
          made.rows.append(place)
        }
      }
      refused.reverse()
      if made.rows.isEmpty { return nextCase(into: tree) }
      source.expect(made.rows)
      maker.write(into: tree, source: source)
      made.findings = maker.findings
      return made
    }
    noteEnd()
    return nil
  }
}

extension TableRowPlace {
  /// The place of a row that was read.
  init(_ row: TableRow) {
    self.init(bytes: row.bytes, number: row.number, line: row.line)
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
