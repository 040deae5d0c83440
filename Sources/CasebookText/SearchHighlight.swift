/// Marks the hits of a search in lines of text.
public struct SearchHighlight: Sendable {
  /// Gives the form in which a character is compared; empty for what is ignored.
  public typealias Fold = @Sendable (Character) -> String

  private let terms: [[Character]]
  private let fold: Fold

  /// Makes a highlight for some search words.
  ///
  /// - Parameters:
  ///   - terms: The words as typed; empty ones hit nothing.
  ///   - fold: How the search compares; by default without regard to case.
  public init(terms: [String], fold: @escaping Fold = { $0.lowercased() }) {
    self.fold = fold
    self.terms = terms.map { term in Array(term.map(fold).joined()) }.filter { !$0.isEmpty }
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
      for character in line.part(CollectionOfOne(piece)).text.string.flatMap(fold) {
        folded.append(character)
        sources.append(index)
      }
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

  private func marks(in folded: [Character], _ sources: [Int], count: Int) -> [Bool] {
    var marks = Array(repeating: false, count: count)
    for term in terms where term.count <= folded.count {
      for start in 0...(folded.count - term.count)
      where folded[start..<start + term.count].elementsEqual(term) {
        for place in sources[start]...sources[start + term.count - 1] { marks[place] = true }
      }
    }
    return marks
  }
}
