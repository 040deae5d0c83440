import CTerminal
import Glibc

/// A way for any thread to wake the thread that waits in ``Terminal/nextEvent(timeout:watching:)``.
package final class WakeUp: Sendable {
  /// The descriptor to watch.
  package let descriptor: Int32

  /// Makes one; throws ``TerminalError/cannotOpen(errno:)`` where descriptors have run out.
  package init() throws(TerminalError) {
    descriptor = ct_make_wakeup()
    if descriptor < 0 { throw .cannotOpen(errno: errno) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Makes the descriptor readable until ``clear()``.
  package func signal() {
    var one: UInt64 = 1
    // It fails only where the count is full: then the waiting thread is woken already.
    _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
  }

  /// Takes back all signals so far.
  package func clear() {
    var count: UInt64 = 0
    _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
  }
}
