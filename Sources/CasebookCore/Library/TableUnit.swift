import Synchronization

/// Large tables, or the tables of a release, whose cases are made on several threads, each a stretch
/// of them.
///
/// Which rows are one case, or where rows begin, is found out before, in one pass; the parts are the
/// same for any number of threads.
struct TableUnit {
  let loader: Loader
  /// The files, of which the first has the number `first` in the library.
  let files: [SourceFile]
  let first: Int

  /// Bytes of tables for each part.
  private static let partBytes = 8 << 20

  /// What came of opening a file.
  private struct Opened: Sendable {
    var text = SourceBytes(capacity: 0)
    var finding = FileFinding()
    var problem: Problem?
  }

  // Sound to share: each source is taken by one thread alone.
  private struct Parts: @unchecked Sendable {
    let sources: [TableSource]
    let tables: RecordReader.TableFiles
  }

  /// Reads the parts side by side.
  ///
  /// - Parameter handOn: takes what came of each part but the last as soon as those before it are
  ///   done; says whether to go on.
  /// - Returns: what came of the last part.
  func read(_ handOn: @Sendable (UnitResult) -> Bool) -> UnitResult {
    var opened = open()
    return withExtendedLifetime(opened.map(\.text)) {
      let parts = parts(of: &opened)
      return read(parts, opened, handOn)
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
        of: file.path ?? "", limit: loader.limits.fileSize)
    } catch {
      opened.problem = Problem(.error, file: file.displayPath, .unreadable(error))
    }
    return opened
  }

  /// Finds out how each table is read, and cuts them all into parts.
  private func parts(of opened: inout [Opened]) -> Parts {
    var sources: [TableSource] = []
    var tables = RecordReader.TableFiles()
    let reader = recordReader()
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
        tables.files.append(file)
        tables.numbers.append(UInt32(number))
      } catch {
        opened[number].problem = RecordReader.problem(error.finding, in: [file])
      }
    }
    guard var whole = sources.first else { return Parts(sources: [], tables: tables) }
    if whole.joinsRows { whole = TableSource(joining: sources, threads: loader.threads) }
    let bytes = opened.reduce(0) { $0 + $1.text.count }
    return Parts(sources: whole.parts(1 + bytes / Self.partBytes), tables: tables)
  }

  // MARK: - Reading

  private func read(
    _ parts: Parts, _ opened: [Opened], _ handOn: @Sendable (UnitResult) -> Bool
  ) -> UnitResult {
    let order = Mutex(PartOrder(count: max(1, parts.sources.count)))
    let next = Atomic<Int>(0)
    if parts.sources.isEmpty {
      var builder = SegmentBuilder(vocabulary: loader.vocabulary)
      return result(&builder, opened, isFirst: true)
    }
    Workers.run(min(loader.threads, parts.sources.count)) {
      let reader = recordReader()
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < parts.sources.count else { return }
        let (result, source) = read(part: number, of: parts, opened, reader)
        let seen = PartOrder.Seen(source: source)
        let goesOn = order.withLock { $0.add(result, seen, at: number, handOn) }
        if !goesOn { return next.store(parts.sources.count, ordering: .relaxed) }
      }
    }
    return order.withLock { order in
      guard var last = order.last else { return UnitResult() }
      for finding in TableSource.findings(after: order.sources) {
        last.files[0].problems.append(RecordReader.problem(finding, in: parts.tables.files))
      }
      return last
    }
  }

  private func recordReader() -> RecordReader {
    RecordReader(
      limits: loader.limits, profiles: loader.profiles, readsOnlyTrees: loader.readsOnlyTrees)
  }

  private func read(
    part number: Int, of parts: Parts, _ opened: [Opened], _ reader: RecordReader
  ) -> (UnitResult, TableSource) {
    var source = parts.sources[number]
    var builder = SegmentBuilder(vocabulary: loader.vocabulary)
    reader.read(&source, parts.tables, &builder)
    var result = result(&builder, opened, isFirst: number == 0)
    result.byteCount /= parts.sources.count
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

/// Hands on what came of the parts of a table in their order.
private struct PartOrder {
  // Sound to hand over: its thread is done with the source.
  struct Seen: @unchecked Sendable {
    let source: TableSource
  }

  private var results: [UnitResult?]
  private var seen: [Seen?]
  private var head = 0
  private var isStopped = false

  init(count: Int) {
    results = Array(repeating: nil, count: count)
    seen = Array(repeating: nil, count: count)
  }

  /// Takes a part, and hands on those that are ready; says whether to go on.
  mutating func add(
    _ result: UnitResult, _ source: Seen, at number: Int, _ handOn: (UnitResult) -> Bool
  ) -> Bool {
    results[number] = result
    seen[number] = source
    while !isStopped, head < results.count - 1, let ready = results[head] {
      isStopped = !handOn(ready)
      // What was handed on is not kept here.
      results[head] = nil
      head += 1
    }
    return !isStopped
  }

  /// What came of the last part, once it was read.
  var last: UnitResult? { results[results.count - 1] }
  /// The sources that were read, in their order.
  var sources: [TableSource] { seen.compactMap { $0?.source } }
}
