internal import CScan

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
    for piece in eachCluster(widest: widest) {
      pieces.append(piece)
      total += piece.columns
      if total > limit { break }
    }
    return pieces
  }

  /// The pieces of the line in order, made when they are asked for: those of a long text take far
  /// more memory than the text.
  func eachCluster(widest: Int = .max) -> AnyIterator<LayoutCluster> {
    var span = 0
    var pieces: AnyIterator<LayoutCluster>?
    return AnyIterator {
      while true {
        if let piece = pieces?.next() { return piece }
        guard span < spans.count else { return nil }
        pieces = spans[span].text.eachCluster(inSpan: span, widest: widest)
        span += 1
      }
    }
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
  fileprivate func eachCluster(inSpan span: Int, widest: Int) -> AnyIterator<LayoutCluster> {
    var place = string.startIndex
    var offset = 0
    var escape = 0
    return AnyIterator {
      guard place < string.endIndex else { return nil }
      while escape < escapes.count, escapes[escape].range.lowerBound < offset { escape += 1 }
      let start = place
      let isEscape = escape < escapes.count && escapes[escape].range.lowerBound == offset
      var piece = isEscape ? whole(escapes[escape], widest: widest) : nil
      if piece == nil { piece = character(at: start) }
      guard let (bytes, columns) = piece else { return nil }
      place = string.utf8.index(start, offsetBy: bytes)
      cscan_count_work(1)
      defer { offset += bytes }
      return LayoutCluster(
        span: span, bytes: offset..<offset + bytes, columns: columns,
        isBlank: string.unicodeScalars[start].isBreak)
    }
  }

  /// The bytes and columns of a whole escape, unless it is too wide; escapes are ASCII.
  private func whole(_ escape: Escape, widest: Int) -> (bytes: Int, columns: Int)? {
    let count = escape.range.count
    return count <= widest ? (count, count) : nil
  }

  /// The bytes and columns of the character at a place.
  private func character(at place: String.Index) -> (bytes: Int, columns: Int) {
    let bytes = string.utf8
    let next = bytes.index(after: place)
    // Two ASCII characters never make one, so that most text needs no search for its end.
    if bytes[place] < 0x80, next == bytes.endIndex || bytes[next] < 0x80 { return (1, 1) }
    let character = string[place]
    return (character.utf8.count, DisplayWidth.columns(of: character))
  }
}

extension Unicode.Scalar {
  /// Whether a line may break at this blank; it may not at no-break blanks.
  fileprivate var isBreak: Bool {
    switch value {
    case 0x20, 0x2000...0x2006, 0x2008...0x200A, 0x205F, 0x3000: true
    default: false
    }
  }
}
