import Dispatch
import Synchronization

// Hot path: ranks the titles of a million cases.

/// Puts strings in order on several threads: large stretches are shared, of small ones each thread
/// takes its own.
struct TextRanksSort: @unchecked Sendable {
  // Sound to share: threads write to stretches that have no place in common, and the strings do not
  // change.
  let ranks: TextRanks
  /// The strings, in any order before and in theirs after.
  let order: UnsafeMutableBufferPointer<TextRanks.Entry>
  /// Whether each place of the order begins a string that differs from the one before.
  let isFirst: UnsafeMutableBufferPointer<Bool>
  let threads: Int

  /// A stretch of the order whose strings agree up to a depth.
  private struct Stretch {
    var range: Range<Int>
    var depth: Int
  }

  /// Stretches are shared by threads where each would get more than such a part of all.
  private static let shares = 16

  /// Sorts everything.
  func run() {
    guard !order.isEmpty else { return }
    let most = order.count / (threads * Self.shares)
    var large = [Stretch(range: 0..<order.count, depth: 0)]
    var small: [Stretch] = []
    while let stretch = large.popLast() {
      sortTogether(stretch)
      divide(stretch) { part in
        if part.range.count > most { large.append(part) } else { small.append(part) }
      }
    }
    let next = Atomic(0)
    let stretches = small
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      var open: [Stretch] = []
      while case let index = next.add(1, ordering: .relaxed).oldValue, index < stretches.count {
        open.append(stretches[index])
        while let stretch = open.popLast() {
          sort(stretch.range, depth: stretch.depth)
          divide(stretch) { open.append($0) }
        }
      }
    }
  }

  /// Sorts a stretch by what follows its depth.
  private func sort(_ range: Range<Int>, depth: Int) {
    var entries = UnsafeMutableBufferPointer(rebasing: order[range])
    for index in entries.indices {
      entries[index].prefix = ranks.prefix(entries[index].item, at: depth)
    }
    entries.sort { $0.prefix < $1.prefix }
  }

  /// Sorts a part of a stretch on each thread, then joins the parts.
  private func sortTogether(_ stretch: Stretch) {
    let range = stretch.range
    let length = max(1, (range.count + threads - 1) / threads)
    let cuts = Array(stride(from: range.lowerBound, to: range.upperBound, by: length))
    DispatchQueue.concurrentPerform(iterations: cuts.count) { index in
      let end = min(cuts[index] + length, range.upperBound)
      sort(cuts[index]..<end, depth: stretch.depth)
    }
    for cut in cuts.dropFirst() {
      merge(range.lowerBound..<cut, with: cut..<min(cut + length, range.upperBound))
    }
  }

  /// Joins two neighbouring stretches that are in order.
  private func merge(_ left: Range<Int>, with right: Range<Int>) {
    let first = Array(order[left])
    var (from, to, place) = (0, right.lowerBound, left.lowerBound)
    while from < first.count {
      if to < right.upperBound, order[to].prefix < first[from].prefix {
        order[place] = order[to]
        to += 1
      } else {
        order[place] = first[from]
        from += 1
      }
      place += 1
    }
  }

  /// Marks where strings differ, and hands on the stretches that are not told apart yet.
  private func divide(_ stretch: Stretch, _ body: (Stretch) -> Void) {
    var start = stretch.range.lowerBound
    while start < stretch.range.upperBound {
      var end = start + 1
      while end < stretch.range.upperBound, order[end].prefix == order[start].prefix { end += 1 }
      isFirst[start] = true
      // A prefix that ends in 0 holds the whole rest of its string.
      let isWhole = order[start].prefix & 0xFF == 0
      if end - start > 1, !isWhole {
        body(Stretch(range: start..<end, depth: stretch.depth + TextRanks.prefixLength))
      }
      start = end
    }
  }
}
