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
  }

  private let session: Session
  private let say: (ShownText) -> Void
  private var lastAnswer: [ShownText] = []
  private var more: String?
  private var loading = Loading.done
  /// What bare numbers mean after the last answer.
  private var choices: [String] = []

  /// Whether some command failed.
  package private(set) var hasFailed = false

  /// Wraps a session; `say` takes each line, without its end.
  package init(_ session: Session, say: @escaping (ShownText) -> Void) {
    self.session = session
    self.say = say
    var look = session.state.look
    look.isPlain = true
    session.send(.lookChanged(look))
    session.whileWaiting = { say("Still looking, \($0) seconds so far.") }
  }

  /// Whether the user is done.
  package var isOver: Bool { session.state.isOver }

  /// "Casebook plain mode, set by flag. 240 cases in releases/spring. No filter. ..."
  package mutating func greet(_ reason: Reason) {
    let library = session.workspace.library
    let count = CountWords.cases(library.caseCount)
    var line: ShownText =
      "Casebook plain mode, \(Self.words(reason)). \(count) in \(Gate.shown(library.title))."
    loading = session.state.loading
    if let sentence = LoadingWords.sentence(loading) { line += " \(sentence)" }
    if library.refusedCount > 0 {
      let refused: ShownText = .plural(library.refusedCount, "record", "records")
      line += " \(refused) refused, type check."
    }
    if session.state.filter.applied.isEmpty {
      line += " No filter. Type help for commands."
    } else {
      line += " \(SpokenFilter.stateLine(session.state, session.workspace))"
    }
    tell([line])
    if let message = session.state.message, message.kind == .error {
      tell(["Error: \(message.text)"])
    }
  }

  /// The prompt, which carries no answer of its own.
  package var prompt: ShownText { "case> " }

  /// Does what a typed line asks for, and says the answer.
  package mutating func run(_ line: String) {
    takeNews()
    let line = line.trimmed
    if line.isEmpty { return run(more ?? "next") }
    if session.registry.command(named: line.lowercased())?.name == "repeat" {
      return tell(lastAnswer.isEmpty ? ["Nothing was said yet."] : lastAnswer)
    }
    let chosen = Int(line).flatMap { choices.indices.contains($0 - 1) ? choices[$0 - 1] : nil }
    switch session.run(line: chosen ?? line) {
    case .done(let answer):
      more = answer.more
      choices = answer.choices
      lastAnswer = answer.lines
      tell(answer.lines)
    case .failed(let failure):
      hasFailed = true
      more = nil
      tell(["Error: \(failure.line)"])
    }
  }

  /// Cases that came since the last command count from now on; that all came is said once.
  private mutating func takeNews() {
    session.takeNews()
    let before = loading
    loading = session.state.loading
    guard before.isGoing, loading != before,
      let end = LoadingWords.end(loading, caseCount: session.workspace.library.caseCount)
    else { return }
    tell([end])
  }

  private func tell(_ lines: [ShownText]) {
    for line in lines {
      for part in SpokenText.lines(line) { say(part) }
    }
  }

  private static func words(_ reason: Reason) -> ShownText {
    switch reason {
    case .flag: "set by flag"
    case .environment: "set by environment"
    case .file: "set by the file of settings"
    case .noTerminal: "because there is no terminal"
    case .terminalType: "because this terminal has no screen"
    }
  }
}
