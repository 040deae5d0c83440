/// Marks the hits of a search in lines of text.
public struct SearchHighlight: Sendable {
  /// Gives the form in which a character is compared; empty for what is ignored.
  public typealias Fold = @Sendable (Character) -> String

  private let terms: [[Character]]
  private let fold: Fold
  /// The folded forms of the characters of ASCII.
  private let plainForms: [[Character]]

  /// Makes a highlight for some search words.
  ///
  /// - Parameters:
  ///   - terms: The words as typed; empty ones hit nothing.
  ///   - fold: How the search compares; by default without regard to case.
  public init(terms: [String], fold: @escaping Fold = { $0.lowercased() }) {
    self.fold = fold
    let folded = terms.map { term in Array(term.map(fold).joined()) }.filter { !$0.isEmpty }
    self.terms = folded
    plainForms =
      folded.isEmpty ? [] : (0..<0x80).map { Array(fold(Character(Unicode.Scalar($0)))) }
  }

  /// Whether nothing can be hit.
  public var isEmpty: Bool { terms.isEmpty }

  /// The line with the role ``StyleRole/match`` on each hit, in O(length x terms).
  ///
  /// A hit may run over several spans; what the gate escaped is hit as a whole.
  public func applied(to line: StyledLine) -> StyledLine {
    guard !terms.isEmpty else { return line }
    let pieces = line.clusters()
    let hits = hits(in: pieces, of: line)
    guard !hits.isEmpty else { return line }
    var result = StyledLine()
    var start = 0
    for hit in hits {
      result += line.part(pieces[start..<hit.lowerBound])
      result += line.part(pieces[hit]).with(role: .match)
      start = hit.upperBound
    }
    result += line.part(pieces[start...])
    return result
  }

  /// Whether a line holds a hit.
  public func hits(_ line: StyledLine) -> Bool {
    !terms.isEmpty && !hits(in: line.clusters(), of: line).isEmpty
  }

  // MARK: - Search

  /// The ranges of pieces that are hit, apart from each other and in order.
  private func hits(in pieces: [LayoutCluster], of line: StyledLine) -> [Range<Int>] {
    var folded: [Character] = []
    var sources: [Int] = []
    for (index, piece) in pieces.enumerated() {
      folded += forms(of: piece, in: line.spans[piece.span].text.string)
      while sources.count < folded.count { sources.append(index) }
    }
    let isHit = marks(in: folded, sources, count: pieces.count)
    var ranges: [Range<Int>] = []
    for index in isHit.indices where isHit[index] {
      if let last = ranges.last, last.upperBound == index {
        ranges[ranges.count - 1] = last.lowerBound..<index + 1
      } else {
        ranges.append(index..<index + 1)
      }
    }
    return ranges
  }

  /// What the characters of a piece are compared as; a piece of one byte is one of ASCII.
  private func forms(of piece: LayoutCluster, in text: String) -> [Character] {
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: piece.bytes.lowerBound)
    if piece.bytes.count == 1 { return plainForms[Int(bytes[start])] }
    return text[start..<bytes.index(start, offsetBy: piece.bytes.count)].flatMap(fold)
  }

  private func marks(in folded: [Character], _ sources: [Int], count: Int) -> [Bool] {
    var marks = Array(repeating: false, count: count)
    for term in terms where term.count <= folded.count {
      for start in 0...(folded.count - term.count)
      where folded[start] == term[0] && folded[start..<start + term.count].elementsEqual(term) {
        for place in sources[start]...sources[start + term.count - 1] { marks[place] = true }
      }
    }
    return marks
  }
}
