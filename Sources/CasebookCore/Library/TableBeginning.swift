/// The beginning of a table: as much of it as shows how it is to be read.
enum TableBeginning {
  /// Reads as much of a table as it takes; nothing where that is all of it.
  static func source(
    of file: SourceFile, _ stream: TextStream, into text: ReservedBytes, _ reader: RecordReader,
    _ sizes: PieceSizes
  ) -> TableSource? {
    var wanted = sizes.beginning
    while wanted <= min(sizes.longestBeginning, text.room.count - SourceBytes.padding) {
      let room = UnsafeMutableRawBufferPointer(rebasing: text.room[stream.position..<wanted])
      guard let got = try? stream.read(into: room), got == room.count else { return nil }
      let beginning = text.prefix(wanted)
      if let source = try? reader.table(file, beginning), hasEnoughRows(beginning, source) {
        return source
      }
      wanted *= 4
    }
    return nil
  }

  /// Whether the beginning has all the rows by which a table is judged.
  private static func hasEnoughRows(
    _ beginning: UnsafeRawBufferPointer, _ source: TableSource
  ) -> Bool {
    var reader = TableReader(
      beginning, delimiter: source.decoder.delimiter.byte, from: source.firstRow)
    var row = TableRow()
    var rows = 0
    while rows < DateOrderSearch.sampledRows, reader.read(into: &row) {
      if !row.isBlank { rows += 1 }
    }
    return reader.start.byte < beginning.count
  }

  /// Where the last row ends that is whole in the beginning of a table.
  static func endOfRows(
    in beginning: UnsafeRawBufferPointer, _ source: TableSource, from first: TableRowStart
  ) -> Int {
    var slices = TableSlices(
      beginning, delimiter: source.decoder.delimiter.byte, from: first, isWhole: false)
    var last = first
    while let next = slices.next(atOrBehind: last.byte + 1) { last = next }
    return last.byte
  }
}
