/// What a table of the notebook holds, for looking at every row of it.
struct NotebookShape {
  /// The type a value must have. SQLite does not enforce it.
  enum Kind {
    case integer, text, optionalText
  }

  /// One column.
  struct Column {
    let name: String
    let kind: Kind
    /// An SQL expression to read if a damaged table lacks the column; `nil` if a row without it is
    /// of no use.
    let substitute: String?

    init(_ name: String, _ kind: Kind, substitute: String? = nil) {
      self.name = name
      self.kind = kind
      self.substitute = substitute
    }
  }

  /// The name of the table.
  let name: String
  /// Its columns, in order.
  let columns: [Column]
  /// The terms that order its rows as the file does.
  let order: [String]

  /// Whether rows have a number; then it is the first column.
  var hasNumbers: Bool { order == ["rowid"] }

  /// The values of a row, or `nil` if one is of the wrong type or is not UTF-8.
  func values(_ row: SQLiteRow) -> [SQLiteValue]? {
    var values: [SQLiteValue] = []
    for (index, column) in columns.enumerated() {
      guard let value = value(row, Int32(index), column.kind) else { return nil }
      values.append(value)
    }
    return values
  }

  private func value(_ row: SQLiteRow, _ index: Int32, _ kind: Kind) -> SQLiteValue? {
    switch kind {
    case .integer: row.integer(index).map { .integer($0) }
    case .optionalText where row.isNull(index): .null
    case .text, .optionalText: row.text(index).map { .text($0) }
    }
  }

  /// Every table of the notebook; a table comes after those it refers to.
  static let all = [
    NotebookShape(
      name: "setting", columns: [Column("name", .text), Column("value", .text)], order: ["name"]),
    NotebookShape(
      name: "filter", columns: [Column("name", .text), Column("text", .text)], order: ["name"]),
    library,
    NotebookShape(
      name: "mark", columns: [Column("library", .integer), Column("caseID", .text)],
      order: ["library", "caseID"]),
    NotebookShape(
      name: "note",
      columns: [
        Column("place", .integer, substitute: "rowid"),
        Column("number", .integer, substitute: "random()"), Column("library", .integer),
        Column("caseID", .text), Column("text", .text),
        Column("madeOn", .text, substitute: "''"),
        Column("fingerprint", .integer, substitute: "0"),
      ], order: ["rowid"]),
    NotebookShape(
      name: "columns", columns: [Column("library", .integer), Column("text", .text)],
      order: ["rowid"]),
    NotebookShape(
      name: "session",
      columns: [
        Column("library", .integer), Column("filter", .text), Column("caseID", .optionalText),
        Column("region", .text), Column("event", .integer),
      ], order: ["rowid"]),
  ]

  /// The table of libraries, to which others refer by number.
  static let library = NotebookShape(
    name: "library", columns: [Column("number", .integer), Column("key", .text)],
    order: ["rowid"])
}
