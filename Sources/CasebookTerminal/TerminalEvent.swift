import CasebookCanvas

/// What happened at the terminal.
package enum TerminalEvent: Sendable, Hashable {
  /// Keys that were read together, in order; more than one if they came faster than they were
  /// read. ^C is always `.control("c")`: the line settings send no signal for it.
  case keys([Key])
  /// Text pasted in one piece, line ends as LF. A long paste may come in several.
  case paste(String)
  /// The paste ended without its end mark; its text came before.
  case pasteWithoutEnd
  /// The Escape reported last was no key, but the start of a sequence whose rest came late.
  case escapeTakenBack
  /// The screen has this size now and is empty: after a resize, and after coming back from a stop.
  case resized(Size)
  /// A watched descriptor can be read.
  case ready(Int32)
  /// Somebody asks the program to end: SIGTERM, SIGHUP, SIGINT or SIGQUIT. Save, close the
  /// terminal, then ``Terminal/die(bySignal:)``.
  case terminate(signal: Int32)
  /// The terminal is closed for ever.
  case gone
  /// Nothing happened in the time given.
  case timedOut
}
