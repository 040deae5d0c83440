import Dispatch
import Synchronization

extension Selection {
  /// Counts the segments on some threads, each thread by itself.
  ///
  /// - Parameters:
  ///   - threads: How many threads may work.
  ///   - empty: What counting begins with.
  ///   - add: Counts the segment with a number.
  /// - Returns: What each thread counted; at least one.
  func tallies<Tally: Sendable>(
    threads: Int, from empty: Tally, _ add: @Sendable (inout Tally, _ segment: Int) -> Void
  ) -> [Tally] {
    let strands = max(1, min(threads, segmentCount))
    let tallies = Mutex([Tally](repeating: empty, count: strands))
    DispatchQueue.concurrentPerform(iterations: strands) { strand in
      var tally = empty
      for index in stride(from: strand, to: segmentCount, by: strands) { add(&tally, index) }
      tallies.withLock { [tally] in $0[strand] = tally }
    }
    return tallies.withLock { $0 }
  }
}
