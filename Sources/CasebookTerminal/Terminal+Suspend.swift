import CTerminal
import CasebookCanvas
import Glibc

/// How a program that was run ended.
package enum ChildExit: Sendable, Hashable {
  /// It ended by itself with this status.
  case exited(Int32)
  /// A signal ended it.
  case killed(signal: Int32)
  /// It could not be started.
  case notStarted(errno: Int32)
}

extension Terminal {
  /// Gives the terminal back while the body runs, and takes it again. The next event is
  /// ``TerminalEvent/resized(_:)``, for the screen is empty.
  package func suspendForChild<Result>(_ body: () throws -> Result) rethrows -> Result {
    guard isOpen else { return try body() }
    ct_leave(screen)
    defer { comeBack() }
    return try body()
  }

  /// Runs a program on the terminal, found on the `PATH`, and waits for it; no shell takes part.
  package func runChild(_ arguments: [String]) -> ChildExit {
    suspendForChild {
      var words = arguments.map { strdup($0) } + [nil]
      defer { words.forEach { free($0) } }
      let status = words.first.flatMap(\.self) == nil ? -1 : ct_run(&words)
      if status < 0 { return .notStarted(errno: errno) }
      return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: status & 0x7F)
    }
  }

  /// Stops as a program without a screen would, and comes back when continued.
  func suspend(group: Bool) {
    ct_leave(screen)
    ct_stop(group)
    comeBack()
  }

  /// Takes the terminal again, which others may have used or resized.
  func comeBack() {
    ct_enter(screen)
    announceSize()
  }

  /// Reports the size; only the last counts.
  func announceSize() {
    readSize()
    forgetFrame()
    waiting.removeAll {
      if case .resized = $0 { true } else { false }
    }
    waiting.append(.resized(size))
  }
}
