import CasebookCanvas
import CasebookCore
import CasebookText

/// A reader at work: the state, the cases, and the commands that lead from one state to the next.
///
/// The terminal interface, plain mode, scripts and tests all drive the same session.
package final class Session {
  /// Where the reader is.
  package private(set) var state: State
  /// The cases.
  package let workspace: Workspace
  /// The commands.
  package let registry: Registry
  /// How long commands and keys wait for an answer.
  package var patience = Patience.untilAnswered
  /// Told every ten seconds, with their number, while a session of all patience waits.
  package var whileWaiting: (_ seconds: Int) -> Void = { _ in }
  /// Whether the user asked that a wait end: asked some times a second while one lasts.
  package var isInterrupted: () -> Bool = { false }
  /// Whether the answer to the command under way was given up.
  var gaveUp = false
  /// Sends a text to the clipboard of the terminal; whether that is there.
  package var clipboard: (ShownText) -> Bool = { _ in false }
  /// Makes the next picture be drawn whole; nothing to do without a screen.
  package var redraw: () -> Void = {}
  /// What is still to be done of what the session was started with.
  var opening = Opening()
  /// Whether the usual orders were asked for.
  var hasOrders = false
  /// Whether it answers a batch of commands: how the user likes answers in other sessions, such as
  /// settings, columns and the place, is then neither taken up nor changed.
  package var isBatch = false
  /// Whether the last session on the library may still be taken up.
  var mayResume = true
  /// What Escape changed, if it was the last key.
  var beforeEscape: EscapeMoment?
  /// What numbers pick, and the case they may be of.
  var choices: (choices: Choices, row: Int?)?
  private let arrivals: Arrivals?
  let files: LiveFiles?
  let worker: Worker<Question.Topic, Delivery>
  let filters: FilterEvaluation
  let notebook: LibraryNotebook?

  /// Begins a session at the first case.
  ///
  /// - Parameters:
  ///   - library: The cases, or those there are so far.
  ///   - today: Today.
  ///   - size: The size of the screen, or of the page in plain mode.
  ///   - settings: What the user chose once for all.
  ///   - notebook: Where things are kept beyond the session; nothing where nothing is.
  ///   - registry: The commands.
  ///   - arrivals: Where a loader puts more cases; nothing where the library is whole.
  ///   - files: The files on disk; nothing where they cannot be read again.
  ///   - wake: Called on other threads when ``takeNews()`` has something to take.
  package init(
    library: Library, today: DayNumber, size: Size, settings: Settings = Settings(),
    notebook: LibraryNotebook? = nil, registry: Registry = .standard,
    arrivals: Arrivals? = nil, files: LiveFiles? = nil,
    wake: @escaping @Sendable () -> Void = {}
  ) {
    let cache = QueryCache()
    workspace = Workspace(library: library, today: today, cache: cache)
    state = State(size: size)
    state.settings = settings
    state.look.adopt(settings)
    state.notebook.library = notebook?.library ?? ""
    state.notebook.filters = NamedFilter.all(of: library.settings, and: [])
    self.notebook = notebook
    self.registry = registry
    self.arrivals = arrivals
    self.files = files
    worker = Worker(wake: wake)
    filters = FilterEvaluation(today: today, cache: cache)
    filters.use(saved: state.notebook.filters)
  }

  /// What came of a command.
  package enum Outcome: Sendable, Equatable {
    /// It was done; plain mode says the answer.
    case done(Answer)
    /// It was not done, and nothing changed.
    case failed(CommandFailure)
  }

  /// Does what a typed line asks for.
  @discardableResult
  package func run(line: String) -> Outcome {
    do {
      let (command, arguments) = try registry.parse(picking(line))
      return perform(command, arguments)
    } catch {
      return .failed(error)
    }
  }

  /// Does what a command asks for.
  @discardableResult
  package func perform(_ command: Command, _ arguments: Arguments = Arguments()) -> Outcome {
    if let reason = command.unavailable(state, workspace) {
      return .failed(reason)
    }
    send(.history(.began))
    defer { send(.history(.settled)) }
    state.fileFailure = nil
    gaveUp = false
    let before = state
    do {
      for action in try command.actions(arguments, state, workspace) { send(action) }
      if gaveUp {
        return .failed(
          CommandFailure("Stopped before the answer was there", next: "Type it again to go on"))
      }
      if let error = state.filter.error, before.filter.error != error {
        let failure = CommandFailure(query: error)
        state.filter.error = nil
        return .failed(failure)
      }
      if let failure = state.fileFailure { return .failed(failure) }
      if let failure = NotebookWords.failure(state.notebook, since: before.notebook) {
        return .failed(failure)
      }
      let answer = command.answer(arguments, state, workspace)
      if !["repeat", "save", "retry"].contains(command.name) { state.lastAnswer = answer.lines }
      keep(choicesOf: answer)
      return .done(answer)
    } catch {
      return .failed(error)
    }
  }

  /// Does what a key asks for; an unknown key does nothing.
  package func press(_ key: Key) {
    beforeEscape = key == .escape ? EscapeMoment(state) : nil
    silence()
    if state.prompt != nil {
      for action in state.typed(key, in: workspace, registry: registry) { send(action) }
      return send(.history(.settled))
    }
    if let action = state.seeking(key) { return send(action) }
    guard let command = registry.command(for: key, in: state.context) else { return }
    show(perform(command))
  }

  /// Takes the last message off the screen. For a reader the last row changes only when something
  /// is said.
  func silence() {
    if !state.look.isReader { state.message = nil }
  }

  /// Changes the state by what happened, and does what that asks of the world.
  package func send(_ action: Action) {
    let effects = state.reduce(action, in: workspace)
    workspace.asOf = state.settings.asOf(of: workspace.library, today: workspace.today)
    if case .notebook(let action) = action {
      filters.use(saved: state.notebook.filters)
      if case .opened(let contents, _) = action { resume(contents.session) }
    }
    for effect in effects {
      switch effect {
      case .ask(let question): ask(question)
      case .run(let line): showAccepted(run(line: line))
      case .runTyped(let line): showAccepted(run(typed: line))
      case .stop: stop()
      case .adoptReloaded: adoptReloaded()
      case .keep(let change): keep(change)
      case .keepUnsaved(let thenQuit): keepUnsaved(thenQuit: thenQuit)
      case .saveText(let lines, let path, let replaces): save(lines, to: path, replaces: replaces)
      case .makeNote(let id, let text): makeNote(id, text)
      case .redraw: redraw()
      case .copy(let parts):
        let wasSent = clipboard(CopyWords.copied(parts))
        send(.said(CopyWords.said(parts, wasSent: wasSent)))
      }
    }
  }

  private func stop() {
    worker.cancel(.filter)
    if state.filter.awaited != nil { send(.filter(.givenUp)) }
    arrivals?.stop()
    if case .untilAnswered = patience {
      arrivals?.waitUntilDone()
      takeNews()
    }
  }

  // MARK: - News

  /// Takes in what loaders and workers have put down since the last time.
  package func takeNews() {
    let wasLookingFor = state.filter.awaited
    if let arrivals {
      let (steps, loading) = arrivals.take()
      if !steps.isEmpty || loading != state.loading { apply(steps, loading) }
    }
    takeAnswers()
    followFiles()
    followGrowth()
    followFacets()
    send(.history(wasLookingFor == nil ? .began : .settled))
    proceed()
    prepareOrders()
  }

  /// Takes in more cases, keeping the reader at the case at hand.
  package func apply(_ steps: [LoadStep], _ loading: Loading) {
    let place = workspace.place(in: state)
    var startsOver = false
    for step in steps {
      workspace.library.apply(step)
      if case .restarted = step { startsOver = true }
    }
    workspace.library.isPartial = loading != .done
    if startsOver {
      // What is being found is of rows that mean nothing any more.
      worker.cancel(.filter)
      workspace.startOver(holding: place)
    }
    if !steps.isEmpty { hasOrders = false }
    send(.loaded(loading))
    // On the screen they are counted anew; elsewhere nobody would know that they are of less.
    if state.page?.kind != .pathways { workspace.pathways = nil }
    if startsOver, let awaited = state.filter.awaited { ask(.filter(awaited)) }
    if workspace.answer == nil {
      workspace.listAll()
      send(.libraryGrew(row: workspace.row(of: place)))
    } else {
      followGrowth()
    }
  }

  /// Shows what an accepted line led to; the text of one that failed can be brought back.
  private func showAccepted(_ outcome: Outcome) {
    if case .failed = outcome { send(.prompt(.refused)) }
    show(outcome)
  }

  /// Shows on the screen what came of a command that was typed or keyed.
  func show(_ outcome: Outcome) {
    guard case .failed(let failure) = outcome else { return }
    send(.said(Message(.error, failure.line)))
  }
}
