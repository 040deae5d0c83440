/// Reads units of a load, one after the other, on one thread.
struct UnitReader {
  private let loader: Loader
  private let files: [SourceFile]
  private let reader: RecordReader

  init(loader: Loader, files: [SourceFile]) {
    self.loader = loader
    self.files = files
    reader = RecordReader(limits: loader.limits, profiles: loader.profiles)
  }

  func read(_ unit: Loader.Unit) -> UnitResult {
    var builder = SegmentBuilder(vocabulary: loader.vocabulary)
    switch unit {
    case .files(let range):
      var result = UnitResult()
      for index in range {
        result.byteCount += read(
          index, number: UInt32(index - range.lowerBound), into: &builder, &result)
      }
      result.segment = builder.finished(firstFile: range.lowerBound)
      return result
    case .lines(let file, let bytes):
      return readLines(of: file, bytes, into: &builder)
    }
  }

  private func read(
    _ index: Int, number: UInt32, into builder: inout SegmentBuilder, _ result: inout UnitResult
  ) -> Int {
    var file = files[index]
    var finding = FileFinding()
    let before = Counts(builder)
    defer { result.files.append(finding.counting(&builder, since: before)) }
    do throws(SourceFileError) {
      let bytes: SourceBytes
      if let retained = file.retained {
        bytes = retained
      } else {
        let (contents, identity) = try FileReader.contents(
          of: file.path ?? "", limit: loader.limits.fileSize)
        bytes = contents
        file.identity = identity
        finding.identity = identity
      }
      finding.table = bytes.withBytes { raw in
        let work = RecordReader.Work(
          file: file, number: number, text: SourceText(borrowing: raw))
        return reader.read(work, into: &builder)
      }
      return bytes.count
    } catch {
      builder.refuse(Problem(.error, file: file.displayPath, .unreadable(error)))
    }
    return 0
  }

  /// Reads the lines that begin in a stretch of a file; the last may reach beyond it.
  private func readLines(
    of index: Int, _ range: Range<Int>, into builder: inout SegmentBuilder
  ) -> UnitResult {
    let file = files[index]
    var result = UnitResult()
    var finding = FileFinding()
    let before = Counts(builder)
    result.isFirstOfFile = range.lowerBound == 0
    do throws(SourceFileError) {
      let source = try FileReader(file.path ?? "")
      let stretch = try LineStretch(
        source, range, recordLimit: loader.limits.recordSize)
      finding.identity = source.identity
      stretch.bytes.withBytes { raw in
        let lines = UnsafeRawBufferPointer(rebasing: raw[stretch.lines])
        let first = stretch.firstByte
        let work = RecordReader.Work(
          file: file, number: 0,
          text: SourceText(borrowing: lines, firstLine: 1, firstByte: first),
          firstByte: first, isPart: true)
        _ = reader.read(work, into: &builder)
        result.lineCount = lines.count { $0 == UInt8(ascii: "\n") }
        result.byteCount = lines.count
      }
      guard source.isUnchanged else { throw .changedWhileRead }
    } catch {
      finding.identity = nil
      builder.refuse(Problem(.error, file: file.displayPath, .unreadable(error)))
    }
    result.files.append(finding.counting(&builder, since: before))
    result.segment = builder.finished(firstFile: index)
    return result
  }
}

/// How much a builder had taken before a file.
private struct Counts {
  let cases: Int
  let refused: Int

  init(_ builder: SegmentBuilder) {
    cases = builder.caseCount
    refused = builder.refusedCount
  }
}

extension FileFinding {
  /// The finding with what the builder has taken of the file.
  fileprivate func counting(
    _ builder: inout SegmentBuilder, since before: Counts
  ) -> FileFinding {
    var finding = self
    finding.caseCount = builder.caseCount - before.cases
    finding.refusedCount = builder.refusedCount - before.refused
    finding.problems = builder.takeProblems()
    return finding
  }
}

/// The whole lines that begin in a stretch of a file.
struct LineStretch {
  let bytes: SourceBytes
  /// Where the lines stand in `bytes`.
  let lines: Range<Int>
  /// The byte of the file that the lines begin with.
  let firstByte: Int

  init(
    _ source: borrowing FileReader, _ range: Range<Int>, recordLimit: Int
  ) throws(SourceFileError) {
    let size = Int(source.identity.size)
    // One byte before tells whether a line begins with the stretch.
    let start = max(0, range.lowerBound - 1)
    var end = min(size, range.upperBound)
    var bytes = try source.bytes(at: start, count: end - start)
    var reach = 1 << 16
    while end < size, !Self.endsLine(bytes), reach < 2 * recordLimit {
      end = min(size, range.upperBound + reach)
      bytes = try source.bytes(at: start, count: end - start)
      let tail = range.upperBound - start
      if let stop = Self.newline(in: bytes, from: tail - 1) {
        end = start + stop + 1
        break
      }
      reach *= 4
    }
    self.bytes = bytes
    let skipped = range.lowerBound == 0 ? 0 : Self.newline(in: bytes, from: 0).map { $0 + 1 }
    let stop = end - start
    lines = min(skipped ?? stop, stop)..<stop
    firstByte = start + lines.lowerBound
  }

  private static func endsLine(_ bytes: SourceBytes) -> Bool {
    bytes.withBytes { $0.last == UInt8(ascii: "\n") }
  }

  private static func newline(in bytes: SourceBytes, from start: Int) -> Int? {
    bytes.withBytes { raw in
      raw[min(start, raw.count)...].firstIndex(of: UInt8(ascii: "\n"))
    }
  }
}

/// What came of a unit.
struct UnitResult: Sendable {
  var segment = Segment.empty
  var byteCount = 0
  var files: [FileFinding] = []
  /// The line ends in a slice of a file, and whether it is the first slice.
  var lineCount = 0
  var isFirstOfFile = true

  /// The step to hand on, with lines counted from the start of the file.
  func step(afterLines lines: Int) -> LoadStep {
    var files = files
    var segment = segment
    if lines > 0 {
      segment = segment.following(lines: lines)
      for index in files.indices { files[index].moveProblems(byLines: lines) }
    }
    var problems = ProblemList()
    for problem in files.lazy.flatMap(\.problems) { problems.add(problem) }
    return .segment(
      segment, problems, refused: files.reduce(0) { $0 + $1.refusedCount }, bytes: byteCount,
      files: files)
  }
}

extension FileFinding {
  fileprivate mutating func moveProblems(byLines lines: Int) {
    for index in problems.indices { problems[index].position?.line += lines }
  }
}
