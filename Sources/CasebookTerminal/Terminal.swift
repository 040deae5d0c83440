import CTerminal
import CasebookCanvas
import Glibc

/// The terminal as a screen to show pictures on and a source of events.
///
/// One thread owns it. While it is open the signals that end, stop, continue or resize are read as
/// events; standard error is kept back; and the terminal is given back however the program ends.
package final class Terminal {
  /// What the terminal can do.
  package let capabilities: TerminalCapabilities
  /// The size of the screen.
  package internal(set) var size: Size

  let screen: OpaquePointer
  var isOpen = true
  var frame = Frame()
  var input: TimedInput
  var waiting: [TerminalEvent] = []
  var isGone = false

  private init(screen: OpaquePointer) {
    self.screen = screen
    capabilities = TerminalCapabilities(
      isUTF8: ct_is_utf8(screen), colourCount: Int(ct_colors(screen)))
    let timing = InputTiming { name in getenv(name).map { String(cString: $0) } }
    input = TimedInput(sequences: KeySequences(screen: screen), timing: timing, at: .now)
    size = Size(columns: 0, rows: 0)
    readSize()
  }

  deinit {
    if isOpen { ct_close(screen) }
  }

  /// Opens ``/dev/null`` on those of the descriptors 0, 1 and 2 that are closed, lest a file that
  /// is opened later be taken for standard output, and closes other ends of terminals: a reader
  /// like yasr passes the one of ours on, and a program that holds it never learns that its window
  /// is gone. The first thing a program does.
  package static func settleDescriptors() {
    ct_fill_descriptors()
    ct_close_controllers()
  }

  /// Whether this computer has a description of a terminal type.
  package static func isKnown(type: String) -> Bool {
    type.withCString { ct_type_is_known($0) }
  }

  /// Takes the terminal. Call it before any thread is started, for threads inherit which signals
  /// are blocked.
  package static func open(
    _ options: TerminalOptions = TerminalOptions()
  ) throws(TerminalError) -> Terminal {
    let type = options.type ?? getenv("TERM").map { String(cString: $0) } ?? ""
    let lines = TerminalLines(options)
    defer { lines.close() }
    guard let input = lines.input, let output = lines.output else { throw .notATerminal }
    var screen: OpaquePointer?
    let status = type.withCString { type in
      var chosen = ct_options(
        input: input, output: output, type: type, alternate_screen: options.alternateScreen,
        captures_errors: options.capturesErrors, guardian: options.guardian)
      return ct_open(&chosen, &screen)
    }
    if status == .opened, let screen { return Terminal(screen: screen) }
    throw TerminalError(status: status, type: type)
  }

  /// Gives the terminal back and prints what standard error kept back; later calls do nothing.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    ct_close(screen)
  }

  /// Ends the program as the signal does by itself. Close the terminal before.
  package static func die(bySignal signal: Int32) -> Never {
    ct_die(signal)
  }

  func readSize() {
    var columns: Int32 = 0
    var rows: Int32 = 0
    ct_size(screen, &columns, &rows)
    size = Size(columns: Int(columns), rows: Int(rows))
  }
}

extension TerminalError {
  fileprivate init(status: ct_status, type: String) {
    switch status {
    case .no_type: self = .noTerminalType(type)
    case .no_terminal: self = .notATerminal
    case .too_large: self = .tooLarge
    default: self = .cannotOpen(errno: errno)
    }
  }
}

/// The descriptors a terminal is opened on.
private struct TerminalLines {
  var input: Int32?
  var output: Int32?
  private var own: Int32?

  init(_ options: TerminalOptions) {
    input = options.input ?? (isatty(0) == 1 ? 0 : nil)
    output = options.output ?? (isatty(1) == 1 ? 1 : nil)
    guard input == nil || output == nil else { return }
    let opened = Glibc.open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard opened >= 0 else { return }
    own = opened
    input = input ?? opened
    output = output ?? opened
  }

  /// Closes what was opened here; the screen has its own copies.
  func close() {
    if let own { _ = Glibc.close(own) }
  }
}
