import CasebookApp
import CasebookCanvas
import CasebookCore
import CasebookNotebook
import CasebookTerminal
import CasebookText
import Dispatch

/// What `casebook` without a subcommand was asked to show, and how.
struct BrowseRequest {
  /// What to load.
  var locations: [SourceLocation]
  /// What the library is called.
  var title: String
  /// How it is loaded.
  var loader: Loader
  /// The filter to begin with.
  var filter = ""
  /// Command lines to run first.
  var script: [String] = []
  /// What the user chose once for all.
  var settings = Settings()
  /// Whether the screen before is kept aside and given back at the end.
  var usesAlternateScreen = true
  /// Whether the place is kept at the end, for a session that takes it up again.
  var keepsPlace = true
  /// Today.
  var today: DayNumber
  /// Load for at most so many seconds.
  var within: Double?

  /// Begins to load on a thread of its own; `wake` is called there whenever cases came.
  func load(wake: @escaping @Sendable () -> Void = {}) -> Arrivals {
    let arrivals = Arrivals(wake: wake)
    DispatchQueue.global(qos: .userInitiated).async { [loader, locations] in
      loader.load(locations) { arrivals.put($0) }
      arrivals.finish()
    }
    if let within {
      DispatchQueue.global().asyncAfter(deadline: .now() + within) { arrivals.stop() }
    }
    return arrivals
  }

  /// A session over what is being loaded, with the user's notebook.
  func session(
    _ arrivals: Arrivals, _ notebook: Notebook, size: Size, settings: Settings,
    wake: @escaping @Sendable () -> Void = {}
  ) -> Session {
    Session(
      library: Library(title: title, settings: loader.settings), today: today, size: size,
      settings: settings,
      notebook: LibraryNotebook(notebook, library: UserNotebook.key(of: locations)),
      arrivals: arrivals, wake: wake)
  }
}

/// A session on the terminal.
struct BrowseTerminal {
  let request: BrowseRequest

  /// How long the first picture waits for the cases, in milliseconds: a small library is then
  /// drawn once, a large one fills while it is looked at.
  private static let firstPictureWait = 20
  /// How long a key waits for its answer, in milliseconds, so that what is quick is drawn once.
  private static let answerWait = 6

  /// Shows the session until it is over.
  ///
  /// - Throws: ``TerminalError`` where the terminal cannot show a screen.
  func run() throws(TerminalError) -> SessionEnd {
    var options = TerminalOptions()
    options.alternateScreen = request.usesAlternateScreen
    // Before any thread: the guardian process is forked here.
    let terminal = try Terminal.open(options)
    guard let wake = try? WakeUp() else { throw .notATerminal }
    let notebook = UserNotebook.make()
    notebook.open()
    let arrivals = request.load { wake.signal() }
    arrivals.waitUntilDone(atMost: .milliseconds(Self.firstPictureWait))
    var settings = request.settings
    if !terminal.capabilities.isUTF8 { settings.choose("on", for: .ascii, by: .environment) }
    let session = request.session(
      arrivals, notebook, size: terminal.size, settings: settings
    ) { wake.signal() }
    session.patience = .milliseconds(Self.answerWait)
    session.begin(filter: request.filter, script: request.script)
    session.openNotebook()
    var display = TerminalDisplay(terminal, wake)
    let end = EventLoop(session).run(on: &display)
    arrivals.stop()
    if request.keepsPlace { session.keepPlace() }
    notebook.close()
    terminal.close()
    return end
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
      case .key(let key): return .key(key)
      case .paste(let text): return .paste(text)
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
