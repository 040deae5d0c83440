import CasebookCore
import CasebookText

/// How tables were read, in words: the same for `check` and for the page.
package enum TableReadingWords {
  /// The lines on every table of a library; empty if it has none.
  package static func lines(_ library: Library) -> [ShownText] {
    library.tableReadings.flatMap { lines($0) }
  }

  /// The same, or that there are no tables.
  static func page(_ library: Library) -> [ShownText] {
    let lines = lines(library)
    return lines.isEmpty ? ["No file here is a table."] : lines
  }

  /// A line on the profile, then one for each thing that columns became.
  package static func lines(_ table: TableReading) -> [ShownText] {
    let count: ShownText = .plural(table.columns.count, "column", "columns")
    let file = Gate.shown(table.file)
    let profile = ProblemWords.quoted(table.profile)
    let head: ShownText =
      table.isUnknown
      ? "\(file): no profile knows this table; read as \(profile), \(count). "
        + "casebook profile writes a profile for it"
      : "\(file): read with the profile \(profile), \(count)"
    let parts: [(ShownText, [ShownText])] = [
      ("Id", names(table) { $0 == .id ? "" : nil }),
      ("Dates", dates(table)),
      ("Case", names(table) { if case .ofCase(let key) = $0 { Gate.shown(key) } else { nil } }),
      ("Events", names(table, eventUse)),
      ("Source", names(table) { $0 == .source ? "" : nil }),
      ("Conditions", names(table) { $0 == .named ? "" : nil }),
      ("Kept as fields", names(table) { if case .field = $0 { "" } else { nil } }),
      ("Original row only", names(table) { $0 == .unread ? "" : nil }),
      ("Left out", names(table) { $0 == .dropped ? "" : nil }),
    ]
    return [SpokenText.closed(head)]
      + parts.filter { !$0.1.isEmpty }.map { label, names in
        "\(label): \(names.joined(separator: ", "))"
      }
  }

  private static func eventUse(_ use: TableReading.Use) -> ShownText? {
    guard case .ofEvent(_, let key) = use else { return nil }
    return Gate.shown(key)
  }

  /// The columns with some use, each with what it became if its name does not say it.
  private static func names(
    _ table: TableReading, _ words: (TableReading.Use) -> ShownText?
  ) -> [ShownText] {
    table.columns.compactMap { column in
      var said: [ShownText] = []
      for word in column.uses.compactMap(words) where !said.contains(word) { said.append(word) }
      guard !said.isEmpty else { return nil }
      let others = said.filter { !$0.string.isEmpty }
      let name = Gate.shown(column.name)
      return others.isEmpty ? name : "\(name) as \(others.joined(separator: " and "))"
    }
  }

  /// "Booked (start of jail_custody, month first)".
  private static func dates(_ table: TableReading) -> [ShownText] {
    table.columns.compactMap { column in
      var said: [ShownText] = column.uses.compactMap { use in
        guard case .date(let type, let isEnd) = use else { return nil }
        return "\(isEnd ? "end of " : "")\(Gate.shown(type))"
      }
      guard !said.isEmpty else { return nil }
      if let order = column.order { said.append(Gate.shown(order.rawValue)) }
      return "\(Gate.shown(column.name)) (\(said.joined(separator: ", ")))"
    }
  }
}
