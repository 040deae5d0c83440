/// Fills the columns of one segment from trees of records, checking each on the way.
///
/// A record with an error is taken back whole and its problem kept; whatever else is odd is kept
/// as written and noted.
struct SegmentBuilder {
  typealias PathID = PathTable.PathID

  /// What was found out about the records so far.
  var problems: ProblemList
  /// How many records were refused.
  private(set) var refusedCount = 0

  var paths = PathTable()
  var columns: [ValueColumnBuilder] = []
  /// One stretch of memory, so that places in it are plain numbers.
  let text = TextArenaBuilder(segmentSize: .max)
  var types = ByteTable()
  var eventStarts: [UInt32] = [0]
  var eventTypes: [UInt16] = []
  var eventSpans: [DateSpan] = []
  var idBytes: [UInt8] = []
  var idStarts: [UInt32] = [0]
  private var provenance: [Provenance] = []
  private var traits: [CaseTraits] = []
  let vocabulary: Vocabulary
  /// Whether the vocabulary has each type, as far as that was asked.
  var knownTypes: [Bool] = []
  /// The known names nearest to unknown keys, so that each is looked for once.
  var nearestKeys: [String: String?] = [:]

  /// The record at hand.
  var current = Record()

  /// What is gathered about one record until it is whole.
  struct Record {
    var file = ""
    var hasID = false
    var date: Int?
    var traits: CaseTraits = []
    var refusal: Problem?
    /// Nodes of the ids of sources, and of references to them.
    var sourceIDs: [Int] = []
    var references: [Int] = []

    /// Begins another record, in the memory of the one before.
    mutating func begin(_ file: String) {
      self.file = file
      hasID = false
      date = nil
      traits = []
      refusal = nil
      sourceIDs.removeAll(keepingCapacity: true)
      references.removeAll(keepingCapacity: true)
    }
  }

  init(vocabulary: Vocabulary = .standard) {
    self.vocabulary = vocabulary
    problems = ProblemList()
  }

  /// How many cases were taken.
  var caseCount: Int { provenance.count }
  /// The number of the case at hand.
  var row: UInt32 { UInt32(provenance.count) }

  /// Reads one record; `defaultID` is its id where it names none.
  mutating func append(
    _ tree: DataTree, at root: Int, file: String, defaultID: String,
    provenance place: Provenance
  ) {
    current.begin(file)
    let mark = Mark(self)
    let view = TreeView(tree)
    withExtendedLifetime(tree) {
      readCase(view, root)
      if current.refusal == nil { endText(view, root) }
    }
    if let refusal = current.refusal {
      takeBack(to: mark)
      return refuse(refusal)
    }
    if !current.hasID { setID(defaultID) }
    idStarts.append(UInt32(idBytes.count))
    eventStarts.append(UInt32(eventTypes.count))
    traits.append(current.traits)
    provenance.append(place)
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
    defer { problems = ProblemList() }
    return problems.problems
  }

  /// The finished columns, of cases from the files of a library from a number on.
  func finished(firstFile: Int = 0) -> Segment {
    var done: [ValueColumn] = []
    for (index, column) in columns.enumerated() where !column.isEmpty {
      let entry = paths.entries[index]
      done.append(column.finished(FieldPath(entry.scope, entry.name)))
    }
    done.sort { $0.path < $1.path }
    let typeNames = (0..<types.count).map { number in
      String(decoding: types.bytes[range(ofType: number)], as: UTF8.self)
    }
    var parts = Segment.Parts()
    parts.text = arena()
    parts.eventStarts = FixedArray(eventStarts)
    parts.eventTypes = FixedArray(eventTypes)
    parts.eventSpans = FixedArray(eventSpans)
    parts.typeNames = typeNames
    parts.columns = done
    parts.provenance = FixedArray(provenance)
    parts.traits = FixedArray(traits)
    parts.idBytes = FixedArray(idBytes)
    parts.idStarts = FixedArray(idStarts)
    parts.firstFile = firstFile
    return Segment(parts)
  }

  /// Where the name of a type stands among those of all.
  func range(ofType number: Int) -> Range<Int> {
    Int(types.starts[number])..<Int(types.starts[number + 1])
  }

  /// The folded text; where the system has no memory for it, searching finds nothing and a problem
  /// says so.
  private func arena() -> TextArena {
    (try? text.finish()) ?? TextArena()
  }

  mutating func setID(_ id: String) {
    var id = id
    id.withUTF8 { idBytes.append(contentsOf: $0) }
    current.hasID = true
  }

  /// Adds a string to the text of the case, and says where it stands.
  mutating func addText(
    _ bytes: UnsafeRawBufferPointer, _ tree: TreeView, _ node: Int
  ) -> Range<Int> {
    let start = text.pendingByteCount
    do {
      try text.append(bytes)
    } catch {
      note(.error, tree, node, .tooMuchText)
    }
    return start..<max(start, text.pendingByteCount - 1)
  }

  private mutating func endText(_ tree: TreeView, _ root: Int) {
    do {
      try text.endCase()
    } catch {
      note(.error, tree, root, .tooMuchText)
    }
  }

  // MARK: - Taking back

  /// How full the columns were before a record.
  private struct Mark {
    let events: Int
    let ids: Int

    init(_ builder: SegmentBuilder) {
      events = builder.eventTypes.count
      ids = builder.idBytes.count
    }
  }

  private mutating func takeBack(to mark: Mark) {
    for index in columns.indices {
      let isCase = paths.entries[index].scope == .wholeCase
      columns[index].removeEntries(fromRow: isCase ? row : UInt32(mark.events))
    }
    eventTypes.removeLast(eventTypes.count - mark.events)
    eventSpans.removeLast(eventSpans.count - mark.events)
    idBytes.removeLast(idBytes.count - mark.ids)
    text.dropUnfinishedCase()
  }
}
