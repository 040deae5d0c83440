import CasebookCore

extension NotebookTables {
  /// Saves a change, in the transaction that is open.
  static func save(
    _ change: NotebookChange, in database: SQLiteConnection
  ) throws(SQLiteError) {
    switch change {
    case .setting(let name, let value?):
      try database.run("INSERT OR REPLACE INTO setting VALUES (?, ?)", .text(name), .text(value))
    case .setting(let name, nil):
      try database.run("DELETE FROM setting WHERE name = ?", .text(name))
    case .filter(let name, let text?):
      try database.run("INSERT OR REPLACE INTO filter VALUES (?, ?)", .text(name), stored(text))
    case .filter(let name, nil):
      try database.run("DELETE FROM filter WHERE name = ?", .text(name))
    case .mark(let library, let id, true):
      try database.run(
        "INSERT OR IGNORE INTO mark VALUES (?, ?)", try own(library, in: database), stored(id))
    case .mark(let library, let id, false):
      try database.run(
        "DELETE FROM mark WHERE library = ? AND caseID = ?", try own(library, in: database),
        stored(id))
    case .note(let library, let note):
      try database.run(
        """
        INSERT OR IGNORE INTO note (number, library, caseID, text, madeOn, fingerprint)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        .integer(Int64(bitPattern: note.number)), try own(library, in: database),
        stored(note.caseID), stored(note.text), .text(note.madeOn),
        .integer(Int64(bitPattern: note.fingerprint)))
    case .noteRemoved(let number):
      try database.run(
        "DELETE FROM note WHERE number = ?", .integer(Int64(bitPattern: number)))
    case .columns(let library, let text?):
      try database.run(
        "INSERT OR REPLACE INTO columns VALUES (?, ?)", try own(library, in: database),
        .text(text))
    case .columns(let library, nil):
      try database.run("DELETE FROM columns WHERE library = ?", try own(library, in: database))
    case .session(let library, let session):
      try database.run(
        "INSERT OR REPLACE INTO session VALUES (?, ?, ?, ?, ?)", try own(library, in: database),
        stored(session.filter), .optional(session.caseID.map(StoredText.written)),
        .text(session.region), .integer(Int64(session.event)))
    }
  }

  /// The number of a library, or `nil` if nothing was saved for it yet.
  static func number(
    of library: String, in database: SQLiteConnection
  ) throws(SQLiteError) -> Int64? {
    try database.integer("SELECT number FROM library WHERE key = ?", stored(library))
  }

  /// The number of a library, which is added if it has none.
  private static func own(
    _ library: String, in database: SQLiteConnection
  ) throws(SQLiteError) -> SQLiteValue {
    if let number = try number(of: library, in: database) { return .integer(number) }
    try database.run("INSERT INTO library (key) VALUES (?)", stored(library))
    return .integer(database.lastInsertedKey)
  }

  private static func stored(_ text: String) -> SQLiteValue { .text(StoredText.written(text)) }
}
