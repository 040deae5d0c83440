/// How the text of a file comes out of its bytes.
public enum TextForm: Sendable, Hashable, Codable {
  /// The bytes are the text.
  case plain
  /// The bytes are compressed text.
  case compressed(Compression)
  /// The text is that of a part of a file of tables, by the number of the part from 0.
  case part(TableFileKind, number: Int)
  /// The text is in another encoding than UTF-8, inside the form given. UTF-8 itself means that some
  /// bytes are not, which are read as Windows-1252.
  indirect case encoded(TextEncoding, TextForm)

  /// The form that the name of a text file tells.
  init(fileName: String) {
    self = Compression(fileName: fileName).map(TextForm.compressed) ?? .plain
  }

  /// Whether the text has to be made from its beginning on.
  var isMade: Bool { self != .plain }

  /// The encoding that the text is turned into UTF-8 from; nil if it is UTF-8.
  public var encoding: TextEncoding? {
    if case .encoded(let encoding, _) = self { encoding } else { nil }
  }

  /// How the bytes of the text come out of the file, before they are turned into UTF-8.
  var bytes: TextForm {
    if case .encoded(_, let form) = self { form } else { self }
  }

  /// How the text of a table is written if it was made here and not by others.
  var tableText: TableTextForm? {
    guard case .part(let kind, _) = self, kind != .zip else { return nil }
    return TableTextForm(delimiter: .comma, firstRow: kind.hasSchema ? 0 : 1)
  }
}

/// How the text of a table is written, if it is known before the text is looked at.
struct TableTextForm: Sendable, Hashable {
  /// What separates the cells.
  let delimiter: TableDelimiter
  /// The number of the first row: 0 if it is a header that the file does not count as a row.
  let firstRow: Int
}
