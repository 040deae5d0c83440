internal import CColumns
import Glibc

/// Cuts a table into stretches of whole rows, which can be read side by side.
///
/// Whether a line end closes a row depends on the quotes before it, so that every quote of the
/// file is looked at. A quote that is not where RFC 4180 has it could be read either way from the
/// middle; then the table is not cut.
public struct TableSlices {
  private let text: UnsafeRawBufferPointer
  private let delimiter: UInt8
  private let first: TableRowStart
  /// How far the rows and lines are counted.
  private var reached: TableRowStart
  private var isInside = false

  /// Prepares to cut the rows from one on.
  public init(_ text: UnsafeRawBufferPointer, delimiter: UInt8, from start: TableRowStart) {
    self.text = text
    self.delimiter = delimiter
    first = start
    reached = start
  }

  /// The starts of stretches of about equal length, the first being the start of the rows.
  ///
  /// - Parameter wanted: how many stretches are wanted; there may be fewer.
  /// - Returns: one start at least; one only where the table cannot be cut.
  /// - Complexity: linear in the bytes of the table.
  public mutating func starts(of wanted: Int) -> [TableRowStart] {
    var found = [first]
    let length = max(1, (text.count - first.byte) / max(1, wanted))
    while true {
      let quote = nextQuote()
      while !isInside, found.count < wanted,
        let start = start(atOrBehind: first.byte + found.count * length, before: quote)
      {
        found.append(start)
      }
      advance(to: quote)
      guard quote < text.count else { return isInside ? [first] : found }
      guard isRegular(quote) else { return [first] }
      passQuote()
    }
  }

  /// Counts on to the first row that starts at a byte or behind it; nothing where none does
  /// before the next quote.
  private mutating func start(atOrBehind target: Int, before quote: Int) -> TableRowStart? {
    var at = max(target - 1, reached.byte)
    while at < quote, !isLineEnd(at) { at += 1 }
    guard at < quote, at + 1 < text.count else { return nil }
    advance(to: at + 1)
    return reached
  }

  /// Counts lines, and rows outside of quotes.
  private mutating func advance(to end: Int) {
    guard reached.byte < end else { return }
    let bytes = text.baseAddress?.assumingMemoryBound(to: UInt8.self)
    let ends = Int(ccolumns_line_ends(bytes, reached.byte, end, text.count))
    reached.line += ends
    if !isInside { reached.row += ends }
    reached.byte = end
  }

  /// Whether a line ends with this byte: an LF, or a CR without one.
  private func isLineEnd(_ at: Int) -> Bool {
    text[at] == ASCII.lineFeed
      || (text[at] == ASCII.carriageReturn
        && (at + 1 >= text.count || text[at + 1] != ASCII.lineFeed))
  }

  // MARK: - Quotes

  private func nextQuote() -> Int {
    guard reached.byte < text.count, let base = text.baseAddress,
      let found = memchr(base + reached.byte, Int32(ASCII.quote), text.count - reached.byte)
    else { return text.count }
    return UnsafeRawPointer(found) - base
  }

  /// Goes in or out at a quote; a doubled one inside leaves it as it is.
  private mutating func passQuote() {
    reached.byte += 1
    if isInside, reached.byte < text.count, text[reached.byte] == ASCII.quote {
      reached.byte += 1
    } else {
      isInside.toggle()
    }
  }

  private func isRegular(_ quote: Int) -> Bool {
    if isInside {
      return quote + 1 >= text.count || text[quote + 1] == ASCII.quote
        || isSeparator(text[quote + 1])
    }
    return quote == first.byte || isSeparator(text[quote - 1])
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == ASCII.lineFeed || byte == ASCII.carriageReturn
  }
}
