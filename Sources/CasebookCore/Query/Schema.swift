/// What can be asked of a library: the names of its fields and of its event types, with counts.
///
/// It grows with the library, a segment at a time; the keys of the format and the types of the
/// vocabulary are always there, so that a filter holds in a library that happens to lack them.
public struct Schema: Sendable, Equatable {
  /// A field as one types it.
  public struct Field: Sendable, Hashable {
    /// The name: keys joined by dots; those of the subject also without `subject.`.
    public var name: String
    /// Whether events carry it.
    public var isOfEvents: Bool
    /// Whether the case or its subject carries it.
    public var isOfCases: Bool
    /// How many values there are, each as often as it stands.
    public var valueCount: Int
    /// How many of them are numbers.
    public var numberCount: Int
    /// Whether its values are dates by its name.
    public var isDate: Bool { FieldTarget.isDateName(name) }
  }

  /// An event type that occurs or that the vocabulary has.
  public struct EventKind: Sendable, Hashable {
    /// The name.
    public var name: String
    /// How many events there are.
    public var eventCount: Int
    /// Whether the vocabulary has it.
    public var isKnown: Bool
  }

  /// The fields by name.
  public private(set) var fields: [String: Field] = [:]
  /// The event types by name.
  public private(set) var types: [String: EventKind] = [:]
  /// The intervals that have names.
  public private(set) var intervals: [NamedInterval]
  /// How many cases were counted.
  public private(set) var caseCount = 0
  /// What the columns of the tables that were read became; they are names of it too.
  var columns = SourceColumns()

  /// Starts with the keys of the format, the types of a vocabulary and the named intervals.
  public init(
    vocabulary: Vocabulary = .standard, intervals: [NamedInterval] = NamedInterval.standard
  ) {
    self.intervals = intervals
    for type in vocabulary.types {
      types[type.name] = EventKind(name: type.name, eventCount: 0, isKnown: true)
    }
    for key in Self.plainCaseKeys { note(key, .wholeCase) }
    for key in FormatKeys.ofEvent where key != "claims" { note(key, .event) }
  }

  /// Counts a whole library.
  public init(of library: Library) {
    self.init(vocabulary: library.vocabulary, intervals: library.intervals)
    columns = library.columns
    add(library.segments)
  }

  /// Counts more segments.
  public mutating func add(_ segments: some Sequence<Segment>) {
    var columns = ColumnCounts()
    for segment in segments {
      add(segment)
      // Most segments of a library have the same fields: these are looked up by name once.
      if !columns.add(segment) {
        note(columns)
        columns = ColumnCounts(segment)
      }
    }
    note(columns)
  }

  private mutating func add(_ segment: Segment) {
    let counts = segment.valueCounts
    caseCount += segment.caseCount
    note("id", .wholeCase, values: segment.caseCount)
    for (name, count) in zip(segment.typeNames, counts.events) {
      types[name, default: EventKind(name: name, eventCount: 0, isKnown: false)].eventCount += count
    }
    note("date", .event, values: counts.dated)
    note("type", .event, values: segment.eventCount)
  }

  // MARK: - Private

  /// Keys of the format that hold values of a case, where one may ask for them.
  private static let plainCaseKeys =
    FormatKeys.ofCase.filter {
      !["casebook", "events", "sources", "subject", "date", "claims"].contains($0)
    }
    + ["age", "age_as_of", "sex", "citizenship", "subject.age", "subject.sex"]
    + ["subject.citizenship", "subject.age_as_of", "subject.label", "sources.publisher"]
    + ["sources.kind", "sources.date", "sources.title", "sources.url"]

  private mutating func note(_ columns: ColumnCounts) {
    let prefix = FieldTarget.subjectPrefix
    for (path, (values, numbers)) in zip(columns.paths, columns.counts) {
      note(path.name, path.scope, values: values, numbers: numbers)
      if path.scope == .wholeCase, path.name.hasPrefix(prefix) {
        let short = String(path.name.dropFirst(prefix.count))
        note(short, .wholeCase, values: values, numbers: numbers)
      }
    }
  }

  private mutating func note(
    _ name: String, _ scope: FieldPath.Scope, values: Int = 0, numbers: Int = 0
  ) {
    var field =
      fields[name]
      ?? Field(name: name, isOfEvents: false, isOfCases: false, valueCount: 0, numberCount: 0)
    if scope == .event { field.isOfEvents = true } else { field.isOfCases = true }
    field.valueCount += values
    field.numberCount += numbers
    fields[name] = field
  }
}

/// The values of the columns of segments that have the same fields.
private struct ColumnCounts {
  private(set) var paths: [FieldPath] = []
  private(set) var counts: [(values: Int, numbers: Int)] = []

  init() {}

  init(_ segment: Segment) {
    paths = segment.columns.map(\.path)
    counts = paths.map { _ in (0, 0) }
    _ = add(segment)
  }

  /// Counts a segment, where it has the same fields.
  mutating func add(_ segment: Segment) -> Bool {
    let columns = segment.columns
    // By index: a column that is copied out of the array costs more than all else here.
    guard columns.count == paths.count,
      columns.indices.allSatisfy({ columns[$0].path == paths[$0] })
    else { return false }
    let numbers = segment.valueCounts.numbers
    for index in columns.indices {
      counts[index].values += columns[index].rows.count
      counts[index].numbers += numbers[index]
    }
    return true
  }
}
