extension AtomReader {
  /// `path(type->type whole from:first)`: the steps, then any of the words.
  func path() throws(QueryError) -> WrittenPath? {
    let prefix = Array("path(".utf8)
    guard bytes[range].starts(with: prefix), bytes[range.upperBound - 1] == UInt8(ascii: ")") else {
      return nil
    }
    let inside = range.lowerBound + prefix.count..<range.upperBound - 1
    var words = try parts(of: inside) { bytes.blankLength(at: $0, to: inside.upperBound) }
    guard !words.isEmpty else { throw QueryError(.missingType, at: inside) }
    let arrow = Array("->".utf8)
    let first = words.removeFirst()
    let steps = try parts(of: first) { bytes[$0..<first.upperBound].starts(with: arrow) ? 2 : 0 }
    guard !steps.isEmpty, steps.count <= Pathways.depthLimit else {
      throw QueryError(.tooManyTerms(limit: Pathways.depthLimit), at: first)
    }
    var path = WrittenPath(steps: steps.map(writtenName))
    for word in words { try read(word, into: &path) }
    return path
  }

  private func read(_ word: Range<Int>, into path: inout WrittenPath) throws(QueryError) {
    let colon = bytes[word].firstIndex(of: UInt8(ascii: ":"))
    guard let colon else {
      switch text(word) {
      case "whole": path.isWhole = true
      case "merged": path.mergesRepeats = true
      case "backwards": path.isBackwards = true
      default: throw QueryError(.notOfAPath(text(word)), at: word)
      }
      return
    }
    let value = colon + 1..<word.upperBound
    let key = text(word.lowerBound..<colon)
    guard !value.isEmpty else { throw QueryError(.missingValue(field: key), at: value) }
    switch key {
    case "from":
      guard let start = EventAnchor.Occurrence(text(value)) else {
        throw QueryError(.notAnOccurrence(text(value)), at: value)
      }
      path.start = start
    case "types": path.types = try (path.types ?? []) + names(value)
    case "hide": path.hidden += try names(value)
    default: throw QueryError(.notOfAPath(text(word)), at: word)
    }
  }

  private func names(_ range: Range<Int>) throws(QueryError) -> [WrittenName] {
    try parts(of: range) { bytes[$0] == UInt8(ascii: ",") ? 1 : 0 }.map(writtenName)
  }

  private func writtenName(_ range: Range<Int>) -> WrittenName {
    WrittenName(text: bytes.unquoted(range), range: range)
  }

  /// The parts of a range that are not empty, between separators outside quotation marks; the
  /// closure gives the length of the separator at an index, 0 where there is none.
  private func parts(
    of range: Range<Int>, separator: (Int) -> Int
  ) throws(QueryError) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      let length = separator(index)
      if length > 0 {
        if index > start { parts.append(start..<index) }
        index += length
        start = index
      } else if bytes[index] == UInt8(ascii: "\"") {
        index = try bytes.endOfQuotation(from: index, to: range.upperBound)
      } else {
        index += 1
      }
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }
}

extension WrittenPath {
  /// The words that may stand behind the steps.
  static let words = ["whole", "merged", "backwards", "from:", "types:", "hide:"]
  /// What may stand behind `from:`.
  static let starts = ["first", "last", "2", "3"]
}
