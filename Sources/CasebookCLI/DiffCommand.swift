import ArgumentParser
import CasebookApp
import CasebookCore
import CasebookText

/// `casebook diff`: what changed from one library to another.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two libraries, record by record.",
    discussion: """
      Case files are compared by their ids. The ids of releases change, so their rows are matched \
      by what does not change; rows that may be several are ambiguous and never guessed.
      """)

  @OptionGroup var library: LibraryOptions
  @Option(
    help: ArgumentHelp(
      "Count by week, month or a field instead of by event type.", valueName: "field"),
    completion: FilterCompletion.field)
  var by: String?
  @Option(help: "Output format.") var format = TableFormat.text

  func validate() throws {
    guard library.paths.count == 2 else {
      throw ValidationError("diff takes two paths: the older library and the newer one.")
    }
  }

  func run() throws {
    let old = try open(library.paths[0])
    let new = try open(library.paths[1])
    let comparison: LibraryComparison
    do throws(QuestionError) {
      comparison = try LibraryComparison(old, new, by: by)
    } catch {
      throw Failure.usage("Diff: \(QuestionWords.failure(error).line)")
    }
    let table = DiffOutput(comparison, old, new)
    try format.write(text: table.text, csv: table.csv, json: table.json)
    let failures = [old, new].compactMap { library -> Failure? in
      do throws(Failure) {
        try LibraryOptions.finish(library)
        return nil
      } catch {
        return error
      }
    }
    if let worst = failures.max(by: { $0.status < $1.status }) { throw worst }
  }

  private func open(_ path: String) throws(Failure) -> Library {
    var one = library
    one.paths = [path]
    return try one.open()
  }
}

/// Differences as lines, CSV or JSON.
struct DiffOutput {
  private let comparison: LibraryComparison
  private let old: Library
  private let new: Library

  init(_ comparison: LibraryComparison, _ old: Library, _ new: Library) {
    self.comparison = comparison
    self.old = old
    self.new = new
  }

  private static let statuses = LibraryComparison.Status.allCases

  /// The most records of each status that text shows.
  private static let shown = 20

  var text: [ShownText] {
    let head: [ShownText] = [""] + Self.statuses.map(DiffWords.status)
    let rows = comparison.groups.map { group -> [ShownText] in
      [DiffWords.group(group.name, comparison)]
        + Self.statuses.map { ShownText.grouped(group.counts[$0]) }
    }
    let all: [ShownText] = ["all"] + Self.statuses.map { ShownText.grouped(comparison.counts[$0]) }
    var lines = TextTable.lines([head] + rows + [all], labels: 1)
    for status in Self.statuses.dropFirst() {
      let records = comparison.records.filter { $0.status == status }
      guard !records.isEmpty else { continue }
      lines.append("")
      lines.append("\(DiffWords.status(status)): \(grouped: records.count)")
      for record in records.prefix(Self.shown) { lines += self.lines(record) }
      if records.count > Self.shown {
        lines.append("  \(grouped: records.count - Self.shown) more; --format csv has all")
      }
    }
    return lines
  }

  private func lines(_ record: LibraryComparison.Record) -> [ShownText] {
    let cells = cells(record)
    let places = [cells.oldAt, cells.newAt].compactMap { $0 }.map { Gate.shown($0) }
    let head: ShownText =
      "  \(Gate.shown(record.type ?? "case")) of \(Gate.shown(cells.newID ?? cells.oldID ?? ""))"
    let line = head + ", " + places.joined(separator: ", ")
    return [line]
      + comparison.changes(of: record, old, new).map { change in
        let values = [change.old, change.new].map { $0.map { Gate.shown($0) } ?? "(not said)" }
        return "    \(Gate.shown(change.field)): \(values[0]), now \(values[1])" as ShownText
      }
  }

  private func cells(
    _ record: LibraryComparison.Record
  ) -> (oldID: String?, oldAt: String?, newID: String?, newAt: String?) {
    (
      record.old.map { old.id(ofRow: $0.row) },
      record.old.map { LibraryComparison.citation(of: $0, in: old) },
      record.new.map { new.id(ofRow: $0.row) },
      record.new.map { LibraryComparison.citation(of: $0, in: new) }
    )
  }

  /// A record for each value that differs, and for each record that only one library has.
  var csv: [UInt8] {
    var writer = CSVWriter()
    writer.row([
      "status", "table", "old_id", "old_source", "new_id", "new_source", "field", "old", "new",
    ])
    for record in comparison.records {
      let cells = cells(record)
      let head =
        [record.status.rawValue, Output.data(record.type ?? "")]
        + [cells.oldID, cells.oldAt, cells.newID, cells.newAt].map { Output.data($0 ?? "") }
      let changes = comparison.changes(of: record, old, new)
      if changes.isEmpty { writer.row(head + ["", "", ""]) }
      for change in changes {
        writer.row(head + [change.field, change.old ?? "", change.new ?? ""].map(Output.data))
      }
    }
    return writer.take()
  }

  /// The counts, those of each group, and the records that are not the same.
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    write(comparison.counts, to: &writer)
    writer.key("matched_by")
    writer.string(comparison.isByID ? "id" : "attributes")
    writer.key("by")
    writer.string(comparison.field?.name ?? "table")
    let isGrouped = comparison.field != nil
    writer.key(isGrouped ? "rows" : "groups")
    writer.beginArray()
    for group in comparison.groups {
      writer.beginObject()
      writer.key("group")
      if let name = group.name { writer.string(name) } else { writer.null() }
      write(group.counts, to: &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.key(isGrouped ? "records" : "rows")
    writer.beginArray()
    for record in comparison.records { write(record, to: &writer) }
    writer.endArray()
    writer.endObject()
    return writer.take() + [UInt8(ascii: "\n")]
  }

  private func write(_ counts: LibraryComparison.Counts, to writer: inout JSONWriter) {
    for status in Self.statuses {
      writer.key(status.rawValue)
      writer.number(counts[status])
    }
  }

  private func write(_ record: LibraryComparison.Record, to writer: inout JSONWriter) {
    let cells = cells(record)
    writer.beginObject()
    writer.key("status")
    writer.string(record.status.rawValue)
    let texts = [
      ("table", record.type), ("old_id", cells.oldID), ("old_source", cells.oldAt),
      ("new_id", cells.newID), ("new_source", cells.newAt),
    ]
    for (key, text) in texts {
      writer.key(key)
      if let text { writer.string(text) } else { writer.null() }
    }
    writer.key("changes")
    writer.beginArray()
    for change in comparison.changes(of: record, old, new) {
      writer.beginObject()
      for (key, text) in [("field", change.field), ("old", change.old), ("new", change.new)] {
        writer.key(key)
        if let text { writer.string(text) } else { writer.null() }
      }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }
}
