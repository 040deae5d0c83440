import CasebookCore
import CasebookText

/// The cases a session works on: the library, the rows listed, and the cases looked at lately.
///
/// Reducers and screens read it; only ``Session`` changes it. It belongs to one thread.
package final class Workspace {
  /// The cases.
  package internal(set) var library: Library
  /// The cases listed.
  package private(set) var results: Results
  /// What is known of the filter in force; nothing where there is none.
  private(set) var answer: FilterAnswer?
  /// The case that was at hand before the library was loaded anew, until it comes again.
  var held: CasePlace?
  /// The library as it was read again, until it takes the place of the one at hand.
  var reloaded: ReloadedFiles?
  /// What was found about the listed cases as a whole, where rows carry timelines.
  package internal(set) var lineup: LineupFindings?
  /// The counts above the axis, for the axis they were made for.
  package internal(set) var band: LineupBand?
  /// Which events follow which in the cases listed, where that was asked.
  package internal(set) var pathways: Pathways?
  /// Today.
  package let today: DayNumber
  /// The day that open ends are counted to.
  package internal(set) var asOf: DayNumber {
    didSet { if asOf != oldValue { forgetCases() } }
  }
  private var cases: RecentlyUsed<Int, LoadedCase>
  private var details: RecentlyUsed<DetailKey, DetailDocument>
  private let reader = CaseReader()
  let cache: QueryCache
  /// What was counted last.
  var facets: FacetAnswer? { didSet { otherOrder = nil } }
  /// The values in the order that was chosen, where it is not the usual one.
  var otherOrder: (order: Facet.Order, indices: [Int])?
  var frequent: (values: FrequentValues, segmentCount: Int)?
  var countable: (fields: FacetFields, segmentCount: Int)?
  private var columns: RecentlyUsed<ColumnsKey, [ListColumn]>

  private struct DetailKey: Hashable {
    var row: Int
    var columns: Int
    var isASCII: Bool
    /// What the notebook says of the case.
    var own: [Fact]
    var isReader: Bool
  }

  private struct ColumnsKey: Hashable {
    var text: String?
    var segments: Int
    var asOf: DayNumber
  }

  /// How many decoded cases are kept: some screens of the largest terminal.
  private static let keptCases = 2_000
  private static let keptDetails = 50

  /// Makes a workspace that lists every case of a library.
  package init(library: Library, today: DayNumber, cache: QueryCache = QueryCache()) {
    self.library = library
    self.today = today
    asOf = today
    self.cache = cache
    results = Results(allOf: library.caseCount)
    cases = RecentlyUsed(capacity: Self.keptCases)
    details = RecentlyUsed(capacity: Self.keptDetails)
    columns = RecentlyUsed(capacity: 8)
  }

  /// Lists nothing, and forgets the cases that were looked at: their rows mean nothing any more.
  func startOver(holding place: CasePlace?) {
    held = place
    results = Results(rows: [])
    (lineup, band) = (nil, nil)
    forgetCases()
    reader.forget()
  }

  /// Drops what was worked out of cases, which is then worked out anew.
  private func forgetCases() {
    cases = RecentlyUsed(capacity: Self.keptCases)
    details = RecentlyUsed(capacity: Self.keptDetails)
  }

  /// Lists every case, in the order of the files.
  func listAll() {
    answer = nil
    results = Results(allOf: library.caseCount)
  }

  /// Lists the cases of a filter.
  func list(_ answer: FilterAnswer) {
    self.answer = answer
    results = answer.results
  }

  /// The case at a position of the list, decoded from its source.
  package func loadedCase(at position: Int) -> LoadedCase? {
    guard let row = results.row(at: position) else { return nil }
    return loadedCase(row: row)
  }

  /// The case of a row of the library, decoded from its source.
  package func loadedCase(row: Int) -> LoadedCase {
    if let kept = cases[row] { return kept }
    let loaded = LoadedCase(library: library, row: row, asOf: asOf, reader: reader)
    cases[row] = loaded
    return loaded
  }

  /// The events of the case at a position, oldest first.
  package func chronology(at position: Int) -> [Event] {
    loadedCase(at: position)?.chronology ?? []
  }

  /// The text of the case at hand, wrapped as the state's layout asks.
  package func detail(in state: State) -> DetailDocument {
    guard let row = results.row(at: state.list.position) else { return .empty }
    let loaded = loadedCase(row: row)
    let key = DetailKey(
      row: row, columns: state.look.isPlain ? DetailDocument.unwrapped : state.layout.detailColumns,
      isASCII: state.look.isASCII, own: NotebookWords.facts(loaded, state.notebook),
      isReader: state.look.isReader)
    if let kept = details[key] { return kept }
    let document = DetailDocument(
      loaded, library: library, own: key.own, columns: key.columns, glyphs: state.glyphs,
      isFlat: key.isReader)
    details[key] = document
    return document
  }

  /// The columns of the list: those chosen, else those of the library's settings, else what says
  /// something here. A name that means nothing in the library is passed over.
  package func columns(in state: State) -> [ListColumn] {
    let key = ColumnsKey(text: state.list.columns, segments: library.segments.count, asOf: asOf)
    if let kept = columns[key] { return kept }
    let texts = state.list.columns.map { [$0] } ?? library.settings.columns.map(\.text)
    let named = texts.flatMap { ListColumn.readable($0, in: schema, asOf: asOf) }
    let found = named.isEmpty ? ListColumn.automatic(in: library) : named
    columns[key] = found
    return found
  }

  /// The lines of the page over the regions.
  package func page(in state: State) -> [PageLine] {
    guard let page = state.page else { return [] }
    return PageDocument.lines(page.kind, state: state, workspace: self)
  }
}

/// A case as a session sees it: whole, or with the reason why its source cannot be read any more.
package struct LoadedCase: Sendable {
  /// The id.
  package let id: String
  /// The row in the library.
  package let row: Int
  /// The case; empty but for its id where the source cannot be read.
  package let content: Case
  /// The events oldest first.
  package let chronology: [Event]
  /// The time between the events, open ends counted to the day that is set.
  package let intervals: CaseIntervals
  /// Why the source cannot be read.
  package let failure: Problem?

  /// Reads the case of a row; intervals that go on are counted to a day.
  package init(library: Library, row: Int, asOf: DayNumber, reader: CaseReader) {
    self.row = row
    id = library.id(ofRow: row)
    switch reader.content(ofRow: row, in: library) {
    case .success(let content):
      self.content = content
      failure = nil
    case .failure(let failure):
      content = Case(id: id)
      self.failure = failure.problem
    }
    chronology = content.chronology
    intervals = CaseIntervals(chronology, names: library.intervals, asOf: asOf)
  }

  /// The title; the id where the file gives none.
  package var title: ShownText { Gate.shown(content.title ?? id) }
}
