import CasebookCanvas

/// Where the regions stand on a screen of a size.
package struct ScreenLayout: Sendable, Equatable {
  /// How the regions are arranged.
  package enum Shape: Sendable, Equatable {
    /// Too small to show anything.
    case tooSmall
    /// One region at a time.
    case single
    /// One region at a time from the first column, for a screen reader.
    case reader
    /// List, case and timeline below each other.
    case stacked
    /// List and case side by side, the timeline below.
    case wide
  }

  /// How the regions are arranged.
  package let shape: Shape
  /// The list with its column heads.
  package private(set) var list = Rect(.zero)
  /// The text of the case.
  package private(set) var detail = Rect(.zero)
  /// The timeline.
  package private(set) var timeline = Rect(.zero)
  /// The facets: in the place of the case, or of the case and the timeline.
  package private(set) var facets = Rect(.zero)
  /// The rows of the lines between regions, from the top.
  package private(set) var rules: [Int] = []
  /// The column of the line between list and case, where they stand side by side.
  package private(set) var divider: Int?
  /// The parts of the list where it carries timelines.
  package private(set) var lineup: LineupLayout?
  /// The size of the screen.
  package let size: Size
  /// Whether the facets are in sight.
  package let showsFacets: Bool
  /// Whether the facets cross two fields, and take the whole width for their columns.
  let facetsAreCross: Bool

  /// The smallest screen that shows something.
  package static let smallest = Size(columns: 20, rows: 5)
  /// From this width the list and the case stand side by side.
  static let wideColumns = 100
  /// Below this size one region is shown at a time.
  static let stackedColumns = 60, stackedRows = 18

  /// The region that fills the screen, if one does.
  let filling: Region?

  /// The rows that a strip keeps on a stacked screen while the list or the text has the focus.
  private static let stripAtRest = 5
  /// The least rows of the list while it has the focus: its column heads and eight cases.
  private static let listAtWork = 9
  /// The least rows of the text of the case while the list has the focus.
  private static let detailAtRest = 2

  /// Arranges the regions; the one with the focus gets the larger share if room is short.
  ///
  /// A list that carries timelines takes the room of all regions while it has the focus.
  ///
  /// With `fillsScreen` the region with the focus takes the room of all; on a screen that shows one
  /// region at a time it does so anyway.
  package init(
    size: Size, focus: Region, isLinedUp: Bool = false, showsFacets: Bool = false,
    facetsAreCross: Bool = false, isReader: Bool = false, fillsScreen: Bool = false
  ) {
    self.size = size
    self.facetsAreCross = facetsAreCross
    self.showsFacets = showsFacets && !(isLinedUp && focus == .list)
    filling = fillsScreen ? focus : nil
    defer {
      if shape == .stacked || shape == .wide, let filling { fill(filling) }
      if isLinedUp, focus == .list, shape != .tooSmall { lineUp() }
    }
    if size.columns < Self.smallest.columns || size.rows < Self.smallest.rows {
      shape = .tooSmall
    } else if isReader {
      shape = .reader
      layOutReader()
    } else if size.columns < Self.stackedColumns || size.rows < Self.stackedRows {
      shape = .single
      layOutSingle()
    } else if size.columns < Self.wideColumns {
      shape = .stacked
      layOutStacked(focus)
    } else {
      shape = .wide
      layOutWide()
      if self.showsFacets, facetsAreCross { widenFacets() }
    }
  }

  /// The title line.
  package var header: Rect { Rect(column: 0, row: 0, columns: size.columns, rows: 1) }
  /// The line of the filter.
  package var filter: Rect {
    Rect(
      column: 0, row: shape == .single ? size.rows - 2 : 1, columns: size.columns, rows: 1)
  }
  /// The last line: hints, messages, the line being typed.
  package var hints: Rect {
    Rect(column: 0, row: size.rows - 1, columns: size.columns, rows: 1)
  }

  /// The blank columns at each edge; none for a reader, whose cursor stands on the first letter.
  package var margin: Int { shape == .reader ? 0 : 1 }

  /// Whether the list has a row of column heads.
  package var hasColumnHeads: Bool { shape == .stacked || shape == .wide }
  /// How many cases the list shows.
  package var listRows: Int {
    lineup?.rows.rows ?? max(0, list.rows - (hasColumnHeads ? 1 : 0))
  }
  /// How many lines of the case are seen.
  package var detailRows: Int { detail.rows }
  /// How wide the text of the case is; prose is easier to read up to 100 columns.
  package var detailColumns: Int { min(100, detail.columns) }
  /// Whether the facets have a row of column heads.
  package var hasFacetHeads: Bool { facets.rows >= 8 }
  /// Whether the row of what is not said stays in sight below the others.
  package var keepsUnsaid: Bool { facets.rows >= 4 }
  /// Whether the totals of two crossed fields stay in sight below the rows.
  var keepsTotals: Bool { facetsAreCross && facets.rows >= 6 }
  /// The rows of the facets that stay in sight below the others.
  func facetFoot(_ answer: FacetAnswer?) -> [FacetRows.Row] {
    guard answer != nil else { return [] }
    return (keepsUnsaid ? [.unknown] : []) + (keepsTotals ? [.total] : [])
  }
  /// How many rows of the facets are seen, besides those that stay.
  package var facetRows: Int {
    max(
      1,
      facets.rows - 1 - (hasFacetHeads ? 1 : 0) - (keepsUnsaid ? 1 : 0) - (keepsTotals ? 1 : 0))
  }
  /// Whether the facets stand where the timeline does.
  var facetsHideTimeline: Bool { shape == .stacked || shape == .wide && facetsAreCross }
  /// The rows of a page that lies over the regions.
  package var page: Rect {
    shape == .reader
      ? Rect(column: 0, row: 1, columns: size.columns, rows: size.rows - 2)
      : Rect(column: 1, row: 2, columns: max(0, size.columns - 2), rows: max(0, size.rows - 4))
  }
  /// How many lines of a page are seen.
  package var pageRows: Int { page.rows }

  // MARK: - Shapes

  private mutating func layOutSingle() {
    let words = size.rows >= 8 ? 1 : 0
    let body = Rect(
      column: 1, row: 1, columns: size.columns - 2, rows: max(1, size.rows - 3 - words))
    list = body
    detail = body
    timeline = body
    facets = body
  }

  private mutating func layOutReader() {
    let body = Rect(column: 0, row: 2, columns: size.columns, rows: size.rows - 3)
    list = body
    detail = body
    timeline = body
    facets = body
  }

  private mutating func layOutStacked(_ focus: Region) {
    // A strip that is only looked at beside the list or the text keeps its axis and three lanes.
    let strip = focus == .timeline ? stripRows : min(stripRows, Self.stripAtRest)
    let room = size.rows - 5 - strip
    let share = focus == .detail ? 0.35 : 0.58
    let wanted = max(3, Int(Double(room) * share))
    let least = focus == .list ? Self.listAtWork : 3
    let listRows = min(max(least, wanted), room - Self.detailAtRest)
    list = Rect(column: 1, row: 2, columns: size.columns - 2, rows: listRows)
    detail = Rect(
      column: 1, row: list.bottom + 1, columns: size.columns - 2, rows: room - listRows)
    rules = showsFacets ? [list.bottom] : [list.bottom, detail.bottom]
    timeline = Rect(
      column: 1, row: detail.bottom + 1, columns: size.columns - 2, rows: strip)
    facets = Rect(
      column: 1, row: detail.top, columns: size.columns - 2, rows: timeline.bottom - detail.top)
  }

  private mutating func layOutWide() {
    let strip = stripRows
    let room = size.rows - 5 - strip
    let listColumns = size.columns * 11 / 20
    list = Rect(column: 1, row: 3, columns: listColumns - 2, rows: room)
    divider = listColumns
    detail = Rect(
      column: listColumns + 2, row: 3, columns: size.columns - listColumns - 3, rows: room)
    facets = detail
    rules = [2, list.bottom]
    timeline = Rect(column: 1, row: list.bottom + 1, columns: size.columns - 2, rows: strip)
  }

  /// Puts the facets below the list, across the whole screen.
  private mutating func widenFacets() {
    let listRows = max(3, (size.rows - 5) * 2 / 5)
    list = Rect(column: 1, row: 3, columns: size.columns - 2, rows: listRows)
    facets = Rect(
      column: 1, row: list.bottom + 1, columns: size.columns - 2,
      rows: size.rows - 2 - list.bottom)
    rules = [2, list.bottom]
    divider = nil
    detail = facets
    timeline = Rect(.zero)
  }

  private mutating func lineUp() {
    if shape != .single {
      list = Rect(column: 1, row: 3, columns: size.columns - 2, rows: size.rows - 5)
      detail = Rect(.zero)
      timeline = Rect(.zero)
      rules = [2, list.bottom]
      divider = nil
    }
    lineup = LineupLayout(list)
  }

  /// Gives a region the room of all.
  private mutating func fill(_ region: Region) {
    let body = Rect(column: 1, row: 3, columns: size.columns - 2, rows: size.rows - 5)
    list = region == .list ? body : Rect(.zero)
    detail = region == .detail ? body : Rect(.zero)
    timeline = region == .timeline ? body : Rect(.zero)
    facets = region == .facets ? body : Rect(.zero)
    rules = [2, body.bottom]
    divider = nil
  }

  /// Axis, six lanes and a line or two of words where there is room; never much over a third.
  private var stripRows: Int { min(9, max(4, size.rows * 3 / 8)) }
}

extension State {
  /// Where the regions stand now.
  package var layout: ScreenLayout {
    ScreenLayout(
      size: size, focus: focus,
      isLinedUp: lineup.showsTimelines && !look.isPlain && !look.isReader,
      showsFacets: facets.isOpen, facetsAreCross: facets.isCross, isReader: look.isReader,
      fillsScreen: look.fillsScreen)
  }

  /// The glyphs that are drawn.
  package var glyphs: GlyphSet {
    if look.isASCII { return .ascii }
    return look.isReader ? .spoken : .unicode
  }
}
