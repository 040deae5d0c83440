/// Reads the rows of one table of a damaged file, around the pages that cannot be read: forwards
/// from the first row, backwards from the last, and between them wherever a number leads to a
/// readable page.
struct TableScan {
  private let database: SQLiteConnection
  private let shape: NotebookShape
  private let names: String
  /// Whether a part of the table could not be read.
  private(set) var isPartial = false
  /// The values of each readable row, and `nil` for each row with a value that cannot be used.
  private(set) var rows: [[SQLiteValue]?] = []

  /// Maximum number of tries to find a readable page between two that are not.
  private static let probes = 2_000

  /// Reads the table. What cannot be read is left out.
  init(_ shape: NotebookShape, in database: SQLiteConnection) {
    self.database = database
    self.shape = shape
    guard let names = Self.names(of: shape, in: database) else {
      names = ""
      isPartial = true
      return
    }
    self.names = names
    if shape.hasNumbers { readByNumber() } else { readBothWays() }
  }

  /// The expressions to select, or `nil` if there is no such table or a column cannot be replaced.
  private static func names(of shape: NotebookShape, in database: SQLiteConnection) -> String? {
    let isTable = "SELECT 1 FROM sqlite_master WHERE name = ? AND type = 'table' AND rootpage > 0"
    guard (try? database.integer(isTable, .text(shape.name))) == 1 else { return nil }
    var found: Set<String> = []
    try? database.forEachRow("PRAGMA table_info(\(shape.name))") { row in
      if let name = row.text(1) { found.insert(name) }
    }
    let names = shape.columns.compactMap { column in
      found.contains(column.name) ? column.name : column.substitute
    }
    return names.count == shape.columns.count ? names.joined(separator: ", ") : nil
  }

  private mutating func readBothWays() {
    let forwards = shape.order.joined(separator: ", ")
    let backwards = shape.order.map { $0 + " DESC" }.joined(separator: ", ")
    if read("ORDER BY \(forwards)").isWhole { return }
    isPartial = true
    _ = read("ORDER BY \(backwards)")
  }

  private mutating func readByNumber() {
    let first = read("ORDER BY rowid")
    if first.isWhole { return }
    isPartial = true
    var low = first.last ?? .min
    let high = read("WHERE rowid > \(low) ORDER BY rowid DESC").last ?? .max
    // A damaged page is skipped by seeking a number behind it, farther each time.
    var step: Int64 = 1
    for _ in 0..<Self.probes {
      let base = max(low, 0)
      guard high > base, high - base > step, step < 1 << 61 else { return }
      let start = base + step
      let found = read("WHERE rowid >= \(start) AND rowid < \(high) ORDER BY rowid")
      if found.last != nil {
        // The step may have led past rows on the same page.
        _ = read("WHERE rowid > \(low) AND rowid < \(start) ORDER BY rowid DESC")
      }
      if found.isWhole { return }
      if let last = found.last {
        (low, step) = (last, 1)
      } else {
        step *= 2
      }
    }
  }

  /// Reads rows until the end or a failure.
  ///
  /// - Returns: Whether the end was reached, and the number of the last row if rows have one.
  private mutating func read(_ condition: String) -> (isWhole: Bool, last: Int64?) {
    var (rows, last) = (rows, Int64?.none)
    defer { self.rows = rows }
    do throws(SQLiteError) {
      try database.forEachRow("SELECT \(names) FROM \(shape.name) NOT INDEXED \(condition)") {
        row in
        rows.append(shape.values(row))
        if shape.hasNumbers { last = row.integer(0) ?? last }
      }
      return (true, last)
    } catch {
      return (false, last)
    }
  }
}
