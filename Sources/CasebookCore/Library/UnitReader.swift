/// Reads units of a load, one after the other, on one thread.
struct UnitReader {
  private let loader: Loader
  private let files: [SourceFile]
  private let reader: RecordReader
  /// Memory that one slice of a file after the other is read into.
  private var spare: SourceBytes?

  init(loader: Loader, files: [SourceFile]) {
    self.loader = loader
    self.files = files
    reader = loader.recordReader()
  }

  /// Reads a unit.
  ///
  /// - Parameters:
  ///   - unit: the unit.
  ///   - handOn: takes what came of the parts of a large one, but for the last, one after the other;
  ///     says whether to go on.
  /// - Returns: what came of it, or of its last part.
  mutating func read(
    _ unit: Loader.Unit, _ handOn: @Sendable (UnitResult) -> Bool
  ) -> UnitResult {
    var builder = SegmentBuilder(loader.settings, limits: loader.limits)
    switch unit {
    case .files(let range):
      var result = UnitResult()
      for index in range {
        result.byteCount += read(
          index, number: UInt32(index - range.lowerBound), into: &builder, &result)
      }
      result.segment = builder.finished(firstFile: range.lowerBound)
      return result
    case .lines(let file, let bytes): return readLines(of: file, bytes, into: &builder)
    case .slice(let file, let slice): return read(slice, of: file, into: &builder)
    case .tables(let range):
      return TableUnit(loader: loader, files: Array(files[range]), first: range.lowerBound)
        .read(handOn)
    case .text: return UnitResult()
    case .known(let stretch):
      do throws(SnapshotDoubt) {
        return try stretch.result()
      } catch {
        var result = UnitResult()
        result.isInDoubt = true
        return result
      }
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
          of: file.place, file.form, limit: loader.limits.fileSize, memory: loader.availableMemory)
        bytes = contents
        file.identity = identity
        finding.identity = identity
      }
      finding.table = bytes.withBytes { raw in
        let work = RecordReader.Work(
          file: file, number: number, text: SourceText(borrowing: raw))
        return reader.read(work, into: &builder).table
      }
      return file.expanded == nil ? bytes.count : Int(finding.identity?.size ?? 0)
    } catch {
      builder.refuse(Problem(.error, file: file.displayPath, .unreadable(error)))
    }
    return 0
  }

  /// Reads a slice that was cut from the text of a file.
  private func read(
    _ slice: TextSlice, of index: Int, into builder: inout SegmentBuilder
  ) -> UnitResult {
    let file = files[index]
    var result = UnitResult()
    var finding = FileFinding()
    let before = Counts(builder)
    result.isFirstOfFile = !slice.follows
    result.byteCount = slice.fileBytes
    finding.identity = slice.identity
    if slice.bytes.count > 0 || slice.failure == nil {
      result.leavesFile = read(slice, of: file, into: &builder)
    }
    if let failure = slice.failure {
      finding.identity = nil
      builder.refuse(Problem(.error, file: file.displayPath, .unreadable(failure)))
    }
    result.files.append(finding.counting(&builder, since: before))
    result.segment = builder.finished(firstFile: index)
    return result
  }

  /// Reads the records of a slice; says whether it left the rest of the file unread.
  private func read(
    _ slice: TextSlice, of file: SourceFile, into builder: inout SegmentBuilder
  ) -> Bool {
    slice.bytes.withBytes { raw in
      let text = SourceText(
        borrowing: raw, firstLine: slice.firstLine, firstColumn: slice.firstColumn,
        firstByte: slice.firstByte)
      let work = RecordReader.Work(
        file: file, number: 0, text: text, firstByte: slice.firstByte,
        isPart: slice.follows || slice.goesOn || slice.failure != nil,
        firstOrdinal: slice.firstOrdinal, goesOn: slice.goesOn)
      return reader.read(work, into: &builder).leavesFile
    }
  }

  /// Reads the lines that begin in a stretch of a file; the last may reach beyond it.
  private mutating func readLines(
    of index: Int, _ range: Range<Int>, into builder: inout SegmentBuilder
  ) -> UnitResult {
    let file = files[index]
    var result = UnitResult()
    var finding = FileFinding()
    let before = Counts(builder)
    result.isFirstOfFile = range.lowerBound == 0
    do throws(SourceFileError) {
      let source = try FileReader(file.place)
      let stretch = try LineStretch(
        source, range, recordLimit: loader.limits.recordSize, reach: loader.sizes.reach,
        reusing: &spare)
      defer { spare = stretch.bytes }
      finding.identity = source.identity
      stretch.bytes.withBytes { raw in
        let lines = UnsafeRawBufferPointer(rebasing: raw[stretch.lines])
        let first = stretch.firstByte
        let work = RecordReader.Work(
          file: file, number: 0,
          text: SourceText(borrowing: lines, firstLine: 1, firstByte: first),
          firstByte: first, isPart: true)
        result.lineCount = reader.read(work, into: &builder).lineCount
        result.byteCount = lines.count
      }
      guard source.isUnchanged else { throw .changedWhileRead }
    } catch {
      finding.identity = nil
      builder.refuse(Problem(.error, file: file.displayPath, .unreadable(error)))
    }
    result.files.append(finding.counting(&builder, since: before))
    result.file = file
    result.unnamedCases = builder.unnamedCases
    result.segment = builder.finished(firstFile: index)
    return result
  }
}

/// How much a builder had taken before a file.
struct Counts {
  var cases = 0
  var refused = 0

  init() {}

  init(_ builder: SegmentBuilder) {
    cases = builder.caseCount
    refused = builder.refusedCount
  }
}

extension FileFinding {
  /// The finding with what the builder has taken of the file.
  func counting(
    _ builder: inout SegmentBuilder, since before: Counts = Counts()
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
    _ source: borrowing FileReader, _ range: Range<Int>, recordLimit: Int, reach: Int,
    reusing spare: inout SourceBytes?
  ) throws(SourceFileError) {
    let size = Int(source.identity.size)
    // One byte before tells whether a line begins with the stretch.
    let start = max(0, range.lowerBound - 1)
    let last = min(size, range.upperBound) - 1
    var reach = reach
    while true {
      let end = min(size, range.upperBound + reach)
      let bytes = try source.bytes(at: start, count: end - start, reusing: &spare)
      let newline = Self.newline(in: bytes, from: last - start)
      guard newline != nil || end == size || reach >= 2 * recordLimit else {
        reach *= 4
        spare = bytes
        continue
      }
      let stop = newline.map { $0 + 1 } ?? bytes.count
      let skipped = range.lowerBound == 0 ? 0 : Self.newline(in: bytes, from: 0).map { $0 + 1 }
      self.bytes = bytes
      lines = min(skipped ?? stop, stop)..<stop
      firstByte = start + lines.lowerBound
      return
    }
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
  /// Whether the slices behind this one are void: reading stopped at an error in its list.
  var leavesFile = false
  /// Whether it was to be known already and did not hold.
  var isInDoubt = false
  /// The file of the slice, and the cases in it that are called by it and their lines.
  var file: SourceFile?
  var unnamedCases: [UInt32] = []

  /// The step to hand on, with lines counted from the start of the file.
  func step(afterLines lines: Int) -> LoadStep {
    var files = files
    var segment = segment
    if lines > 0 {
      let moved = segment.following(lines: lines)
      segment = moved.renaming(unnamedCases) { index in
        file?.defaultID(ofRecord: moved.line(ofCase: index), isFirst: false) ?? ""
      }
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
