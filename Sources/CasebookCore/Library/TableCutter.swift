/// Cuts a table whose rows are not joined into parts while its text comes in, so that the first rows
/// are there before the last were read or expanded.
///
/// Not for several threads at once; the parts it gives out may be read by any.
final class TableCutter {
  /// How the table is read.
  let source: TableSource
  private let stream: TextStream
  private let text: ReservedBytes
  private let limit: Int
  private var slices: TableSlices
  /// How many bytes of text have come in.
  private var count: Int
  private var isWhole = false
  private var failure: SourceFileError?
  /// Where the next part begins.
  private var start: TableRowStart
  private var length: Int
  private let largestLength: Int
  private var filePosition = 0
  private var isAtEnd = false

  /// Bytes that are read beyond the limit at most, to see that the text goes on.
  private static let slack = 1 << 20

  /// Begins with a table; nothing where all of it has to be looked at before the first case, where
  /// it is short, or where its beginning is in doubt.
  ///
  /// - Parameters:
  ///   - file: the table.
  ///   - reader: knows how tables are read.
  ///   - limit: bytes of text.
  ///   - sizes: how much is read at one go.
  init?(_ file: SourceFile, _ reader: RecordReader, limit: Int, sizes: PieceSizes) {
    guard file.path != nil, let opened = try? FileReader(file.place),
      opened.identity.size <= Int64(limit),
      let text = ReservedBytes(capacity: limit + Self.slack + SourceBytes.padding)
    else { return nil }
    stream = TextStream(opened, file.form, limit: limit)
    self.text = text
    self.limit = limit
    length = sizes.beginning
    largestLength = sizes.largestPart
    guard let source = TableBeginning.source(of: file, stream, into: text, reader, sizes),
      !source.joinsRows, !source.hasOpenDates, stream.position <= limit
    else { return nil }
    self.source = source
    count = stream.position
    start = source.firstRow
    slices = TableSlices(
      text.prefix(count), delimiter: source.decoder.delimiter.byte, from: start, isWhole: false)
  }

  /// What the file was when it was opened.
  var identity: FileIdentity { stream.identity }

  /// The next part; nothing behind the last.
  func nextPart() -> TablePartQueue.Part? {
    guard !isAtEnd else { return nil }
    let first = start
    let end = endOfPart()
    isAtEnd = end == nil
    start = end ?? start
    length = min(length * 2, largestLength)
    if isAtEnd, failure == nil, !stream.isUnchanged { failure = .changedWhileRead }
    let rows = source.rows(
      from: first, to: end?.byte ?? lastByte(from: first), of: text.prefix(count), isLast: isAtEnd)
    let before = filePosition
    filePosition = stream.filePosition
    return TablePartQueue.Part(
      source: rows, isLast: isAtEnd, byteCount: filePosition - before,
      failure: isAtEnd ? failure : nil)
  }

  /// Where the rows behind the part at hand begin; nothing where it is the last.
  private func endOfPart() -> TableRowStart? {
    let target = start.byte + length
    while true {
      if let next = slices.next(atOrBehind: target) { return next }
      if isWhole || failure != nil { return nil }
      readOn(to: slices.isIrregular ? count + largestLength : max(target, count) + length / 4)
    }
  }

  /// Reads until so many bytes are there, or the text ends.
  private func readOn(to wanted: Int) {
    let end = min(wanted, limit + Self.slack)
    let room = UnsafeMutableRawBufferPointer(rebasing: text.room[count..<end])
    do throws(SourceFileError) {
      isWhole = try stream.read(into: room) < room.count
      if stream.position > limit { throw .expandsBeyond(limit: limit) }
    } catch {
      (failure, isWhole) = (error, false)
    }
    count = min(stream.position, limit)
    // What is looked at lies behind what is still written to, whatever the width of a look.
    let seen = isWhole ? count : max(start.byte, count - SourceBytes.padding)
    slices.grow(to: text.prefix(seen), isWhole: isWhole)
  }

  /// The end of the last row that came in whole.
  private func lastByte(from first: TableRowStart) -> Int {
    isWhole ? count : TableBeginning.endOfRows(in: text.prefix(count), source, from: first)
  }
}
