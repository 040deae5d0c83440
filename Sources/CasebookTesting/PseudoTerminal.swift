import CTesting
import CasebookCanvas
import Glibc

/// A program on a terminal of its own, for tests of whole programs.
///
/// Tests wait for what the screen shows, never for time to pass; a wait that is in vain ends after
/// a limit far above what the slowest machine needs, and throws ``TimedOut``.
package final class PseudoTerminal {
  /// The limit of a wait.
  package var limit = Duration.seconds(300)
  /// What the program has drawn so far.
  package private(set) var screen: ScreenModel
  /// All bytes it has sent.
  package private(set) var output: [UInt8] = []

  private var process: pid_t = -1
  private var processDescriptor: Int32 = -1
  private var controller: Int32 = -1
  private var terminal: Int32 = -1
  private var before = termios()
  private var exit: ProgramExit?

  /// Starts the program; throws ``CannotStart``.
  package init(_ launch: ProgramLaunch) throws {
    screen = ScreenModel(size: launch.size)
    let size = launch.announcesSize ? launch.size : Size(columns: 0, rows: 0)
    guard
      cts_open_terminal(Int32(size.columns), Int32(size.rows), &controller, &terminal)
    else { throw CannotStart() }
    tcgetattr(terminal, &before)
    process = launch.start(on: terminal, controller: controller)
    processDescriptor = cts_open_process(process)
    guard process > 0, processDescriptor >= 0 else { throw CannotStart() }
  }

  deinit {
    if exit == nil, process > 0 {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    for descriptor in [controller, terminal, processDescriptor] where descriptor >= 0 {
      close(descriptor)
    }
  }

  /// Forgets which rows were drawn so far, and what was sent.
  package func forgetOutput() {
    screen.drawnRows = []
    output = []
  }

  // MARK: - Doing

  /// Types text, or sends what a terminal would for other keys.
  package func send(_ text: String) {
    send(Array(text.utf8))
  }

  /// Sends bytes; reads meanwhile what the program writes, so that neither waits for the other.
  package func send(_ bytes: [UInt8]) {
    var left = bytes[...]
    while !left.isEmpty {
      var ready = pollfd(fd: controller, events: Int16(POLLOUT | POLLIN), revents: 0)
      guard poll(&ready, 1, 10_000) > 0 else { return }
      if ready.revents & Int16(POLLIN) != 0 { readOutput() }
      guard ready.revents & Int16(POLLOUT) != 0 else { continue }
      let piece = Array(left.prefix(256))
      let count = write(controller, piece, piece.count)
      guard count > 0 else { return }
      left = left.dropFirst(count)
    }
  }

  /// Sends bytes in pieces with a pause between them, as a slow line does.
  package func send(_ pieces: [[UInt8]], pause: Duration) {
    for (index, piece) in pieces.enumerated() {
      if index > 0 {
        let end = ContinuousClock.now + pause
        while ContinuousClock.now < end { _ = readOutput(within: 1) }
      }
      send(piece)
    }
  }

  /// Gives the terminal another size.
  package func resize(_ size: Size) {
    screen.resize(size)
    cts_resize(controller, Int32(size.columns), Int32(size.rows))
  }

  /// Sends the program a signal.
  package func signal(_ signal: Int32) {
    kill(process, signal)
  }

  /// Closes the window, as a user does.
  package func closeWindow() {
    close(controller)
    close(terminal)
    controller = -1
    terminal = -1
  }

  // MARK: - Waiting

  /// Waits until the screen is as wanted.
  package func wait(for what: String, until isMet: (ScreenModel) -> Bool) throws {
    try waitUntil(what) { isMet(screen) }
  }

  /// Waits until the screen shows a text on one row.
  package func wait(for text: String) throws {
    try wait(for: text) { $0.rows.contains { $0.contains(text) } }
  }

  /// Waits until the terminal is as before the start: settings, screen, cursor, no mode left on.
  package func waitUntilRestored() throws {
    try waitUntil("the terminal restored") { isRestored }
  }

  /// Waits until the program has ended, and for all it wrote.
  package func waitForExit() throws -> ProgramExit {
    try waitUntil("the end of the program") { hasEnded() }
    while readOutput(within: 0) {}
    return exit ?? .exited(-1)
  }

  /// Whether the terminal is as before the start.
  package var isRestored: Bool {
    var now = termios()
    tcgetattr(terminal, &now)
    return cts_same_settings(&now, &before) && screen.isAsAtStart
  }

  // MARK: - Help

  private func waitUntil(_ what: String, _ isMet: () -> Bool) throws {
    let deadline = ContinuousClock.now + limit
    while !isMet() {
      guard ContinuousClock.now < deadline else { throw TimedOut(what: what, screen: screen.text) }
      // Line settings and ends of processes are seen by looking again, not by output alone.
      readOutput(within: 10)
    }
  }

  private func hasEnded() -> Bool {
    var ready = pollfd(fd: processDescriptor, events: Int16(POLLIN), revents: 0)
    guard exit == nil, poll(&ready, 1, 0) > 0 else { return exit != nil }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    exit = ProgramExit(status: status)
    return true
  }

  /// Reads what comes within so many milliseconds; whether anything came.
  @discardableResult
  private func readOutput(within milliseconds: Int32) -> Bool {
    var ready = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, milliseconds) > 0, ready.revents & Int16(POLLIN) != 0 else {
      return false
    }
    return readOutput()
  }

  @discardableResult
  private func readOutput() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = read(controller, &bytes, bytes.count)
    guard count > 0 else { return false }
    output += bytes.prefix(count)
    screen.take(bytes.prefix(count))
    return true
  }
}

/// A wait was in vain.
package struct TimedOut: Error, CustomStringConvertible {
  /// What was waited for.
  package let what: String
  /// The screen at the end.
  package let screen: String

  package var description: String { "waited in vain for \(what); the screen shows\n\(screen)" }
}

/// The program could not be started.
package struct CannotStart: Error {}
