internal import CColumns
import CScan

/// Fills the columns of one segment from trees of records, checking each on the way.
///
/// A record with an error is taken back whole and its problem kept; whatever else is odd is kept
/// as written and noted.
struct SegmentBuilder {
  typealias PathID = UInt32

  /// What was found out about the records so far.
  var problems: ProblemList
  /// How many records were refused.
  private(set) var refusedCount = 0

  private let store: ColumnStore
  /// The columns in C, which live as long as the builder.
  let columns: OpaquePointer?
  /// The fields that have numbers, in the order of these.
  var fieldPaths: [FieldPath] = []
  let vocabulary: Vocabulary
  /// The limits of keys and types.
  let limits: Limits
  /// Whether values that say who a person is are taken in.
  let keepsIdentifiers: Bool
  /// The names of types that the vocabulary has not, by their numbers.
  var unknownTypes: [UInt32: String] = [:]
  /// The known names nearest to unknown keys, so that each is looked for once.
  var nearestKeys: [String: String?] = [:]

  /// The cases that have no id of their own.
  private(set) var unnamedCases: [UInt32] = []

  /// The rows of cases made of several, but for the first of each, and their cases.
  private var furtherRows: [Provenance] = []
  private var furtherRowCases: [UInt32] = []

  /// The record at hand.
  var current = Record()

  /// What is gathered about one record until it is whole.
  struct Record {
    var file = ""
    var hasID = false
    /// Whether its keys are columns or those of a profile, which note by themselves what is odd.
    var isOfTable = false
    var date: Int?
    var traits: CaseTraits = []
    var refusal: Problem?
    /// Nodes of the ids of sources, and of references to them.
    var sourceIDs: [Int] = []
    var references: [Int] = []
    /// Keys and values of the current event whose values must be on a list.
    var listed: [(key: Int, value: Int)] = []

    /// Begins another record, in the memory of the one before.
    mutating func begin(_ file: String) {
      self.file = file
      hasID = false
      date = nil
      traits = []
      refusal = nil
      sourceIDs.removeAll(keepingCapacity: true)
      references.removeAll(keepingCapacity: true)
      listed.removeAll(keepingCapacity: true)
    }
  }

  init(_ settings: LibrarySettings = LibrarySettings(), limits: Limits = Limits()) {
    vocabulary = settings.vocabulary
    keepsIdentifiers = settings.keepsIdentifiers
    self.limits = limits
    store = ColumnStore(typeLimit: limits.types)
    problems = ProblemList()
    columns = store.columns
    addKnownPaths()
  }

  /// How many cases were taken.
  var caseCount: Int { Int(row) }
  /// The number of the case at hand.
  var row: UInt32 { ccolumns_case_count(columns) }

  /// Reads one record.
  ///
  /// - Parameters:
  ///   - tree: The record.
  ///   - root: Its node.
  ///   - file: The file that it stands in.
  ///   - defaultID: The id of a record that names none.
  ///   - places: Where the record stands: one place, or the rows of tables that it is made of.
  ///   - isOfTable: Whether it is made of rows of tables.
  ///   - traits: What is known of the case before it is read.
  mutating func append(
    _ tree: DataTree, at root: Int, file: String, defaultID: String, places: [Provenance],
    isOfTable: Bool = false, traits: CaseTraits = []
  ) {
    current.begin(file)
    current.isOfTable = isOfTable
    current.traits = traits
    let view = TreeView(tree)
    withExtendedLifetime(tree) {
      readCase(view, root)
      if current.refusal == nil { endText(view, root) }
    }
    if let refusal = current.refusal {
      ccolumns_take_back(columns)
      return refuse(refusal)
    }
    if !current.hasID {
      defaultID.withBytes { ccolumns_add_id(columns, $0, $1) }
      unnamedCases.append(row)
    }
    endCase(places, current.traits)
  }

  /// Counts a record that could not even be read as a tree.
  mutating func refuse(_ problem: Problem) {
    refusedCount += 1
    problems.add(problem)
  }

  /// Keeps a problem that refuses nothing, or the first error of the record at hand.
  mutating func note(_ problem: Problem) {
    guard problem.severity == .error else { return problems.add(problem) }
    if current.refusal == nil { current.refusal = problem }
  }

  /// What was met since the last time, with repetitions counted; asked for after each file, so that
  /// a file may later be left out or read again alone.
  mutating func takeProblems() -> [Problem] {
    addSights()
    defer { problems = ProblemList() }
    return problems.problems
  }

  /// The finished columns, of cases from the files of a library from a number on.
  func finished(firstFile: Int = 0) -> Segment {
    let fields = store.takeColumns(of: fieldPaths)
    var parts = store.takeParts()
    parts.columns = fields
    parts.furtherRows = FixedArray(furtherRows)
    parts.furtherRowCases = FixedArray(furtherRowCases)
    parts.firstFile = firstFile
    let segment = Segment(parts)
    // Here on the thread that loads, so that the first key need not.
    _ = segment.valueCounts
    return segment
  }

  /// Adds a string to the text of the case.
  mutating func addText(_ bytes: UnsafeRawBufferPointer, _ tree: TreeView, _ node: Int) {
    let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    if cscan_arena_append(ccolumns_text(columns), base, bytes.count) != CSCAN_ARENA_DONE {
      note(.error, tree, node, .tooMuchText)
    }
  }

  /// Ends the case at hand, whose text has been ended; `places` are where it stands.
  mutating func endCase(_ places: [Provenance], _ traits: CaseTraits) {
    for place in places.dropFirst() {
      furtherRows.append(place)
      furtherRowCases.append(row)
    }
    ccolumns_end_case(columns, ccolumns_place(places[0]), traits.rawValue)
  }

  private mutating func endText(_ tree: TreeView, _ root: Int) {
    if cscan_arena_end_case(ccolumns_text(columns)) != CSCAN_ARENA_DONE
      || !ccolumns_settle(columns)
    {
      note(.error, tree, root, .tooMuchText)
    }
  }
}

extension ccolumns_place {
  /// The place as the columns hold it.
  fileprivate init(_ place: Provenance) {
    self.init(
      file: place.file, line: place.line, offset: place.offset, length: place.length,
      ordinal: place.ordinal)
  }
}
