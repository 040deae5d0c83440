/// What separates the cells of a table.
public enum TableDelimiter: String, Sendable, Hashable, Codable, CaseIterable {
  /// `,`
  case comma
  /// `;`
  case semicolon
  /// A tab.
  case tab
  /// `|`
  case bar

  /// The byte in the file.
  public var byte: UInt8 {
    switch self {
    case .comma: ASCII.comma
    case .semicolon: ASCII.semicolon
    case .tab: ASCII.tab
    case .bar: ASCII.bar
    }
  }

  /// The delimiter of a byte.
  public init?(byte: UInt8) {
    guard let found = Self.allCases.first(where: { $0.byte == byte }) else { return nil }
    self = found
  }

  /// The delimiter that a file's name promises: tabs for `.tsv` and `.tab`, bars for `.psv`,
  /// commas for all others.
  public init(fileName: String) {
    let plain = Compression.uncompressed(fileName).lowercased()
    if plain.hasSuffix(".tsv") || plain.hasSuffix(".tab") {
      self = .tab
    } else if plain.hasSuffix(".psv") {
      self = .bar
    } else {
      self = .comma
    }
  }

  /// How many rows are looked at for evidence.
  private static let sampledRows = 64

  /// The delimiter the text itself shows: the one that makes most of the first rows equally long
  /// and longer than one cell.
  ///
  /// The one expected holds where no other does better, and where less than half of the rows agree
  /// on another.
  public static func detect(
    in text: UnsafeRawBufferPointer, from start: TableRowStart, expected: TableDelimiter
  ) -> TableDelimiter {
    var best = (delimiter: expected, agreeing: agreement(expected, in: text, from: start).agreeing)
    for candidate in allCases where candidate != expected {
      let found = agreement(candidate, in: text, from: start)
      if found.agreeing > best.agreeing, found.agreeing * 2 >= found.sampled {
        best = (candidate, found.agreeing)
      }
    }
    return best.delimiter
  }

  /// How many of the first rows have the most frequent number of cells above one.
  private static func agreement(
    _ delimiter: TableDelimiter, in text: UnsafeRawBufferPointer, from start: TableRowStart
  ) -> (agreeing: Int, sampled: Int) {
    var reader = TableReader(text, delimiter: delimiter.byte, from: start)
    var row = TableRow()
    var counts: [Int: Int] = [:]
    var sampled = 0
    while sampled < sampledRows, reader.read(into: &row) {
      if row.isBlank { continue }
      sampled += 1
      if row.cellCount > 1 { counts[row.cellCount, default: 0] += 1 }
    }
    return (counts.values.max() ?? 0, sampled)
  }
}

/// How a table is written, found before its header is read.
public struct TableDialect: Sendable, Hashable {
  /// What separates the cells.
  public var delimiter: TableDelimiter
  /// Where the first row starts, behind a byte order mark and a line that says the separator.
  public var start: TableRowStart
  /// What is worth knowing about it.
  public var findings: [TableFinding] = []

  /// Looks at the beginning of a table.
  ///
  /// - Parameters:
  ///   - text: the whole file.
  ///   - fileName: the file's name, which says the separator to expect.
  ///   - declared: what a profile or the user says the separator is; it holds without evidence.
  public init(
    of text: UnsafeRawBufferPointer, fileName: String, declared: TableDelimiter? = nil
  ) {
    let mark = ByteOrderMark.length(in: text)
    start = TableRowStart(byte: mark, row: 1, line: 1)
    let expected = TableDelimiter(fileName: fileName)
    if let said = Self.separatorLine(in: text, from: mark) {
      delimiter = said
      var reader = TableReader(text, delimiter: 0, from: start)
      var row = TableRow()
      _ = reader.read(into: &row)
      start = reader.start
      findings.append(
        TableFinding(.separatorLine(said), at: SourcePosition(line: 1, column: 1), row: 1))
      return
    }
    delimiter = declared ?? .detect(in: text, from: start, expected: expected)
    if declared == nil, delimiter != expected {
      findings.append(TableFinding(.delimiter(found: delimiter, expected: expected)))
    }
  }

  /// The dialect of a text that was made here.
  init(of text: UnsafeRawBufferPointer, _ form: TableTextForm) {
    delimiter = form.delimiter
    start = TableRowStart(byte: ByteOrderMark.length(in: text), row: form.firstRow, line: 1)
  }

  /// The separator in a first line `sep=;`, quoted or not.
  private static func separatorLine(
    in text: UnsafeRawBufferPointer, from start: Int
  ) -> TableDelimiter? {
    let line = text[start...].prefix(8).prefix {
      $0 != ASCII.lineFeed && $0 != ASCII.carriageReturn
    }
    let bare = line.filter { $0 != ASCII.quote }
    guard bare.count == 5, bare.prefix(4).map({ $0 | 0x20 }) == Array("sep=".utf8)
    else { return nil }
    return bare.last.flatMap(TableDelimiter.init(byte:))
  }
}
