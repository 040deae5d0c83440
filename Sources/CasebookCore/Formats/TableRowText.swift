/// A row of a table by itself, to make its case again.
struct TableRowText {
  /// How the rows of its table are read.
  let decoder: TableDecoder
  /// Where the row stands in its file.
  let place: TableRowPlace
  /// The bytes of the row; they stay where they are as long as the row is used.
  let bytes: UnsafeRawBufferPointer

  /// The cells of the row, whose ranges count in its bytes.
  private var row: TableRow {
    TableReader.row(
      0..<bytes.count, of: bytes, delimiter: decoder.delimiter.byte, number: place.number,
      line: place.line)
  }

  /// The row as it stands in the file, cell by cell, without columns that may identify a person.
  var originalCells: [TableOriginalCell] { decoder.originalCells(row, of: bytes) }

  /// Makes a case again from its rows.
  ///
  /// - Parameters:
  ///   - rows: the rows, in the order in which `TableSource` gave them.
  ///   - tree: emptied and filled; its places are those in the files.
  /// - Returns: what `TableSource` said of these rows.
  static func makeCase(_ rows: [TableRowText], into tree: DataTree) -> TableCase {
    var maker = TableTree(
      rows.map { row in
        TablePart(
          decoder: row.decoder,
          source: SourceText(
            borrowing: row.bytes, firstLine: row.place.line,
            firstByte: row.place.bytes.lowerBound))
      })
    maker.begin()
    var made = TableCase(rows: [])
    for (number, text) in rows.enumerated() {
      var row = text.row
      if let refusal = maker.add(&row, of: number) {
        made.findings.append(refusal)
      } else {
        made.rows.append(text.place)
      }
    }
    maker.write(into: tree)
    made.findings += maker.findings
    made.isRefused = made.rows.isEmpty
    return made
  }
}
