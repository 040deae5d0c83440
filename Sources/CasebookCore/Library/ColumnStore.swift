internal import CColumns
import CScan

/// The columns of a segment while they are filled: memory in C, freed with the last reference.
///
/// Not for several threads at once.
final class ColumnStore {
  /// The columns; nothing where the system had no memory for them.
  let columns: OpaquePointer?

  /// Makes empty columns that number at most so many types.
  init(typeLimit: Int) {
    columns = ccolumns_make { bytes, length, span in
      let text = UnsafeRawBufferPointer(start: bytes, count: Int(length))
      guard let found = DateSpan.parse(text) else { return false }
      span?.pointee = ccolumns_span(found)
      return true
    }
    ccolumns_limit_types(columns, UInt32(clamping: min(typeLimit, Int(UInt16.max))))
  }

  deinit { ccolumns_free(columns) }

  // MARK: - Handing over

  /// The finished columns of paths by number, ordered by their names; the store is empty then.
  func takeColumns(of paths: [FieldPath]) -> [ValueColumn] {
    var done: [ValueColumn] = []
    var shared: [Int: [FixedArray<UInt32>]] = [:]
    for (number, path) in paths.enumerated() {
      let parts = ccolumns_take_column(columns, UInt32(number))
      let column = ValueColumn(
        path: path, rows: Self.rows(parts.rows, &shared), codes: FixedArray(taking: parts.codes),
        kinds: FixedArray(taking: parts.kinds), valueBytes: FixedArray(taking: parts.value_bytes),
        valueStarts: FixedArray(taking: parts.value_starts),
        longRanges: FixedArray(taking: parts.long_ranges))
      if column.rows.count > 0 { done.append(column) }
    }
    done.sort { $0.path < $1.path }
    return done
  }

  /// The rows of a column; columns with the same rows, such as all, share their memory.
  private static func rows(
    _ block: ccolumns_block, _ shared: inout [Int: [FixedArray<UInt32>]]
  ) -> FixedArray<UInt32> {
    let rows = FixedArray<UInt32>(taking: block)
    // By what they hold, since a library of many keys has many columns of few rows.
    var hasher = Hasher()
    rows.withBuffer { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    let hash = hasher.finalize()
    cscan_count_work(UInt64(rows.count + (shared[hash]?.count ?? 0) + 1))
    if let same = shared[hash]?.first(where: { $0.isSame(as: block) }) { return same }
    shared[hash, default: []].append(rows)
    return rows
  }

  /// All that is no column; the store is empty then.
  func takeParts() -> Segment.Parts {
    let taken = ccolumns_take_parts(columns)
    var parts = Segment.Parts()
    parts.text = takeText()
    parts.eventStarts = FixedArray(taking: taken.event_starts)
    parts.eventTypes = FixedArray(taking: taken.event_types)
    parts.eventSpans = FixedArray(taking: taken.event_spans)
    parts.provenance = FixedArray(taking: taken.places)
    parts.traits = FixedArray(taking: taken.traits)
    parts.idBytes = FixedArray(taking: taken.id_bytes)
    parts.idStarts = FixedArray(taking: taken.id_starts)
    parts.typeNames = Self.names(
      FixedArray(taking: taken.type_bytes), FixedArray(taking: taken.type_starts))
    return parts
  }

  private static func names(_ bytes: FixedArray<UInt8>, _ starts: FixedArray<UInt32>) -> [String] {
    bytes.withBuffer { bytes in
      (1..<max(1, starts.count)).map { number in
        String(decoding: bytes[Int(starts[number - 1])..<Int(starts[number])], as: UTF8.self)
      }
    }
  }

  /// The folded text; where the system has no memory for it, searching finds nothing.
  private func takeText() -> TextArena {
    guard let arena = ccolumns_text(columns) else { return TextArena() }
    let segment = try? TextArenaSegment(taking: &arena.pointee)
    return TextArena(segments: segment.map { [$0] } ?? [])
  }
}

extension ccolumns_span {
  /// The span as the columns hold it.
  init(_ span: DateSpan) {
    self.init(earliest: span.earliest, latest: span.latest, flags: span.flags.rawValue)
  }
}

extension DateSpan {
  /// The span that the columns hold.
  init(_ span: ccolumns_span) {
    self.init(earliest: span.earliest, latest: span.latest, flags: Flags(rawValue: span.flags))
  }
}
