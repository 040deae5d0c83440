import CasebookCore

/// Reads what matters to one library. A row with a value of the wrong type, or with text that is
/// not UTF-8, is skipped and counted.
struct NotebookReader {
  private let database: SQLiteConnection
  private(set) var contents = NotebookContents()
  /// The number of rows that could not be read.
  private(set) var unreadable = 0

  /// Reads everything in one transaction.
  init(_ database: SQLiteConnection, library: String) throws(SQLiteError) {
    self.database = database
    try database.execute("BEGIN DEFERRED")
    defer { try? database.execute("COMMIT") }
    guard try NotebookTables.version(in: database) > 0 else { return }
    try readSettings()
    try readFilters()
    guard let number = try NotebookTables.number(of: library, in: database) else { return }
    try readMarks(number)
    try readNotes(number)
    try readView(number)
  }

  private mutating func readSettings() throws(SQLiteError) {
    try read("SELECT name, value FROM setting") { row, contents in
      guard let name = row.text(0), let value = row.text(1) else { return false }
      contents.settings[name] = value
      return true
    }
  }

  private mutating func readFilters() throws(SQLiteError) {
    try read("SELECT name, text FROM filter ORDER BY name") { row, contents in
      guard let name = row.text(0), let text = row.text(1) else { return false }
      contents.filters.append(SavedFilter(name: name, text: StoredText.read(text)))
      return true
    }
  }

  private mutating func readMarks(_ library: Int64) throws(SQLiteError) {
    try read(
      "SELECT caseID FROM mark WHERE library = ? ORDER BY caseID", library
    ) { row, contents in
      guard let id = row.text(0) else { return false }
      contents.marked.append(StoredText.read(id))
      return true
    }
  }

  private mutating func readNotes(_ library: Int64) throws(SQLiteError) {
    try read(
      """
      SELECT number, caseID, text, madeOn, fingerprint FROM note
      WHERE library = ? ORDER BY place
      """, library
    ) { row, contents in
      guard let number = row.integer(0), let caseID = row.text(1), let text = row.text(2),
        let madeOn = row.text(3), let fingerprint = row.integer(4)
      else { return false }
      contents.notes.append(
        Note(
          number: UInt64(bitPattern: number), caseID: StoredText.read(caseID),
          text: StoredText.read(text), madeOn: madeOn,
          fingerprint: UInt64(bitPattern: fingerprint)))
      return true
    }
  }

  /// Reads the columns of the list and the place where the last session ended.
  private mutating func readView(_ library: Int64) throws(SQLiteError) {
    try read("SELECT text FROM columns WHERE library = ?", library) { row, contents in
      contents.columns = row.text(0)
      return contents.columns != nil
    }
    try read(
      "SELECT filter, caseID, region, event FROM session WHERE library = ?", library
    ) { row, contents in
      let caseID = row.text(1)
      guard let filter = row.text(0), caseID != nil || row.isNull(1), let region = row.text(2),
        let event = row.integer(3)
      else { return false }
      contents.session = SessionRecord(
        filter: StoredText.read(filter), caseID: caseID.map(StoredText.read), region: region,
        event: Int(min(max(event, 0), Int64(Int32.max))))
      return true
    }
  }

  /// Runs a query; `take` returns `false` for a row that cannot be read.
  private mutating func read(
    _ sql: String, _ library: Int64? = nil,
    take: (SQLiteRow, inout NotebookContents) -> Bool
  ) throws(SQLiteError) {
    var (contents, unreadable) = (contents, unreadable)
    let values = library.map { [SQLiteValue.integer($0)] } ?? []
    try database.forEachRow(sql, values) { row in
      if !take(row, &contents) { unreadable += 1 }
    }
    (self.contents, self.unreadable) = (contents, unreadable)
  }
}
