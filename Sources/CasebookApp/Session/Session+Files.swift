import CasebookCore
import CasebookText

/// Cases to be written into a file.
package struct ExportRequest: Sendable, Equatable {
  /// How they are written.
  package var export: CaseExport
  /// The file.
  package var path: String
  /// Whether a file that is there is written anew.
  package var replaces: Bool

  init(_ export: CaseExport, path: String, replaces: Bool) {
    self.export = export
    self.path = path
    self.replaces = replaces
  }
}

/// What came of writing a file.
package enum FileOutcome: Sendable, Equatable {
  /// It was written, and what.
  case written(ShownText)
  /// It was not, and is what it was.
  case failed(CommandFailure)
}

extension Session {
  /// The work that writes the listed cases into a file.
  func exportWork(_ request: ExportRequest) -> Worker<Question.Topic, Delivery>.Work? {
    let (library, results) = (workspace.library, workspace.results)
    let count = CaseCount(state, workspace)
    return { ticket in
      let outcome = Self.writing(request.path, replaces: request.replaces, library) { file in
        let rows = (0..<results.count).compactMap(results.row(at:))
        let counts = try request.export.write(rows, of: library) { bytes in
          if ticket.isStale { throw CancellationError() }
          try file.write(bytes)
        }
        let written = count.sentences(count.head + " written to \(Gate.shown(request.path))")
        return counts.map { "\(written) \(SharingWords.note($0))" } ?? written
      }
      return { _, _ in .fileWritten(outcome) }
    }
  }

  /// Writes lines of text into a file.
  func save(_ lines: [ShownText], to path: String, replaces: Bool) {
    send(
      .fileWritten(
        Self.writing(path, replaces: replaces, workspace.library) { file in
          try file.write(Array(lines.map { $0.string + "\n" }.joined().utf8))
          let count: ShownText = .plural(lines.count, "line", "lines")
          return "\(count) written to \(Gate.shown(path))."
        }))
  }

  private static func writing(
    _ path: String, replaces: Bool, _ library: Library,
    _ body: (CheckedFile) throws -> ShownText
  ) -> FileOutcome {
    do {
      let sources = library.files.compactMap(\.identity)
      let file = try CheckedFile(path, replaces: replaces, but: sources)
      let words = try body(file)
      try file.finish()
      return .written(words)
    } catch let error as CheckedFile.Failure {
      return .failed(
        CommandFailure(
          "Not written: \(Gate.shown(path)): \(FileErrorWords.text(error))",
          next: error == .exists ? "Type replace behind the name" : "Type another name"))
    } catch let error as SourceFailure {
      return .failed(
        CommandFailure(ProblemWords.line(error.problem), next: "Load the library again"))
    } catch {
      return .failed(
        CommandFailure("Not written: \(Gate.shown(path))", next: "It was given up for another"))
    }
  }
}
