import CasebookApp
import CasebookCanvas
import CasebookCore
import CasebookPlain
import CasebookText

/// A session in plain mode.
struct BrowsePlain {
  let request: BrowseRequest
  /// What chose plain mode.
  let reason: PlainMode.Reason
  /// Commands to run instead of reading them; no prompt and no greeting then.
  var commands: [String]?
  /// Whether someone types: then a prompt is shown.
  var isTyped = true

  /// Runs the session until its input ends or the user leaves; says whether every command worked.
  ///
  /// `write` takes text and writes it at once, `read` gives the next line that was typed.
  func run(write: @escaping (ShownText) -> Void, read: () -> String?) -> Bool {
    let notebook = UserNotebook.make()
    notebook.open()
    defer { notebook.close() }
    let arrivals = request.load()
    defer { arrivals.stop() }
    // Only who types is let in before all is there: a batch means the same every time.
    let isLive = isTyped && commands == nil && request.script.isEmpty
    arrivals.waitUntilDone(atMost: isLive ? .milliseconds(Self.greetingWait) : .never)
    let session = request.session(
      arrivals, notebook, size: Self.page, settings: request.settings)
    session.takeNews()
    session.begin(filter: request.filter)
    if commands != nil { session.mayResume = false }
    session.openNotebook()
    defer { if request.keepsPlace { session.keepPlace() } }
    var plain = PlainMode(session) { write("\($0)\n") }
    if let commands {
      for command in commands where !plain.isOver { plain.run(command) }
      return !plain.hasFailed
    }
    plain.greet(reason)
    for line in request.script where !plain.isOver { plain.run(line) }
    while !plain.isOver {
      if isTyped { write(plain.prompt) }
      guard let line = read() else { break }
      plain.run(line)
    }
    return true
  }

  /// How long the greeting waits for the cases, in milliseconds; what takes longer is announced.
  private static let greetingWait = 2_000

  /// The page that text is wrapped to where lines are counted.
  private static let page = Size(columns: 100, rows: 24)
}
