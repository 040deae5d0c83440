/// Where a text stands in columns that are wider than it.
public enum TextAlignment: Sendable, Hashable {
  /// At the left, as names.
  case left
  /// At the right, as numbers.
  case right
  /// In the middle.
  case centre
}

/// What stands for text that is cut off, in ASCII; a screen may have a Unicode form.
public let defaultEllipsis: ShownText = ".."

extension StyledLine {
  /// The line cut to a number of columns, with an ellipsis where something is missing.
  ///
  /// Neither a character nor an escape is split. Text written from right to left keeps its order
  /// in the line: the terminal turns it, or not, within the same columns. Where the ellipsis is
  /// wider than the columns, only its start is left.
  public func truncated(to columns: Int, ellipsis: ShownText = defaultEllipsis) -> StyledLine {
    let limit = max(0, columns)
    if fitsPlainly(in: limit) { return self }
    let pieces = clusters(upTo: limit)
    guard pieces.reduce(0, { $0 + $1.columns }) > limit else { return self }
    let sign = ellipsis.prefix(columns: limit)
    var line = part(pieces.prefix(columns: limit - sign.columns))
    line.append(sign, line.spans.last?.role ?? spans.first?.role ?? .normal)
    return line
  }

  /// Whether the line fits because it has no more bytes than columns, the cheapest proof.
  func fitsPlainly(in columns: Int) -> Bool {
    spans.reduce(0) { $0 + $1.text.string.utf8.count } <= columns
  }

  /// The first pieces of the line that fit into a number of columns, without a sign.
  public func prefix(columns: Int) -> StyledLine {
    part(clusters(upTo: max(0, columns)).prefix(columns: columns))
  }

  /// The line cut or filled with blanks to exactly a number of columns.
  public func padded(
    to columns: Int, _ alignment: TextAlignment = .left, ellipsis: ShownText = defaultEllipsis
  ) -> StyledLine {
    let line = truncated(to: columns, ellipsis: ellipsis)
    let missing = max(0, columns - line.columns)
    let before =
      switch alignment {
      case .left: 0
      case .right: missing
      case .centre: missing / 2
      }
    var padded = StyledLine(ShownText.repeating(" ", count: before))
    padded += line
    padded.append(ShownText.repeating(" ", count: missing - before))
    return padded
  }
}

extension ShownText {
  /// The text cut to a number of columns, with an ellipsis where something is missing.
  public func truncated(to columns: Int, ellipsis: ShownText = defaultEllipsis) -> ShownText {
    StyledLine(self).truncated(to: columns, ellipsis: ellipsis).text
  }

  /// The first characters that fit into a number of columns, without a sign.
  public func prefix(columns: Int) -> ShownText {
    StyledLine(self).prefix(columns: columns).text
  }

  /// The text cut or filled with blanks to exactly a number of columns.
  public func padded(
    to columns: Int, _ alignment: TextAlignment = .left, ellipsis: ShownText = defaultEllipsis
  ) -> ShownText {
    StyledLine(self).padded(to: columns, alignment, ellipsis: ellipsis).text
  }

  /// The text broken into lines at blanks; see ``StyledLine/wrapped(to:hanging:)``.
  public func wrapped(to columns: Int, hanging: Int = 0) -> [ShownText] {
    StyledLine(self).wrapped(to: columns, hanging: hanging).map(\.text)
  }
}

extension [LayoutCluster] {
  /// The first pieces that fit into a number of columns.
  fileprivate func prefix(columns: Int) -> ArraySlice<LayoutCluster> {
    var total = 0
    let end = firstIndex { piece in
      total += piece.columns
      return total > columns
    }
    return self[..<(end ?? endIndex)]
  }
}
