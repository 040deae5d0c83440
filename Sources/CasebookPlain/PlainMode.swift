import CasebookApp
import CasebookCore
import CasebookText

/// Plain mode: a session in lines of text, for the ear, the fingertip and the pipe.
///
/// It only ever appends lines; no escape, no carriage return, no tab, no colour.
package struct PlainMode {
  /// What chose plain mode, for the first line.
  package enum Reason: Sendable, Equatable {
    /// The option `--plain` or `-c`.
    case flag
    /// A variable of the environment.
    case environment
    /// The user's file of settings.
    case file
    /// Standard input or output is no terminal.
    case noTerminal
    /// The type of the terminal cannot show a screen.
    case terminalType
    /// This computer has no description of the terminal's type, whose name this is.
    case unknownTerminal(String)
  }

  private let session: Session
  private let say: (_ line: ShownText, _ isUrgent: Bool) -> Void
  private let columns: Int
  private var lastAnswer: [ShownText] = []
  private var more: String?
  private var loading = Loading.done
  private var change: FileChange?

  /// Whether some command failed.
  package private(set) var hasFailed = false

  /// Wraps a session; `say` takes each line, without its end, of at most so many columns: a
  /// terminal that breaks a line itself parts words. A line that is urgent tells of work that goes
  /// on; all others may wait for the prompt.
  package init(
    _ session: Session, columns: Int = SpokenText.lineColumns,
    say: @escaping (_ line: ShownText, _ isUrgent: Bool) -> Void
  ) {
    self.columns = min(columns, SpokenText.lineColumns)
    self.session = session
    self.say = say
    var look = session.state.look
    look.isPlain = true
    session.send(.lookChanged(look))
    session.whileWaiting = { say("Still looking, \($0) seconds so far.", true) }
  }

  /// Whether the user is done here: has left, or goes on on the screen.
  package var isOver: Bool { session.state.isOver || !session.state.look.isPlain }

  /// "Casebook plain mode, set by flag. 240 cases in releases/spring. No filter. ..."; without a
  /// reason, for who comes from the screen, where that was.
  package mutating func greet(_ reason: Reason?) {
    guard let reason else {
      loading = session.state.loading
      return tell(["Plain mode. \(PlainWords.place(session.state, session.workspace))"])
    }
    let library = session.workspace.library
    let count = CaseCount(library)
    let title = LibraryWords.title(session.state, session.workspace, session.state.dates)
    var line: ShownText = "Casebook plain mode, \(Self.words(reason)). \(count.head) in \(title)."
    if let people = count.composition { line += " \(people)." }
    loading = session.state.loading
    if let sentence = LoadingWords.sentence(loading) { line += " \(sentence)" }
    if library.refusedCount > 0 {
      line += " \(ProblemWords.refused(library)), type check."
    }
    if session.state.filter.applied.isEmpty {
      line += " No filter. Type help for commands."
    } else {
      line += " \(SpokenFilter.stateLine(session.state, session.workspace))"
    }
    tell([line])
    if case .unknownTerminal = reason {
      tell(["For the screen, leave with quit and type TERM=xterm-256color casebook."])
    }
    if let message = session.state.message, message.kind == .error {
      tell(["Error: \(message.text)"])
    }
  }

  /// The prompt, in the form the user chose.
  package var prompt: ShownText { PlainWords.prompt(session.state, session.workspace) }

  /// Does what a typed line asks for, and says the answer.
  ///
  /// An empty line asks for more of the last list, else for the next case; a filter with a Tab at
  /// its end how it can go on.
  package mutating func run(_ line: String) {
    takeNews()
    let isBegun = line.last == "\t"
    let line = line.trimmed
    if isBegun, let filter = beginning(of: line) {
      return answer(to: session.run(line: "complete " + filter))
    }
    if line.isEmpty { return answer(to: session.run(line: more ?? "next")) }
    if line.lowercased() == "more", let more { return answer(to: session.run(line: more)) }
    if session.registry.command(named: line.lowercased())?.name == "repeat" {
      return tell(lastAnswer.isEmpty ? ["Nothing was said yet."] : lastAnswer)
    }
    answer(to: session.run(typed: line))
  }

  /// What stands behind the command `filter`; nothing where another is typed.
  private func beginning(of line: String) -> String? {
    let word = line.prefix { !$0.isWhitespace }
    guard session.registry.command(named: word.lowercased())?.name == "filter" else { return nil }
    return String(line.dropFirst(word.count)).trimmed
  }

  private mutating func answer(to outcome: Session.Outcome) {
    switch outcome {
    case .done(let answer):
      more = answer.more
      lastAnswer = answer.lines
      tell(answer.lines)
    case .failed(let failure):
      hasFailed = true
      more = nil
      // What was said stays within reach of the command messages.
      session.send(.said(Message(.error, failure.line)))
      tell(["Error: \(failure.line)"])
    }
  }

  /// Cases that came since the last command count from now on; that all came is said once, and so
  /// is what changed on disk.
  private mutating func takeNews() {
    session.takeNews()
    if session.state.files.change != change {
      change = session.state.files.change
      if let change { tell([FileWords.noticed(change)]) }
    }
    let before = loading
    loading = session.state.loading
    guard before.isGoing, loading != before,
      let end = LoadingWords.end(loading, caseCount: session.workspace.library.caseCount)
    else { return }
    tell([end])
  }

  /// Who wants brief answers gets no more at once than is understood at once, where sentences end.
  private static let briefWords = 14

  private func tell(_ lines: [ShownText]) {
    let words = session.state.verbosity == .brief ? Self.briefWords : nil
    for line in lines {
      SpokenText.forEachLine(of: line, columns: columns, words: words) { say($0, false) }
    }
  }

  private static func words(_ reason: Reason) -> ShownText {
    switch reason {
    case .flag: "set by flag"
    case .environment: "set by environment"
    case .file: "set by the file of settings"
    case .noTerminal: "because there is no terminal"
    case .terminalType: "because this terminal has no screen"
    case .unknownTerminal(let type): "because TERM=\(Gate.shown(type)) is unknown here"
    }
  }
}
