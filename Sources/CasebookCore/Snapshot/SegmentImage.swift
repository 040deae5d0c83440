import CScan

/// A segment in a snapshot.
struct SegmentImage: Sendable {
  let file: MappedFile
  let directory: SegmentDirectory
  /// How many files its cases come from.
  let fileCount: Int
  /// What was met in each of them, as ``SnapshotText`` wrote it; read as late as the columns, since a
  /// release notes some thousand keys that the format does not name.
  let problemBlocks: [SnapshotBlock]

  /// What was met in each of the files.
  ///
  /// - Throws: ``SnapshotDoubt`` where something does not hold.
  func problems() throws(SnapshotDoubt) -> [[Problem]] {
    var problems: [[Problem]] = []
    for block in problemBlocks {
      problems.append(try SnapshotText.problems(in: try file.bytes(of: block)))
    }
    return problems
  }

  /// The segment, whose columns stay where they are in the snapshot.
  ///
  /// Everything that a loop will later take on trust is looked at here: that numbers ascend, that
  /// codes and places lie within what they point into.
  ///
  /// - Throws: ``SnapshotDoubt`` where something does not hold.
  /// - Complexity: O(bytes), some billions of them a second.
  func segment() throws(SnapshotDoubt) -> Segment {
    var reader = Reader(file: file, blocks: directory.blocks[...])
    var parts = Segment.Parts()
    parts.isMapped = true
    parts.linesBefore = directory.linesBefore
    parts.typeNames = directory.typeNames
    parts.eventStarts = try reader.array()
    parts.eventTypes = try reader.array()
    parts.eventSpans = try reader.array()
    parts.provenance = try reader.array()
    parts.furtherRows = try reader.array()
    parts.furtherRowCases = try reader.array()
    parts.traits = try reader.array()
    parts.idBytes = try reader.array()
    parts.idStarts = try reader.array()
    let perColumn = 6
    let perText = 4
    let rest = reader.blocks.count - perColumn * directory.paths.count
    guard rest == 0 || rest == perText else { throw SnapshotDoubt() }
    if rest > 0 { parts.text = TextArena(segments: [try reader.text()]) }
    for path in directory.paths { parts.columns.append(try reader.column(path)) }
    try check(parts)
    return Segment(parts)
  }

  private func check(_ parts: Segment.Parts) throws(SnapshotDoubt) {
    let cases = parts.provenance.count
    let events = parts.eventTypes.count
    try hold(parts.linesBefore >= 0 && parts.text.caseCount == cases)
    try hold(parts.traits.count == cases && parts.eventSpans.count == events)
    try hold(parts.eventStarts.isStarts(of: cases, in: events))
    try hold(parts.idStarts.isStarts(of: cases, in: parts.idBytes.count))
    let types = directory.typeNames.count
    try hold(parts.eventTypes.withBuffer { $0.allSatisfy { $0 < types } })
    for places in [parts.provenance, parts.furtherRows] {
      try hold(places.withBuffer { $0.allSatisfy { $0.file < fileCount } })
    }
    try hold(parts.furtherRowCases.count == parts.furtherRows.count)
    try hold(parts.furtherRowCases.ascend(below: cases))
    for text in parts.text.segments {
      try hold(text.starts.withElements { cscan_ascends($0.baseAddress, $0.count) != 0 })
    }
    for (index, column) in parts.columns.enumerated() {
      try hold(index == 0 || parts.columns[index - 1].path < column.path)
      try hold(
        column.holds(
          rows: column.path.scope == .event ? events : cases, text: parts.text.byteCount))
    }
  }

  private func hold(_ condition: Bool) throws(SnapshotDoubt) {
    if !condition { throw SnapshotDoubt() }
  }

  /// Takes the blocks one after the other.
  private struct Reader {
    let file: MappedFile
    var blocks: ArraySlice<SnapshotBlock>

    private mutating func next() throws(SnapshotDoubt) -> UnsafeRawBufferPointer {
      guard let block = blocks.popFirst() else { throw SnapshotDoubt() }
      return try file.bytes(of: block)
    }

    private mutating func elements<Element: BitwiseCopyable>(
      _ type: Element.Type, padding: Int = 0
    ) throws(SnapshotDoubt) -> UnsafeBufferPointer<Element> {
      let bytes = try next()
      let count = bytes.count - padding
      guard let base = bytes.baseAddress, count >= 0,
        count % MemoryLayout<Element>.stride == 0,
        UInt(bitPattern: base) % UInt(MemoryLayout<Element>.alignment) == 0
      else { throw SnapshotDoubt() }
      return UnsafeBufferPointer(
        start: base.assumingMemoryBound(to: type), count: count / MemoryLayout<Element>.stride)
    }

    mutating func array<Element: BitwiseCopyable & Sendable>() throws(SnapshotDoubt)
      -> FixedArray<Element>
    {
      let elements = try elements(Element.self)
      guard let base = elements.baseAddress else { throw SnapshotDoubt() }
      return FixedArray(base: base, count: elements.count, owner: file)
    }

    private mutating func region<Element: BitwiseCopyable & Sendable>(
      padding: Int = 0
    ) throws(SnapshotDoubt) -> MemoryRegion<Element> {
      MemoryRegion(try elements(Element.self, padding: padding), owner: file)
    }

    mutating func text() throws(SnapshotDoubt) -> TextArenaSegment {
      let text: MemoryRegion<UInt8> = try region(padding: TextArenaSegment.padding)
      let starts: MemoryRegion<UInt32> = try region()
      let masks: MemoryRegion<UInt64> = try region()
      let signature: MemoryRegion<UInt64> = try region()
      guard
        let segment = TextArenaSegment(
          text: text, starts: starts, masks: masks, signature: signature)
      else { throw SnapshotDoubt() }
      return segment
    }

    mutating func column(_ path: FieldPath) throws(SnapshotDoubt) -> ValueColumn {
      ValueColumn(
        path: path, rows: try array(), codes: try array(), kinds: try array(),
        valueBytes: try array(), valueStarts: try array(), longRanges: try array())
    }
  }
}

extension FixedArray<UInt32> {
  /// Whether no value is less than the one before, and all are less than a number.
  fileprivate func ascend(below end: Int) -> Bool {
    withBuffer { values in
      values.last.map { $0 < end } ?? true && cscan_ascends(values.baseAddress, values.count) != 0
    }
  }

  /// Whether the values say where each of some things begins in a row of so many others.
  fileprivate func isStarts(of things: Int, in all: Int) -> Bool {
    withBuffer { starts in
      starts.count == things + 1 && starts.first == 0 && starts.last.map(Int.init) == all
        && cscan_ascends(starts.baseAddress, starts.count) != 0
    }
  }
}

extension ValueColumn {
  /// Whether it points at nothing outside itself, the rows and the text.
  fileprivate func holds(rows count: Int, text: Int) -> Bool {
    guard rows.count == codes.count, longRanges.count % 2 == 0,
      kinds.count < Int(Self.longText), longRanges.count < Int(Self.longText),
      valueStarts.isStarts(of: kinds.count, in: valueBytes.count)
    else { return false }
    let rowsHold = rows.ascend(below: count)
    let codesHold = codes.withBuffer { codes in
      cscan_codes_fit(
        codes.baseAddress, codes.count, UInt32(kinds.count), UInt32(longRanges.count / 2)) != 0
    }
    let longsHold = longRanges.withBuffer { ranges in
      stride(from: 0, to: ranges.count, by: 2).allSatisfy { at in
        ranges[at] <= ranges[at + 1] && ranges[at + 1] <= text
      }
    }
    return rowsHold && codesHold && longsHold
  }
}
