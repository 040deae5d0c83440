import CasebookText
import Glibc

/// The lines of plain mode: where they are read, and where answers go.
struct PlainLines {
  /// Commands to run instead of reading them; no prompt and no greeting then.
  var commands: [String]?
  /// Whether someone types: then a prompt is shown.
  var isTyped = false
  /// Whether answers go to a file or a pipe while someone types at a terminal: prompts then go to
  /// standard error, which the terminal shows.
  var promptsOnError = false
  /// Whether standard input is for commands, and not for cases.
  var isReadable = true
  /// What is to be written. A screen reader says what comes in one piece as one utterance, and may
  /// cut off a piece when the next one comes: so an answer goes out whole, with the prompt after it.
  private var pending: [UInt8] = []
  private var failure: Failure?

  private static let mostPending = 1 << 16

  /// Adds to what is written next.
  mutating func add(_ text: ShownText) {
    pending += text.string.utf8
    if pending.count > Self.mostPending { send() }
  }

  /// Says that commands are waited for, if the terminal would show nothing else.
  func announce() {
    guard isTyped, promptsOnError, commands == nil else { return }
    let words: ShownText =
      "Answers go to standard output, which is not this terminal. Type commands here; quit leaves.\n"
    Self.tell(words)
  }

  /// Shows the prompt, if someone types.
  mutating func prompt(_ prompt: ShownText) {
    guard isTyped else { return }
    guard promptsOnError else { return add(prompt) }
    send()
    Self.tell(prompt)
  }

  /// What cannot be written to standard error is told nobody.
  private static func tell(_ text: ShownText) {
    try? Output.writeAll(Array(text.string.utf8), to: STDERR_FILENO)
  }

  /// Writes what was added, in one piece; after a failure nothing more.
  mutating func send() {
    defer { pending = [] }
    guard failure == nil, !pending.isEmpty else { return }
    do throws(Failure) {
      try Output.writeAll(pending, to: Output.standard)
    } catch {
      failure = error
    }
  }

  /// The next line that was typed, after all that was added is written; nothing at the end of the
  /// input, or where answers are lost.
  mutating func read() -> String? {
    send()
    return failure == nil && isReadable ? readLine() : nil
  }

  /// Writes what is left, and throws what kept an answer from being written.
  mutating func finish() throws(Failure) {
    send()
    if let failure { throw failure }
  }
}
