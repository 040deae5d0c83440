import CTerminal
import Glibc

/// Ctrl-C, and the wish to end, while lines are read and written without a screen.
///
/// As long as one exists, SIGINT, SIGTERM and SIGHUP no longer end the program: they wait here to be
/// taken. Only one exists at a time, and no screen is open beside it.
package final class Interrupts {
  private let descriptor: Int32

  /// Begins to collect them; nil if descriptors have run out, and Ctrl-C then ends the program.
  package init?() {
    descriptor = ct_interrupts_begin()
    if descriptor < 0 { return nil }
  }

  deinit { ct_interrupts_end() }

  /// Waits until a descriptor has something to read, or a signal came.
  package func wait(for input: Int32) {
    // Empty if the wait was cut short by a handler: what it put down is then there.
    while Poll.wait(for: [input, descriptor], until: nil).isEmpty {}
  }

  /// Takes all signals that came. Returns the last one that asks for the end, or else SIGINT if it
  /// is among them, or else nil.
  package func take() -> Int32? {
    var taken: Int32?
    while case let signal = ct_next_interrupt(), signal != 0 {
      if signal != SIGINT || taken == nil { taken = signal }
    }
    return taken
  }
}
