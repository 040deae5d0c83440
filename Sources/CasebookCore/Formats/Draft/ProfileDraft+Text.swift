extension ProfileDraft {
  /// The profile as YAML with comments, ready to be read again by ``Profile/parse(_:name:)``.
  ///
  /// It holds no control characters, whatever the names of the columns hold.
  public var yaml: String {
    var lines = beginning
    lines += headerLines
    lines += dropLines
    lines += dateLines
    lines += caseLines
    lines += eventLines
    lines += restLines
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Parts

  private var beginning: [String] {
    let rows = Self.counted(sample.rowCount, "row", "rows")
    let part = sample.isCut ? "its first \(rows)" : "its \(rows)"
    return [
      "# A profile for \(Self.comment(sample.name)), guessed from its "
        + "\(Self.counted(sample.columns.count, "column", "columns")) and \(part).",
      "# Correct what is wrong, then use it: casebook FILE --profile THIS-FILE",
      "# casebook profile --show casebook explains how a profile is written.",
      "profile: 1", "name: \(Self.scalar(sample.name))", "",
    ]
  }

  private var headerLines: [String] {
    var needed = [id].compactMap(\.self) + events.prefix(2).map(\.start)
    if needed.isEmpty {
      needed = Array(sample.columns.indices.filter { isNameable($0) }.prefix(4))
    }
    let names = needed.map { Self.scalar(reference($0)) }.joined(separator: ", ")
    let words = TableSample.missingWords.map { Self.scalar($0) }.joined(separator: ", ")
    return [
      "# A table that has all of these columns is read with this profile. Case, blanks and",
      "# underscores do not count.",
      "header:", "  has: [\(names)]",
      "  within: \(max(12, sample.headerRow))   # rows that are searched for the header", "",
      "# Words that mean that nothing was written; a blank always does.",
      "missing: [\(words)]", "",
    ]
  }

  private var dropLines: [String] {
    guard !dropped.isEmpty else { return [] }
    return [
      "# These columns may say who a person is. They are not read.",
      "drop: [\(dropped.map { Self.scalar(reference($0)) }.joined(separator: ", "))]", "",
    ]
  }

  private var dateLines: [String] {
    guard !dates.isEmpty || !datesOfFile.isEmpty else {
      return ["# No column holds dates.", ""]
    }
    var lines = [
      "# \(Self.counted(dates.count, "column holds", "columns hold")) dates, found by what stands in "
        + "\(dates.count == 1 ? "it" : "them"):"
    ]
    var orders: [(column: Int, order: DateOrder)] = []
    for column in dates {
      let found = sample.columns[column]
      lines.append("#   \(Self.comment(found.name)): \(Self.shape(of: found))")
      if let order = found.order.order { orders.append((column, order)) }
    }
    for column in datesOfFile {
      lines.append(
        "#   \(Self.comment(sample.columns[column].name)): of the file and not of its rows, so it makes no event"
      )
    }
    let isOpen = dates.contains {
      sample.columns[$0].order.isNeeded && sample.columns[$0].order.order == nil
    }
    if Set(orders.map(\.order)).count == 1, let first = orders.first, !isOpen {
      lines.append("dates: {order: \(first.order.rawValue)}")
    } else if !orders.isEmpty {
      lines += ["dates:", "  columns:"]
      for (column, order) in orders {
        lines.append("    \(Self.scalar(reference(column))): \(order.rawValue)")
      }
    } else if isOpen {
      lines += [
        "# Say which comes first, the month or the day, by removing one # below. Until then the whole",
        "# column decides when the table is read.", "# dates: {order: month first}",
        "# dates: {order: day first}",
      ]
    }
    return lines + [""]
  }

  private var caseLines: [String] {
    // A key without a value would be no map: with nothing to say of a case it is a comment.
    let isEmpty = id == nil && title.isEmpty && subject.isEmpty
    var lines = ["# What is said of each case.", isEmpty ? "# case:" : "case:"]
    if let id {
      let found = sample.columns[id]
      let more = found.hasMoreValues ? "more than " : ""
      lines += [
        "  # Rows with the same value are one case; \(more)"
          + "\(Self.counted(found.values.count, "value", "values")) in "
          + "\(Self.counted(found.writtenCount, "row", "rows")).",
        "  id: \(template(id))",
      ]
    } else {
      lines += [
        "  # No column looks like the id of a case, so each row is a case of its own. If rows belong",
        "  # together, name the column that says so: id: <Column>",
      ]
    }
    if !title.isEmpty {
      let parts = title.map { column in
        let isSex = subject.contains { $0.column == column && $0.key == "subject.sex" }
        return "<\(reference(column))\(isSex ? "|lower" : style(column))>"
      }
      lines.append("  title: \(Self.quoted(parts.joined(separator: ", ")))")
    }
    for (key, column) in subject { lines.append("  \(key): \(template(column))") }
    return lines + [""]
  }

  private var eventLines: [String] {
    guard !events.isEmpty else { return [] }
    var lines = [
      "# Each date makes an event. The types are guessed from the names of the columns.", "events:",
    ]
    for event in events {
      lines.append("  - type: \(Self.scalar(event.type))")
      if let end = event.end {
        lines += [
          "    when: [\(template(event.start)), \(template(end))]",
          "    # Add open: yes if an event without an end still goes on.",
          "    date: {from: \(template(event.start)), to: \(template(end))}",
        ]
      } else {
        lines += [
          "    when: \(template(event.start))", "    date: \(template(event.start))",
        ]
      }
      for (key, columns) in event.entries {
        let parts = columns.map { "<\(reference($0))\(key == "place" ? style($0) : "")>" }
        lines.append("    \(key): \(Self.quoted(parts.joined(separator: ", ")))")
      }
    }
    return lines + [""]
  }

  private var restLines: [String] {
    var lines: [String] = []
    let kinds = sample.columns.indices.filter {
      !dropped.contains($0) && sample.columns[$0].isCategory
    }
    if !kinds.isEmpty {
      lines.append("# Columns with few different values, and how often each occurs:")
      for column in kinds.prefix(40) {
        let found = sample.columns[column]
        let values = found.frequentValues.prefix(8)
          .map { "\(Self.comment($0.value)) \($0.count)" }
        let more = found.values.count > 8 ? ", \(found.values.count - 8) more" : ""
        lines.append("#   \(Self.comment(found.name)): \(values.joined(separator: ", "))\(more)")
      }
      lines.append("")
    }
    return lines + [
      "# Where all other columns go, under their own names: event, case or nowhere.",
      "rest: \(events.isEmpty ? "case" : "event")",
    ]
  }

  private static func shape(of found: ColumnSample) -> String {
    if found.writtenCount == 0 { return "none in these rows; its name says so" }
    let share =
      found.dateCount + found.serialCount < found.writtenCount
      ? "\(found.dateCount + found.serialCount) of \(found.writtenCount) values are dates"
      : counted(found.writtenCount, "date", "dates")
    if found.order.isComplete { return share + "; day and month both ways" }
    if let order = found.order.order {
      return share + "; \(order.rawValue), as in \(comment(found.telling ?? ""))"
    }
    return found.order.isNeeded ? share + "; day and month could be either" : share
  }

  // MARK: - Words of the notation

  /// The name of a column for a template; its key if characters of the name have a meaning there.
  private func reference(_ column: Int) -> String {
    let name = sample.header.names[column]
    let isPlain = !name.unicodeScalars.contains { scalar in
      "<>|".unicodeScalars.contains(scalar) || Self.isControl(scalar)
    }
    return isPlain ? name : TableHeader.key(name)
  }

  /// Whether a template can name a column. One whose name has no letter, or the letters of another,
  /// cannot be named.
  func isNameable(_ column: Int) -> Bool {
    sample.header.column(reference(column)) == column && !reference(column).trimmed.isEmpty
  }

  /// The style of a column in a title: codes such as `WA` keep their capitals.
  private func style(_ column: Int) -> String {
    let found = sample.columns[column]
    return found.isDates || found.longest <= 3 ? "" : "|title"
  }

  private func template(_ column: Int) -> String { Self.quoted("<\(reference(column))>") }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned,
      .privateUse:
      true
    default: false
    }
  }

  /// A text in double quotes, with what YAML or a terminal would take otherwise escaped.
  static func quoted(_ text: String) -> String {
    var written = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": written += "\\\""
      case "\\": written += "\\\\"
      default:
        if isControl(scalar) {
          let digits = String(scalar.value, radix: 16)
          written += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        } else {
          written.unicodeScalars.append(scalar)
        }
      }
    }
    return written + "\""
  }

  /// A text as it stands if YAML reads it so, else in quotes.
  static func scalar(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte == ASCII.blank || byte == UInt8(ascii: "_") || ASCII.isCapitalLetter(byte)
        || ASCII.isSmallLetter(byte) || (0x30...0x39).contains(byte)
    }
    guard isPlain, let first = text.utf8.first, ASCII.isCapitalLetter(first & 0xDF), first >= 0x40,
      text.utf8.last != ASCII.blank,
      !["yes", "no", "true", "false", "null", "on", "off", "y", "n"].contains(text.lowercased())
    else { return quoted(text) }
    return text
  }

  /// A text for a comment, on one line and not too long.
  private static func comment(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars.prefix(60) {
      line.unicodeScalars.append(isControl(scalar) ? " " : scalar)
    }
    return text.unicodeScalars.count > 60 ? line + "..." : line
  }

  private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
