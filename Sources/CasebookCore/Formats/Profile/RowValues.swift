/// What one cell or template says: sixteen bytes that say where the text is.
struct CellValue: Sendable {
  /// Where the text is.
  enum Storage: UInt8, Sendable {
    /// Nothing was written.
    case missing
    /// It was blacked out.
    case redacted
    /// In the file.
    case file
    /// In the texts of the profile.
    case constant
    /// In the scratch bytes of the group of rows.
    case scratch
  }

  private var from: UInt32
  private var to: UInt32
  private var source: Int32
  var storage: Storage

  init(_ storage: Storage, start: Int = 0, end: Int = 0, column: Int = -1) {
    self.storage = storage
    from = UInt32(clamping: start)
    to = UInt32(clamping: end)
    source = Int32(clamping: column)
  }

  static let missing = CellValue(.missing)

  var start: Int { Int(from) }
  var end: Int { Int(to) }
  var count: Int { end - start }
  /// The column it comes from, of several the first; -1 for none.
  var column: Int { Int(source) }
  var isMissing: Bool { storage == .missing }
  var isRedacted: Bool { storage == .redacted }
  /// Whether there is text.
  var hasText: Bool { storage.rawValue >= Storage.file.rawValue }

  /// The same text as if it came from a column.
  func from(_ column: Int) -> CellValue {
    CellValue(storage, start: start, end: end, column: column)
  }
}

/// One row and what it says.
struct RowValues: Sendable {
  var row = TableRow()
  /// The number of its table among those that are read together.
  var table = 0
  /// The number of the decoder of that table among those of these tables.
  var decoder = 0
  var cells: [CellValue] = []
  /// The values the profile names, in its order.
  var named: [CellValue] = []
  /// The number of the row.
  var number = CellValue.missing
  /// The name of the file without its extension.
  var file = CellValue.missing
  /// The id of the case it belongs to.
  var id = CellValue.missing
  /// What it says of the case, one a key of the profile.
  var caseValues: [CellValue] = []
  /// What it says of sources, one a key of all sources of the profile.
  var sourceValues: [CellValue] = []
  /// The events it tells of.
  var events: [RowEvent] = []
  /// What it says of these events, one a key of each.
  var eventValues: [CellValue] = []
  /// What an earlier row of the case said otherwise, and dates that could not be read.
  var extras: [KeyedValue] = []
  /// Values that no map of the profile has, with the number of the profile's value.
  var unmapped: [(rule: Int, value: CellValue)] = []

  /// Empties everything but the row itself, and keeps the memory.
  mutating func clear() {
    cells.removeAll(keepingCapacity: true)
    named.removeAll(keepingCapacity: true)
    caseValues.removeAll(keepingCapacity: true)
    sourceValues.removeAll(keepingCapacity: true)
    events.removeAll(keepingCapacity: true)
    eventValues.removeAll(keepingCapacity: true)
    extras.removeAll(keepingCapacity: true)
    unmapped.removeAll(keepingCapacity: true)
  }

  /// The byte a value comes from: its cell, or the row where no cell gave it.
  func place(of value: CellValue) -> Int {
    row.cells.indices.contains(value.column)
      ? row.cells[value.column].firstByte : row.bytes.lowerBound
  }
}

/// An event of a row.
struct RowEvent: Sendable {
  /// Which of the profile's events it is.
  var rule: Int
  var type: CellValue
  /// The date as EDTF.
  var date: CellValue
  /// What it begins with, as EDTF and with its time where one is told.
  var start: CellValue
  /// The days it may mean; nothing where there is no date, or reading it takes more than a look.
  var span: DateSpan?
  /// Where its first value stands among those of the row.
  var firstValue: Int
}

/// A value under a key.
struct KeyedValue: Sendable {
  var key: String
  var value: CellValue
}
