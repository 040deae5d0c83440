import CasebookCore
import CasebookText

/// Writes cases of a library for others: as a table, as JSON Lines, or as chronologies to read.
package struct CaseExport: Sendable, Equatable {
  /// How cases are written.
  package enum Format: String, Sendable, CaseIterable {
    /// A table of events that reads back as cases.
    case csv
    /// A case a line, nothing lost.
    case jsonl
    /// Chronologies to read, every fact with its source.
    case markdown

    /// The format that the end of a file's name asks for.
    package init?(fileName: String) {
      switch fileName.split(separator: ".").last?.lowercased() {
      case "csv": self = .csv
      case "jsonl", "ndjson": self = .jsonl
      case "md", "markdown": self = .markdown
      default: return nil
      }
    }
  }

  /// How cases are written.
  package var format: Format
  /// Whether what may lead to a person is coarsened or left out.
  package var isShared = false
  /// Whether cells of a table that begin like formulas are left as they are.
  package var isRaw = false

  /// Whether it is written to a terminal, where the cells of a table are made visible; the other
  /// formats are harmless there.
  package var isForTerminal = false

  /// Describes an export.
  package init(_ format: Format, isShared: Bool = false, isRaw: Bool = false) {
    self.format = format
    self.isShared = isShared
    self.isRaw = isRaw
  }

  /// Writes rows of a library.
  ///
  /// - Parameters:
  ///   - rows: The rows, in the order they are written.
  ///   - library: Their library.
  ///   - write: Takes the bytes, piece by piece.
  /// - Throws: A source that cannot be read any more, or what `write` throws.
  package func write(
    _ rows: [Int], of library: Library, to write: ([UInt8]) throws -> Void
  ) throws {
    let cases = ExportedCases(rows, of: library, isShared: isShared)
    switch format {
    case .csv: try writeTable(cases, write)
    case .jsonl:
      try cases.forEach { content, _ in
        var writer = JSONWriter()
        writer.value(content.tree())
        try write(writer.take() + [UInt8(ascii: "\n")])
      }
    case .markdown: try writeChronologies(cases, library, write)
    }
  }

  /// What was made coarser, in one sentence; nothing where nothing was.
  package var note: ShownText? {
    isShared
      ? "Shared form: dates to the month, places to county or state, ages in bands, ids renumbered; "
        + "facilities, titles and free text left out; values of fewer than "
        + "\(SmallCells.smallest) cases withheld." : nil
  }

  // MARK: - Private

  private func writeTable(_ cases: ExportedCases, _ write: ([UInt8]) throws -> Void) throws {
    var keys: [String] = []
    var seen: Set<String> = []
    try cases.forEach { content, _ in
      for key in EventTable.keys(of: content) where seen.insert(key).inserted { keys.append(key) }
    }
    let table = EventTable(ownKeys: keys)
    var writer = CSVWriter(exact: isRaw)
    writer.row(table.header)
    try cases.forEach { content, _ in
      for row in table.rows(of: content) {
        writer.row(isForTerminal ? row.map { Gate.shown($0).string } : row)
      }
      try write(writer.take())
    }
    try write(writer.take())
  }

  private func writeChronologies(
    _ cases: ExportedCases, _ library: Library, _ write: ([UInt8]) throws -> Void
  ) throws {
    if let note { try write(Array("_\(note.string)_\n\n".utf8)) }
    var isFirst = true
    try cases.forEach { content, row in
      let origin = isShared ? nil : OriginWords.line(library, row: row)
      let lines = Chronology.lines(content, library: library, origin: origin)
      let text = (isFirst ? "" : "\n") + lines.map { $0.string + "\n" }.joined()
      isFirst = false
      try write(Array(text.utf8))
    }
  }
}

/// The cases of an export, read from their sources one after the other, as often as asked for.
struct ExportedCases {
  private let rows: [Int]
  private let library: Library
  private let cells: SmallCells?

  init(_ rows: [Int], of library: Library, isShared: Bool) {
    self.rows = rows
    self.library = library
    guard isShared else {
      cells = nil
      return
    }
    var cells = SmallCells()
    let reader = CaseReader()
    for isTogether in [false, true] {
      for (index, row) in rows.enumerated() {
        // A source that cannot be read is said when the case is to be written.
        guard case .success(let content) = reader.content(ofRow: row, in: library) else { continue }
        let shared = SharedCase(content, number: index + 1)
        if isTogether { cells.countTogether(shared) } else { cells.count(shared) }
      }
    }
    self.cells = cells
  }

  /// Calls the body with each case and its row.
  ///
  /// - Throws: A source that cannot be read any more, or what the body throws.
  func forEach(_ body: (Case, Int) throws -> Void) throws {
    let reader = CaseReader()
    for (index, row) in rows.enumerated() {
      let content = try reader.content(ofRow: row, in: library).get()
      if let cells {
        try body(cells.suppressed(SharedCase(content, number: index + 1)).content, row)
      } else {
        try body(content, row)
      }
    }
  }
}
