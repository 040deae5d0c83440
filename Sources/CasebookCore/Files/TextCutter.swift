/// Cuts the text of a file, from its beginning on, into slices that can be read side by side.
///
/// Where a list of JSON is not cut as lists are, the rest of it is one slice. Not for several
/// threads at once.
final class TextCutter {
  private let stream: TextStream
  private let records: TextSlice.Records
  private let limits: Limits
  private let largestLength: Int
  /// Bytes of memory that there are; nil if that is not known.
  private let memory: Int?
  private var length: Int
  /// Bytes that were read but not given out yet.
  private var rest = SourceBytes(capacity: 0)
  /// What the next slice begins with.
  private var next: TextSlice
  private var isAtEnd = false
  /// Whether the last slice ended inside a line that is longer than any may be.
  private var isInsideLine = false

  /// Begins at the start of a stream.
  init(
    _ stream: TextStream, _ records: TextSlice.Records, limits: Limits, sizes: PieceSizes,
    memory: Int?
  ) {
    self.stream = stream
    self.records = records
    self.limits = limits
    length = sizes.first
    largestLength = sizes.largestPart
    self.memory = memory
    next = TextSlice(records: records)
  }

  /// The next slice; nothing behind the last.
  func nextSlice() -> TextSlice? {
    guard !isAtEnd else { return nil }
    var slice = next
    let before = stream.filePosition
    do throws(SourceFileError) {
      if isInsideLine { try skipLine() }
      slice = next
      try fill(&slice)
      if isAtEnd, !stream.isUnchanged { throw .changedWhileRead }
    } catch {
      slice.failure = error
      isAtEnd = true
    }
    slice.identity = stream.identity
    slice.goesOn = !isAtEnd
    slice.fileBytes = stream.filePosition - before
    length = min(length * 2, largestLength)
    return slice
  }

  /// Reads on until a whole slice is there, and moves what lies behind it to the next.
  private func fill(_ slice: inout TextSlice) throws(SourceFileError) {
    var wanted = rest.count + length
    var takesAll = false
    while true {
      let isWhole = try read(upTo: wanted)
      guard stream.position <= limits.fileSize else {
        slice.bytes = SourceBytes(capacity: 0)
        throw .expandsBeyond(limit: limits.fileSize)
      }
      if isWhole {
        slice.bytes = rest
        isAtEnd = true
        return
      }
      let cut = takesAll ? Cut() : self.cut(isFirst: slice.firstByte == 0)
      if cut.end > 0 { return give(cut, to: &slice) }
      let isTooLong = wanted > 2 * limits.recordSize
      if isTooLong, records == .lines {
        isInsideLine = true
        return give(Cut(end: rest.count), to: &slice)
      }
      // An element that is longer than any may be ends the cutting, and so does what is no list.
      takesAll = takesAll || cut.isIrregular || isTooLong
      wanted *= 2
    }
  }

  /// Passes over the rest of a line that was refused for its length.
  private func skipLine() throws(SourceFileError) {
    var passed = next
    while isInsideLine {
      let isWhole = try read(upTo: rest.count + length)
      let end = rest.withBytes { $0.firstIndex(of: UInt8(ascii: "\n")) }
      isInsideLine = end == nil && !isWhole
      give(Cut(end: end.map { $0 + 1 } ?? rest.count), to: &passed)
      passed = next
    }
  }

  /// Where a slice may end in what was read.
  private struct Cut {
    var end = 0
    var elements = 0
    var isIrregular = false
  }

  private func cut(isFirst: Bool) -> Cut {
    rest.withBytes { bytes in
      switch records {
      case .lines:
        return Cut(end: bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)
      case .elements:
        guard let start = isFirst ? Self.listStart(bytes) : 0 else { return Cut(isIrregular: true) }
        let found = JSONTreeReader.cutList(bytes, from: start)
        return found.elements == 0
          ? Cut(isIrregular: found.isIrregular)
          : Cut(end: found.end, elements: found.elements)
      }
    }
  }

  /// The place behind the bracket that opens a list, where the text is one.
  private static func listStart(_ bytes: UnsafeRawBufferPointer) -> Int? {
    let mark = ByteOrderMark.length(in: bytes)
    let first = bytes[mark...].firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    return first.flatMap { bytes[$0] == UInt8(ascii: "[") ? $0 + 1 : nil }
  }

  private func give(_ cut: Cut, to slice: inout TextSlice) {
    rest.withBytes { bytes in
      let given = UnsafeRawBufferPointer(rebasing: bytes[..<cut.end])
      let end = SourceText(
        borrowing: given, firstLine: slice.firstLine, firstColumn: slice.firstColumn,
        firstByte: slice.firstByte
      ).position(at: cut.end)
      next.firstByte += cut.end
      next.firstLine = end.line
      next.firstColumn = end.column
      next.firstOrdinal += cut.elements
      let kept = SourceBytes(copying: UnsafeRawBufferPointer(rebasing: bytes[cut.end...]))
      slice.bytes = rest
      rest = kept
    }
    slice.bytes.finish(count: cut.end)
  }

  /// Reads until so many bytes are there; says whether the text has ended before.
  private func read(upTo wanted: Int) throws(SourceFileError) -> Bool {
    try FileReader.check(wanted, fitsInto: memory)
    let more = try SourceBytes(room: wanted)
    rest.withBytes { more.room.copyMemory(from: $0) }
    let old = rest.count
    let room = UnsafeMutableRawBufferPointer(rebasing: more.room[old...])
    let got = try stream.read(into: room)
    more.finish(count: old + got)
    rest = more
    return got < room.count
  }
}
