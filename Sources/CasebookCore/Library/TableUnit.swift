import Dispatch
import Synchronization

/// A large table whose cases are made on several threads, each a stretch of them.
///
/// Which rows are one case, or where rows begin, is found out before, in one pass; the parts are the
/// same for any number of threads.
struct TableUnit {
  let loader: Loader
  let file: SourceFile
  /// The number of the file in the library.
  let index: Int

  /// Bytes of a table for each part.
  private static let partBytes = 8 << 20

  // Sound to share: each source is taken by one thread alone.
  private struct Parts: @unchecked Sendable {
    let sources: [TableSource]
    let text: UnsafeRawBufferPointer
  }

  /// Reads the parts side by side.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - identity: what the file was when it was read.
  ///   - handOn: takes what came of each part but the last as soon as those before it are done;
  ///     says whether to go on.
  /// - Returns: what came of the last part; nothing where the table is not to be read in parts.
  func read(
    _ bytes: SourceBytes, _ identity: FileIdentity, _ handOn: @Sendable (UnitResult) -> Bool
  ) -> UnitResult? {
    bytes.withBytes { text in
      let work = RecordReader.Work(file: file, number: 0, text: SourceText(borrowing: text))
      let sources = (try? recordReader().table(work))?.parts(1 + bytes.count / Self.partBytes)
      guard let sources, sources.count > 1 else { return nil }
      let parts = Parts(sources: sources, text: text)
      let order = Mutex(PartOrder(count: sources.count))
      let next = Atomic<Int>(0)
      DispatchQueue.concurrentPerform(iterations: min(loader.threads, sources.count)) { _ in
        let reader = recordReader()
        while true {
          let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard number < parts.sources.count else { return }
          let (result, source) = read(part: number, of: parts, identity, reader)
          let seen = PartOrder.Seen(source: source)
          let goesOn = order.withLock { $0.add(result, seen, at: number, handOn) }
          if !goesOn { return next.store(parts.sources.count, ordering: .relaxed) }
        }
      }
      return order.withLock { order in
        guard var last = order.last else { return UnitResult() }
        for finding in TableSource.findings(after: order.sources) {
          last.files[0].problems.append(RecordReader.problem(finding, in: file))
        }
        return last
      }
    }
  }

  private func recordReader() -> RecordReader {
    RecordReader(limits: loader.limits, profiles: loader.profiles)
  }

  private func read(
    part number: Int, of parts: Parts, _ identity: FileIdentity, _ reader: RecordReader
  ) -> (UnitResult, TableSource) {
    var source = parts.sources[number]
    var builder = SegmentBuilder(vocabulary: loader.vocabulary)
    let work = RecordReader.Work(
      file: file, number: 0, text: SourceText(borrowing: parts.text), isPart: true)
    reader.read(&source, work, &builder)
    var finding = FileFinding()
    finding.identity = identity
    finding.table = source.decoder
    var result = UnitResult()
    result.isFirstOfFile = number == 0
    result.byteCount = Int(identity.size) / parts.sources.count
    result.files = [finding.counting(&builder)]
    result.segment = builder.finished(firstFile: index)
    return (result, source)
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
