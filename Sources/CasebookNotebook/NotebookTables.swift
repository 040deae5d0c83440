import CasebookCore
import GRDB

/// The tables of the notebook, and what is read from and written into them.
enum NotebookTables {
  /// The version of the tables; a file of a later one is left alone.
  static let version = 1

  static func version(in database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
  }

  /// Makes the tables in one transaction; another program may have made them meanwhile.
  static func create(in database: Database) throws {
    guard try version(in: database) < version else { return }
    try database.execute(
      sql: """
        CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE filter (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE library (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
        CREATE TABLE mark (
          library INTEGER NOT NULL REFERENCES library, caseID TEXT NOT NULL,
          PRIMARY KEY (library, caseID)) WITHOUT ROWID;
        CREATE TABLE note (
          place INTEGER PRIMARY KEY AUTOINCREMENT, number INTEGER NOT NULL UNIQUE,
          library INTEGER NOT NULL REFERENCES library, caseID TEXT NOT NULL,
          text TEXT NOT NULL, madeOn TEXT NOT NULL, fingerprint INTEGER NOT NULL);
        CREATE INDEX noteOfLibrary ON note (library, place);
        CREATE TABLE columns (
          library INTEGER PRIMARY KEY REFERENCES library, text TEXT NOT NULL);
        CREATE TABLE session (
          library INTEGER PRIMARY KEY REFERENCES library, filter TEXT NOT NULL, caseID TEXT,
          region TEXT NOT NULL, event INTEGER NOT NULL);
        PRAGMA user_version = \(version);
        """)
  }

  /// Everything that matters to a library.
  static func contents(of library: String, in database: Database) throws -> NotebookContents {
    var contents = NotebookContents()
    guard try version(in: database) > 0 else { return contents }
    for row in try Row.fetchAll(database, sql: "SELECT name, value FROM setting") {
      contents.settings[row[0]] = row[1]
    }
    contents.filters = try Row.fetchAll(
      database, sql: "SELECT name, text FROM filter ORDER BY name"
    ).map { SavedFilter(name: $0[0], text: StoredText.read($0[1])) }
    guard let number = try number(of: library, in: database) else { return contents }
    contents.marked = try String.fetchAll(
      database, sql: "SELECT caseID FROM mark WHERE library = ? ORDER BY caseID",
      arguments: [number]
    ).map(StoredText.read)
    contents.notes = try Row.fetchAll(
      database,
      sql: """
        SELECT number, caseID, text, madeOn, fingerprint FROM note
        WHERE library = ? ORDER BY place
        """, arguments: [number]
    ).map(note)
    contents.columns = try String.fetchOne(
      database, sql: "SELECT text FROM columns WHERE library = ?", arguments: [number])
    contents.session = try Row.fetchOne(
      database, sql: "SELECT filter, caseID, region, event FROM session WHERE library = ?",
      arguments: [number]
    ).map { row in
      let caseID: String? = row[1]
      return SessionRecord(
        filter: StoredText.read(row[0]), caseID: caseID.map(StoredText.read), region: row[2],
        event: row[3])
    }
    return contents
  }

  /// Keeps a change, in the transaction that is open.
  static func save(_ change: NotebookChange, in database: Database) throws {
    func run(_ sql: String, _ arguments: (any DatabaseValueConvertible)?...) throws {
      try database.execute(sql: sql, arguments: StatementArguments(arguments))
    }
    switch change {
    case .setting(let name, let value?):
      try run("INSERT OR REPLACE INTO setting VALUES (?, ?)", name, value)
    case .setting(let name, nil): try run("DELETE FROM setting WHERE name = ?", name)
    case .filter(let name, let text?):
      try run("INSERT OR REPLACE INTO filter VALUES (?, ?)", name, StoredText.written(text))
    case .filter(let name, nil): try run("DELETE FROM filter WHERE name = ?", name)
    case .mark(let library, let id, true):
      try run(
        "INSERT OR IGNORE INTO mark VALUES (?, ?)", try own(library, in: database),
        StoredText.written(id))
    case .mark(let library, let id, false):
      try run(
        "DELETE FROM mark WHERE library = ? AND caseID = ?", try own(library, in: database),
        StoredText.written(id))
    case .note(let library, let note):
      try run(
        """
        INSERT OR IGNORE INTO note (number, library, caseID, text, madeOn, fingerprint)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        Int64(bitPattern: note.number), try own(library, in: database),
        StoredText.written(note.caseID), StoredText.written(note.text), note.madeOn,
        Int64(bitPattern: note.fingerprint))
    case .noteRemoved(let number):
      try run("DELETE FROM note WHERE number = ?", Int64(bitPattern: number))
    case .columns(let library, let text?):
      try run(
        "INSERT OR REPLACE INTO columns VALUES (?, ?)", try own(library, in: database), text)
    case .columns(let library, nil):
      try run("DELETE FROM columns WHERE library = ?", try own(library, in: database))
    case .session(let library, let session):
      try run(
        "INSERT OR REPLACE INTO session VALUES (?, ?, ?, ?, ?)", try own(library, in: database),
        StoredText.written(session.filter), session.caseID.map(StoredText.written),
        session.region, session.event)
    }
  }

  // MARK: - Private

  private static func note(_ row: Row) -> Note {
    let (number, fingerprint): (Int64, Int64) = (row[0], row[4])
    return Note(
      number: UInt64(bitPattern: number), caseID: StoredText.read(row[1]),
      text: StoredText.read(row[2]), madeOn: row[3],
      fingerprint: UInt64(bitPattern: fingerprint))
  }

  /// The number of a library; nothing where nothing was kept for it yet.
  private static func number(of library: String, in database: Database) throws -> Int64? {
    try Int64.fetchOne(
      database, sql: "SELECT number FROM library WHERE key = ?",
      arguments: [StoredText.written(library)])
  }

  /// The number of a library, which gets one where it has none.
  private static func own(_ library: String, in database: Database) throws -> Int64 {
    if let number = try number(of: library, in: database) { return number }
    try database.execute(
      sql: "INSERT INTO library (key) VALUES (?)", arguments: [StoredText.written(library)])
    return database.lastInsertedRowID
  }
}

/// Text as it is stored: SQLite's text ends at NUL, so that character is written as two.
enum StoredText {
  private static let sign: Unicode.Scalar = "\u{1A}"

  static func written(_ text: String) -> String {
    guard text.utf8.contains(0) || text.utf8.contains(0x1A) else { return text }
    var written = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\0": written.append(contentsOf: [sign, "0"])
      case sign: written.append(contentsOf: [sign, "1"])
      default: written.append(scalar)
      }
    }
    return String(written)
  }

  static func read(_ written: String) -> String {
    guard written.utf8.contains(0x1A) else { return written }
    var text = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in written.unicodeScalars {
      if isEscaped {
        text.append(scalar == "0" ? "\0" : sign)
        isEscaped = false
      } else if scalar == sign {
        isEscaped = true
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
