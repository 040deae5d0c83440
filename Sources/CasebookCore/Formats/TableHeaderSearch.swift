/// Finds the header of a table and the profile that knows it.
struct TableHeaderSearch {
  /// The header, its profile, and where the rows begin.
  struct Found {
    var profile: Profile
    var header: TableHeader
    var dialect: TableDialect
    var firstRow: TableRowStart
    var findings: [TableFinding]
  }

  /// The beginning of the table; see ``TableLimits/sampledBytes``.
  let text: UnsafeRawBufferPointer
  let fileName: String
  /// How the text is written; `nil` if the text has to show it.
  private let form: TableTextForm?
  let limits: TableLimits
  private let whole: UnsafeRawBufferPointer

  init(
    text: UnsafeRawBufferPointer, fileName: String, form: TableTextForm? = nil,
    limits: TableLimits
  ) {
    self.text = UnsafeRawBufferPointer(rebasing: text.prefix(limits.sampledBytes))
    self.fileName = fileName
    self.form = form
    self.limits = limits
    whole = text
  }

  /// Finds the first profile whose rule a row of the table meets; profiles that any header meets
  /// come after all others.
  ///
  /// - Complexity: linear in the text for each delimiter that a profile declares, however many
  ///   profiles there are.
  func find(_ profiles: [Profile]) throws(TableError) -> Found {
    if let other = ContentKind.other(than: .utf8, at: text) {
      throw TableError(.otherContent(other))
    }
    var seen = Seen()
    var first: [Candidate] = []
    let ordered =
      profiles.filter { !$0.header.isEmpty } + profiles.filter { $0.header.isEmpty }
    let most = profiles.map(\.header.within).max() ?? 0
    for profile in ordered {
      let dialect = dialect(profile.delimiter, &seen)
      if !profile.header.columns.isEmpty {
        guard let found = withoutHeader(profile, dialect) else { continue }
        return found
      }
      let rows = Array(candidates(dialect, most, &seen).prefix(profile.header.within))
      if first.isEmpty { first = rows }
      guard let row = header(in: rows, for: profile.header) else { continue }
      return try found(row, profile, dialect, rows)
    }
    guard let row = first.first else { throw TableError(.noHeader) }
    throw TableError(
      .noProfile(header: Array(row.header.names.prefix(12))),
      at: row.row.position(of: row.row.bytes.lowerBound, in: text), row: row.row.number)
  }

  /// What was looked at for one profile and holds for the others.
  private struct Seen {
    var dialects: [TableDelimiter?: TableDialect] = [:]
    var candidates: [TableDelimiter: [Candidate]] = [:]
  }

  private func dialect(_ declared: TableDelimiter?, _ seen: inout Seen) -> TableDialect {
    if let known = seen.dialects[declared] { return known }
    let found =
      form.map { TableDialect(of: text, $0) }
      ?? TableDialect(of: text, fileName: fileName, declared: declared)
    seen.dialects[declared] = found
    return found
  }

  /// A table whose first row is data already, where it has the columns of a profile.
  private func withoutHeader(_ profile: Profile, _ dialect: TableDialect) -> Found? {
    let table = HeadlessTable(
      text: text, delimiter: dialect.delimiter, start: dialect.start, limits: limits)
    guard table.fit(profile.header) == .all else { return nil }
    return Found(
      profile: profile, header: TableHeader(columns: profile.header.columns), dialect: dialect,
      firstRow: dialect.start, findings: dialect.findings)
  }

  // MARK: - Rows that may be the header

  private struct Candidate {
    var row: TableRow
    var next: TableRowStart
    let header: TableHeader
    /// How many names it has.
    var nameCount: Int
  }

  /// The first rows with anything written.
  private func candidates(
    _ dialect: TableDialect, _ count: Int, _ seen: inout Seen
  ) -> [Candidate] {
    if let known = seen.candidates[dialect.delimiter] { return known }
    var reader = TableReader(
      text, delimiter: dialect.delimiter.byte, from: dialect.start, maximumCells: limits.columns)
    var row = TableRow()
    var found: [Candidate] = []
    while found.count < count, reader.read(into: &row) {
      if row.isBlank { continue }
      let names = row.cells.count { $0.start < $0.end }
      let header = TableHeader(row.cellCount > limits.columns ? TableRow() : row, of: text)
      found.append(Candidate(row: row, next: reader.start, header: header, nameCount: names))
    }
    seen.candidates[dialect.delimiter] = found
    return found
  }

  /// The first row that has the names; a title, which is one text in a wide table, is passed over.
  private func header(in rows: [Candidate], for rule: Profile.HeaderRule) -> Candidate? {
    let widest = rows.map(\.nameCount).max() ?? 0
    return rows.first { candidate in
      let isTitle =
        candidate.nameCount == 1 && widest > 1 && candidate.row.cellCount != 2
      let has: (String) -> Bool = { candidate.header.column($0) != nil }
      return !isTitle && rule.all.allSatisfy { $0.contains(where: has) }
        && (rule.any.isEmpty || rule.any.contains(where: has)) && !rule.lacks.contains(where: has)
    }
  }

  // MARK: - The header

  private func found(
    _ candidate: Candidate, _ profile: Profile, _ dialect: TableDialect, _ rows: [Candidate]
  ) throws(TableError) -> Found {
    let candidate = whole(candidate, dialect)
    let row = candidate.row
    let place = row.position(of: row.bytes.lowerBound, in: text)
    let check = TableRowCheck(text: whole, columnCount: row.cellCount, limits: limits)
    if row.bytes.count > limits.rowBytes, row.bytes.upperBound > text.count {
      throw TableError(check.lengthRefusal(of: row))
    }
    if row.cellCount > limits.columns {
      throw TableError(
        .tooManyCells(found: row.cellCount, limit: limits.columns), at: place, row: row.number)
    }
    if let flaw = row.flaws.first(where: { $0.kind == .unclosedQuote }) {
      throw TableError(
        .unclosedQuote(lastLine: row.lastLine(in: whole)),
        at: row.position(of: flaw.byte, in: whole), row: row.number)
    }
    if profile.header.isEmpty, looksLikeData(row) {
      let cells = row.cells.prefix(12).map { TableText.string($0, of: whole) }
      throw TableError(.headerLooksLikeData(cells: cells), at: place, row: row.number)
    }
    var findings = dialect.findings + candidate.header.findings
    if let first = rows.first?.row.number, first < row.number {
      findings.append(
        TableFinding(.rowsBeforeHeader(row.number - first), at: place, row: row.number))
    }
    return Found(
      profile: profile, header: candidate.header, dialect: dialect, firstRow: candidate.next,
      findings: findings)
  }

  /// The row that was looked at, read to its end where the text looked at ends before.
  private func whole(_ candidate: Candidate, _ dialect: TableDialect) -> Candidate {
    guard candidate.row.bytes.upperBound == text.count, text.count < whole.count else {
      return candidate
    }
    let bytes = candidate.row.bytes.lowerBound
    var reader = TableReader(
      whole, delimiter: dialect.delimiter.byte,
      from: TableRowStart(byte: bytes, row: candidate.row.number, line: candidate.row.line),
      maximumCells: limits.columns)
    var row = TableRow()
    _ = reader.read(into: &row)
    return Candidate(
      row: row, next: reader.start, header: TableHeader(row, of: whole),
      nameCount: candidate.nameCount)
  }

  /// Whether a row has a date, or mostly numbers: names of columns have neither.
  private func looksLikeData(_ row: TableRow) -> Bool {
    var numbers = 0
    var written = 0
    for cell in row.cells where cell.start < cell.end {
      let bytes = UnsafeRawBufferPointer(rebasing: whole[cell.start..<cell.end])
      written += 1
      if bytes.count >= 10, let span = DateSpan.parse(bytes), span.flags.isEmpty { return true }
      if bytes.allSatisfy({ (0x2D...0x39).contains($0) }) { numbers += 1 }
    }
    return written > 0 && numbers * 2 > written
  }
}

extension Profile.HeaderRule {
  /// Whether any header meets the rule.
  var isEmpty: Bool { all.isEmpty && any.isEmpty && columns.isEmpty }
}
