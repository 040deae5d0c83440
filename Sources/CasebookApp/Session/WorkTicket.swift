import Dispatch
import Synchronization

/// One question a ``Worker`` was asked: whether it is still the newest, and how far its answer is.
package final class WorkTicket: Sendable {
  /// Its number: of two questions the newer has the greater.
  package let generation: UInt64
  private let stale = Atomic(false)
  private let finished = DispatchSemaphore(value: 0)
  private let progress: Mutex<Progress>
  private let wake: @Sendable () -> Void

  private struct Progress {
    var lastNoted = ContinuousClock.now
    var percent: Int?
  }

  /// Progress is told no more often: what takes less time needs none.
  private static let pause = Duration.milliseconds(200)

  init(generation: UInt64, wake: @escaping @Sendable () -> Void) {
    self.generation = generation
    self.wake = wake
    progress = Mutex(Progress())
  }

  /// Whether a newer question took its place: the work should end.
  package var isStale: Bool { stale.load(ordering: .relaxed) }

  /// Says how much of the work is done; the session hears of it now and then.
  package func note(_ done: Int, of total: Int) {
    let isNews = progress.withLock { progress in
      let now = ContinuousClock.now
      guard total > 0, done < total, now - progress.lastNoted >= Self.pause else { return false }
      progress.lastNoted = now
      progress.percent = done * 100 / total
      return true
    }
    if isNews { wake() }
  }

  /// Waits until the work ended; says whether it did within the time.
  package func wait(for time: DispatchTimeInterval) -> Bool {
    finished.wait(timeout: .now() + time) == .success
  }

  func makeStale() { stale.store(true, ordering: .relaxed) }

  func finish() { finished.signal() }

  func takeProgress() -> Int? {
    progress.withLock { progress in
      defer { progress.percent = nil }
      return progress.percent
    }
  }
}
