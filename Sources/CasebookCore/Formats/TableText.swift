/// The text of cells, with quotes taken out.
public enum TableText {
  /// The text of a cell as a string of its own; bytes that are not UTF-8 become U+FFFD.
  public static func string(_ cell: TableCell, of text: UnsafeRawBufferPointer) -> String {
    let written = UnsafeRawBufferPointer(rebasing: text[cell.start..<cell.end])
    guard cell.needsUnquoting else { return String(decoding: written, as: UTF8.self) }
    let scratch = ScratchBytes(capacity: written.count)
    unquote(written, into: scratch)
    return String(decoding: scratch.bytes, as: UTF8.self)
  }

  /// Copies what stands behind an opening quote: a doubled quote is one, the closing one ends
  /// what is quoted, and what follows it is kept as it is.
  static func unquote(_ written: UnsafeRawBufferPointer, into scratch: ScratchBytes) {
    var at = 0
    while let quote = written[at...].firstIndex(of: ASCII.quote) {
      scratch.append(UnsafeRawBufferPointer(rebasing: written[at..<quote]))
      at = quote + 1
      guard at < written.count, written[at] == ASCII.quote else { break }
      scratch.append(UnsafeRawBufferPointer(rebasing: written[quote..<at]))
      at += 1
    }
    scratch.append(UnsafeRawBufferPointer(rebasing: written[at...]))
  }
}
