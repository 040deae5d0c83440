import CasebookCanvas
import CasebookText

/// Everything a session is at a moment, without the cases themselves.
///
/// A value of ids, positions and typed text: nothing in it is a window or a formatted string.
package struct State: Sendable, Equatable {
  /// The size of the screen, or of the page in plain mode.
  package var size: Size
  /// The region that keys go to.
  package var focus: Region = .list
  /// The list of cases.
  package var list = ListState()
  /// The text of the case at hand.
  package var detail = DetailState()
  /// The timeline of the case at hand.
  package var timeline = TimelineState()
  /// Which cases are listed.
  package var filter = FilterState()
  /// How the list is lined up and ranked.
  package var lineup = LineupState()
  /// The pathways.
  package var pathways = PathwaysState()
  /// The facets of the listed cases.
  package var facets = FacetState()
  /// What was done before, for taking it back.
  package var history = HistoryState()
  /// The line being typed, where one is.
  package var prompt: PromptState?
  /// The page that lies over the regions, where one does.
  package var page: PageState?
  /// The page that the help was opened on, which is there again behind it.
  package var pageBelow: PageState?
  /// What was said last.
  package var message: Message?
  /// Everything that was said, oldest first.
  package var messages: [Message] = []
  /// What was answered last, for saving it.
  package var lastAnswer: [ShownText] = []
  /// Why the file of the last command was not written, where it was not.
  package var fileFailure: CommandFailure?
  /// The lines that were typed whole, oldest first.
  package var typedLines: [String] = []
  /// How things are drawn and said.
  package var look = Look()
  /// How far the library is loaded.
  package var loading = Loading.done
  /// What is known of the files on disk since the library was loaded.
  package var files = FilesState()
  /// What the user keeps: marks, notes, saved filters.
  package var notebook = NotebookState()
  /// What the user chose once for all.
  package var settings = Settings()
  /// Whether the session is over.
  package var isOver = false

  /// Makes the state a session begins with.
  package init(size: Size) {
    self.size = size
  }
}

/// The parts of the screen that can have the focus.
package enum Region: String, Sendable, CaseIterable {
  /// The list of cases.
  case list
  /// The text of the case at hand.
  case detail
  /// The timeline of the case at hand.
  case timeline
  /// The facets of the listed cases.
  case facets
}

/// Where keys mean what they mean.
package enum Context: String, Sendable, CaseIterable {
  /// The list of cases has the focus.
  case list
  /// The text of a case has the focus.
  case detail
  /// The timeline has the focus.
  case timeline
  /// The facets have the focus.
  case facets
  /// The reader steps through the terms of the filter.
  case terms
  /// A page such as the help lies over the regions.
  case page
  /// The pathways lie over the regions.
  case pathways
}

extension State {
  /// Where keys mean what they mean now.
  package var context: Context {
    if let page { return page.kind == .pathways ? .pathways : .page }
    if filter.term != nil { return .terms }
    switch focus {
    case .list: return .list
    case .detail: return .detail
    case .timeline: return .timeline
    case .facets: return .facets
    }
  }
}

/// How things are drawn and said.
package struct Look: Sendable, Equatable {
  /// The name of the theme.
  package var theme = "terminal"
  /// Whether only ASCII is drawn.
  package var isASCII = false
  /// Whether stretches without events are folded in the timeline.
  package var foldsGaps = true
  /// Whether plain mode answers.
  package var isPlain = false
  /// Whether plain mode and the screen may change over to each other.
  package var canChangeOver = false
  /// Whether the screen is laid out for a screen reader.
  package var isReader = false
  /// Whether the region with the focus takes the whole screen.
  package var fillsScreen = false
}

/// Something said to the user.
package struct Message: Sendable, Equatable {
  /// How it is meant.
  package enum Kind: Sendable, Equatable {
    /// An answer.
    case information
    /// Something did not work; nothing was changed.
    case error
  }

  /// How it is meant.
  package var kind: Kind
  /// What is said.
  package var text: ShownText

  /// Makes a message.
  package init(_ kind: Kind, _ text: ShownText) {
    self.kind = kind
    self.text = text
  }
}
