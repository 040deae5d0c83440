internal import CColumns
import CScan

/// One cell of a table: where its text stands in the file.
public struct TableCell: Sendable, Hashable, Codable {
  /// Whether the cell is written in quotes.
  public var isQuoted: Bool
  /// Whether quotes inside have to be taken out before the text is what was meant.
  public var needsUnquoting: Bool
  /// The first byte of the text, behind an opening quote.
  public var start: Int
  /// The byte behind the text, before a closing quote where nothing follows it.
  public var end: Int

  /// Makes a cell.
  public init(start: Int, end: Int, isQuoted: Bool = false, needsUnquoting: Bool = false) {
    self.start = start
    self.end = end
    self.isQuoted = isQuoted
    self.needsUnquoting = needsUnquoting
  }

  /// The first byte of the cell, its opening quote included.
  public var firstByte: Int { isQuoted ? start - 1 : start }
}

/// One row of a table: its cells, and where it stands.
///
/// A row is filled anew for each record, so that reading a table allocates nothing a row.
public struct TableRow: Sendable, Codable {
  /// The cells in the order of the file.
  public var cells: [TableCell] = []
  /// The row as a spreadsheet counts it, from 1; headers and blank rows count.
  public var number = 0
  /// The line the row starts on, from 1.
  public var line = 0
  /// The bytes of the row, its line end not included.
  public var bytes: Range<Int> = 0..<0
  /// How many cells the row has, those over the limit included.
  public var cellCount = 0
  /// What is odd about how the row is written.
  public var flaws: [Flaw] = []

  /// Makes an empty row.
  public init() {}

  /// Something odd about how a row is written.
  public struct Flaw: Sendable, Hashable, Codable {
    /// What it is.
    public var kind: Kind
    /// The byte of the file it was met at.
    public var byte: Int

    /// What can be odd.
    public enum Kind: Sendable, Hashable, Codable {
      /// A quote opens here and nothing closes it; the row goes to the end of the file.
      case unclosedQuote
      /// Text follows a closing quote.
      case textAfterQuote
      /// A quote stands inside a cell that does not begin with one.
      case quoteInsideCell
      /// The row has more cells than the limit allows; the rest is not kept.
      case tooManyCells
    }
  }

  /// Whether nothing is written in any cell: a blank line, or separators only.
  public var isBlank: Bool {
    cells.allSatisfy { $0.start == $0.end && !$0.needsUnquoting }
  }

  /// The line and column of a byte of this row.
  ///
  /// - Complexity: the length of the row up to that byte.
  public func position(
    of byte: Int, in text: UnsafeRawBufferPointer
  ) -> SourcePosition {
    var places = places(in: text)
    return places.position(of: byte)
  }

  /// Counts lines and columns from the start of the row on, for several bytes in rising order.
  func places(in text: UnsafeRawBufferPointer) -> TableRowPlaces {
    TableRowPlaces(text: text, byte: bytes.lowerBound, line: line)
  }

  /// The line the row ends on, from 1.
  func lastLine(in text: UnsafeRawBufferPointer) -> Int {
    position(of: bytes.upperBound, in: text).line
  }
}

/// Counts on through a row from one byte to the next, so that all places of a row together cost one
/// pass over it.
struct TableRowPlaces {
  let text: UnsafeRawBufferPointer
  /// The byte that is reached, its line, and its column, both from 1.
  private var byte: Int
  private var line: Int
  private var column = 1

  init(text: UnsafeRawBufferPointer, byte: Int, line: Int) {
    self.text = text
    self.byte = byte
    self.line = line
  }

  /// The line and column of a byte that is not before the one asked for last.
  mutating func position(of target: Int) -> SourcePosition {
    var columns = UInt32(clamping: column)
    let end = max(byte, min(target, text.count))
    let base = text.baseAddress?.assumingMemoryBound(to: UInt8.self)
    line += Int(ccolumns_advance(base, byte, end, text.count, &columns))
    column = Int(columns)
    cscan_count_work(UInt64(end - byte + 1))
    byte = end
    return SourcePosition(line: line, column: column, byteOffset: target)
  }
}

/// The bytes that build a table.
enum ASCII {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let blank = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let bar = UInt8(ascii: "|")
}
