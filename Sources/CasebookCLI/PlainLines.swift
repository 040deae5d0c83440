import CasebookTerminal
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
  /// What Ctrl-C does while someone types: nil lets it end the program.
  private var interrupts: Interrupts?
  /// The lines added and those written since the last line was read.
  private var addedLines = 0, writtenLines = 0
  /// Whether Ctrl-C stopped the answer: the rest of it is not written.
  private var isStopped = false
  /// The signal that asked the program to end.
  private var ending: Int32?

  private static let mostPending = 1 << 16
  /// A terminal takes little at once; between two pieces Ctrl-C is looked for.
  private static let piece = 1 << 12

  /// What came next from where lines are read.
  enum Entry {
    /// A line, without its end.
    case line(String)
    /// Ctrl-C; a line that was begun is gone.
    case interrupted
    /// A signal asked the program to end.
    case terminated(signal: Int32)
    /// The end of the input, or answers can no longer be written.
    case end
  }

  /// From now on Ctrl-C stops an answer instead of the program, if someone types.
  mutating func takeInterrupts() {
    if isTyped, commands == nil { interrupts = Interrupts() }
  }

  /// Lets Ctrl-C be what it was.
  mutating func leaveInterrupts() { interrupts = nil }

  /// Whether Ctrl-C was pressed, or the end asked for, since the last line was read.
  mutating func isInterrupted() -> Bool {
    guard let signal = interrupts?.take() else { return isStopped || ending != nil }
    if signal == SIGINT { isStopped = true } else { ending = signal }
    return true
  }

  /// Adds to what is written next.
  mutating func add(_ text: ShownText) {
    addedLines += text.string.utf8.count { $0 == UInt8(ascii: "\n") }
    guard !isStopped else { return }
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
    if !promptsOnError { send() }
    if isStopped {
      isStopped = false
      let (written, added) = (writtenLines, addedLines)
      add("\n")
      if written < added {
        add("Stopped after \(grouped: written) of \(grouped: added) lines.\n")
      }
    }
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
    guard failure == nil else { return }
    var rest = pending[...]
    while !rest.isEmpty, interrupts == nil || !isInterrupted() {
      let piece = interrupts == nil ? rest : rest.prefix(Self.piece)
      rest = rest.dropFirst(piece.count)
      do throws(Failure) {
        try Output.writeAll(Array(piece), to: Output.standard)
      } catch {
        return failure = error
      }
      writtenLines += piece.count { $0 == UInt8(ascii: "\n") }
    }
  }

  /// What was typed next, after all that was added is written.
  mutating func read() -> Entry {
    send()
    guard failure == nil, isReadable else { return .end }
    if let interrupts {
      // Ctrl-C may have come since the prompt was made: what is noted is not waited for.
      if !isInterrupted() { interrupts.wait(for: STDIN_FILENO) }
      let wasInterrupted = isInterrupted()
      (addedLines, writtenLines, isStopped) = (0, 0, false)
      if let ending { return .terminated(signal: ending) }
      if wasInterrupted { return .interrupted }
    }
    return readLine().map(Entry.line) ?? .end
  }

  /// Writes what is left, and throws what kept an answer from being written.
  mutating func finish() throws(Failure) {
    send()
    if let failure { throw failure }
  }
}
