import CasebookText

/// A place in wrapped text that is the same at every width.
package struct ReadingPlace: Sendable, Equatable {
  /// Characters other than blanks before the line; wrapping moves only blanks.
  private let letters: Int
  private let total: Int
  private let isBlank: Bool
  /// The line at the place, from 0, at the width that it was found in last.
  private(set) var line: Int

  /// The place of a line, from 0.
  init(line: Int, of lines: [StyledLine]) {
    self.line = line
    letters = lines.prefix(line).reduce(0) { $0 + $1.letters }
    total = lines.dropFirst(line).reduce(letters) { $0 + $1.letters }
    isBlank = lines.indices.contains(line) && lines[line].letters == 0
  }

  /// The place of the line that is being read; the same as `kept` if the reader has not moved since.
  /// So no number of resizes moves it.
  static func current(line: Int, of lines: [StyledLine], kept: ReadingPlace?) -> ReadingPlace {
    if let kept, kept.line == line { return kept }
    return ReadingPlace(line: line, of: lines)
  }

  /// Finds the line at the place in the same text at another width. Text that is cut, not wrapped,
  /// keeps its lines.
  mutating func find(in lines: [StyledLine]) {
    var before = 0
    var found = 0
    for (index, line) in lines.enumerated() {
      // A blank line begins at the same letter as the line after it.
      if before < letters || before == letters && (!isBlank || line.letters == 0) { found = index }
      before += line.letters
    }
    if before == total { line = found }
  }
}

extension StyledLine {
  /// How many Unicode scalars are no blanks.
  fileprivate var letters: Int { text.string.unicodeScalars.count { $0 != " " } }
}
