import CasebookCore

/// A column of the list, with the width the user gave it.
package struct ListColumn: Sendable, Hashable {
  /// What it shows.
  package var column: CaseColumn
  /// Its cells across; nothing where the program chooses.
  package var width: Int?

  /// The widths a column can be given.
  package static let widths = 4...200

  /// Makes a column.
  package init(_ column: CaseColumn, width: Int? = nil) {
    self.column = column
    self.width = width
  }

  /// The column as one types it: `title`, or `title=40` with a width.
  package var text: String { width.map { "\(column.name)=\($0)" } ?? column.name }

  /// Columns as one types them, parted by commas.
  package static func text(_ columns: [ListColumn]) -> String {
    columns.map(\.text).joined(separator: ",")
  }

  /// Reads one column; intervals that go on are counted to the day `asOf`.
  ///
  /// - Throws: A name that means nothing in the library, or more than one thing.
  package init(
    reading text: String, in schema: Schema, asOf: DayNumber? = nil
  ) throws(QueryError) {
    var name = text.trimmed
    var width: Int?
    if let sign = name.lastIndex(of: "="), let number = Int(name[name.index(after: sign)...]) {
      width = min(max(number, Self.widths.lowerBound), Self.widths.upperBound)
      name = String(name[..<sign])
    }
    self.init(try CaseColumn(name, in: schema, asOf: asOf), width: width)
  }

  /// Reads columns parted by commas.
  ///
  /// - Throws: The first name that cannot be read.
  package static func reading(
    _ text: String, in schema: Schema
  ) throws(QueryError) -> [ListColumn] {
    var columns: [ListColumn] = []
    for part in text.split(separator: ",") where !part.allSatisfy(\.isWhitespace) {
      columns.append(try ListColumn(reading: String(part), in: schema))
    }
    return columns
  }

  /// The columns of a text that mean something.
  package static func readable(
    _ text: String, in schema: Schema, asOf: DayNumber
  ) -> [ListColumn] {
    text.split(separator: ",").compactMap {
      try? ListColumn(reading: String($0), in: schema, asOf: asOf)
    }
  }

  /// The columns that say something in a library.
  package static func automatic(in library: Library) -> [ListColumn] {
    var columns: [CaseColumn] = [.field("title")]
    if library.hasField(FieldPath(.wholeCase, "status")) { columns.append(.field("status")) }
    columns.append(library.hasType("detainer") ? .dates(ofType: "detainer") : .firstDate)
    if library.hasField(FieldPath(.event, "outcome")) { columns.append(.field("outcome")) }
    if library.hasType("detainer"), library.hasType("jail_release") {
      columns.append(.interval(from: "detainer", to: "jail_release"))
    }
    if library.hasField(FieldPath(.wholeCase, "place")) { columns.append(.field("place")) }
    return columns.map { ListColumn($0) }
  }
}
