/// A table, or some of its rows by themselves, to make cases of.
struct TablePart {
  /// How the rows are read.
  let decoder: TableDecoder
  /// The bytes that the ranges of the rows count in.
  let source: SourceText

  /// The same rows, with places counted on their own.
  var copy: TablePart {
    let source = SourceText(
      borrowing: source.bytes, firstLine: source.firstLine, firstByte: source.firstByte)
    source.file = self.source.file
    return TablePart(decoder: decoder, source: source)
  }
}

/// What several tables say of a case, key by key; tables that are read alike count as one.
struct JoinedEntries {
  /// A key, and where each table says it.
  struct Entry {
    var map: String?
    var key: String
    /// What separates several values, where the first table that has the key says so.
    var separator: String?
    /// The number of the value among those of a row of each table; nothing where it says none.
    var values: [Int?]
    /// Whether a table may put it together from several columns.
    var isComposed = false
  }

  /// A column that becomes a field of the case, and which column of each table it is.
  struct Column {
    var key: String
    var columns: [Int?]
  }

  /// The keys that templates give, those of one map next to each other.
  private(set) var entries: [Entry] = []
  /// The columns by themselves.
  private(set) var columns: [Column] = []

  init(_ bindings: [ProfileBinding]) {
    var numbers: [String: Int] = [:]
    for (table, binding) in bindings.enumerated() {
      for (index, entry) in binding.caseEntries.enumerated() {
        let known = entries.firstIndex { $0.key == entry.key && $0.map == entry.map }
        let number = known ?? entries.count
        if known == nil {
          entries.append(
            Entry(
              map: entry.map, key: entry.key, separator: entry.value.separator,
              values: Array(repeating: nil, count: bindings.count)))
        }
        entries[number].values[table] = index
        if entry.value.isComposed { entries[number].isComposed = true }
      }
      for (column, role) in binding.roles.enumerated() {
        guard case .field(let key) = role else { continue }
        // A table may have a key twice.
        let known = numbers[key].flatMap { columns[$0].columns[table] == nil ? $0 : nil }
        let number = known ?? columns.count
        if known == nil {
          numbers[key] = number
          columns.append(Column(key: key, columns: Array(repeating: nil, count: bindings.count)))
        }
        columns[number].columns[table] = column
      }
    }
    if bindings.count > 1 { entries = ProfileBinding.grouped(entries, by: \.map) }
  }
}
