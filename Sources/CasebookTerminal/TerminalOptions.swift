/// How to open a terminal.
package struct TerminalOptions: Sendable {
  /// The terminfo name; `nil` takes the environment's `TERM`.
  package var type: String?
  /// Where keys come from; `nil` takes standard input if it is a terminal, else `/dev/tty`.
  package var input: Int32?
  /// Where the picture goes; `nil` takes standard output if it is a terminal, else `/dev/tty`.
  package var output: Int32?
  /// Whether the picture goes to the terminal's second screen.
  package var alternateScreen = true
  /// Whether messages on standard error wait until the terminal is given back.
  package var capturesErrors = true
  /// Whether a process is forked that gives the terminal back if this one is killed.
  package var guardian = true

  /// Makes the usual options.
  package init() {}
}
