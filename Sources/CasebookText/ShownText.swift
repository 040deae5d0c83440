internal import CScan

/// Text that is safe to send to a terminal, a speech synthesiser or a braille line.
///
/// A value is made in three ways only: from a literal of our own source code, by joining other
/// shown texts and numbers, or by ``Gate``, which makes every byte of a file visible and harmless.
/// Nothing accepts a plain `String`, so text of a file cannot reach a sink unguarded.
///
/// Inside words and emoji that need them, U+200D, U+200C and variation selectors stay in the text:
/// a speech synthesiser wants them. They never reach a cell of a terminal, see ``DrawnCluster``.
public struct ShownText: Sendable, Hashable {
  /// The safe characters, in reading order.
  public internal(set) var string: String

  /// What the gate had to make visible, in reading order.
  public internal(set) var escapes: [Escape]

  /// Wraps text that the gate has made safe.
  init(guarded string: String, escapes: [Escape] = []) {
    self.string = string
    self.escapes = escapes
  }

  /// The empty text.
  public static let empty = ShownText(guarded: "")

  /// Whether there is nothing to show.
  public var isEmpty: Bool { string.isEmpty }

  /// How many user-perceived characters there are, in O(n); see ``columns`` for the width.
  public var count: Int { string.count }

  /// How many cells the text takes, in O(n).
  public var columns: Int { DisplayWidth.columns(of: string) }
}

// MARK: Parts

extension ShownText {
  /// The part between two offsets in UTF-8 bytes, which must lie between characters.
  func slice(_ range: Range<Int>) -> ShownText {
    cscan_count_work(UInt64(range.count + 1))
    let bytes = string.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let end = bytes.index(start, offsetBy: range.count)
    let kept = escapes(in: range).compactMap {
      $0.clamped(to: range)?.moved(by: -range.lowerBound)
    }
    return ShownText(guarded: String(string[start..<end]), escapes: kept)
  }
  /// The escapes that touch a range, found in O(log n).
  private func escapes(in range: Range<Int>) -> ArraySlice<Escape> {
    let first = escapes.firstIndex { $0.range.upperBound > range.lowerBound }
    let end = escapes.firstIndex { $0.range.lowerBound >= range.upperBound }
    return escapes[first..<max(first, end)]
  }
}

extension [Escape] {
  /// The index of the first element for which a condition holds that holds for all after it.
  fileprivate func firstIndex(fromWhich holds: (Escape) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
