internal import CColumns
import Glibc

/// Cuts a table into stretches of whole rows, which can be read side by side.
///
/// Whether a line end closes a row depends on the quotes before it, so that every quote of the
/// file is looked at. A quote that is not where RFC 4180 has it could be read either way from the
/// middle; then the table is not cut.
public struct TableSlices {
  private var text: UnsafeRawBufferPointer
  private let delimiter: UInt8
  private let first: TableRowStart
  /// How far the rows and lines are counted.
  private var reached: TableRowStart
  private var isInside = false
  /// Where the next quote was found, and how far there is none.
  private var quote: Int?
  private var searched = 0
  /// Bytes that can be judged: one more has to be known behind each.
  private var known: Int

  /// Whether a quote was met from which on the table is not to be cut.
  public private(set) var isIrregular = false

  /// Prepares to cut the rows from one on.
  ///
  /// - Parameters:
  ///   - text: the table, or its beginning.
  ///   - delimiter: the byte between cells.
  ///   - start: where the rows begin.
  ///   - isWhole: whether the table ends where the text does.
  public init(
    _ text: UnsafeRawBufferPointer, delimiter: UInt8, from start: TableRowStart,
    isWhole: Bool = true
  ) {
    self.text = text
    self.delimiter = delimiter
    first = start
    reached = start
    known = isWhole ? text.count : text.count - 1
  }

  /// Takes note that more of the table is there, at the same place.
  public mutating func grow(to text: UnsafeRawBufferPointer, isWhole: Bool) {
    self.text = text
    known = isWhole ? text.count : text.count - 1
  }

  /// The starts of stretches of about equal length, the first being the start of the rows.
  ///
  /// - Parameter wanted: how many stretches are wanted; there may be fewer.
  /// - Returns: one start at least; one only where the table cannot be cut.
  /// - Complexity: linear in the bytes of the table.
  public mutating func starts(of wanted: Int) -> [TableRowStart] {
    var found = [first]
    let length = max(1, (text.count - first.byte) / max(1, wanted))
    while found.count < wanted, let start = next(atOrBehind: first.byte + found.count * length) {
      found.append(start)
    }
    while !isIrregular, passToQuote() {}
    return isIrregular || isInside ? [first] : found
  }

  /// Goes on to the first row that starts at a byte or behind it; nothing where there is none in
  /// what is known of the table.
  public mutating func next(atOrBehind target: Int) -> TableRowStart? {
    repeat {
      if !isInside, let start = start(atOrBehind: target, before: nextQuote()) { return start }
    } while !isIrregular && passToQuote()
    return nil
  }

  /// Counts on to the next quote and passes it; says whether there was one in its place.
  private mutating func passToQuote() -> Bool {
    let quote = nextQuote()
    advance(to: quote)
    guard quote < known else { return false }
    guard isRegular(quote) else {
      isIrregular = true
      return false
    }
    passQuote()
    return true
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

  /// The next quote, or where what is known ends.
  private mutating func nextQuote() -> Int {
    if let quote, quote >= reached.byte { return quote }
    let start = max(reached.byte, searched)
    guard start < known, let base = text.baseAddress else { return max(known, reached.byte) }
    quote = memchr(base + start, Int32(ASCII.quote), known - start).map {
      UnsafeRawPointer($0) - base
    }
    searched = quote ?? known
    return quote ?? known
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
