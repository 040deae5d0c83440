/// The parts of the state that Escape changes, from before it.
///
/// On a slow line the ESC that begins a sequence can be taken for the Escape key. When the rest of
/// the sequence comes, what the key changed is brought back.
package struct EscapeMoment: Sendable, Equatable {
  fileprivate let prompt: PromptState?
  fileprivate let page: PageState?
  fileprivate let pageBelow: PageState?
  fileprivate let focus: Region
  fileprivate let facets: FacetState
  fileprivate let term: Int?
  fileprivate let filterBeforeTyping: String?
  fileprivate let history: HistoryState
  fileprivate let messages: [Message]

  /// Keeps the parts.
  init(_ state: State) {
    prompt = state.prompt
    page = state.page
    pageBelow = state.pageBelow
    focus = state.focus
    facets = state.facets
    term = state.filter.term
    filterBeforeTyping = state.filter.beforeTyping
    history = state.history
    messages = state.messages
  }
}

extension State {
  /// Brings back what Escape changed; the list follows the text that is being typed again.
  mutating func restore(_ moment: EscapeMoment) -> [Effect] {
    prompt = moment.prompt
    page = moment.page
    pageBelow = moment.pageBelow
    focus = moment.focus
    facets = moment.facets
    filter.term = moment.term
    filter.beforeTyping = moment.filterBeforeTyping
    history = moment.history
    messages = moment.messages
    message = nil
    guard let prompt, prompt.kind == .filter, !look.isReader else { return [] }
    return [.ask(.filter(prompt.filterText))]
  }
}
