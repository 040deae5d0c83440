import CasebookText

/// What a page over the regions shows.
package enum PageKind: Sendable, Equatable {
  /// The commands and their keys.
  case help
  /// What was met while loading.
  case problems
  /// How each table was read.
  case tables
  /// What was said in this session.
  case messages
  /// The text of the record as it stands in its file.
  case raw
  /// The notes on the cases of the library.
  case notes
  /// The saved filters.
  case savedFilters
  /// The columns of the list.
  case columns
  /// The settings with their values.
  case settings
  /// Which events follow which.
  case pathways
  /// What differs between the case at hand and that of a row of the library.
  case comparison(row: Int)
  /// The lines that were typed.
  case history
}

/// Where the reader is on the page over the regions.
package struct PageState: Sendable, Equatable {
  /// What it shows.
  package var kind: PageKind
  /// The line the reader is on, from 0.
  package var line = 0
  /// The first line shown.
  package var top = 0
  /// Where the line was at the last resize.
  var place: ReadingPlace?
  /// The text that was searched last.
  package var search = ""

  /// Opens a page at its beginning.
  package init(_ kind: PageKind) {
    self.kind = kind
  }
}

/// What happened on the page.
package enum PageAction: Sendable, Equatable {
  /// A page was opened.
  case opened(PageKind)
  /// The page was left.
  case closed
  /// The reader went some lines on, or back where negative.
  case moved(by: Int)
  /// The reader went some screens on, or back where negative.
  case paged(by: Int)
  /// The reader went to a line, from 0.
  case went(to: Int)
  /// A text was searched and found on a line.
  case found(String, line: Int)
}

extension State {
  mutating func reducePage(_ action: PageAction, in workspace: Workspace) {
    switch action {
    case .opened(let kind):
      if kind == .help, page?.kind != .help { pageBelow = page }
      page = PageState(kind)
    case .closed:
      page = pageBelow
      pageBelow = nil
    case .moved(let count): page?.line += count
    case .paged(let count):
      let rows = max(1, layout.pageRows - 1)
      page?.line += count * rows
    case .went(let line): page?.line = line
    case .found(let text, let line):
      page?.search = text
      page?.line = line
    }
    settlePage(in: workspace)
  }

  /// Brings the line onto the page and into sight.
  mutating func settlePage(in workspace: Workspace) {
    guard var page else { return }
    let count = workspace.page(in: self).count
    page.line = min(max(0, page.line), max(0, count - 1))
    page.top = top(page.top, holding: page.line, of: count, rows: layout.pageRows)
    self.page = page
  }
}
