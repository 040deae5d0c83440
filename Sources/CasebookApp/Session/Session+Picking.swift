import CasebookCore
import CasebookText

extension Session {
  /// The command line that a typed line means: a bare number, an id or its beginning, a word of the
  /// last list, or `!` and the number of an earlier line.
  func picking(_ line: String) throws(CommandFailure) -> String {
    let line = line.trimmed
    if line.hasPrefix("!") { return try picking(earlier(line)) }
    if let number = Int(line) {
      guard let choices = currentChoices else { return "go \(number)" }
      return try choices.line(number: number)
    }
    let word = String(line.prefix { !$0.isWhitespace })
    guard registry.command(meant: word) == nil, !line.isEmpty else { return line }
    if !workspace.library.rows(withID: line).isEmpty { return "go " + line }
    if let picked = currentChoices?.line(beginning: line) { return picked }
    return CaseRules.position(beginning: line, workspace) == nil ? line : "go " + line
  }

  /// `!3` means the third line that was typed, `!` alone the last.
  private func earlier(_ line: String) throws(CommandFailure) -> String {
    let history = state.typedLines
    let text = String(line.dropFirst()).trimmed
    let number = text.isEmpty || text == "!" ? history.count : Int(text)
    guard let number, history.indices.contains(number - 1) else {
      let next: ShownText =
        history.isEmpty ? "Nothing was typed yet" : "Type a number from 1 to \(history.count)"
      throw CommandFailure("There is no line \(Gate.shown(text))", next: next)
    }
    return history[number - 1]
  }

  /// The choices of the last list, unless they were of another case.
  private var currentChoices: Choices? {
    guard let kept = choices else { return nil }
    let row = workspace.results.row(at: state.list.position)
    return kept.choices.isOfCase && kept.row != row ? nil : kept.choices
  }

  /// Keeps the choices of an answer for the next line.
  func keep(choicesOf answer: Answer) {
    guard let new = answer.choices else { return }
    choices = (new, workspace.results.row(at: state.list.position))
  }

  /// Does what a line typed by the user asks for, and keeps the line.
  package func run(typed line: String) -> Outcome {
    var line = line.trimmed
    do {
      if line.hasPrefix("!") { line = try earlier(line) }
    } catch {
      return .failed(error)
    }
    let outcome = run(line: line)
    send(.typed(line))
    return outcome
  }
}
