import CasebookApp
import CasebookCanvas
import CasebookCore
import CasebookNotebook
import CasebookPlain
import CasebookTerminal
import CasebookText
import Dispatch

/// One session, on the screen and in plain mode by turns: whoever changes over stays at the same
/// case, filter, order and place.
final class Browser {
  private let request: BrowseRequest
  private var lines: PlainLines
  /// Tells of files that change while the session lasts.
  private var watch: FileWatch?

  /// How long a key waits for its answer, in milliseconds, so that what is quick is drawn once.
  private static let answerWait = 6
  /// How long the first picture waits for the cases: a small library is then drawn once, a large
  /// one fills while it is looked at.
  private static let firstPictureWait = DispatchTimeInterval.milliseconds(8)
  /// The page that text is wrapped to where no screen tells a size.
  private static let page = Size(columns: 100, rows: 24)

  init(request: BrowseRequest, lines: PlainLines) {
    self.request = request
    self.lines = lines
  }

  /// Runs until the user leaves, a signal asks for the end, or the terminal goes away.
  ///
  /// - Parameter reason: Why the session begins in plain mode, or `nil` if it begins on the
  ///   screen.
  /// - Returns: How it came to its end.
  /// - Throws: ``Failure`` where the terminal is too large or an answer cannot be written.
  func run(plain reason: PlainMode.Reason?) throws -> SessionEnd {
    var terminal: Terminal?
    var reason = reason
    if reason == nil {
      do throws(TerminalError) {
        // Before any thread: the guardian process is forked here.
        terminal = try open()
      } catch {
        if error == .tooLarge { throw Failure.usage("The terminal is larger than 2000 by 1000.") }
        reason = Self.reason(error)
      }
    }
    let wake = try WakeUp()
    // After the guardian was forked: the notebook is read on a thread of its own.
    let notebook = UserNotebook.make()
    notebook.open()
    defer { notebook.close() }
    // Before the files are read, so that no change between is missed.
    let live = request.liveFiles { wake.signal() }
    watch = live?.watch
    let session = begin(plain: reason, notebook, live?.files, waking: wake)
    defer {
      session.send(.stopAsked)
      if request.keepsPlace { session.keepPlace() }
    }
    if let reason, case .terminated(let signal) = try readLines(session, greeting: reason) {
      return .terminated(signal: signal)
    }
    while !session.state.isOver {
      if terminal == nil { terminal = reopened(session) }
      if let open = terminal {
        let end = show(session, on: open, wake)
        terminal = nil
        guard end == .changedOver else { return end }
      }
      let end = try readLines(session, greeting: nil)
      if case .terminated = end { return end }
    }
    return .left
  }

  /// Why the session begins in plain mode if no screen can be opened.
  private static func reason(_ error: TerminalError) -> PlainMode.Reason {
    guard case .noTerminalType(let type) = error, !Terminal.isKnown(type: type) else {
      return .terminalType
    }
    return .unknownTerminal(type)
  }

  // MARK: - The session

  private func begin(
    plain reason: PlainMode.Reason?, _ notebook: Notebook, _ files: LiveFiles?,
    waking wake: WakeUp
  ) -> Session {
    let arrivals = request.load(onScreen: reason == nil) { wake.signal() }
    arrivals.waitUntilDone(atMost: reason == nil ? Self.firstPictureWait : greetingWait)
    var settings = request.settings
    if Environment.isTerminal(1), !Environment.isUTF8 {
      settings.choose("on", for: .ascii, by: .environment)
    }
    let session = request.session(
      arrivals, notebook, files, size: Self.page, settings: settings
    ) { wake.signal() }
    var look = session.state.look
    look.canChangeOver = lines.isTyped && Environment.hasScreen
    session.send(.lookChanged(look))
    session.takeNews()
    session.begin(filter: request.filter, script: reason == nil ? request.script : [])
    session.isBatch = lines.commands != nil
    session.openNotebook()
    return session
  }

  /// How long the greeting waits for the cases; what takes longer is announced. Only who types is
  /// let in before all is there: a batch means the same every time.
  private var greetingWait: DispatchTimeInterval {
    let isLive = lines.isTyped && lines.commands == nil && request.script.isEmpty
    return isLive ? .seconds(2) : .never
  }

  // MARK: - The screen

  private func open() throws(TerminalError) -> Terminal {
    var options = TerminalOptions()
    options.alternateScreen = request.usesAlternateScreen
    return try Terminal.open(options)
  }

  /// The screen a user of plain mode asked for; nothing, and why is said, where it does not open.
  private func reopened(_ session: Session) -> Terminal? {
    do throws(TerminalError) {
      return try open()
    } catch {
      lines.add("Error: The screen cannot be opened. Plain mode goes on.\n")
      return nil
    }
  }

  private func show(_ session: Session, on terminal: Terminal, _ wake: WakeUp) -> SessionEnd {
    session.send(.resized(terminal.size))
    var look = session.state.look
    look.isPlain = false
    session.send(.lookChanged(look))
    session.patience = .milliseconds(Self.answerWait)
    session.clipboard = { terminal.copy($0) }
    session.redraw = { terminal.redraw() }
    defer {
      session.clipboard = { _ in false }
      session.redraw = {}
    }
    var display = TerminalDisplay(terminal, wake)
    let end = EventLoop(session).run(on: &display)
    terminal.close()
    return end
  }

  // MARK: - Plain mode

  private func readLines(
    _ session: Session, greeting reason: PlainMode.Reason?
  ) throws -> SessionEnd {
    session.patience = .untilAnswered
    lines.takeInterrupts()
    session.isInterrupted = { [self] in lines.isInterrupted() }
    defer {
      session.isInterrupted = { false }
      lines.leaveInterrupts()
    }
    let columns = Environment.columns ?? SpokenText.lineColumns
    var plain = PlainMode(session, columns: columns) { [self] line, isUrgent in
      lines.add("\(line)\n")
      if isUrgent { lines.send() }
    }
    session.takeNews()
    if let commands = lines.commands {
      for command in commands where !plain.isOver {
        plain.run(command)
        lines.send()
      }
      session.send(.quitAsked)
      try lines.finish()
      let failure = Failure(loading: session.workspace.library)
      if failure == .unreadable { throw Failure.unreadable }
      if plain.hasFailed { throw Failure.batch }
      if let failure { throw failure }
      return .left
    }
    lines.announce()
    plain.greet(reason)
    if reason != nil {
      for line in request.script where !plain.isOver { plain.run(line) }
    }
    while !plain.isOver {
      lines.prompt(plain.prompt)
      switch lines.read() {
      case .line(let line): plain.run(line)
      case .interrupted: lines.add("\nTo leave, type quit or press Ctrl-D.\n")
      case .terminated(let signal): return .terminated(signal: signal)
      case .end: session.send(.quitAsked)
      }
    }
    try lines.finish()
    return session.state.isOver ? .left : .changedOver
  }
}

/// The terminal as a session sees it.
private struct TerminalDisplay: Display {
  private let terminal: Terminal
  private let wake: WakeUp
  private var theme = (name: "", look: Theme.terminal)

  init(_ terminal: Terminal, _ wake: WakeUp) {
    self.terminal = terminal
    self.wake = wake
  }

  mutating func present(_ canvas: Canvas, theme name: String) {
    if name != theme.name { theme = (name, ThemeFiles.theme(named: name)) }
    terminal.present(canvas, theme: theme.look)
  }

  mutating func nextEvent() -> DisplayEvent {
    while true {
      switch terminal.nextEvent(watching: [wake.descriptor]) {
      case .keys(let keys): return .keys(keys)
      case .paste(let text): return .paste(text)
      case .pasteWithoutEnd: return .pasteWithoutEnd
      case .escapeTakenBack: return .escapeTakenBack
      case .resized(let size): return .resized(size)
      case .ready:
        wake.clear()
        return .woken
      case .terminate(let signal): return .terminate(signal: signal)
      case .gone: return .gone
      case .timedOut: continue
      }
    }
  }
}
