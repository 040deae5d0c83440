import CScan
import Glibc

/// The bytes of a file, or of a slice of one, with the places of bytes as lines and columns.
///
/// Places are cheapest when asked for in rising order: each question counts on from the last one.
public final class SourceText {
  /// The bytes, in whatever encoding they are.
  public let bytes: UnsafeRawBufferPointer
  /// The line of the file that the first byte stands on, from 1.
  public let firstLine: Int
  /// The column of the first byte on that line, from 1.
  public let firstColumn: Int
  /// The offset of the first byte in the file.
  public let firstByte: Int
  /// What its file is called, where the nodes of one tree stand in several.
  var file: String?
  /// What the bytes look like; looked at once.
  public private(set) lazy var contentKind = ContentKind.sniff(bytes)

  private let owned: UnsafeMutableRawBufferPointer?
  private var cursor = Cursor()

  /// Places on the way whose lines and columns are known, ascending.
  private var marks: [Mark] = []

  /// A byte, the lines before it, and the start of its line with the scalars from there on.
  private struct Mark {
    var offset = 0
    var line = 0
    var column = 0
    var lineStart = 0
  }

  /// How far lines and columns are counted.
  private struct Cursor {
    var at = Mark()
    /// The next CR from the last search on, where there is one before `searched`.
    var carriageReturn: Int?
    var searched = 0
  }

  /// Bytes between two marks: no question that goes back counts more again.
  private static let stride = 4_096

  /// Starts of lines whose numbers are known beforehand, ascending.
  private var knownStarts: [TableRowPlace] = []

  /// Refers to bytes that stay where they are as long as the text is used.
  public init(
    borrowing bytes: UnsafeRawBufferPointer, firstLine: Int = 1, firstColumn: Int = 1,
    firstByte: Int = 0
  ) {
    self.bytes = bytes
    self.firstLine = firstLine
    self.firstColumn = firstColumn
    self.firstByte = firstByte
    owned = nil
  }

  /// Copies bytes.
  public init<Bytes: Collection<UInt8>>(
    copying bytes: Bytes, firstLine: Int = 1, firstColumn: Int = 1, firstByte: Int = 0
  ) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    self.bytes = UnsafeRawBufferPointer(copy)
    self.firstLine = firstLine
    self.firstColumn = firstColumn
    self.firstByte = firstByte
    owned = copy
  }

  deinit {
    owned?.deallocate()
  }

  /// The place of a byte, counted from the first byte of this text; past the end, the end.
  ///
  /// Lines end with LF, CR or CRLF. Columns are Unicode scalars; a byte order mark has none.
  /// Linear in the bytes that no question reached before; of others at most 4 KiB are counted again.
  public func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    if let known = knownStart(before: offset),
      !(known.bytes.lowerBound...offset).contains(cursor.at.lineStart)
    {
      begin(atLineStart: known.bytes.lowerBound, line: known.line)
    }
    if offset < cursor.at.offset {
      goBack(to: offset)
    } else if offset - cursor.at.offset > Self.stride {
      skip(to: offset)
    }
    cscan_count_work(UInt64(max(0, offset - cursor.at.offset) + 1))
    while let start = lineStart(to: offset) {
      cursor.at = Mark(offset: start, line: cursor.at.line + 1, lineStart: start)
      keepMark()
    }
    while cursor.at.offset < offset {
      let next = min(offset, cursor.at.offset + Self.stride)
      cursor.at.column += scalars(in: cursor.at.offset..<next)
      cursor.at.offset = next
      keepMark()
    }
    let first = cursor.at.line == 0 ? firstColumn : 1
    return SourcePosition(
      line: firstLine + cursor.at.line, column: max(first, first + cursor.at.column),
      byteOffset: firstByte + offset)
  }

  /// Counts from the start of a line on, where the number of that line is known.
  func begin(atLineStart offset: Int, line: Int) {
    cursor = Cursor(
      at: Mark(offset: offset, line: line - firstLine, lineStart: offset), searched: offset)
  }

  /// Takes note of the rows that places will be asked of next, wherever they stand.
  func expect(_ rows: [TableRowPlace]) {
    knownStarts = rows
  }

  // MARK: -

  /// The last of the known rows that begins at or before a byte.
  private func knownStart(before offset: Int) -> TableRowPlace? {
    var (low, high) = (0, knownStarts.count)
    while low < high {
      let middle = (low + high) / 2
      if knownStarts[middle].bytes.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? knownStarts[low - 1] : nil
  }

  /// The last mark at or before a byte.
  private func lastMark(before offset: Int) -> Mark? {
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? marks[low - 1] : nil
  }

  /// Goes on to the last mark at or before a byte, if that is nearer: two places that are asked of in
  /// turn would else be counted from one to the other each time.
  private func skip(to offset: Int) {
    guard let mark = lastMark(before: offset), mark.offset > cursor.at.offset else { return }
    cursor = Cursor(at: mark, searched: mark.offset)
  }

  /// Goes back to the last mark at or before a byte, or to the start of its line if that is nearer.
  private func goBack(to offset: Int) {
    var mark = lastMark(before: offset) ?? Mark()
    let line = Mark(
      offset: cursor.at.lineStart, line: cursor.at.line, lineStart: cursor.at.lineStart)
    if line.offset <= offset, line.offset > mark.offset { mark = line }
    cursor = Cursor(at: mark, searched: mark.offset)
  }

  /// Keeps the place that is reached if it is far enough behind the last one that was kept.
  private func keepMark() {
    guard cursor.at.offset >= (marks.last?.offset ?? 0) + Self.stride else { return }
    marks.append(cursor.at)
  }

  /// Where the next line begins, if at or before a byte.
  private func lineStart(to offset: Int) -> Int? {
    let feed = next(0x0A, from: cursor.at.offset, to: offset)
    guard let found = carriageReturn(before: offset), found < feed ?? offset else {
      return feed.map { $0 + 1 }
    }
    let after = found + 1
    let isPair = after < bytes.count && bytes[after] == 0x0A
    return isPair ? (after < offset ? after + 1 : nil) : after
  }

  /// The next CR before a byte; no byte is searched twice while lines are counted on.
  private func carriageReturn(before offset: Int) -> Int? {
    if let known = cursor.carriageReturn, known >= cursor.at.offset {
      return known < offset ? known : nil
    }
    let start = max(cursor.at.offset, cursor.searched)
    cursor.carriageReturn = next(0x0D, from: start, to: offset)
    cursor.searched = cursor.carriageReturn.map { $0 + 1 } ?? max(start, offset)
    return cursor.carriageReturn
  }

  private func next(_ byte: UInt8, from start: Int, to end: Int) -> Int? {
    guard start < end, let base = bytes.baseAddress else { return nil }
    return memchr(base + start, Int32(byte), end - start).map { UnsafeRawPointer($0) - base }
  }

  private func scalars(in range: Range<Int>) -> Int {
    guard let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return 0 }
    var count = range.count
    // Written for the compiler to count many bytes at once: continuation bytes are 0x80 to 0xBF.
    for index in range {
      count &-= Int8(bitPattern: base[index]) < -64 ? 1 : 0
    }
    let hasMark =
      range.lowerBound == 0 && firstByte == 0 && range.upperBound >= 3
      && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    return hasMark ? count - 1 : count
  }
}
