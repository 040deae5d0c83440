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
    var line = line
    var column = 1
    walk(text, bytes.lowerBound, byte, &line, &column)
    return SourcePosition(line: line, column: column, byteOffset: byte)
  }

  /// The line the row ends on, from 1.
  func lastLine(in text: UnsafeRawBufferPointer) -> Int {
    position(of: bytes.upperBound, in: text).line
  }

  /// Moves a line and column from one byte to a later one.
  private func walk(
    _ text: UnsafeRawBufferPointer, _ from: Int, _ to: Int, _ line: inout Int,
    _ column: inout Int
  ) {
    var at = from
    while at < min(to, text.count) {
      let value = text[at]
      let next = at + 1 < text.count ? text[at + 1] : 0
      if value == ASCII.lineFeed || value == ASCII.carriageReturn {
        if value == ASCII.lineFeed || next != ASCII.lineFeed { line += 1 }
        column = 1
      } else if value & 0xC0 != 0x80 {
        column += 1
      }
      at += 1
    }
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
