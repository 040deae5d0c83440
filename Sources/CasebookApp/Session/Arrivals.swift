import CasebookCore
import Synchronization

/// What a loader handed over and the session has not yet taken in.
package final class Arrivals: Sendable {
  private struct Content {
    var steps: [LoadStep] = []
    var isDone = false
    var isStopped = false
  }

  private let content = Mutex(Content())
  private let wake: @Sendable () -> Void

  /// Makes an empty place; `wake` is called, on the loader's thread, whenever something came.
  package init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  /// Puts a step down; says whether loading should go on.
  package func put(_ step: LoadStep) -> Bool {
    let goesOn = content.withLock { content in
      content.steps.append(step)
      return !content.isStopped
    }
    wake()
    return goesOn
  }

  /// Says that nothing more comes.
  package func finish() {
    content.withLock { $0.isDone = true }
    wake()
  }

  /// Asks the loader to stop at its next step.
  package func stop() {
    content.withLock { $0.isStopped = true }
  }

  /// Whether everything was loaded.
  package var isDone: Bool { content.withLock { $0.isDone } }

  /// Takes what came since the last time, and whether that was all.
  package func take() -> (steps: [LoadStep], isDone: Bool) {
    content.withLock { content in
      defer { content.steps = [] }
      return (content.steps, content.isDone)
    }
  }
}
