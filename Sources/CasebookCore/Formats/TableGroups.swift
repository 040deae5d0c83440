/// Which rows have one id, wherever they stand in the table.
///
/// Rows without an id are groups of one, and so are rows that cannot be read.
/// Holds 20 bytes a row, and each id once.
struct TableGroups {
  private var starts: [TableRowStart] = []
  /// The row of the same group behind each row; -1 for none.
  private var followers: [Int32] = []
  /// The first row of each group.
  private var heads: [Int32] = []
  private var group = 0
  /// Behind the last group that is given out.
  private var end = 0
  /// The rows without anything written.
  private(set) var blankRows = BlankRows()

  /// Reads all rows.
  init(_ decoder: TableDecoder, _ reader: TableReader, text: UnsafeRawBufferPointer) {
    guard let rule = decoder.binding.caseID else { return }
    let evaluator = RowEvaluator(
      text: text, binding: decoder.binding, fileStem: decoder.fileStem)
    var reader = reader
    var state = RowValues()
    var tails: [Int32] = []
    var ids = ByteTable()
    var groups: [Int] = []
    let check = TableRowCheck(text: text, columnCount: 0, limits: decoder.limits)
    let columns = rule.columns
    var start = reader.start
    while reader.read(into: &state.row) {
      defer { start = reader.start }
      if state.row.isBlank {
        blankRows.note(state.row)
        continue
      }
      blankRows.endRun()
      evaluator.reset()
      let index = Int32(starts.count)
      starts.append(start)
      followers.append(-1)
      let id =
        check.refusal(of: state.row) == nil ? evaluator.id(rule, from: columns, &state) : .missing
      guard id.hasText else {
        heads.append(index)
        tails.append(index)
        continue
      }
      let number = ids.number(of: evaluator.bytes(id))
      if Int(number) == groups.count {
        groups.append(heads.count)
        heads.append(index)
        tails.append(index)
      } else {
        let group = groups[Int(number)]
        followers[Int(tails[group])] = index
        tails[group] = index
      }
    }
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

  /// Where the first row of the next group starts.
  var nextStart: TableRowStart? { group < end ? starts[Int(heads[group])] : nil }

  /// The starts of the rows of the next group, groups in the order of their first rows.
  mutating func nextGroup() -> [TableRowStart]? {
    guard group < end else { return nil }
    var rows: [TableRowStart] = []
    var row = heads[group]
    while row >= 0 {
      rows.append(starts[Int(row)])
      row = followers[Int(row)]
    }
    group += 1
    return rows
  }
}
