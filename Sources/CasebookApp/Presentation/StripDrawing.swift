import CasebookCanvas
import CasebookCore
import CasebookText

/// The timeline of one case as lines: the axis, a row or more for each lane, and the words below.
package struct StripDrawing: Sendable, Equatable {
  /// The lines from top to bottom.
  package private(set) var lines: [StyledLine] = []
  /// Where the event at hand stands, for the terminal's cursor.
  package private(set) var cursor: Point?
  /// The layout that was drawn; nothing where only words are left.
  package private(set) var layout: StripLayout?

  /// What is drawn, and how.
  package struct Options: Sendable, Equatable {
    /// The event at hand, by its place in the chronology.
    package var cursor: Int?
    /// Whether it was gone to; until then the named intervals come first where lines are few.
    package var isStepping = true
    /// Whether stretches in which nothing begins, ends or happens are left out.
    package var foldsGaps = true
    /// The sources of the case, which tell who reported an outcome.
    package var sources = SourceTable()
    /// The intervals that have names.
    package var intervals = NamedInterval.standard
    /// The day that what goes on is counted to.
    package var asOf: DayNumber?
    /// The time to show; all of it where none is given.
    package var window: StripRange?
    /// The ends of a span that is being marked.
    package var span = Span()
    /// The signs.
    package var glyphs = GlyphSet.unicode

    /// Makes the options of a whole strip.
    package init(
      cursor: Int? = nil, isStepping: Bool = true, foldsGaps: Bool = true,
      sources: SourceTable = SourceTable(),
      intervals: [NamedInterval] = NamedInterval.standard, asOf: DayNumber? = nil,
      window: StripRange? = nil, span: Span = Span(), glyphs: GlyphSet = .unicode
    ) {
      self.sources = sources
      self.intervals = intervals
      self.cursor = cursor
      self.isStepping = isStepping
      self.foldsGaps = foldsGaps
      self.asOf = asOf
      self.window = window
      self.span = span
      self.glyphs = glyphs
    }
  }

  /// The ends of a span, as far as they are marked.
  package struct Span: Sendable, Equatable {
    /// Its first day.
    package var start: DayNumber?
    /// Its last day.
    package var end: DayNumber?
  }

  /// Draws the events of a case, in the order of the chronology, within a size.
  ///
  /// Where rows are few, lanes first give up their second rows, then the words give up theirs, then
  /// all events share a lane; in fewer than three rows or eighteen columns, which a terminal of
  /// twenty leaves, only words are left.
  /// Without `hasWords` no words stand below the lanes nor in their place.
  package init(
    _ chronology: [Event], vocabulary: Vocabulary = .standard, size: Size,
    options: Options = Options(), hasWords: Bool = true
  ) {
    let intervals = CaseIntervals(chronology, names: options.intervals, asOf: options.asOf)
    let words = StripWordLines(chronology, intervals, vocabulary, options, columns: size.columns)
    let events = StripEvent.events(chronology, vocabulary)
    let lanes = Set(events.map(\.category)).count
    guard size.rows >= 3, size.columns >= StripDrawing.leastColumns, lanes > 0 else {
      lines = hasWords ? words.alone(rows: size.rows) : []
      return
    }
    let below = hasWords ? words.below(rows: max(1, size.rows - 1 - lanes)) : []
    let names = StripNames(columns: size.columns)
    let layout = StripLayout(
      events, columns: size.columns - names.columns, rows: size.rows - 1 - below.count,
      folds: options.foldsGaps, window: options.window)
    let labels = StripLabels(
      chronology: chronology, vocabulary: vocabulary, isASCII: options.glyphs.isASCII,
      sources: options.sources)
    let signs = StripSigns(options.glyphs)
    let drawing = StripRowDrawing(
      layout: layout, signs: signs, labels: labels, cursor: options.cursor)
    lines = [names.outside(layout, signs) + StripAxisDrawing.line(layout, options.span)]
    for lane in layout.lanes {
      for (row, marks) in lane.rows.enumerated() {
        lines.append((row == 0 ? names.name(of: lane) : names.blank) + drawing.line(marks))
      }
    }
    cursor = options.cursor.flatMap { StripDrawing.point(of: $0, layout, names) }
    lines += below
    self.layout = layout
  }

  private static let leastColumns = 18

  private static func point(of event: Int, _ layout: StripLayout, _ names: StripNames) -> Point? {
    guard let place = layout.marks(of: event).min(by: { !$0.mark.isDisputed && $1.mark.isDisputed })
    else { return nil }
    let above = layout.lanes[..<place.lane].reduce(0) { $0 + $1.rows.count }
    return Point(
      column: names.columns + place.mark.columns.lowerBound, row: 1 + above + place.row)
  }
}

/// The names of the lanes at the left.
private struct StripNames {
  /// The columns they take, with a blank at the end.
  let columns: Int

  init(columns: Int) {
    self.columns = columns < 30 ? 5 : columns < 60 ? 9 : 12
  }

  var blank: StyledLine { StyledLine(ShownText.repeating(" ", count: columns)) }

  /// How many events lie before and after a window, as far as there is room; blank without one.
  func outside(_ layout: StripLayout, _ signs: StripSigns) -> StyledLine {
    let (before, after) = (layout.earlier.count, layout.later.count)
    guard before + after > 0 else { return blank }
    let counts =
      [
        before > 0 ? "\(signs.earlier)\(before)" : "", after > 0 ? "\(after)\(signs.later)" : "",
      ] as [ShownText]
    let signs = [before > 0 ? signs.earlier : "", after > 0 ? signs.later : ""]
    let text =
      [counts, signs].map { $0.filter { !$0.isEmpty }.joined(separator: " ") }
      .first { $0.columns < columns } ?? .empty
    return StyledLine(text, .secondary)
      + StyledLine(ShownText.repeating(" ", count: columns - text.columns))
  }

  func name(of lane: StripLane) -> StyledLine {
    let category = lane.categories.count == 1 ? lane.categories.first : nil
    let name = category.map { StripWords.name($0, columns: columns - 1) } ?? "events"
    let cut = StyledLine(name.prefix(columns: columns - 1), .label)
    return cut + StyledLine(ShownText.repeating(" ", count: columns - cut.columns))
  }
}

/// The line of the axis.
private enum StripAxisDrawing {
  static func line(_ layout: StripLayout, _ span: StripDrawing.Span) -> StyledLine {
    var cells = StripCells(columns: layout.columns)
    for tick in layout.ticks {
      // The words of ticks are of the core: digits, names of months and slashes.
      cells.put(Gate.shown(tick.text), tick.isFold ? .rule : .secondary, at: tick.column)
    }
    let margin = layout.axis.margin
    if !margin.isEmpty {
      cells.put(margin.count < 8 ? "?" : "no date", .secondary, at: margin.lowerBound + 1)
    }
    mark(span.start, "(", layout, &cells)
    mark(span.end, ")", layout, &cells)
    return cells.line
  }

  /// An end of a span where no word stands in its way.
  private static func mark(
    _ day: DayNumber?, _ sign: ShownText, _ layout: StripLayout, _ cells: inout StripCells
  ) {
    guard let day, let shown = layout.axis.range, shown.contains(StripTime(day)) else { return }
    let column = layout.axis.column(of: StripTime(day))
    if cells.isFree(column) { cells.put(sign, .accent, at: column) }
  }
}
