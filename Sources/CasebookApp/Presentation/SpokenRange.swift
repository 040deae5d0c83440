import CasebookText

/// How plain mode says a list: a line with its range, the entries, and whether more follow.
enum SpokenRange {
  /// "Notes 1 to 10 of 24."
  static func line(_ noun: ShownText, _ range: Range<Int>, of count: Int) -> ShownText {
    "\(noun) \(grouped: range.lowerBound + 1) to \(grouped: range.upperBound) of \(grouped: count)."
  }

  /// A whole list, each entry as it is said.
  static func whole(_ noun: ShownText, _ entries: [ShownText]) -> [ShownText] {
    [line(noun, 0..<entries.count, of: entries.count)]
      + entries.map { SpokenText.closed($0) } + ["End of list."]
  }

  /// A whole list with a number before each entry.
  static func numbered(_ noun: ShownText, _ entries: [ShownText]) -> [ShownText] {
    whole(noun, entries.enumerated().map { "\($0 + 1). \($1)" })
  }

  /// A page of a list from a position on; Enter goes on with a command and `from`.
  static func page(
    _ noun: ShownText, _ entries: [ShownText], from start: Int, length: Int, command: String
  ) -> Answer {
    let start = min(start, max(0, entries.count - 1))
    let end = min(entries.count, start + length)
    let said =
      [line(noun, start..<end, of: entries.count)]
      + entries[start..<end].map { SpokenText.closed($0) }
    let left = entries.count - end
    guard left > 0 else { return Answer(said + ["End of list."]) }
    return Answer(said + [more(left, length)], more: "\(command) from \(end + 1)")
  }

  /// A page of a list with a number before each entry, which picks it.
  static func page(
    _ noun: ShownText, picking choices: Choices, from start: Int, length: Int, command: String
  ) -> Answer {
    let entries = choices.listed.enumerated().map { "\($0 + 1). \($1.label)" as ShownText }
    var answer = page(noun, entries, from: start, length: length, command: command)
    answer.choices = choices
    return answer
  }

  /// "237 more. Press Enter for the next 10."; "1 more. Press Enter for it."
  static func more(_ left: Int, _ length: Int) -> ShownText {
    left == 1
      ? "1 more. Press Enter for it."
      : "\(grouped: left) more. Press Enter for the next \(grouped: min(left, length))."
  }

  /// What stands behind a command, and the position `from 11` names at its end, from 0.
  static func parts(_ arguments: Arguments) -> (text: String, start: Int) {
    let words = arguments.words
    guard words.count >= 2, words[words.count - 2] == "from", let last = words.last,
      let number = Int(last), number > 0
    else { return (arguments.text, 0) }
    return (words.dropLast(2).joined(separator: " "), number - 1)
  }
}
