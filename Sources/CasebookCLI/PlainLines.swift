import CasebookText
import Glibc

/// The lines of plain mode: where they are read, and where answers go.
struct PlainLines {
  /// Commands to run instead of reading them; no prompt and no greeting then.
  var commands: [String]?
  /// Whether someone types: then a prompt is shown.
  var isTyped = false
  /// Whether standard input is for commands, and not for cases.
  var isReadable = true
  private var failure: Failure?

  /// Writes an answer at once; after a failure nothing more.
  mutating func write(_ text: ShownText) {
    guard failure == nil else { return }
    do throws(Failure) {
      try Output.writeAll(Array(text.string.utf8), to: Output.standard)
    } catch {
      failure = error
    }
  }

  /// The next line that was typed; nothing at the end of the input, or where answers are lost.
  func read() -> String? {
    failure == nil && isReadable ? readLine() : nil
  }

  /// Throws what kept an answer from being written.
  func finish() throws(Failure) {
    if let failure { throw failure }
  }
}
