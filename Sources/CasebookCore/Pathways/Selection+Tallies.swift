import Dispatch
import Synchronization

extension Selection {
  /// Counts the segments on some threads, each thread by itself.
  ///
  /// - Parameters:
  ///   - threads: How many threads may work.
  ///   - begin: Makes what counting begins with.
  ///   - add: Counts the segment with a number.
  /// - Returns: What each thread counted; at least one.
  func tallies<Tally: Sendable>(
    threads: Int, from begin: @Sendable () -> Tally,
    _ add: @Sendable (inout Tally, _ segment: Int) -> Void
  ) -> [Tally] {
    let strands = max(1, min(threads, segmentCount))
    let next = Atomic(0)
    let tallies = Mutex([Tally]())
    DispatchQueue.concurrentPerform(iterations: strands) { _ in
      var tally = begin()
      while case let index = next.add(1, ordering: .relaxed).oldValue, index < segmentCount {
        add(&tally, index)
      }
      tallies.withLock { [tally] in $0.append(tally) }
    }
    return tallies.withLock { $0 }
  }
}
