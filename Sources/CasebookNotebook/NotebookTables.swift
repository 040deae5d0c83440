/// The tables of the notebook.
enum NotebookTables {
  /// The version of the tables, kept as `user_version`. A file of a later version is left alone.
  static let version: Int64 = 1

  /// The statements that make the tables. SQLite keeps their text, to which the tables of a file
  /// are compared.
  static let statements = [
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE filter (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE library (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE)",
    """
    CREATE TABLE mark (
      library INTEGER NOT NULL REFERENCES library, caseID TEXT NOT NULL,
      PRIMARY KEY (library, caseID)) WITHOUT ROWID
    """,
    """
    CREATE TABLE note (
      place INTEGER PRIMARY KEY AUTOINCREMENT, number INTEGER NOT NULL UNIQUE,
      library INTEGER NOT NULL REFERENCES library, caseID TEXT NOT NULL,
      text TEXT NOT NULL, madeOn TEXT NOT NULL, fingerprint INTEGER NOT NULL)
    """,
    "CREATE INDEX noteOfLibrary ON note (library, place)",
    """
    CREATE TABLE columns (
      library INTEGER PRIMARY KEY REFERENCES library, text TEXT NOT NULL)
    """,
    """
    CREATE TABLE session (
      library INTEGER PRIMARY KEY REFERENCES library, filter TEXT NOT NULL, caseID TEXT,
      region TEXT NOT NULL, event INTEGER NOT NULL)
    """,
  ]

  /// The version of the tables in a file; 0 in a new one.
  static func version(in database: SQLiteConnection) throws(SQLiteError) -> Int64 {
    try database.integer("PRAGMA user_version") ?? 0
  }

  /// Makes the tables, in the transaction that is open, unless another program has made them.
  static func create(in database: SQLiteConnection) throws(SQLiteError) {
    guard try version(in: database) < version else { return }
    for statement in statements { try database.execute(statement) }
    try database.execute("PRAGMA user_version = \(version)")
  }
}
