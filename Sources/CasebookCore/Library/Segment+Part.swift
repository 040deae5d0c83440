import Glibc

extension Segment {
  /// Some cases in a row as a segment of their own, as if they had been read alone.
  ///
  /// It is a copy: nothing of the other cases is kept.
  ///
  /// - Parameters:
  ///   - cases: their indices.
  ///   - files: how many files of the segment stand before theirs.
  /// - Returns: the part; nothing where the text lies in several pieces or the indices are none of
  ///   the segment's.
  func part(_ cases: Range<Int>, withoutFiles files: Int) -> Segment? {
    if cases == 0..<caseCount, files == 0 { return self }
    if cases.isEmpty { return .empty }
    guard cases.lowerBound >= 0, cases.upperBound <= caseCount, text.segments.count == 1,
      let whole = text.segments.first, let cut = whole.part(cases)
    else { return nil }
    let events = Int(eventStarts[cases.lowerBound])..<Int(eventStarts[cases.upperBound])
    var parts = Parts()
    parts.text = TextArena(segments: [cut.segment])
    parts.eventStarts = eventStarts.part(
      cases.lowerBound..<cases.upperBound + 1, below: UInt32(events.lowerBound))
    parts.eventSpans = FixedArray(eventSpans.values(events))
    (parts.typeNames, parts.eventTypes) = types(of: events)
    parts.columns = columns.compactMap { column in
      column.part(
        column.path.scope == .event ? events : cases, text: UInt32(cut.firstByte))
    }
    parts.provenance = provenance.places(cases, withoutFiles: files)
    let further =
      furtherRowCases.range(of: UInt32(cases.lowerBound))
      .lowerBound..<furtherRowCases.range(of: UInt32(cases.upperBound)).lowerBound
    parts.furtherRows = furtherRows.places(further, withoutFiles: files)
    parts.furtherRowCases = furtherRowCases.part(further, below: UInt32(cases.lowerBound))
    parts.traits = FixedArray(traits.values(cases))
    let ids = Int(idStarts[cases.lowerBound])..<Int(idStarts[cases.upperBound])
    parts.idBytes = FixedArray(idBytes.values(ids))
    parts.idStarts = idStarts.part(
      cases.lowerBound..<cases.upperBound + 1, below: UInt32(ids.lowerBound))
    parts.linesBefore = linesBefore
    return Segment(parts)
  }

  /// The types of some events, with the names that occur in the order they are first met.
  private func types(of events: Range<Int>) -> ([String], FixedArray<UInt16>) {
    var names: [String] = []
    var numbers = [UInt16?](repeating: nil, count: typeNames.count)
    let types = eventTypes.values(events).map { type in
      if let number = numbers[Int(type)] { return number }
      let number = UInt16(names.count)
      names.append(typeNames[Int(type)])
      numbers[Int(type)] = number
      return number
    }
    return (names, FixedArray(types))
  }
}

extension FixedArray {
  /// Some of the values.
  fileprivate func values(_ range: Range<Int>) -> [Element] {
    withBuffer { Array($0[range]) }
  }
}

extension FixedArray<Provenance> {
  /// Some of the places, where so many files stand no more before theirs.
  fileprivate func places(_ range: Range<Int>, withoutFiles files: Int) -> FixedArray<Provenance> {
    FixedArray(
      values(range).map { place in
        var place = place
        place.file -= UInt32(files)
        return place
      })
  }
}

extension FixedArray<UInt32> {
  /// Where a value stands among values that ascend; empty, and where it would stand, if it does not.
  func range(of value: UInt32) -> Range<Int> {
    withBuffer { values in
      let first = values.partitioned { $0 < value }
      return first..<values.partitioned { $0 <= value }
    }
  }

  /// Some of the values, counted from one that becomes 0.
  fileprivate func part(_ range: Range<Int>, below first: UInt32) -> FixedArray<UInt32> {
    FixedArray(values(range).map { $0 - first })
  }
}

extension UnsafeBufferPointer<UInt32> {
  /// How many values there are before the first that a condition does not hold for.
  fileprivate func partitioned(_ holds: (UInt32) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension ValueColumn {
  /// The entries of some rows, counted from the first of these.
  ///
  /// - Parameters:
  ///   - rows: the rows.
  ///   - firstByte: the byte of the folded text that becomes the first.
  /// - Returns: the column of these rows; nothing where there are no entries.
  fileprivate func part(_ rows: Range<Int>, text firstByte: UInt32) -> ValueColumn? {
    let entries = lowerBound(UInt32(rows.lowerBound))..<lowerBound(UInt32(rows.upperBound))
    guard !entries.isEmpty else { return nil }
    var kinds: [UInt8] = []
    var bytes: [UInt8] = []
    var starts: [UInt32] = [0]
    var longRanges: [UInt32] = []
    var numbers: [UInt32: UInt32] = [:]
    let codes = self.codes.values(entries).map { code -> UInt32 in
      if code >= Self.longText {
        let range = longRange(code)
        longRanges.append(UInt32(range.lowerBound) - firstByte)
        longRanges.append(UInt32(range.upperBound) - firstByte)
        return Self.longText + UInt32(longRanges.count / 2 - 1)
      }
      if let number = numbers[code] { return number }
      let number = UInt32(kinds.count)
      numbers[code] = number
      kinds.append(self.kinds[Int(code)])
      bytes += valueBytes.values(Int(valueStarts[Int(code)])..<Int(valueStarts[Int(code) + 1]))
      starts.append(UInt32(bytes.count))
      return number
    }
    return ValueColumn(
      path: path, rows: self.rows.part(entries, below: UInt32(rows.lowerBound)),
      codes: FixedArray(codes), kinds: FixedArray(kinds), valueBytes: FixedArray(bytes),
      valueStarts: FixedArray(starts), longRanges: FixedArray(longRanges))
  }
}

extension TextArenaSegment {
  /// The text of some cases as a segment of its own, and where it began in this one; nothing where
  /// there is no memory.
  fileprivate func part(_ cases: Range<Int>) -> (segment: TextArenaSegment, firstByte: Int)? {
    let (first, last) = starts.withElements {
      (Int($0[cases.lowerBound]), Int($0[cases.upperBound]))
    }
    let starts = starts.withElements { starts in
      starts[cases.lowerBound...cases.upperBound].map { $0 - UInt32(first) }
    }
    let text = text.withElements { text in
      MemoryRegion<UInt8>(
        copying: UnsafeBufferPointer(rebasing: text[first..<last]),
        padding: Self.padding)
    }
    let masks = masks.withElements { masks in
      MemoryRegion<UInt64>(copying: UnsafeBufferPointer(rebasing: masks[cases]), padding: 0)
    }
    let copied = starts.withUnsafeBufferPointer { MemoryRegion<UInt32>(copying: $0, padding: 0) }
    guard let text, let masks, let copied,
      let segment = TextArenaSegment(text: text, starts: copied, masks: masks)
    else { return nil }
    return (segment, first)
  }
}

extension MemoryRegion {
  /// Copies elements, some zeros behind them that are not counted; nothing where there is no
  /// memory.
  fileprivate init?(copying elements: UnsafeBufferPointer<Element>, padding: Int) {
    let size = MemoryLayout<Element>.stride
    guard let memory = calloc(max(1, elements.count + padding), size) else { return nil }
    if let source = elements.baseAddress { memcpy(memory, source, elements.count * size) }
    self.init(
      taking: memory.bindMemory(to: Element.self, capacity: elements.count + padding),
      count: elements.count)
  }
}
