import Dispatch
import Synchronization

/// How far a long answer is.
package enum WorkProgress: Sendable, Equatable {
  /// Cases are looked at; the share of them in percent.
  case looking(percent: Int)
  /// The cases found are put in an order that is not ready yet.
  case ordering
}

/// One question a ``Worker`` was asked: whether it is still the newest, and how far its answer is.
package final class WorkTicket: Sendable {
  /// Its number: of two questions the newer has the greater.
  package let generation: UInt64
  private let stale = Atomic(false)
  private let finished = DispatchSemaphore(value: 0)
  private let progress: Mutex<Noted>
  private let wake: @Sendable () -> Void

  private struct Noted {
    var last = ContinuousClock.now
    var progress: WorkProgress?
  }

  /// Progress is told no more often: what takes less time needs none.
  private static let pause = Duration.milliseconds(200)

  init(generation: UInt64, wake: @escaping @Sendable () -> Void) {
    self.generation = generation
    self.wake = wake
    progress = Mutex(Noted())
  }

  /// Whether a newer question took its place: the work should end.
  package var isStale: Bool { stale.load(ordering: .relaxed) }

  /// Says how much of the work is done; the session hears of it now and then.
  package func note(_ done: Int, of total: Int) {
    let isNews = progress.withLock { noted in
      let now = ContinuousClock.now
      guard total > 0, done < total, now - noted.last >= Self.pause else { return false }
      noted = Noted(last: now, progress: .looking(percent: done * 100 / total))
      return true
    }
    if isNews { wake() }
  }

  /// Says that an order is being made.
  package func noteOrdering() {
    progress.withLock { $0.progress = .ordering }
    wake()
  }

  /// Waits until the work ended; says whether it did within the time.
  package func wait(for time: DispatchTimeInterval) -> Bool {
    finished.wait(timeout: .now() + time) == .success
  }

  func makeStale() { stale.store(true, ordering: .relaxed) }

  func finish() { finished.signal() }

  func takeProgress() -> WorkProgress? {
    progress.withLock { noted in
      defer { noted.progress = nil }
      return noted.progress
    }
  }
}
