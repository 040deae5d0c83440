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
  /// - Returns: What was left out; `nil` if the cases are not shared.
  /// - Throws: A source that cannot be read any more, or what `write` throws.
  @discardableResult
  package func write(
    _ rows: [Int], of library: Library, to write: ([UInt8]) throws -> Void
  ) throws -> SharingCounts? {
    let cases = ExportedCases(rows, of: library, isShared: isShared)
    switch format {
    case .csv: return try writeTable(cases, write)
    case .jsonl:
      return try cases.forEach { content, _ in
        var writer = JSONWriter()
        writer.value(content.tree())
        try write(writer.take() + [UInt8(ascii: "\n")])
      }
    case .markdown: return try writeChronologies(cases, library, write)
    }
  }

  // MARK: - Private

  private func writeTable(
    _ cases: ExportedCases, _ write: ([UInt8]) throws -> Void
  ) throws -> SharingCounts? {
    var keys: [String] = []
    var seen: Set<String> = []
    try cases.forEach { content, _ in
      for key in EventTable.keys(of: content) where seen.insert(key).inserted { keys.append(key) }
    }
    let table = EventTable(ownKeys: keys)
    var writer = CSVWriter(exact: isRaw)
    writer.row(table.header)
    let counts = try cases.forEach { content, _ in
      for row in table.rows(of: content) {
        writer.row(isForTerminal ? row.map { Gate.shown($0).string } : row)
      }
      try write(writer.take())
    }
    try write(writer.take())
    return counts
  }

  private func writeChronologies(
    _ cases: ExportedCases, _ library: Library, _ write: ([UInt8]) throws -> Void
  ) throws -> SharingCounts? {
    if isShared { try write(Array("_\(SharingWords.form.string)_\n\n".utf8)) }
    // The names that a library gives to types and intervals are its own words.
    let settings = isShared ? LibrarySettings() : library.settings
    var isFirst = true
    let counts = try cases.forEach { content, row in
      let origin = isShared ? nil : OriginWords.line(library, row: row)
      let lines = Chronology.lines(content, settings: settings, origin: origin)
      let text = (isFirst ? "" : "\n") + lines.map { $0.string + "\n" }.joined()
      isFirst = false
      try write(Array(text.utf8))
    }
    if let counts {
      let lines = SharingWords.lines(counts).map { "- \($0.string)\n" }
      try write(Array(("\n# Left out\n\n" + lines.joined()).utf8))
    }
    return counts
  }
}
