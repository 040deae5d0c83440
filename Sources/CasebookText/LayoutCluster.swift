/// A piece of a line that layout never splits: a user-perceived character, or a whole escape.
struct LayoutCluster: Equatable {
  /// Which span of the line holds it.
  var span: Int
  /// Where it stands in the text of the span, in UTF-8 bytes.
  var bytes: Range<Int>
  /// The cells it takes.
  var columns: Int
  /// Whether a line may end here and the piece be dropped.
  var isBlank: Bool
}

extension StyledLine {
  /// The pieces of the line in order, until they are wider than a limit in total.
  ///
  /// An escape wider than the widest piece allowed is split into its characters.
  func clusters(widest: Int = .max, upTo limit: Int = .max) -> [LayoutCluster] {
    var pieces: [LayoutCluster] = []
    var total = 0
    for (index, span) in spans.enumerated() {
      for piece in span.text.clusters(inSpan: index, widest: widest) {
        pieces.append(piece)
        total += piece.columns
        if total > limit { return pieces }
      }
    }
    return pieces
  }

  /// The line made of some neighbouring pieces.
  func part(_ pieces: some Sequence<LayoutCluster>) -> StyledLine {
    var line = StyledLine()
    var open: (span: Int, bytes: Range<Int>)?
    func close() {
      guard let open else { return }
      let span = spans[open.span]
      line.spans.append(StyledSpan(span.text.slice(open.bytes), span.role))
    }
    for piece in pieces {
      if let run = open, run.span == piece.span, run.bytes.upperBound == piece.bytes.lowerBound {
        open = (run.span, run.bytes.lowerBound..<piece.bytes.upperBound)
      } else {
        close()
        open = (piece.span, piece.bytes)
      }
    }
    close()
    return line
  }
}

extension ShownText {
  /// The pieces of the text in order, made while they are asked for.
  fileprivate func clusters(
    inSpan span: Int, widest: Int
  ) -> some Sequence<LayoutCluster> {
    var rest = string[...]
    var offset = 0
    var waiting = escapes[...]
    return AnyIterator {
      guard let first = rest.first else { return nil }
      while let escape = waiting.first, escape.range.lowerBound < offset { waiting.removeFirst() }
      var text = String(first)
      if let escape = waiting.first, escape.range.lowerBound == offset {
        let whole = String(self.slice(escape.range).string)
        if DisplayWidth.columns(of: whole) <= widest { text = whole }
      }
      let bytes = offset..<offset + text.utf8.count
      rest = rest[rest.utf8.index(rest.startIndex, offsetBy: bytes.count)...]
      offset = bytes.upperBound
      return LayoutCluster(
        span: span, bytes: bytes, columns: DisplayWidth.columns(of: text), isBlank: first.isBreak)
    }
  }
}

extension Character {
  /// Whether a line may break at this blank; no-break blanks and the one of Ogham are not.
  fileprivate var isBreak: Bool {
    switch self {
    case " ", "\u{2000}"..."\u{2006}", "\u{2008}"..."\u{200A}", "\u{205F}", "\u{3000}": true
    default: false
    }
  }
}
