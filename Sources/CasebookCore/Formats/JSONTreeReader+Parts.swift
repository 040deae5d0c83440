internal import CJSON

extension JSONTreeReader {
  /// Points the reader at a part of a text that is one list.
  ///
  /// - Parameters:
  ///   - source: the part.
  ///   - follows: whether the part begins behind a comma of the list.
  ///   - goesOn: whether it ends behind one.
  func open(_ source: SourceText, follows: Bool, goesOn: Bool) {
    open(source)
    cjson_reader_open_part(
      reader, source.bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
      UInt32(clamping: source.bytes.count), follows, goesOn)
  }

  /// Whether the rest of a list was left unread, because of an error between its elements.
  var gaveUp: Bool { reader.map { cjson_reader_gave_up($0) } ?? false }

  /// Looks for the last comma between elements of a list.
  ///
  /// - Parameters:
  ///   - bytes: a text that begins with the list, or a part of one.
  ///   - start: a place inside the list, behind its bracket or a comma.
  /// - Returns: the place behind the comma, the elements before it, and whether something else
  ///   than one comma stands between two elements.
  static func cutList(
    _ bytes: UnsafeRawBufferPointer, from start: Int
  ) -> (end: Int, elements: Int, isIrregular: Bool) {
    let cut = cjson_cut_list(
      bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(clamping: start),
      UInt32(clamping: bytes.count))
    return (Int(cut.end), Int(cut.elements), cut.state == .irregular)
  }
}
