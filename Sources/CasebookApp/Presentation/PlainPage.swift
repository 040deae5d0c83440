import CasebookText

/// A page of the documentation as plain text.
///
/// Markup is removed. Headings end with a colon, and a row of a table becomes one line with the
/// headings of its columns as labels, so that the text can be read by ear.
package struct PlainPage {
  private let topic: (String) -> String?
  private var lines: [String] = []
  private var paragraph = ""
  private var header: [String] = []
  private var isCode = false

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - markdown: The source of the page.
  ///   - section: The heading of the only section to return, or `nil` for the whole page.
  ///   - topic: The text for a link to another page, by the name of that page; `nil` leaves the
  ///     name as it is.
  /// - Returns: The lines of the page, not wrapped.
  package static func lines(
    of markdown: String, section: String? = nil, topic: @escaping (String) -> String?
  ) -> [ShownText] {
    var page = PlainPage(topic: topic)
    var isInside = section == nil
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if let section, line.hasPrefix("## "), !page.isCode {
        isInside = line.dropFirst(3) == section
      }
      if isInside { page.read(String(line)) }
    }
    page.endParagraph()
    while page.lines.last == "" { page.lines.removeLast() }
    return page.lines.map { Gate.shown($0) }
  }

  private init(topic: @escaping (String) -> String?) { self.topic = topic }

  // MARK: - Blocks

  private mutating func read(_ line: String) {
    if line.hasPrefix("```") {
      endParagraph()
      isCode.toggle()
    } else if isCode {
      lines.append(line.isEmpty ? "" : "  " + line)
    } else if line.isEmpty {
      endParagraph()
      header = []
      separate()
    } else if line.hasPrefix("#") {
      readHeading(line)
    } else if line.hasPrefix("|") {
      endParagraph()
      readRow(line)
    } else if Self.beginsItem(line) {
      endParagraph()
      paragraph = line
    } else {
      paragraph += (paragraph.isEmpty ? "" : " ") + line.trimmed
    }
  }

  private mutating func readHeading(_ line: String) {
    endParagraph()
    let text = String(line.drop { $0 == "#" }).trimmed
    // Every page begins with a section of this name, which says nothing.
    guard text != "Overview" else { return }
    separate()
    lines.append(plain(text) + (line.hasPrefix("# ") ? "." : ":"))
  }

  private mutating func readRow(_ line: String) {
    let cells = Self.cells(of: line)
    if cells.allSatisfy({ $0.allSatisfy { "-: ".contains($0) } }), !cells.joined().isEmpty {
      return
    }
    guard !header.isEmpty else {
      header = cells.map(plain)
      return
    }
    // Several codes in one cell are alternatives.
    lines.append(row(cells.map { plain($0.replacing("` `", with: "`, `")) }))
  }

  /// "First: second." for two columns; "First. Heading: second. Heading: third." for more.
  private func row(_ cells: [String]) -> String {
    guard let first = cells.first else { return "" }
    if cells.count == 2 { return cells[1].isEmpty ? first : "\(first): \(cells[1])" }
    var text = first
    for (cell, label) in zip(cells, header).dropFirst() where !cell.isEmpty {
      text += label.isEmpty ? "; \(cell)" : "; \(label): \(cell)"
    }
    return text
  }

  private mutating func endParagraph() {
    if !paragraph.isEmpty { lines.append(plain(paragraph)) }
    paragraph = ""
  }

  private mutating func separate() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  private static func beginsItem(_ line: String) -> Bool {
    if line.hasPrefix("- ") { return true }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    return !digits.isEmpty && line.dropFirst(digits.count).hasPrefix(". ")
  }

  /// The cells of a row; `\|` is a bar inside a cell.
  private static func cells(of line: String) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in line.dropFirst() {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        if character == "|" { cells[cells.count - 1].removeLast() }
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return cells.dropLast().map(\.trimmed)
  }

  // MARK: - Text

  /// Text without its markup; what stands between backquotes stays as it is.
  private func plain(_ text: String) -> String {
    var plain = ""
    var isLiteral = false
    for part in text.split(separator: "`", omittingEmptySubsequences: false) {
      plain += isLiteral ? String(part) : withoutMarkup(part)
      isLiteral.toggle()
    }
    return plain
  }

  private func withoutMarkup(_ text: Substring) -> String {
    var rest = text
    var plain = ""
    while let character = rest.first {
      let name = rest.dropFirst(5).prefix { $0 != ">" }
      if rest.hasPrefix("<doc:"), name.endIndex < rest.endIndex {
        plain += topic(String(name)) ?? String(name)
        rest = rest[rest.index(after: name.endIndex)...]
      } else {
        if character != "*" { plain.append(character) }
        rest.removeFirst()
      }
    }
    return plain
  }
}
