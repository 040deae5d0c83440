import CasebookCanvas

// What pieces of a terminal's input do to the screen (ECMA-48, xterm's control sequences).
extension ScreenModel {
  mutating func apply(_ piece: SequenceParser.Piece) {
    switch piece {
    case .scalar(let scalar): put(scalar)
    case .control(let byte): control(byte)
    case .escape(let text): escape(text)
    case .csi("?", let numbers, let final) where final == "h" || final == "l":
      numbers.forEach { setMode($0, final == "h") }
    case .csi("", let numbers, let final): sequence(numbers, final)
    case .csi(let sign, let numbers, let final):
      unknown.append("[\(sign)\(numbers)\(final)")
    }
  }

  // MARK: - Kinds

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x07, 0x0E, 0x0F, 0x00, 0x18: break
    case 0x08: moveTo(row: cursor.row, column: cursor.column - 1)
    case 0x09: moveTo(row: cursor.row, column: (cursor.column / 8 + 1) * 8)
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D: moveTo(row: cursor.row, column: 0)
    default: unknown.append("byte \(byte)")
    }
  }

  private mutating func escape(_ text: String) {
    switch text {
    case "=", ">", "(B", ")0", ")B", "7", "8", "\\": break
    case "M":
      if cursor.row == region.lowerBound {
        scroll(-1)
      } else {
        moveTo(row: cursor.row - 1, column: cursor.column)
      }
    case "D": lineFeed()
    default: unknown.append(text)
    }
  }

  private mutating func setMode(_ mode: Int, _ isOn: Bool) {
    switch mode {
    case 25: showsCursor = isOn
    case 1047, 1049, 47: switchScreen(toAlternate: isOn)
    case 7, 12: break
    default: if isOn { modes.insert(mode) } else { modes.remove(mode) }
    }
  }

  private mutating func sequence(_ numbers: [Int], _ final: Character) {
    let count = max(1, numbers.first ?? 1)
    let mode = numbers.first ?? 0
    switch final {
    case "m": setLook(numbers)
    case "J": eraseScreen(mode)
    case "K": eraseRow(mode)
    case "X": erase(row: cursor.row, cursor.column..<cursor.column + count)
    case "P", "@": shift(by: final == "P" ? count : -count)
    case "L", "M": moveRows(by: final == "M" ? count : -count)
    case "S": scroll(count)
    case "T": scroll(-count)
    case "b": repeatLast(count)
    case "r": setRegion(numbers)
    case "h", "l", "t", "g", "n", "c": break
    default: if !move(numbers, count, final) { unknown.append("[\(numbers)\(final)") }
    }
  }

  private mutating func move(_ numbers: [Int], _ count: Int, _ final: Character) -> Bool {
    let (row, column) = (cursor.row, cursor.column)
    switch final {
    case "A": moveTo(row: row - count, column: column)
    case "B", "e": moveTo(row: row + count, column: column)
    case "C", "a": moveTo(row: row, column: column + count)
    case "D": moveTo(row: row, column: column - count)
    case "E": moveTo(row: row + count, column: 0)
    case "F": moveTo(row: row - count, column: 0)
    case "G", "`": moveTo(row: row, column: count - 1)
    case "d": moveTo(row: count - 1, column: column)
    case "Z": moveTo(row: row, column: (column - 1) / 8 * 8)
    case "H", "f": moveTo(row: count - 1, column: max(1, numbers.dropFirst().first ?? 1) - 1)
    default: return false
    }
    return true
  }

  // MARK: - Parts

  private mutating func setLook(_ numbers: [Int]) {
    var left = (numbers.isEmpty ? [0] : numbers)[...]
    while let number = left.popFirst() {
      var name = String(number)
      if number == 38 || number == 48 {
        let count = left.first == 5 ? 2 : 4
        name = ([number] + left.prefix(count)).map(String.init).joined(separator: ";")
        left = left.dropFirst(count)
      }
      setLook(number, name)
    }
  }

  /// Replaces or ends what the number stands for; `parts` are whole colours or attributes.
  private mutating func setLook(_ number: Int, _ name: String) {
    switch number {
    case 0: lookParts = [:]
    // Fonts, which the Linux console takes for its character set.
    case 10...19: break
    case 22: lookParts[1] = nil
    case 23...29: lookParts[number - 20] = nil
    case 39: lookParts[38] = nil
    case 49: lookParts[48] = nil
    case 30...38, 90...97: lookParts[38] = name
    case 40...48, 100...107: lookParts[48] = name
    default: lookParts[number] = name
    }
    look = lookParts.keys.sorted().compactMap { lookParts[$0] }.joined(separator: ";")
  }

  private mutating func eraseScreen(_ mode: Int) {
    let (row, all) = (cursor.row, 0..<size.columns)
    if mode != 3 { eraseRow(mode) }
    for other in 0..<size.rows
    where mode == 2 || mode == 0 && other > row || mode == 1 && other < row {
      erase(row: other, all)
    }
  }

  private mutating func eraseRow(_ mode: Int) {
    let column = cursor.column
    let ranges = [column..<size.columns, 0..<column + 1, 0..<size.columns]
    if ranges.indices.contains(mode) { erase(row: cursor.row, ranges[mode]) }
  }

  /// Deletes cells at the cursor, or inserts blanks where negative.
  private mutating func shift(by count: Int) {
    guard cells.indices.contains(cursor.row) else { return }
    drawnRows.insert(cursor.row)
    for _ in 0..<min(abs(count), size.columns - cursor.column) {
      let (out, into) =
        count > 0 ? (cursor.column, size.columns - 1) : (size.columns - 1, cursor.column)
      cells[cursor.row].remove(at: out)
      cells[cursor.row].insert(" ", at: into)
      looks[cursor.row].remove(at: out)
      looks[cursor.row].insert("", at: into)
    }
  }

  /// Deletes rows at the cursor, or inserts blank ones where negative.
  private mutating func moveRows(by count: Int) {
    guard region.contains(cursor.row) else { return }
    let whole = region
    region = cursor.row...whole.upperBound
    scroll(count)
    region = whole
  }

  private mutating func repeatLast(_ count: Int) {
    let column = wrapsNext ? cursor.column : cursor.column - 1
    guard cells.indices.contains(cursor.row), cells[cursor.row].indices.contains(column) else {
      return
    }
    let scalars = Array(cells[cursor.row][column].unicodeScalars)
    for _ in 0..<count { scalars.forEach { put($0) } }
  }

  private mutating func setRegion(_ numbers: [Int]) {
    let top = max(1, numbers.first ?? 1) - 1
    let bottom = (numbers.dropFirst().first ?? size.rows) - 1
    region = top <= bottom && bottom < size.rows ? top...bottom : 0...max(0, size.rows - 1)
    moveTo(row: 0, column: 0)
  }
}
