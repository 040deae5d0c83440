import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// Makes so many elements on some threads, each the next that is left.
  init(_ count: Int, threads: Int, _ make: @Sendable (Int) -> Element) {
    let next = Atomic(0)
    let made = Mutex([Element?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: Swift.max(1, Swift.min(threads, count))) { _ in
      while case let index = next.add(1, ordering: .relaxed).oldValue, index < count {
        let element = make(index)
        made.withLock { $0[index] = element }
      }
    }
    self = made.withLock { $0 }.compactMap(\.self)
  }
}
