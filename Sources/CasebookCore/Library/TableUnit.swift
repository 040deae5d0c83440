import Synchronization

/// Large tables, or the tables of a release, whose cases are made on several threads, each a stretch
/// of them.
///
/// Which rows are one case is found out before, in one pass; a table whose rows are not joined is cut
/// while it comes in, where a ``TableCutter`` can. The parts are the same for any number of threads.
struct TableUnit {
  let loader: Loader
  /// The files, of which the first has the number `first` in the library.
  let files: [SourceFile]
  let first: Int

  /// What came of opening a file.
  private struct Opened: Sendable {
    var text = SourceBytes(capacity: 0)
    var finding = FileFinding()
    var problem: Problem?
  }

  /// Tables that were found readable, and their parts.
  private struct Found {
    var parts: [TablePartQueue.Part] = []
    var tables = RecordReader.TableFiles()
  }

  /// Reads the parts side by side.
  ///
  /// - Parameter handOn: takes what came of each part but the last as soon as those before it are
  ///   done; says whether to go on.
  /// - Returns: what came of the last part.
  func read(_ handOn: @Sendable (UnitResult) -> Bool) -> UnitResult {
    if files.count == 1,
      let cutter = TableCutter(
        files[0], loader.recordReader(), limit: loader.limits.fileSize,
        sizes: loader.sizes)
    {
      let finding = FileFinding(identity: cutter.identity, table: cutter.source.decoder)
      let tables = RecordReader.TableFiles(files: files, numbers: [0])
      return read(
        TablePartQueue(cutter), tables, [Opened(finding: finding)], count: .max, handOn)
    }
    var opened = open()
    return withExtendedLifetime(opened.map(\.text)) {
      let found = find(&opened)
      let parts = found.parts
      return read(TablePartQueue(parts), found.tables, opened, count: parts.count, handOn)
    }
  }

  // MARK: - Opening

  private func open() -> [Opened] {
    let opened = Mutex([Opened](repeating: Opened(), count: files.count))
    let next = Atomic<Int>(0)
    Workers.run(min(loader.threads, files.count)) {
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < files.count else { return }
        let result = open(files[number])
        opened.withLock { $0[number] = result }
      }
    }
    return opened.withLock(\.self)
  }

  private func open(_ file: SourceFile) -> Opened {
    var opened = Opened()
    do {
      (opened.text, opened.finding.identity) = try FileReader.contents(
        of: file.place, file.form, limit: loader.limits.fileSize, memory: loader.availableMemory)
    } catch {
      opened.problem = Problem(.error, file: file.displayPath, .unreadable(error))
    }
    return opened
  }

  /// Finds out how each table is read, and cuts them all into parts.
  private func find(_ opened: inout [Opened]) -> Found {
    var sources: [TableSource] = []
    var found = Found()
    let reader = loader.recordReader()
    for (number, file) in files.enumerated() where opened[number].problem == nil {
      do throws(TableError) {
        let bytes = opened[number].text.withBytes(\.self)
        let source = try reader.table(file, bytes)
        opened[number].finding.table = source.decoder
        guard files.count == 1 || source.profile.release == .folder else {
          // It was of the release when it was found.
          opened[number].problem = Problem(
            .error, file: file.displayPath, .unreadable(.changedWhileRead))
          continue
        }
        sources.append(source)
        found.tables.files.append(file)
        found.tables.numbers.append(UInt32(number))
      } catch {
        opened[number].problem = RecordReader.problem(error.finding, in: [file])
      }
    }
    guard var whole = sources.first else { return found }
    if whole.joinsRows || sources.count > 1 {
      do throws(TableError) {
        try reader.checkMemory(toJoin: opened.map { $0.text.withBytes(\.self) })
      } catch {
        opened[0].problem = RecordReader.problem(error.finding, in: [files[0]])
        return Found()
      }
      whole = TableSource(joining: sources, threads: loader.threads)
    }
    let bytes = opened.reduce(0) { $0 + $1.text.count }
    let parts = whole.parts(1 + bytes / loader.sizes.largestPart)
    let size = opened.reduce(0) { $0 + Int($1.finding.identity?.size ?? 0) }
    found.parts = parts.indices.map {
      TablePartQueue.Part(
        source: parts[$0], isLast: $0 == parts.count - 1, byteCount: size / parts.count)
    }
    return found
  }

  // MARK: - Reading

  private func read(
    _ queue: TablePartQueue, _ tables: RecordReader.TableFiles, _ opened: [Opened], count: Int,
    _ handOn: @Sendable (UnitResult) -> Bool
  ) -> UnitResult {
    guard count > 0 else {
      var builder = SegmentBuilder(loader.settings, limits: loader.limits)
      return result(&builder, opened, isFirst: true)
    }
    let order = Mutex(PartOrder())
    Workers.run(min(loader.threads, count)) {
      let reader = loader.recordReader()
      while let (number, part) = queue.next() {
        let (result, source) = read(part, number, tables, opened, reader)
        let seen = PartOrder.Seen(source: source)
        let goesOn = order.withLock {
          $0.add(result, seen, at: number, isLast: part.isLast, handOn)
        }
        if !goesOn { queue.stop() }
      }
    }
    return order.withLock { order in
      guard var last = order.last else { return UnitResult() }
      for finding in TableSource.findings(after: order.sources) {
        last.files[0].problems.append(RecordReader.problem(finding, in: tables.files))
      }
      return last
    }
  }

  private func read(
    _ part: TablePartQueue.Part, _ number: Int, _ tables: RecordReader.TableFiles,
    _ opened: [Opened], _ reader: RecordReader
  ) -> (UnitResult, TableSource) {
    var source = part.source
    var builder = SegmentBuilder(loader.settings, limits: loader.limits)
    reader.read(&source, tables, &builder)
    if let failure = part.failure {
      builder.refuse(Problem(.error, file: files[0].displayPath, .unreadable(failure)))
    }
    var result = result(&builder, opened, isFirst: number == 0)
    if part.failure != nil { result.files[0].identity = nil }
    result.byteCount = part.byteCount
    return (result, source)
  }

  /// What came of a part, or of no table at all.
  private func result(
    _ builder: inout SegmentBuilder, _ opened: [Opened], isFirst: Bool
  ) -> UnitResult {
    var result = UnitResult()
    result.isFirstOfFile = isFirst
    if isFirst { for problem in opened.compactMap(\.problem) { builder.refuse(problem) } }
    result.byteCount = opened.reduce(0) { $0 + Int($1.finding.identity?.size ?? 0) }
    result.files = opened.map(\.finding)
    let refused = builder.refusedCount
    let problems = builder.takeProblems()
    let segment = builder.finished(firstFile: first)
    for number in files.indices { result.files[number].isJoined = files.count > 1 }
    for place in 0..<segment.caseCount {
      result.files[segment.file(ofCase: place) - first].caseCount += 1
    }
    result.files[0].refusedCount = refused
    result.files[0].problems = problems
    result.segment = segment
    return result
  }
}
