extension Gate {
  /// The same text for a terminal that has only ASCII: each other character as `<U+00E9>`.
  public static func ascii(_ shown: ShownText) -> ShownText {
    if shown.string.utf8.allSatisfy({ $0 < 0x80 }) { return shown }
    var text = ""
    var escapes = shown.escapes[...]
    var written: [Escape] = []
    var offset = 0
    for scalar in shown.string.unicodeScalars {
      let start = text.utf8.count
      if let escape = escapes.first, escape.range.lowerBound == offset {
        written.append(escape.moved(by: start - offset))
        escapes.removeFirst()
      }
      if scalar.isASCII {
        text.unicodeScalars.append(scalar)
      } else {
        text += scalar.visibleForm
        written.append(Escape(range: start..<text.utf8.count, kind: .foreign))
      }
      offset += UTF8.width(scalar)
    }
    return ShownText(guarded: text, escapes: written)
  }

  /// The same line for a terminal that has only ASCII.
  public static func ascii(_ line: StyledLine) -> StyledLine {
    StyledLine(line.spans.map { StyledSpan(ascii($0.text), $0.role) })
  }
}
