import CasebookCore
import Dispatch
import Synchronization

/// What a loader handed over and the session has not yet taken in.
package final class Arrivals: Sendable {
  private struct Content {
    var steps: [LoadStep] = []
    var isDone = false
    var isStopAsked = false
    /// Whether the loader was told to go no further.
    var isCut = false
    var foundBytes = 0
    var readBytes = 0
    var cases = 0

    /// How many steps may be taken while more is to come.
    var readyCount: Int {
      for index in steps.indices.reversed() {
        switch steps[index] {
        case .segment(let segment, _, _, _, _) where segment.caseCount > 0: return steps.count
        case .beginnings: return steps.count
        case .restarted: return index
        case .found, .segment, .cutShort: continue
        }
      }
      return steps.count
    }
  }

  private let content = Mutex(Content())
  private let done = DispatchSemaphore(value: 0)
  private let wake: @Sendable () -> Void
  private let elapsed: @Sendable () -> Duration

  /// A rate is told once so much time has passed: before, it says little.
  private static let rateTime = Duration.milliseconds(200)

  /// Makes an empty place.
  ///
  /// - Parameters:
  ///   - elapsed: The time since loading began, for the rate.
  ///   - wake: Called, on the loader's thread, whenever something came.
  package init(
    elapsed: @escaping @Sendable () -> Duration = Arrivals.clock(),
    wake: @escaping @Sendable () -> Void
  ) {
    self.elapsed = elapsed
    self.wake = wake
  }

  /// A clock that starts now.
  package static func clock() -> @Sendable () -> Duration {
    let start = ContinuousClock.now
    return { ContinuousClock.now - start }
  }

  /// Puts a step down; says whether loading should go on.
  package func put(_ step: LoadStep) -> Bool {
    let goesOn = content.withLock { content in
      content.steps.append(step)
      switch step {
      case .found(_, let bytes): content.foundBytes += bytes
      case .segment(let segment, _, _, let bytes, _):
        content.readBytes += bytes
        content.cases += segment.caseCount
      case .beginnings: break
      case .cutShort: content.isStopAsked = true
      case .restarted:
        content.foundBytes = 0
        content.readBytes = 0
        content.cases = 0
      }
      content.isCut = content.isStopAsked
      return !content.isCut
    }
    wake()
    return goesOn
  }

  /// Says that nothing more comes.
  package func finish() {
    content.withLock { $0.isDone = true }
    done.signal()
    wake()
  }

  /// Waits until nothing more comes; says whether that was so within the time.
  @discardableResult
  package func waitUntilDone(atMost time: DispatchTimeInterval = .never) -> Bool {
    guard done.wait(timeout: .now() + time) == .success else { return false }
    done.signal()
    return true
  }

  /// Asks the loader to stop at its next step.
  package func stop() {
    content.withLock { $0.isStopAsked = true }
  }

  /// Takes what came since the last time, and how far loading is with it.
  ///
  /// What makes all before it void waits for what comes in its place: nobody sees an empty list
  /// between.
  package func take() -> (steps: [LoadStep], loading: Loading) {
    let time = elapsed()
    return content.withLock { content in
      let count = content.isDone ? content.steps.count : content.readyCount
      let steps = Array(content.steps[..<count])
      content.steps.removeFirst(count)
      if content.isDone { return (steps, content.isCut ? .stopped : .done) }
      let percent =
        content.foundBytes > 0 ? min(99, content.readBytes * 100 / content.foundBytes) : nil
      let milliseconds = Int(time / .milliseconds(1))
      let isTold = time >= Self.rateTime && content.cases > 0
      let rate = isTold ? content.cases * 1_000 / milliseconds : nil
      return (steps, .going(percent: percent, rate: rate))
    }
  }
}
