import CasebookText

extension SpokenText {
  /// Some parts of a list as sentences that each fit a line, with commas between the parts, so that
  /// no line breaks within one.
  static func sentences(
    of parts: [ShownText], behind label: ShownText = "", columns: Int = lineColumns
  ) -> [ShownText] {
    var lines: [ShownText] = []
    var line = label
    var isEmpty = true
    for part in parts {
      if !isEmpty, line.columns + part.columns + 3 > columns {
        lines.append(closed(line))
        line = .empty
        isEmpty = true
      }
      let start = line.isEmpty ? part.capitalized : part
      line = isEmpty ? line + start : line + ", " + part
      isEmpty = false
    }
    return isEmpty ? lines : lines + [closed(line)]
  }
}
