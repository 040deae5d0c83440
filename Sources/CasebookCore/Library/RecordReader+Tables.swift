import CScan

extension RecordReader {
  /// The files of tables that are read together.
  struct TableFiles {
    /// The files, in the order of their tables.
    var files: [SourceFile] = []
    /// The number of each among the files of the segment.
    var numbers: [UInt32] = []
  }

  /// Reads the rows of a table; gives back how they become cases.
  func readTable(_ work: Work, _ builder: inout SegmentBuilder) -> TableDecoder? {
    do {
      var source = try table(work.file, work.text.bytes)
      if source.joinsRows { try checkMemory(toJoin: [work.text.bytes]) }
      read(&source, TableFiles(files: [work.file], numbers: [work.number]), &builder)
      return source.decoder
    } catch {
      builder.refuse(Self.problem(error.finding, in: [work.file]))
      return nil
    }
  }

  /// Finds out how a table is to be read.
  func table(
    _ file: SourceFile, _ bytes: UnsafeRawBufferPointer
  ) throws(TableError) -> TableSource {
    try TableSource(
      bytes, fileName: file.name, form: file.form.tableText, profiles: profiles,
      limits: TableLimits(
        columns: limits.columns, rowBytes: limits.recordSize, caseRows: limits.caseRows))
  }

  /// Bytes of memory that a row takes while rows are joined: where it starts, its id, and its place
  /// in its group, with room to grow.
  private static let bytesOfJoinedRow = 96

  /// Makes sure that there is memory to join the rows of tables, which is needed before their first
  /// case is whole.
  ///
  /// - Throws: ``TableProblem/needsMemory(bytes:free:)`` if there is not.
  func checkMemory(toJoin texts: [UnsafeRawBufferPointer]) throws(TableError) {
    guard let memory else { return }
    let needed = texts.reduce(0) { bytes, text in
      bytes + text.count + (1 + text.lineFeedCount) * Self.bytesOfJoinedRow
    }
    guard needed <= memory else { throw TableError(.needsMemory(bytes: needed, free: memory)) }
  }

  /// Reads the cases of tables, or of a part of them.
  func read(
    _ source: inout TableSource, _ tables: TableFiles, _ builder: inout SegmentBuilder
  ) {
    for (part, file) in zip(source.tables, tables.files) where tables.files.count > 1 {
      part.source.file = file.displayPath
    }
    var columns = readsOnlyTrees ? nil : TableColumns(source.maker, builder)
    while var found = source.next() {
      let places = found.rows.map { Provenance($0, file: tables.numbers[$0.table]) }
      if !found.isRefused, columns?.append(source.maker, places, to: &builder) == true {
        for finding in source.maker.findings {
          builder.note(Self.problem(finding, in: tables.files))
        }
        continue
      }
      if !found.isRefused { source.write(&found, into: tree) }
      append(found, places, tables, source.maker.traits, &builder)
    }
    for finding in source.findings { builder.note(Self.problem(finding, in: tables.files)) }
  }

  private func append(
    _ found: TableCase, _ places: [Provenance], _ tables: TableFiles,
    _ traits: CaseTraits, _ builder: inout SegmentBuilder
  ) {
    if found.isRefused {
      let problems = found.findings.map { Self.problem($0, in: tables.files) }
      if let first = problems.first { builder.refuse(first) }
      for problem in problems.dropFirst() { builder.note(problem) }
      return
    }
    for finding in found.findings { builder.note(Self.problem(finding, in: tables.files)) }
    guard let first = found.rows.first else { return }
    let file = tables.files[first.table]
    builder.append(
      tree, at: 0, file: file.displayPath, defaultID: file.name,
      places: places, isOfTable: true, traits: traits)
  }

  /// What is odd about a table, as a problem of its file.
  static func problem(_ finding: TableFinding, in files: [SourceFile]) -> Problem {
    Problem(
      finding.severity.asProblem, file: files[finding.table].displayPath, at: finding.position,
      .table(finding.problem), count: finding.count)
  }
}

extension Provenance {
  /// Where a row of a table stands.
  init(_ row: TableRowPlace, file: UInt32) {
    self.init(
      file: file, line: UInt32(clamping: row.line),
      offset: UInt64(row.bytes.lowerBound), length: UInt32(clamping: row.bytes.count),
      ordinal: UInt32(clamping: row.number))
  }
}

extension TableRowPlace {
  /// The row of a table that stands at a place.
  init(_ place: Provenance, linesBefore: Int) {
    self.init(
      bytes: Int(place.offset)..<Int(place.offset) + Int(place.length),
      number: Int(place.ordinal), line: Int(place.line) + linesBefore)
  }
}

extension TableFinding.Severity {
  fileprivate var asProblem: Problem.Severity {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}

extension UnsafeRawBufferPointer {
  /// How many line feeds there are: as many as rows at most, unless lines end with CR alone.
  var lineFeedCount: Int {
    baseAddress.map { cscan_count($0, count, ASCII.lineFeed) } ?? 0
  }
}
