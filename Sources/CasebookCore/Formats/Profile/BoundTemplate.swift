/// A template whose names are columns of one table.
///
/// Its parts are plain numbers, and its texts lie in the constants of the binding: evaluating one
/// counts no references.
struct BoundTemplate: Sendable {
  /// A piece of it.
  enum Part: Sendable {
    case text(CellValue)
    /// A column the table does not have.
    case nothing
    case column(Int, Template.Style)
    case value(Int, Template.Style)
    case row
    case file
  }

  var parts: [Part]
  /// Whether there is any name; a template without names is a constant.
  let hasNames: Bool
  /// What it is where it is no more than a column or a value as written, or a text.
  let sole: Part?

  init(parts: [Part], hasNames: Bool) {
    self.parts = parts
    self.hasNames = hasNames
    switch parts.first {
    case _ where parts.count != 1: sole = nil
    case .column(_, .written), .value(_, .written), .text: sole = parts.first
    default: sole = nil
    }
  }

  /// How many columns and named values it puts together, whether the table has them or not.
  var valueCount: Int {
    parts.count { part in
      switch part {
      case .column, .value, .nothing: true
      case .text, .row, .file: false
      }
    }
  }

  /// The single column this template is, as written, where it is no more than that.
  var soleColumn: Int? {
    guard case .column(let column, _) = sole else { return nil }
    return column
  }
}

/// Templates of which the first that gives something holds.
struct BoundExpression: Sendable {
  let alternatives: [BoundTemplate]
  /// What separates several values in one cell.
  let separator: String?
  /// The column it is as written, and the one that holds where that says nothing; -1 for no second.
  /// Nothing where it is more than that. Most are no more, and reading them counts no references.
  let plain: (first: Int, second: Int)?

  init(alternatives: [BoundTemplate], separator: String?) {
    self.alternatives = alternatives
    self.separator = separator
    let columns = alternatives.compactMap(\.soleColumn)
    let isPlain = columns.count == alternatives.count && (1...2).contains(columns.count)
    plain = isPlain ? (columns[0], columns.count > 1 ? columns[1] : -1) : nil
  }

  /// Whether it may be put together from several columns or named values.
  var isComposed: Bool { alternatives.contains { $0.valueCount > 1 } }

  /// Whether it names only columns that the table does not have, and so never says anything.
  var isSilent: Bool {
    alternatives.allSatisfy { template in
      template.parts.allSatisfy { if case .nothing = $0 { true } else { false } }
    }
  }

  /// The columns it names in rising order; nothing where it names anything else.
  var columns: [Int]? {
    var found: Set<Int> = []
    for part in alternatives.flatMap(\.parts) {
      switch part {
      case .column(let column, _): found.insert(column)
      case .text, .nothing: break
      case .value, .row, .file: return nil
      }
    }
    return found.sorted()
  }
}

/// A key and what it says.
struct BoundEntry: Sendable {
  /// The key of the map that holds the key, where there is one.
  var map: String?
  var key: String
  /// The key in the constants.
  var keyText: CellValue
  var value: BoundExpression
}

/// A value with a name, and what stands for what.
final class BoundValue: Sendable {
  let source: BoundExpression
  /// The written values, in small letters, numbered.
  let written: ByteTable
  /// What stands for each; nothing where the value stays as it is.
  let meanings: [CellValue]?
  let blank: CellValue?
  let other: CellValue?
  let redacted: CellValue?

  init(
    source: BoundExpression, written: ByteTable, meanings: [CellValue]?, blank: CellValue?,
    other: CellValue?, redacted: CellValue?
  ) {
    self.source = source
    self.written = written
    self.meanings = meanings
    self.blank = blank
    self.other = other
    self.redacted = redacted
  }
}

/// What makes an event of a row; an object, since each row takes it up.
final class BoundEvent: Sendable {
  let type: BoundExpression?
  let condition: BoundExpression?
  let date: BoundExpression?
  let end: BoundExpression?
  let isOpen: Bool
  let entries: [BoundEntry]

  init(
    type: BoundExpression?, condition: BoundExpression?, date: BoundExpression?,
    end: BoundExpression?, isOpen: Bool, entries: [BoundEntry]
  ) {
    self.type = type
    self.condition = condition
    self.date = date
    self.end = end
    self.isOpen = isOpen
    self.entries = entries
  }
}

/// The texts of a profile, one behind the other, where they stay; they never change.
final class ConstantBytes: @unchecked Sendable {
  private let bytes: UnsafeRawBufferPointer

  init(_ text: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(1, text.count), alignment: 16)
    copy.copyBytes(from: text)
    bytes = UnsafeRawBufferPointer(copy)
  }

  deinit {
    bytes.deallocate()
  }

  func slice(_ start: Int, _ end: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[start..<end])
  }
}
