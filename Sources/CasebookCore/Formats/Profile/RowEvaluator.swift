/// Works out what the cells and templates of rows say.
///
/// Hot path: texts stay in the file where they stand there; what has to be put together goes to
/// one block of bytes that is emptied with each case.
struct RowEvaluator {
  /// The file, or a part of it that holds the rows at hand.
  let text: UnsafeRawBufferPointer
  let binding: ProfileBinding
  let scratch = ScratchBytes()
  private let fileStem: String

  init(text: UnsafeRawBufferPointer, binding: ProfileBinding, fileStem: String) {
    self.text = text
    self.binding = binding
    self.fileStem = fileStem
  }

  /// Forgets the texts of earlier rows.
  func reset() {
    scratch.truncate(to: 0)
  }

  /// Works out the cells of a row, and what they say of the case and its sources.
  func evaluate(_ state: inout RowValues) {
    state.clear()
    evaluateCells(of: &state)
    if binding.namesRow {
      let start = scratch.count
      scratch.append(state.row.number)
      state.number = CellValue(.scratch, start: start, end: scratch.count)
    }
    if binding.namesFile { state.file = append(fileStem) }
    for rule in binding.values.indices { state.named.append(named(rule, &state)) }
    if let id = binding.caseID { state.id = value(id, state) }
    for index in binding.caseEntries.indices {
      state.caseValues.append(value(binding.caseEntries[index].value, state))
    }
    for index in binding.sourceValues.indices {
      state.sourceValues.append(value(binding.sourceValues[index], state))
    }
  }

  private func evaluateCells(of state: inout RowValues) {
    // Taken out for the loop, which would else ask at every cell whether they are shared.
    var values = state.cells
    state.cells = []
    state.row.cells.withUnsafeBufferPointer { cells in
      values.reserveCapacity(cells.count)
      for column in cells.indices {
        let cell = cells[column]
        values.append(
          cell.start == cell.end && !cell.needsUnquoting
            ? CellValue(.missing, column: column) : value(of: cell, column: column))
      }
    }
    state.cells = values
  }

  /// Works out some cells of a row only.
  func evaluate(_ columns: [Int], of state: inout RowValues) {
    state.clear()
    for column in columns where column < state.row.cells.count {
      while state.cells.count < column { state.cells.append(.missing) }
      state.cells.append(value(of: state.row.cells[column], column: column))
    }
  }

  /// The id of the case a row belongs to, worked out from as few cells as it takes: those of the
  /// columns that its rule names, where it names nothing else.
  func id(
    _ rule: BoundExpression, from columns: [Int]?, _ state: inout RowValues
  ) -> CellValue {
    guard let columns else {
      evaluate(&state)
      return state.id
    }
    evaluate(columns, of: &state)
    return value(rule, state)
  }

  // MARK: - Bytes

  /// The bytes of a value; valid until the next text is put together.
  @inline(__always)
  func bytes(_ value: CellValue) -> UnsafeRawBufferPointer {
    switch value.storage {
    case .missing: UnsafeRawBufferPointer(start: nil, count: 0)
    case .redacted: Redaction.valueBytes
    case .file: UnsafeRawBufferPointer(rebasing: text[value.start..<value.end])
    case .constant: binding.constants.slice(value.start, value.end)
    case .scratch: UnsafeRawBufferPointer(rebasing: scratch.bytes[value.start..<value.end])
    }
  }

  /// The text of a value.
  func string(_ value: CellValue) -> String {
    String(decoding: bytes(value), as: UTF8.self)
  }

  /// The text of a value for a finding, or the beginning of it if it is long: a finding for each of
  /// many rows does not repeat a long text for each.
  func quotation(of value: CellValue) -> String {
    let bytes = bytes(value)
    guard bytes.count > Self.longestQuotation else { return string(value) }
    var end = Self.longestQuotation
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: bytes[..<end], as: UTF8.self) + "…"
  }

  /// Bytes of a value that a finding quotes at most.
  private static let longestQuotation = 240

  /// Whether two values say the same.
  func areEqual(_ left: CellValue, _ right: CellValue) -> Bool {
    bytes(left).elementsEqual(bytes(right))
  }

  /// Adds a text of its own.
  func append(_ text: String, column: Int = -1) -> CellValue {
    let start = scratch.count
    scratch.append(text)
    return CellValue(.scratch, start: start, end: scratch.count, column: column)
  }

  /// Adds a value to the text being put together, spelled as its style says.
  func append(_ value: CellValue, _ style: Template.Style) {
    guard value.hasText else { return }
    let start = scratch.count
    scratch.append(bytes(value))
    if style != .written { style.spell(scratch, from: start) }
  }

  // MARK: - Cells

  private func value(of cell: TableCell, column: Int) -> CellValue {
    guard cell.needsUnquoting else {
      let (start, end) = Self.trimmed(text, cell.start, cell.end)
      return classified(CellValue(.file, start: start, end: end, column: column))
    }
    let first = scratch.count
    TableText.unquote(UnsafeRawBufferPointer(rebasing: text[cell.start..<cell.end]), into: scratch)
    let (start, end) = Self.trimmed(UnsafeRawBufferPointer(scratch.bytes), first, scratch.count)
    return classified(CellValue(.scratch, start: start, end: end, column: column))
  }

  @inline(__always)
  private func classified(_ value: CellValue) -> CellValue {
    let bytes = bytes(value)
    guard let first = bytes.first else { return CellValue(.missing, column: value.column) }
    if binding.isGuarded, CSVWriter.isGuard(bytes) {
      return CellValue(
        value.storage, start: value.start + 1, end: value.end, column: value.column)
    }
    if bytes.count <= binding.longestMissing, binding.missing.existing(bytes) != nil {
      return CellValue(.missing, column: value.column)
    }
    if Redaction.mayBegin(first) && Redaction.isExemption(bytes) || isRedacted(bytes) {
      return CellValue(.redacted, column: value.column)
    }
    return value
  }

  @inline(__always)
  private func isRedacted(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count <= binding.longestRedacted else { return false }
    return binding.redacted.contains(String(decoding: bytes, as: UTF8.self).lowercased())
  }

  @inline(__always)
  private static func trimmed(
    _ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int
  ) -> (Int, Int) {
    var (start, end) = (start, end)
    while start < end {
      let isWide = hasNoBreakSpace(bytes, start..<end, at: start)
      let width = isBlank(bytes[start]) ? 1 : isWide ? 2 : 0
      if width == 0 { break }
      start += width
    }
    while start < end {
      let isWide = hasNoBreakSpace(bytes, start..<end, at: end - 2)
      let width = isBlank(bytes[end - 1]) ? 1 : isWide ? 2 : 0
      if width == 0 { break }
      end -= width
    }
    return (start, end)
  }

  /// Whether U+00A0 stands at a place, which spreadsheets leave behind and nobody sees.
  @inline(__always)
  private static func hasNoBreakSpace(
    _ bytes: UnsafeRawBufferPointer, _ cell: Range<Int>, at place: Int
  ) -> Bool {
    place >= cell.lowerBound && place + 2 <= cell.upperBound && bytes[place] == 0xC2
      && bytes[place + 1] == 0xA0
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == ASCII.blank || (byte >= 9 && byte <= 13)
  }
}
