extension TableDecoder {
  /// Makes a case again from its rows.
  ///
  /// - Parameters:
  ///   - places: the rows, as `TableSource` gave them.
  ///   - text: the file, or a part of it that holds all the rows.
  ///   - textStart: the byte of the file that `text` begins with.
  ///   - firstLine: the line of the file that `text` begins on.
  ///   - tree: emptied and filled; its places are those in the file.
  /// - Returns: what `TableSource` said of these rows.
  public func caseTree(
    _ places: [TableRowPlace], of text: UnsafeRawBufferPointer, textStart: Int = 0,
    firstLine: Int = 1, into tree: DataTree
  ) -> TableCase {
    var maker = TableTree(self, text: text)
    maker.begin()
    var made = TableCase(rows: [])
    for place in places {
      var row = row(place, of: text, textStart: textStart)
      add(&row, place, to: &maker, &made)
    }
    maker.write(
      into: tree, source: SourceText(borrowing: text, firstLine: firstLine, firstByte: textStart))
    return finished(made, maker)
  }

  /// Makes a case again from the stretch of the file that holds its rows.
  ///
  /// Where the profile joins rows by an id, rows between them that have another are passed over.
  ///
  /// - Parameters:
  ///   - span: the stretch, as `TableCase` gave it.
  ///   - text: the bytes of the span.
  ///   - tree: emptied and filled; its places are those in the file.
  /// - Returns: what `TableSource` said of these rows.
  /// - Complexity: linear in the bytes of the span.
  public func caseTree(
    span: TableRowPlace, bytes text: UnsafeRawBufferPointer, into tree: DataTree
  ) -> TableCase {
    var maker = TableTree(self, text: text)
    maker.begin()
    var made = TableCase(rows: [])
    forEachRow(of: span, text) { row, place in add(&row, place, to: &maker, &made) }
    maker.write(
      into: tree,
      source: SourceText(
        borrowing: text, firstLine: span.line, firstByte: span.bytes.lowerBound))
    return finished(made, maker)
  }

  /// The rows of a case as they stand in the file, for showing where its facts come from.
  ///
  /// Columns that may identify a person are left out, and so are rows of other cases.
  ///
  /// - Parameters:
  ///   - span: the stretch of the file, as `TableCase` gave it.
  ///   - text: the bytes of the span.
  /// - Returns: each row with its place and its cells.
  public func originalRows(
    span: TableRowPlace, bytes text: UnsafeRawBufferPointer
  ) -> [(place: TableRowPlace, cells: [TableOriginalCell])] {
    var found: [(place: TableRowPlace, cells: [TableOriginalCell])] = []
    forEachRow(of: span, text) { _, place in
      let cells = originalRow(place, of: text, textStart: span.bytes.lowerBound)
      found.append((place, cells))
    }
    return found
  }

  // MARK: - Rows

  /// Reads the rows of a span that belong to its case: those with the id of the first.
  private func forEachRow(
    of span: TableRowPlace, _ text: UnsafeRawBufferPointer,
    _ body: (inout TableRow, TableRowPlace) -> Void
  ) {
    let ids = RowEvaluator(text: text, binding: binding, fileStem: fileStem)
    var reader = TableReader(
      text, delimiter: delimiter.byte,
      from: TableRowStart(byte: 0, row: span.number, line: span.line),
      maximumCells: limits.columns)
    var state = RowValues()
    var wanted: [UInt8]?
    while reader.read(into: &state.row) {
      if state.row.isBlank { continue }
      ids.reset()
      let id = binding.caseID.map { ids.id($0, from: $0.columns, &state) } ?? .missing
      let own = Array(ids.bytes(id))
      if let wanted, wanted != own || own.isEmpty { continue }
      wanted = own
      var place = TableRowPlace(state.row)
      let offset = span.bytes.lowerBound
      place.bytes = (place.bytes.lowerBound + offset)..<(place.bytes.upperBound + offset)
      body(&state.row, place)
    }
  }

  private func add(
    _ row: inout TableRow, _ place: TableRowPlace, to maker: inout TableTree,
    _ made: inout TableCase
  ) {
    if let refusal = maker.add(&row) {
      made.findings.append(refusal)
    } else {
      made.rows.append(place)
    }
  }

  private func finished(_ made: TableCase, _ maker: TableTree) -> TableCase {
    var made = made
    made.findings += maker.findings
    made.isRefused = made.rows.isEmpty
    return made
  }
}
