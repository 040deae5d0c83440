import CasebookCanvas
import CasebookCore
import CasebookText

/// What the line being typed is for.
package enum PromptKind: Sendable, Equatable {
  /// A filter; the list follows each key.
  case filter
  /// A command by name.
  case command
  /// A text to find in the region with the focus.
  case find
}

/// The line being typed.
package struct PromptState: Sendable, Equatable {
  /// What it is for.
  package var kind: PromptKind
  /// The text and the cursor in it.
  package var field: TextField
  /// The words that could stand at the cursor.
  package var completions: [String] = []

  /// Opens a line.
  package init(_ kind: PromptKind, text: String = "") {
    self.kind = kind
    field = TextField(text)
  }
}

/// What happened in the line being typed.
package enum PromptAction: Sendable, Equatable {
  /// A line was opened.
  case opened(PromptKind)
  /// A key was typed in it.
  case typed(Key)
  /// Text was pasted into it.
  case pasted(String)
  /// Words that could stand at the cursor were asked for.
  case completed(String, [String])
  /// The line was given.
  case accepted
  /// The line was given up; what it changed is taken back.
  case cancelled
}

/// The keys of the line being typed, for the help; everything else edits the line.
package enum TypingKeys {
  /// The keys with what they do.
  package static let all: [(key: Key, summary: ShownText)] = [
    (.enter, "Accept what is typed."),
    (.escape, "Give up, and take back what it changed."),
    (.tab, "Complete the word, or show what it could be."),
  ]
}

extension State {
  mutating func reducePrompt(_ action: PromptAction, in workspace: Workspace) -> [Effect] {
    switch action {
    case .opened(let kind):
      if kind == .filter { filter.beforeTyping = filter.applied }
      let text = kind == .filter ? filter.applied : ""
      prompt = PromptState(kind, text: text)
    case .typed(let key):
      guard prompt?.field.handle(key) == true else { return [] }
      return edited()
    case .pasted(let text):
      prompt?.field.insert(text)
      return edited()
    case .completed(let text, let words):
      if let kind = prompt?.kind { prompt = PromptState(kind, text: text) }
      prompt?.completions = words
    case .accepted: return accepted()
    case .cancelled: return cancelled()
    }
    return []
  }

  /// The list follows the filter with each key.
  private mutating func edited() -> [Effect] {
    prompt?.completions = []
    // Under a reader the list keeps still while one types.
    guard let prompt, prompt.kind == .filter, !look.isReader else { return [] }
    return [.ask(.filter(prompt.field.text))]
  }

  private mutating func accepted() -> [Effect] {
    guard let prompt else { return [] }
    let text = prompt.field.text.trimmed
    self.prompt = nil
    switch prompt.kind {
    case .filter:
      filter.beforeTyping = nil
      focus = .list
      if look.isReader { return [.run(commandLine: text.isEmpty ? "clear" : "filter " + text)] }
      guard let error = filter.error else { return [] }
      filter.error = nil
      let failure = CommandFailure(query: error)
      message = Message(.error, failure.line)
      messages.append(Message(.error, failure.line))
      return []
    case .command: return text.isEmpty ? [] : [.runTyped(text)]
    case .find: return text.isEmpty ? [] : [.run(commandLine: "find " + text)]
    }
  }

  private mutating func cancelled() -> [Effect] {
    let before = filter.beforeTyping
    let isFilter = prompt?.kind == .filter
    prompt = nil
    filter.error = nil
    filter.beforeTyping = nil
    guard isFilter, let before, before != filter.applied || filter.awaited != nil else {
      return []
    }
    return [.ask(.filter(before))]
  }

  /// What a key means while a line is being typed.
  func typed(_ key: Key, in workspace: Workspace, registry: Registry) -> [Action] {
    guard let prompt else { return [] }
    switch key {
    case .enter: return [.prompt(.accepted)]
    case .escape, .control("c"), .control("g"): return [.prompt(.cancelled)]
    case .backspace where prompt.field.isEmpty: return [.prompt(.cancelled)]
    case .tab: return completion(prompt, registry)
    case .up where prompt.kind == .filter, .down where prompt.kind == .filter:
      return [.list(.moved(by: key == .up ? -1 : 1))]
    default: return [.prompt(.typed(key))]
    }
  }

  private func completion(_ prompt: PromptState, _ registry: Registry) -> [Action] {
    guard prompt.kind == .command else { return [] }
    let text = prompt.field.text
    let words = CommandCompletion.words(for: text, registry)
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
  /// The names, or the words of the parameter, that begin as the last word typed does.
  package static func words(for line: String, _ registry: Registry) -> [String] {
    guard let blank = line.lastIndex(of: " ") else { return registry.completions(of: line) }
    let name = String(line.prefix { $0 != " " })
    let last = line[line.index(after: blank)...]
    let words = registry.command(meant: name)?.parameter?.words ?? []
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
