/// Which rows have one id, wherever they stand in the tables.
///
/// Rows without an id are groups of one, and so are rows that cannot be read.
/// Holds 32 bytes a row, and each id once.
struct TableGroups {
  /// A row: its table, and where in it the row starts.
  struct Row {
    let table: Int32
    let start: TableRowStart
  }

  private var lists: [TableRowList]
  /// The number of the first row of each list, and one more entry: the number of rows.
  private var firstRows: [Int] = [0]
  /// The row of the same group behind each row; -1 for none.
  private var followers: [Int32] = []
  /// The first row of each group.
  private var heads: [Int32] = []
  private var group = 0
  /// Behind the last group that is given out.
  private var end = 0

  /// Joins the rows of lists, which come in the order of the tables and of their rows.
  init(_ lists: [TableRowList]) {
    self.lists = lists
    let count = lists.reduce(0) { $0 + $1.starts.count }
    followers = Array(repeating: -1, count: count)
    var tails: [Int32] = []
    var ids = ByteTable(minimumCapacity: count / 2)
    var groups: [Int32] = []
    for list in lists {
      let first = firstRows[firstRows.count - 1]
      firstRows.append(first + list.starts.count)
      for row in list.starts.indices {
        let index = Int32(first + row)
        if list.ids[row].hasText {
          let number = Int(list.withID(ofRow: row) { ids.number(of: $0) })
          if number < groups.count {
            let group = Int(groups[number])
            followers[Int(tails[group])] = index
            tails[group] = index
            continue
          }
          groups.append(Int32(heads.count))
        }
        heads.append(index)
        tails.append(index)
      }
    }
    for index in self.lists.indices { self.lists[index].forgetIDs() }
    end = heads.count
  }

  /// How many groups there are.
  var count: Int { heads.count }

  /// The same rows, some of the groups alone to be given out.
  func part(_ range: Range<Int>) -> TableGroups {
    var part = self
    part.group = range.lowerBound
    part.end = range.upperBound
    return part
  }

  /// Gives out the rows of the next group, groups in the order of their first rows.
  ///
  /// - Parameters:
  ///   - rows: is given the first rows, as many as the limit at most.
  ///   - limit: how many rows are given.
  /// - Returns: how many rows the group has; nil if there is no further group.
  mutating func nextGroup(into rows: inout [Row], limit: Int) -> Int? {
    guard group < end else { return nil }
    rows.removeAll(keepingCapacity: true)
    var row = heads[group]
    var count = 0
    while row >= 0 {
      if count < limit { rows.append(self.row(Int(row))) }
      count += 1
      row = followers[Int(row)]
    }
    group += 1
    return count
  }

  private func row(_ number: Int) -> Row {
    var low = 0
    var high = lists.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if firstRows[middle] <= number { low = middle } else { high = middle }
    }
    return Row(
      table: Int32(lists[low].table), start: lists[low].starts[number - firstRows[low]])
  }
}

/// The rows of a stretch of a table, and the ids that join them.
// Sound to share: the text outlives it, and it is read by one thread before the next has it.
struct TableRowList: @unchecked Sendable {
  /// The number of the table.
  let table: Int
  private(set) var starts: [TableRowStart] = []
  /// The id of each row: in the text, or in ``put``.
  private(set) var ids: [CellValue] = []
  /// What only the end shows.
  private(set) var seen = TableRowsSeen()
  private let text: UnsafeRawBufferPointer
  /// Ids that do not stand in the text as they are.
  private var put: [UInt8] = []

  /// Reads the rows from where a reader stands to where it ends.
  init(_ decoder: TableDecoder, _ reader: TableReader, text: UnsafeRawBufferPointer, table: Int) {
    self.table = table
    self.text = text
    let rule = decoder.binding.caseID
    let evaluator = RowEvaluator(
      text: text, binding: decoder.binding, fileStem: decoder.fileStem)
    var reader = reader
    var state = RowValues()
    let columns = rule?.columns
    var start = reader.start
    let mostRows = 1 + reader.rest.lineFeedCount
    starts.reserveCapacity(mostRows)
    ids.reserveCapacity(mostRows)
    while reader.read(into: &state.row) {
      defer { start = reader.start }
      if state.row.isBlank {
        seen.blank.note(state.row)
        continue
      }
      seen.noteRow()
      evaluator.reset()
      starts.append(start)
      guard let rule, !state.row.flaws.contains(where: { $0.kind == .unclosedQuote }) else {
        ids.append(.missing)
        continue
      }
      ids.append(kept(evaluator.id(rule, from: columns, &state), evaluator))
    }
  }

  private mutating func kept(_ id: CellValue, _ evaluator: RowEvaluator) -> CellValue {
    guard id.hasText, id.storage != .file else { return id.hasText ? id : .missing }
    let first = put.count
    put += evaluator.bytes(id)
    return CellValue(.scratch, start: first, end: put.count)
  }

  /// Gives the bytes of the id of a row that has one.
  func withID<Result>(ofRow row: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let id = ids[row]
    if id.storage == .file {
      return body(UnsafeRawBufferPointer(rebasing: text[id.start..<id.end]))
    }
    return put.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[id.start..<id.end])) }
  }

  /// Lets go of what is only needed to join.
  mutating func forgetIDs() {
    ids = []
    put = []
  }
}
