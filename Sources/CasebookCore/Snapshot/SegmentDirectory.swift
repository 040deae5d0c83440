/// Where the columns of a segment stand in a snapshot: what reading them back needs.
struct SegmentDirectory: Equatable {
  var linesBefore = 0
  var typeNames: [String] = []
  var paths: [FieldPath] = []
  /// The blocks in the order that ``SegmentWriter`` writes them and ``SegmentImage`` reads them.
  var blocks: [SnapshotBlock] = []

  /// The names of the columns, and where they stand, as numbers and texts.
  func write(to writer: inout SnapshotBytesWriter) {
    writer.add(linesBefore)
    writer.add(typeNames.count)
    for name in typeNames { writer.add(name) }
    writer.add(paths.count)
    for path in paths {
      writer.add(UInt64(path.scope.rawValue))
      writer.add(path.name)
    }
    writer.add(blocks.count)
    for block in blocks { writer.add(block) }
  }

  /// Reads what ``write(to:)`` wrote.
  init(from reader: inout SnapshotBytesReader) throws(SnapshotDoubt) {
    linesBefore = try reader.number()
    for _ in 0..<(try reader.count(ofBytes: 8)) { typeNames.append(try reader.text()) }
    for _ in 0..<(try reader.count(ofBytes: 16)) {
      let scope = FieldPath.Scope(rawValue: UInt8(truncatingIfNeeded: try reader.bits()))
      guard let scope else { throw SnapshotDoubt() }
      paths.append(FieldPath(scope, try reader.text()))
    }
    for _ in 0..<(try reader.count(ofBytes: 24)) { blocks.append(try reader.block()) }
  }

  init() {}
}

/// Writes the columns of a segment into a snapshot.
struct SegmentWriter {
  private let sink: SnapshotSink
  private var directory = SegmentDirectory()
  private var isWhole = true

  /// Writes a segment; nothing where that cannot be done.
  static func write(_ segment: Segment, to sink: SnapshotSink) -> SegmentDirectory? {
    var writer = SegmentWriter(sink: sink)
    return writer.write(segment) ? writer.directory : nil
  }

  private init(sink: SnapshotSink) {
    self.sink = sink
  }

  private mutating func write(_ segment: Segment) -> Bool {
    guard segment.text.segments.count <= 1 else { return false }
    directory.linesBefore = segment.linesBefore
    directory.typeNames = segment.typeNames
    directory.paths = segment.columns.map(\.path)
    add(segment.eventStarts)
    add(segment.eventTypes)
    add(segment.eventSpans)
    add(segment.provenance)
    add(segment.furtherRows)
    add(segment.furtherRowCases)
    add(segment.traits)
    add(segment.idBytes)
    add(segment.idStarts)
    for text in segment.text.segments {
      add(text.text, padding: TextArenaSegment.padding)
      add(text.starts)
      add(text.masks)
      // Without memory for a signature the text is kept, and searched, without.
      try? text.sign()
      add(text.signature ?? MemoryRegion(taking: nil, count: 0))
    }
    for column in segment.columns {
      add(column.rows)
      add(column.codes)
      add(column.kinds)
      add(column.valueBytes)
      add(column.valueStarts)
      add(column.longRanges)
    }
    return isWhole
  }

  private mutating func add<Element>(_ array: FixedArray<Element>) {
    array.withBuffer { add(UnsafeRawBufferPointer($0)) }
  }

  private mutating func add<Element>(_ region: MemoryRegion<Element>, padding: Int = 0) {
    region.withElements { elements in
      let bytes = UnsafeRawBufferPointer(elements)
      // What lies behind a text is readable, and is read back as it is.
      add(UnsafeRawBufferPointer(start: bytes.baseAddress, count: bytes.count + padding))
    }
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    guard isWhole, let block = sink.block(bytes) else { return isWhole = false }
    directory.blocks.append(block)
  }
}
