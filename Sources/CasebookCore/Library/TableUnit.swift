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

  /// Reads the parts; nothing where the table is not to be read in parts.
  func read(_ bytes: SourceBytes, _ identity: FileIdentity) -> [UnitResult]? {
    bytes.withBytes { text in
      let work = RecordReader.Work(file: file, number: 0, text: SourceText(borrowing: text))
      let sources = (try? recordReader().table(work))?.parts(1 + bytes.count / Self.partBytes)
      guard let sources, sources.count > 1 else { return nil }
      let parts = Parts(sources: sources, text: text)
      let results = Mutex([Done?](repeating: nil, count: sources.count))
      let next = Atomic<Int>(0)
      DispatchQueue.concurrentPerform(iterations: min(loader.threads, sources.count)) { _ in
        let reader = recordReader()
        while true {
          let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard number < parts.sources.count else { return }
          let result = read(part: number, of: parts, identity, reader)
          results.withLock { $0[number] = result }
        }
      }
      let done = results.withLock { $0 }.compactMap(\.self)
      var all = done.map(\.result)
      for finding in TableSource.findings(after: done.map(\.source)) {
        all[all.count - 1].files[0].problems.append(RecordReader.problem(finding, in: file))
      }
      return all
    }
  }

  // Sound to hand over: its thread is done with the source.
  private struct Done: @unchecked Sendable {
    let result: UnitResult
    let source: TableSource
  }

  private func recordReader() -> RecordReader {
    RecordReader(limits: loader.limits, profiles: loader.profiles)
  }

  private func read(
    part number: Int, of parts: Parts, _ identity: FileIdentity, _ reader: RecordReader
  ) -> Done {
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
    return Done(result: result, source: source)
  }
}
