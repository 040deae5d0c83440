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
  /// The words that could stand at the cursor of a command.
  package var completions: [String] = []
  /// The ways to go on with a filter at the cursor.
  package var suggestions: [Suggestion] = []
  /// The suggestion at hand, from 0, once the reader stepped into them.
  package var choice: Int?
  /// The text that nobody has to type again if the line is discarded.
  var known: String

  /// Opens a line with the cursor after a text and before another.
  package init(_ kind: PromptKind, before: String = "", after: String = "") {
    self.kind = kind
    field = TextField(before: before, after: after)
    known = field.text
  }

  /// Whether the line has a text that would be lost if it were discarded.
  var hasTyped: Bool { !field.text.trimmed.isEmpty && field.text.trimmed != known.trimmed }

  /// The text as a filter: without blanks at its end.
  var filterText: String { field.text.trimmedAtEnd }
}

/// What happened in the line being typed.
package enum PromptAction: Sendable, Equatable {
  /// A line was opened.
  case opened(PromptKind)
  /// The filter was opened with the cursor behind a term, from 0.
  case openedAtTerm(Int)
  /// A key was typed in it.
  case typed(Key)
  /// Text was pasted into it.
  case pasted(String)
  /// Words that could stand at the cursor were asked for.
  case completed(String, [String])
  /// The line was filled with a text.
  case filled(String)
  /// Ways to go on were asked for, where none were shown by themselves.
  case suggestionsAsked
  /// The reader stepped to a suggestion, or out of them.
  case suggestionChosen(Int?)
  /// A suggestion was taken into the line.
  case suggestionTaken(Int)
  /// The line was given.
  case accepted
  /// The line was discarded; what it changed is taken back.
  case cancelled
  /// What the line that was accepted last asks for could not be done.
  case refused
}

extension State {
  mutating func reducePrompt(_ action: PromptAction, in workspace: Workspace) -> [Effect] {
    switch action {
    case .opened(let kind): open(kind)
    case .openedAtTerm(let term): open(atTerm: term)
    case .typed(let key):
      if let character = key.typedCharacter { return insert(String(character), in: workspace) }
      guard prompt?.field.handle(key) == true else { return [] }
      return edited(in: workspace)
    case .pasted(let text): return insert(text, in: workspace)
    case .completed(let text, let words):
      // What fills an empty line was not typed.
      if prompt?.field.isEmpty == true { prompt?.known = text }
      prompt?.field = TextField(text)
      prompt?.choice = nil
      prompt?.suggestions = []
      prompt?.completions = words
    case .filled(let text):
      prompt?.field = TextField(text)
      return edited(in: workspace)
    case .suggestionsAsked:
      prompt?.suggest(in: workspace, saved: notebook.filters, always: true)
    case .suggestionChosen(let choice): prompt?.choice = choice
    case .suggestionTaken(let index):
      guard prompt?.take(index) == true else { return [] }
      return edited(in: workspace)
    case .accepted: return accepted(in: workspace)
    case .cancelled: return cancelled()
    case .refused: history.discardAccepted()
    }
    return []
  }

  private mutating func insert(_ text: String, in workspace: Workspace) -> [Effect] {
    let left = prompt?.field.insert(text) ?? 0
    if left > 0 {
      say(Message(.error, InputWords.tooLong(left, limit: TextField.maximumLength)))
    }
    return edited(in: workspace)
  }

  private mutating func open(_ kind: PromptKind) {
    if kind == .filter { filter.beforeTyping = filter.applied }
    filter.term = nil
    prompt = PromptState(kind, before: kind == .filter ? Query.openForTerm(filter.applied) : "")
  }

  /// Terms that are off are no part of the text that is edited.
  private mutating func open(atTerm index: Int) {
    open(.filter)
    let on = filter.terms.prefix(index + 1).filter(\.isOn).count
    guard on > 0, let query = try? Query.parse(filter.applied), query.parts.count >= on else {
      return
    }
    let end = query.parts[on - 1].range.upperBound
    let bytes = Array(filter.applied.utf8)
    prompt = PromptState(
      .filter, before: String(decoding: bytes.prefix(end), as: UTF8.self),
      after: String(decoding: bytes.dropFirst(end), as: UTF8.self))
  }

  /// The list follows the filter with each key.
  private mutating func edited(in workspace: Workspace) -> [Effect] {
    prompt?.completions = []
    guard prompt?.kind == .filter else { return [] }
    prompt?.suggest(in: workspace, saved: notebook.filters, always: false)
    filter.wanted = nil
    filter.isErrorAsked = false
    // Under a reader the list keeps still while one types.
    return look.isReader ? [] : [.ask(.filter(prompt?.filterText ?? ""))]
  }

  private mutating func accepted(in workspace: Workspace) -> [Effect] {
    guard let prompt else { return [] }
    // What cannot be read stays to be mended; Esc gives it up.
    if prompt.kind == .filter, !look.isReader, filter.error != nil {
      filter.isErrorAsked = true
      return []
    }
    let text = prompt.field.text.trimmed
    self.prompt = nil
    if prompt.kind != .filter || look.isReader { history.accept(prompt) }
    switch prompt.kind {
    case .filter:
      filter.beforeTyping = nil
      focus = .list
      guard look.isReader else {
        sayOtherReading(of: text, in: workspace)
        return []
      }
      return [.run(commandLine: text.isEmpty ? "clear" : "filter " + text)]
    case .command: return text.isEmpty ? [] : [.runTyped(text)]
    case .find: return text.isEmpty ? [] : [.run(commandLine: "find " + text)]
    }
  }

  /// A single word that names a value, a group or an event is text; its other reading is offered.
  private mutating func sayOtherReading(of text: String, in workspace: Workspace) {
    guard let other = workspace.otherReading(of: text) else { return }
    let line = ReadingWords.line(
      of: text, workspace.results.count, in: workspace.library.caseCount, other: other)
    say(Message(.information, "\(line) Type / and \(Gate.shown(other.filter))."))
  }

  private mutating func cancelled() -> [Effect] {
    let before = filter.beforeTyping
    let isFilter = prompt?.kind == .filter
    if let prompt, prompt.hasTyped {
      history.discard(prompt)
      say(Message(.information, InputWords.discarded))
    }
    prompt = nil
    filter.error = nil
    filter.beforeTyping = nil
    guard isFilter, let before, before != filter.applied || filter.awaited != nil else {
      return []
    }
    return [.ask(.filter(before))]
  }
}

extension State {
  /// Opens the line again with the text that was discarded last.
  mutating func reopen(_ discarded: PromptState, in workspace: Workspace) -> [Effect] {
    filter.term = nil
    if discarded.kind == .filter { filter.beforeTyping = filter.applied }
    prompt = PromptState(
      discarded.kind, before: discarded.field.before, after: discarded.field.after)
    return edited(in: workspace)
  }
}

extension String {
  /// Without blanks at its end, which are no part of a filter.
  fileprivate var trimmedAtEnd: String {
    String(self[..<(lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? startIndex)])
  }
}

// MARK: - Suggestions

extension PromptState {
  /// Where the cursor stands in the text, in UTF-8 bytes.
  private var cursor: Int { field.before.utf8.count }

  /// Looks for ways to go on; while typing only where something of them is typed already, so that
  /// nothing covers the list unasked.
  mutating func suggest(in workspace: Workspace, saved filters: [NamedFilter], always: Bool) {
    choice = nil
    suggestions = []
    guard kind == .filter else { return }
    let found = workspace.suggestions(for: field.text, cursor: cursor, saved: filters)
    guard let first = found.first else { return }
    let bytes = Array(field.text.utf8)
    let typed = String(decoding: bytes[first.range], as: UTF8.self)
    if found.count == 1, first.text == typed { return }
    let isBehindOperator = bytes[..<first.range.lowerBound].last.map { ":<>=".utf8.contains($0) }
    guard always || !typed.isEmpty || isBehindOperator == true else { return }
    suggestions = found
  }

  /// Puts a suggestion into the line; behind a whole value the next term begins.
  mutating func take(_ index: Int) -> Bool {
    guard suggestions.indices.contains(index) else { return false }
    let suggestion = suggestions[index]
    let head = String(
      decoding: Array(field.text.utf8)[..<suggestion.range.lowerBound], as: UTF8.self)
    let isWhole = [.value, .trait, .saved].contains(suggestion.kind)
    let after = field.after
    field = TextField(
      before: head + suggestion.text + (isWhole && after.isEmpty ? " " : ""), after: after)
    return true
  }
}
