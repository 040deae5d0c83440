import CasebookCanvas
import CasebookCore
import CasebookText

/// The keys of the line being typed, for the help; everything else edits the line.
package enum TypingKeys {
  /// The keys with what they do.
  package static let all: [(key: Key, summary: ShownText)] = [
    (.enter, "Accept what is typed."),
    (.escape, "Discard what is typed; u brings it back."),
    (.tab, "Complete the word, or show what it could be."),
    (.down, "Go to what the word could be, then Enter takes it."),
  ]
}

extension State {
  /// What a key means while a line is being typed.
  func typed(_ key: Key, in workspace: Workspace, registry: Registry) -> [Action] {
    guard let prompt else { return [] }
    switch key {
    case .enter: return [.prompt(prompt.choice.map { .suggestionTaken($0) } ?? .accepted)]
    case .escape where prompt.choice != nil: return [.prompt(.suggestionChosen(nil))]
    case .escape, .control("c"), .control("g"): return [.prompt(.cancelled)]
    case .backspace where prompt.field.isEmpty: return [.prompt(.cancelled)]
    case .control("l"): return [.redrawAsked]
    case .tab: return prompt.kind == .filter ? tab(prompt) : completion(prompt, workspace, registry)
    case .up where prompt.kind == .filter, .down where prompt.kind == .filter:
      return arrow(key, prompt)
    default: return [.prompt(.typed(key))]
    }
  }

  /// Takes the suggestion at hand, or the first.
  private func tab(_ prompt: PromptState) -> [Action] {
    guard !prompt.suggestions.isEmpty else { return [.prompt(.suggestionsAsked)] }
    return [.prompt(.suggestionTaken(prompt.choice ?? 0))]
  }

  /// Steps through the suggestions, or through the list where there are none.
  private func arrow(_ key: Key, _ prompt: PromptState) -> [Action] {
    let step = key == .up ? -1 : 1
    guard !prompt.suggestions.isEmpty else { return [.list(.moved(by: step))] }
    let next = (prompt.choice ?? -1) + step
    let choice = next < 0 ? nil : min(next, prompt.suggestions.count - 1)
    return [.prompt(.suggestionChosen(choice))]
  }

  private func completion(
    _ prompt: PromptState, _ workspace: Workspace, _ registry: Registry
  ) -> [Action] {
    guard prompt.kind == .command else { return [] }
    let text = prompt.field.text
    let words = CommandCompletion.words(for: text, registry, workspace)
    guard let common = CommandCompletion.common(words) else { return [] }
    let head = text.lastIndex(of: " ").map { text[...$0] } ?? ""
    let isWhole = words.count == 1
    return [
      .prompt(.completed(head + common + (isWhole ? " " : ""), isWhole ? [] : words))
    ]
  }
}

/// What a command line being typed could become.
package enum CommandCompletion {
  /// The names, the words of the parameter, or the fields of the cases, that begin as the last word
  /// typed does.
  package static func words(
    for line: String, _ registry: Registry, _ workspace: Workspace
  ) -> [String] {
    guard let blank = line.lastIndex(of: " ") else { return registry.completions(of: line) }
    let name = String(line.prefix { $0 != " " })
    let last = line[line.index(after: blank)...]
    guard let parameter = registry.command(meant: name)?.parameter else { return [] }
    let before = line[..<blank].split(separator: " ").dropFirst()
    var words = parameter.words(behind: before.map(String.init))
    if parameter.takesIDs { words += workspace.ids(beginning: String(last)) }
    if parameter.takesFields { words += workspace.fieldNames(beginning: String(last)) }
    return words.filter { $0.hasPrefix(last) }
  }

  /// The longest beginning that all words share; nothing where there are none.
  static func common(_ words: [String]) -> String? {
    guard var common = words.first else { return nil }
    for word in words.dropFirst() {
      while !word.hasPrefix(common) { common.removeLast() }
    }
    return common
  }
}
