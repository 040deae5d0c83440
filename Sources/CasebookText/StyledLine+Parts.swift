extension StyledLine {
  /// Whether there is nothing to show.
  public var isEmpty: Bool { spans.allSatisfy(\.text.isEmpty) }

  /// How many cells the line takes, in O(n).
  public var columns: Int { spans.reduce(0) { $0 + $1.text.columns } }

  /// Joins two lines.
  public static func + (left: StyledLine, right: StyledLine) -> StyledLine {
    StyledLine(left.spans + right.spans)
  }

  /// Appends a line.
  public static func += (left: inout StyledLine, right: StyledLine) {
    left.spans += right.spans
  }

  /// Appends a piece of text.
  public mutating func append(_ text: ShownText, _ role: StyleRole = .normal) {
    if !text.isEmpty { spans.append(StyledSpan(text, role)) }
  }

  /// The same text with one meaning.
  public func with(role: StyleRole) -> StyledLine {
    StyledLine(spans.map { StyledSpan($0.text, role) })
  }

  /// The same line in which what the gate made visible has the role ``StyleRole/escape``.
  public func markingEscapes() -> StyledLine {
    if spans.allSatisfy(\.text.escapes.isEmpty) { return self }
    return StyledLine(spans.flatMap { $0.markingEscapes() })
  }
}

extension StyledSpan {
  fileprivate func markingEscapes() -> [StyledSpan] {
    var parts: [StyledSpan] = []
    var start = 0
    for escape in text.escapes {
      if start < escape.range.lowerBound {
        parts.append(StyledSpan(text.slice(start..<escape.range.lowerBound), role))
      }
      parts.append(StyledSpan(text.slice(escape.range), .escape))
      start = escape.range.upperBound
    }
    let end = text.string.utf8.count
    if start < end { parts.append(StyledSpan(text.slice(start..<end), role)) }
    return parts
  }
}

extension Sequence<StyledLine> {
  /// All lines in order as one line, with a separator between them.
  public func joined(separator: ShownText = .empty) -> StyledLine {
    var joined = StyledLine()
    for (index, line) in enumerated() {
      if index > 0 { joined.append(separator) }
      joined += line
    }
    return joined
  }
}
