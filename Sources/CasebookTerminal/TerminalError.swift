import CasebookCanvas

/// Why a screen could not be opened.
package enum TerminalError: Error, Hashable {
  /// The terminal type is unset, unknown, or cannot place a cursor; its name, empty where unset.
  case noTerminalType(String)
  /// A system call failed with this `errno`.
  case cannotOpen(errno: Int32)
  /// Neither the standard descriptors nor `/dev/tty` are a terminal.
  case notATerminal
  /// The terminal says it has more cells than 2000 columns and 1000 rows.
  case tooLarge
}
