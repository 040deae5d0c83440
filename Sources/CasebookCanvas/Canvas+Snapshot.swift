import CasebookText

extension Canvas {
  /// The page as text, with a plane of meanings below, for comparing with what was expected.
  ///
  /// Below the rows of text, cut after their last sign, stands a line `-- WIDTHxHEIGHT` and one
  /// row of letters for each row, a blank for ordinary text, `^` for the cursor; then a line for
  /// each letter that occurs.
  public func snapshot() -> String {
    var lines = rows.indices.map { text(ofRow: $0) }
    lines.append("-- \(size.columns)x\(size.rows)")
    lines += rows.indices.map(meanings)
    let used = Set(rows.joined().map(\.role)).subtracting([.normal])
    for role in StyleRole.allCases where used.contains(role) {
      lines.append("-- \(role.letter) \(role.rawValue)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func meanings(ofRow row: Int) -> String {
    var letters = rows[row].map(\.role.letter)
    if let cursor, cursor.row == row, letters.indices.contains(cursor.column) {
      letters[cursor.column] = "^"
    }
    return String(letters.prefix(1 + (letters.lastIndex { $0 != " " } ?? -1)))
  }
}

extension StyleRole {
  /// The letter for the role in a snapshot.
  public var letter: Character {
    switch self {
    case .normal: " "
    case .heading: "H"
    case .title: "T"
    case .label: "l"
    case .secondary: "s"
    case .accent: "a"
    case .selected: "S"
    case .selectedInactive: "I"
    case .match: "m"
    case .selectedMatch: "M"
    case .rule: "-"
    case .escape: "x"
    case .error: "E"
    case .mistake: "!"
    case .warning: "W"
    case .reported: "r"
    case .derived: "v"
    case .unknown: "u"
    case .movement: "1"
    case .criminal: "2"
    case .detainer: "3"
    case .immigration: "4"
    case .proceedings: "5"
    case .context: "6"
    }
  }
}
