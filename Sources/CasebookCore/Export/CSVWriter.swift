/// Writes rows of cells as CSV by RFC 4180, with LF at the end of each row.
///
/// A spreadsheet takes a cell that begins with `= + - @`, a tab or a line end for a formula; such a
/// cell gets an apostrophe before it unless exact cells were asked for. A cell that has apostrophes
/// before such a sign gets one more, so that taking one away gives the cell back.
public struct CSVWriter {
  /// What was written and not yet taken.
  public private(set) var bytes: [UInt8] = []
  private let isExact: Bool

  /// Makes a writer.
  ///
  /// - Parameter exact: Whether cells are written as they are, formulas too.
  public init(exact: Bool = false) {
    isExact = exact
  }

  /// Gives what was written, and forgets it.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Writes one row.
  ///
  /// - Parameters:
  ///   - cells: Its cells.
  ///   - numbers: More cells, which are numbers: `-29` is written as it is.
  public mutating func row(_ cells: [String], numbers: [String] = []) {
    for (index, cell) in (cells + numbers).enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      let isNumber = index >= cells.count && Self.isWholeNumber(cell)
      append(cell, isAlone: cells.count + numbers.count == 1, isNumber: isNumber)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func isWholeNumber(_ cell: String) -> Bool { Int(cell) != nil }

  /// Whether a spreadsheet may take a cell for a formula, apostrophes before it aside.
  public static func looksLikeFormula(_ cell: String) -> Bool { looksLikeFormula(cell.utf8) }

  /// Whether the first byte of a cell is an apostrophe that guards a formula.
  static func isGuard(_ cell: UnsafeRawBufferPointer) -> Bool {
    cell.first == UInt8(ascii: "'") && looksLikeFormula(cell)
  }

  private static func looksLikeFormula(_ cell: some Sequence<UInt8>) -> Bool {
    switch cell.first(where: { $0 != UInt8(ascii: "'") }) {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A,
      0x0D:
      true
    default: false
    }
  }

  private mutating func append(_ cell: String, isAlone: Bool, isNumber: Bool) {
    let needsSign = !isExact && !isNumber && Self.looksLikeFormula(cell)
    let needsQuotes =
      // A row of one empty cell would be a blank line.
      isAlone && cell.isEmpty
      || cell.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    if needsQuotes { bytes.append(0x22) }
    if needsSign { bytes.append(UInt8(ascii: "'")) }
    if needsQuotes {
      for byte in cell.utf8 {
        if byte == 0x22 { bytes.append(0x22) }
        bytes.append(byte)
      }
      bytes.append(0x22)
    } else {
      bytes.append(contentsOf: cell.utf8)
    }
  }
}
