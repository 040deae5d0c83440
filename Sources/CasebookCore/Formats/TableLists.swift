import Synchronization

/// Reads the rows of tables once, in stretches side by side, to find out which are one case.
struct TableLists {
  // Sound to share: what the threads touch is made anew for each stretch.
  private struct Stretch: @unchecked Sendable {
    let source: TableSource
    let table: Int
    let reader: TableReader
  }

  private let stretches: [Stretch]
  private let threads: Int

  /// Bytes of a table for each stretch.
  private static let stretchBytes = 8 << 20

  /// Cuts tables, which are read from their first rows on.
  init(_ sources: [TableSource], threads: Int) {
    self.threads = threads
    stretches = sources.enumerated().flatMap { table, source in
      let count = threads > 1 ? 1 + source.byteCount / Self.stretchBytes : 1
      let starts = Self.starts(of: source, count: count)
      return starts.indices.map {
        Stretch(source: source, table: table, reader: source.reader(from: starts, $0))
      }
    }
  }

  /// Where stretches of about equal length begin; one where the table is not to be cut.
  static func starts(of source: TableSource, count: Int) -> [TableRowStart] {
    guard count > 1 else { return [source.firstRow] }
    var slices = TableSlices(
      source.tables[0].source.bytes, delimiter: source.decoder.delimiter.byte,
      from: source.firstRow)
    return slices.starts(of: count)
  }

  /// The rows of each stretch, in order.
  func read() -> [TableRowList] {
    let lists = Mutex([TableRowList?](repeating: nil, count: stretches.count))
    let next = Atomic<Int>(0)
    Workers.run(min(threads, stretches.count)) {
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < stretches.count else { return }
        let stretch = stretches[number]
        let list = TableRowList(
          stretch.source.decoder, stretch.reader, text: stretch.source.tables[0].source.bytes,
          table: stretch.table)
        lists.withLock { $0[number] = list }
      }
    }
    return lists.withLock { $0.compactMap(\.self) }
  }
}

extension TableSource {
  /// Bytes of the table.
  fileprivate var byteCount: Int { tables[0].source.bytes.count }
}
