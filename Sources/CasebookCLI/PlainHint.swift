import CasebookText

/// What to type for the sentences of plain mode where a command that prints tables was given
/// `--plain`, which it does not have.
enum PlainHint {
  /// "casebook --plain -c 'facets outcome' prints this in sentences."; `nil` if the words of the
  /// command line ask for nothing of the kind.
  static func line(for words: [String]) -> ShownText? {
    guard words.contains("--plain"), let name = words.first(where: { !$0.hasPrefix("-") }) else {
      return nil
    }
    // Only words that need no quotation marks in a shell are repeated.
    let argument = words.drop { $0 != name }.dropFirst().first { !$0.hasPrefix("-") }
      .flatMap { word in
        word.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || 0x2D...0x3A ~= $0 }
          ? word : nil
      }
    let line: String
    switch name {
    case "list", "pathways", "check": line = name
    case "count": line = "where"
    case "facets": line = "facets \(argument ?? "outcome")"
    case "show", "timeline": line = "go \(argument ?? "1"); \(name)"
    default: return nil
    }
    return "casebook --plain -c '\(Gate.shown(line))' prints this in sentences."
  }
}
