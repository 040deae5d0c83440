internal import CColumns
import CScan
import Glibc

/// Reads rows of text separated by commas, tabs, semicolons or bars, byte by byte.
///
/// Quotes follow RFC 4180: they enclose separators and line ends, and a doubled quote is one.
/// A line ends with LF, CRLF or CR. Nothing is copied: a cell is a range of the file's bytes.
///
/// This is a hot path: large tables pass through it twice.
public struct TableReader {
  /// The byte between cells.
  public let delimiter: UInt8
  /// Where the next row starts.
  public private(set) var start: TableRowStart
  /// How many cells a row may have; the rest is counted and not kept.
  public let maximumCells: Int

  private let text: UnsafeRawBufferPointer
  private let level = cscan_best_level()
  /// Where the bytes to read end.
  private let end: Int

  /// Makes a reader of a file, or of the part of it that begins with a known row.
  ///
  /// - Parameters:
  ///   - text: the whole file; it has to outlive the reader.
  ///   - delimiter: the byte between cells.
  ///   - start: where to begin; by default with the first byte of text.
  ///   - end: where to stop; by default at the end of the file.
  ///   - maximumCells: how many cells of a row are kept.
  public init(
    _ text: UnsafeRawBufferPointer, delimiter: UInt8, from start: TableRowStart? = nil,
    to end: Int? = nil, maximumCells: Int = TableLimits.standard.columns
  ) {
    self.text = text
    self.delimiter = delimiter
    self.start = start ?? TableRowStart(byte: ByteOrderMark.length(in: text), row: 1, line: 1)
    self.end = min(end ?? text.count, text.count)
    self.maximumCells = maximumCells
  }

  /// The bytes that were not read yet.
  var rest: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: text[min(start.byte, end)..<end])
  }

  /// Reads the next row; says whether there was one.
  ///
  /// A blank line is a row of one empty cell.
  public mutating func read(into row: inout TableRow) -> Bool {
    guard start.byte < end, let base = text.baseAddress else { return false }
    row.cells.removeAll(keepingCapacity: true)
    row.flaws.removeAll(keepingCapacity: true)
    row.number = start.row
    row.line = start.line
    row.cellCount = 0
    let bytes = base.assumingMemoryBound(to: UInt8.self)
    let at = readCells(bytes, into: &row)
    row.bytes = start.byte..<at
    cscan_count_work(UInt64(row.bytes.count + 1))
    start = TableRowStart(byte: skipLineEnd(bytes, at), row: start.row + 1, line: start.line + 1)
    return true
  }

  /// Reads one row again from its bytes alone.
  public static func row(
    _ bytes: Range<Int>, of text: UnsafeRawBufferPointer, delimiter: UInt8, number: Int,
    line: Int
  ) -> TableRow {
    var row = TableRow()
    let start = TableRowStart(byte: bytes.lowerBound, row: number, line: line)
    var reader = TableReader(text, delimiter: delimiter, from: start, to: bytes.upperBound)
    if !reader.read(into: &row) {
      row.cells = [TableCell(start: bytes.lowerBound, end: bytes.lowerBound)]
      row.cellCount = 1
      row.number = number
      row.line = line
      row.bytes = bytes
    }
    return row
  }

  // MARK: - Cells

  /// How many plain cells are looked for at one go.
  private static let cellsAtOnce = 96

  /// Reads the cells of the row; returns where it ends.
  private mutating func readCells(
    _ bytes: UnsafePointer<UInt8>, into row: inout TableRow
  ) -> Int {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.cellsAtOnce) { ends in
      var at = start.byte
      var isInside = true
      while isInside {
        at =
          at < end && bytes[at] == ASCII.quote
          ? readQuoted(bytes, at, into: &row) : readPlain(bytes, at, ends, into: &row)
        isInside = at < end && bytes[at] == delimiter
        if isInside { at += 1 }
      }
      return at
    }
  }

  /// Reads cells without quotes up to one that begins with a quote, or to the end of the row;
  /// returns where the last of them ends.
  private func readPlain(
    _ bytes: UnsafePointer<UInt8>, _ from: Int, _ ends: UnsafeMutableBufferPointer<Int>,
    into row: inout TableRow
  ) -> Int {
    var first = from
    while true {
      var length = 0
      let count = cscan_cell_ends(
        level, bytes + first, bytes + end, delimiter, ends.baseAddress, ends.count, &length)
      let stop = first + length
      var next = first
      for number in 0..<count {
        append(TableCell(start: next, end: first + ends[number]), to: &row)
        next = first + ends[number] + 1
      }
      if stop < end, bytes[stop] == ASCII.quote {
        // The separator before a cell that begins with a quote ends this stretch.
        if stop == next, next > from { return next - 1 }
        return readWithQuotes(bytes, next, quote: stop, into: &row)
      }
      if stop == end || bytes[stop] != delimiter {
        append(TableCell(start: next, end: stop), to: &row)
        return stop
      }
      first = next
    }
  }

  /// Reads a cell that has a quote inside; returns where it ends.
  private func readWithQuotes(
    _ bytes: UnsafePointer<UInt8>, _ from: Int, quote: Int, into row: inout TableRow
  ) -> Int {
    var at = quote
    while !isCellEnd(bytes, at) {
      at += 1
    }
    note(.quoteInsideCell, at: quote, in: &row)
    append(TableCell(start: from, end: at), to: &row)
    return at
  }

  /// Reads a cell that begins with a quote; returns where it ends.
  private mutating func readQuoted(
    _ bytes: UnsafePointer<UInt8>, _ quote: Int, into row: inout TableRow
  ) -> Int {
    var cell = TableCell(start: quote + 1, end: quote + 1, isQuoted: true)
    var at = quote + 1
    while true {
      guard let found = memchr(bytes + at, Int32(ASCII.quote), end - at) else {
        countLines(bytes, at..<end)
        note(.unclosedQuote, at: quote, in: &row)
        cell.end = end
        append(cell, to: &row)
        return end
      }
      let next = UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
      countLines(bytes, at..<next)
      at = next + 1
      guard at < end, bytes[at] == ASCII.quote else { break }
      cell.needsUnquoting = true
      at += 1
    }
    cell.end = at - 1
    if !isCellEnd(bytes, at) {
      note(.textAfterQuote, at: at, in: &row)
      cell.needsUnquoting = true
      while !isCellEnd(bytes, at) { at += 1 }
      cell.end = at
    }
    append(cell, to: &row)
    return at
  }

  @inline(__always)
  private func append(_ cell: TableCell, to row: inout TableRow) {
    row.cellCount += 1
    if row.cellCount <= maximumCells {
      row.cells.append(cell)
    } else if row.cellCount == maximumCells + 1 {
      note(.tooManyCells, at: cell.firstByte, in: &row)
    }
  }

  /// Keeps the first flaw of each kind, so that a row has four at most.
  private func note(_ kind: TableRow.Flaw.Kind, at byte: Int, in row: inout TableRow) {
    if row.flaws.contains(where: { $0.kind == kind }) { return }
    row.flaws.append(TableRow.Flaw(kind: kind, byte: byte))
  }

  // MARK: - Lines

  private func isCellEnd(_ bytes: UnsafePointer<UInt8>, _ at: Int) -> Bool {
    guard at < end else { return true }
    let byte = bytes[at]
    return byte == delimiter || byte == ASCII.lineFeed || byte == ASCII.carriageReturn
  }

  private func skipLineEnd(_ bytes: UnsafePointer<UInt8>, _ at: Int) -> Int {
    guard at < end else { return at }
    let isPair =
      bytes[at] == ASCII.carriageReturn && at + 1 < end && bytes[at + 1] == ASCII.lineFeed
    return at + (isPair ? 2 : 1)
  }

  /// Counts the line ends inside quotes; a CRLF is one.
  private mutating func countLines(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>) {
    start.line += Int(ccolumns_line_ends(bytes, range.lowerBound, range.upperBound, end))
  }
}

/// Where a row starts: enough to begin reading there.
public struct TableRowStart: Sendable, Hashable {
  /// The first byte of the row.
  public var byte: Int
  /// The row as a spreadsheet counts it, from 1.
  public var row: Int
  /// The line, from 1.
  public var line: Int

  /// Makes a start.
  public init(byte: Int, row: Int, line: Int) {
    self.byte = byte
    self.row = row
    self.line = line
  }
}

/// How much of a table is read before it is refused by the name of the limit.
public struct TableLimits: Sendable, Hashable, Codable {
  /// The cells of a row.
  public var columns: Int
  /// The bytes of a row, and of all rows that one case is made of.
  public var rowBytes: Int
  /// The rows that one case is made of.
  public var caseRows: Int

  /// Makes limits.
  public init(columns: Int, rowBytes: Int, caseRows: Int = Limits().caseRows) {
    self.columns = columns
    self.rowBytes = rowBytes
    self.caseRows = caseRows
  }

  /// 4,096 columns, 16 MiB a row, 100,000 rows a case.
  public static let standard = TableLimits(columns: 4_096, rowBytes: 16 << 20)

  /// The bytes at the beginning of a table in which its delimiter, its header and its profile are
  /// looked for: as many as a row may have, and at least 1 MiB.
  var sampledBytes: Int { max(rowBytes, 1 << 20) }
}

/// The three bytes some programs write before UTF-8 text.
enum ByteOrderMark {
  /// How many bytes of a file are its mark: 3 or none.
  static func length(in text: UnsafeRawBufferPointer) -> Int {
    text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF ? 3 : 0
  }
}
