extension RecordReader {
  /// Reads the rows of a table; gives back how they become cases.
  func readTable(_ work: Work, _ builder: inout SegmentBuilder) -> TableDecoder? {
    do {
      var source = try table(work)
      read(&source, work, &builder)
      return source.decoder
    } catch {
      builder.refuse(Self.problem(error.finding, in: work.file))
      return nil
    }
  }

  /// Finds out how a table is to be read.
  func table(_ work: Work) throws(TableError) -> TableSource {
    try TableSource(
      work.text.bytes, fileName: work.file.name, profiles: profiles,
      limits: TableLimits(columns: limits.columns, rowBytes: limits.recordSize))
  }

  /// Reads the cases of a table, or of a part of one.
  func read(_ source: inout TableSource, _ work: Work, _ builder: inout SegmentBuilder) {
    while let found = source.nextCase(into: tree) { append(found, work, &builder) }
    for finding in source.findings { builder.note(Self.problem(finding, in: work.file)) }
  }

  private func append(_ found: TableCase, _ work: Work, _ builder: inout SegmentBuilder) {
    if found.isRefused {
      let problems = found.findings.map { Self.problem($0, in: work.file) }
      if let first = problems.first { builder.refuse(first) }
      for problem in problems.dropFirst() { builder.note(problem) }
      return
    }
    for finding in found.findings { builder.note(Self.problem(finding, in: work.file)) }
    guard let span = found.span else { return }
    let place = Provenance(
      file: work.number, line: UInt32(clamping: span.line),
      offset: UInt64(span.bytes.lowerBound), length: UInt32(clamping: span.bytes.count),
      ordinal: UInt32(clamping: span.number))
    builder.append(
      tree, at: 0, file: work.file.displayPath, defaultID: work.file.name, provenance: place)
  }

  /// What is odd about a table, as a problem of its file.
  static func problem(_ finding: TableFinding, in file: SourceFile) -> Problem {
    Problem(
      finding.severity.asProblem, file: file.displayPath, at: finding.position,
      .table(finding.problem), count: finding.count)
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
