extension RowEvaluator {
  /// What the first template says that says anything.
  @inline(__always)
  func value(
    _ expression: borrowing BoundExpression, _ state: borrowing RowValues
  ) -> CellValue {
    guard let (first, second) = expression.plain else { return whole(expression, state) }
    let found = cell(first, state)
    if second < 0 || found.hasText { return found }
    let other = cell(second, state)
    return other.hasText || found.isMissing && other.isRedacted ? other : found
  }

  @inline(__always)
  private func cell(_ column: Int, _ state: borrowing RowValues) -> CellValue {
    column < state.cells.count ? state.cells[column] : CellValue(.missing, column: column)
  }

  private func whole(
    _ expression: borrowing BoundExpression, _ state: borrowing RowValues
  ) -> CellValue {
    var redacted = CellValue.missing
    for index in expression.alternatives.indices {
      let found = value(expression.alternatives[index], state)
      if found.hasText { return found }
      if found.isRedacted, redacted.isMissing { redacted = found }
    }
    return redacted
  }

  /// A value the profile names: mapped where it has a map, the given word where it is blank.
  func named(_ index: Int, _ state: inout RowValues) -> CellValue {
    let rule = binding.values[index]
    let found = value(rule.source, state)
    if found.isMissing { return rule.blank?.from(found.column) ?? found }
    if found.isRedacted { return rule.redacted?.from(found.column) ?? found }
    guard let meanings = rule.meanings else { return found }
    if let number = Self.folded(bytes(found), { rule.written.existing($0) }) {
      return meanings[Int(number)].from(found.column)
    }
    state.unmapped.append((index, found))
    return rule.other?.from(found.column) ?? found
  }

  /// What a template says; see `Template` for the text between names.
  func value(_ template: BoundTemplate, _ state: borrowing RowValues) -> CellValue {
    if let sole = template.sole { return piece(sole, state).value }
    var joined = JoinedValue(start: scratch.count)
    for index in template.parts.indices {
      if case .text(let text) = template.parts[index] {
        joined.pending = text
        continue
      }
      let (found, style) = piece(template.parts[index], state)
      if found.hasText {
        append(joined.hasValue || !joined.hasName ? joined.pending : joined.prefix, .written)
        append(found, style)
      }
      joined.take(found)
    }
    if !template.hasNames || joined.endsWithValue { append(joined.pending, .written) }
    guard scratch.count > joined.start else {
      return CellValue(joined.isRedacted ? .redacted : .missing, column: joined.column)
    }
    return CellValue(.scratch, start: joined.start, end: scratch.count, column: joined.column)
  }

  private func piece(
    _ part: BoundTemplate.Part, _ state: borrowing RowValues
  ) -> (value: CellValue, style: Template.Style) {
    switch part {
    case .column(let column, let style):
      column < state.cells.count
        ? (state.cells[column], style) : (CellValue(.missing, column: column), style)
    case .value(let index, let style):
      index < state.named.count ? (state.named[index], style) : (.missing, style)
    case .row: (state.number, .written)
    case .file: (state.file, .written)
    case .text(let text): (text, .written)
    case .nothing: (.missing, .written)
    }
  }

  /// Gives bytes in small letters, for looking them up.
  private static func folded<Result>(
    _ bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    if bytes.contains(where: { $0 >= 0x80 }) {
      let text = String(decoding: bytes, as: UTF8.self).lowercased()
      return Array(text.utf8).withUnsafeBytes(body)
    }
    return withUnsafeTemporaryAllocation(byteCount: bytes.count, alignment: 1) { copy in
      for index in 0..<bytes.count { copy[index] = ASCII.lowercased(bytes[index]) }
      return body(UnsafeRawBufferPointer(copy))
    }
  }
}

/// A template on its way to a text.
private struct JoinedValue {
  let start: Int
  /// The text before the first name.
  var prefix = CellValue.missing
  /// The text since the last name.
  var pending = CellValue.missing
  var hasName = false
  var hasValue = false
  var endsWithValue = false
  var isRedacted = false
  var column = -1

  init(start: Int) {
    self.start = start
  }

  mutating func take(_ found: CellValue) {
    if !hasName { prefix = pending }
    hasName = true
    pending = .missing
    endsWithValue = found.hasText
    hasValue = hasValue || found.hasText
    isRedacted = isRedacted || found.isRedacted
    if column < 0, !found.isMissing { column = found.column }
  }
}
