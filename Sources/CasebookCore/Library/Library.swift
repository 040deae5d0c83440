/// The cases that were loaded: segments in the order of their files, and what was met on the way.
///
/// A value of references: copying it costs little, and a copy never changes under its reader.
public struct Library: Sendable {
  /// What the library is called: the folder or file that was named.
  public var title: String
  /// The files, in the order of their cases.
  public private(set) var files: [SourceFile] = []
  /// The columns, in order.
  public private(set) var segments: [Segment] = []
  /// The first row of each segment, and one more entry: the number of cases.
  public private(set) var firstRows: [Int] = [0]
  /// What was met while loading.
  public private(set) var problems = ProblemList()
  /// How many records or files were refused.
  public private(set) var refusedCount = 0
  /// Whether loading still goes on, or was stopped before it was done.
  public var isPartial = false
  /// Whether its cases are perhaps without what stands further on in their files.
  public internal(set) var holdsBeginnings = false
  /// What the library says of itself.
  public let settings: LibrarySettings
  /// What the columns of its tables became.
  private(set) var columns = SourceColumns()
  /// What was read at one go each, those without cases too.
  private(set) var units: [LoadedUnit] = []

  /// Makes an empty library; a title of its own settings comes before the one given.
  public init(title: String, settings: LibrarySettings = LibrarySettings()) {
    self.title = settings.title ?? title
    self.settings = settings
  }

  /// The kinds of events.
  public var vocabulary: Vocabulary { settings.vocabulary }

  /// The named intervals.
  public var intervals: [NamedInterval] { settings.intervals }

  /// How many cases there are.
  public var caseCount: Int { firstRows[firstRows.count - 1] }

  /// How many events there are.
  public var eventCount: Int { segments.reduce(0) { $0 + $1.eventCount } }

  /// The segment of a row, and the case in it.
  ///
  /// - Complexity: O(log segments).
  public func locate(_ row: Int) -> (segment: Segment, index: Int) {
    precondition(row >= 0 && row < caseCount)
    var low = 0
    var high = segments.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if firstRows[middle] <= row { low = middle } else { high = middle - 1 }
    }
    return (segments[low], row - firstRows[low])
  }

  /// The id of a case.
  public func id(ofRow row: Int) -> String {
    let (segment, index) = locate(row)
    return segment.id(ofCase: index)
  }

  /// The rows whose id is the one given, in order; more than one where ids repeat.
  public func rows(withID id: String) -> [Int] {
    let bytes = Array(id.utf8)
    var found: [Int] = []
    for (number, segment) in segments.enumerated() {
      found += segment.cases(withID: bytes).map { firstRows[number] + $0 }
    }
    return found
  }

  /// Whether some event is of a type.
  public func hasType(_ name: String) -> Bool {
    segments.contains { $0.typeIndex(name) != nil }
  }

  /// Whether some case or event has a field.
  public func hasField(_ path: FieldPath) -> Bool {
    segments.contains { $0.column(path) != nil }
  }

  /// The file of a case, and where in it the case stands.
  public func origin(ofRow row: Int) -> (file: SourceFile, place: Provenance) {
    let (segment, index) = locate(row)
    return (files[segment.file(ofCase: index)], segment.provenance[index])
  }

  /// How many further rows of tables a case is made of, and how many files all of them stand in.
  public func furtherRows(ofRow row: Int) -> (rows: Int, files: Int) {
    let (segment, index) = locate(row)
    let places = segment.places(ofCase: index)
    return (places.count - 1, Set(places.map(\.file)).count)
  }

  /// The columns alone, for answers found on another thread while the library grows: growing then
  /// copies nothing, for the parts that grow are not shared.
  public var columnsOnly: Library {
    var copy = self
    copy.files = []
    copy.units = []
    copy.problems = ProblemList()
    return copy
  }

  // MARK: - Growing

  /// Adds files; their cases follow with segments.
  mutating func add(files more: [SourceFile]) {
    files += more
  }

  /// Adds what was read at one go.
  mutating func add(_ unit: LoadedUnit) {
    for (offset, finding) in unit.files.enumerated() {
      files[unit.segment.firstFile + offset].identity = finding.identity
      files[unit.segment.firstFile + offset].table = finding.table
      if let table = finding.table { columns.add(table) }
    }
    units.append(unit)
    guard unit.segment.caseCount > 0 else { return }
    firstRows.append(caseCount + unit.segment.caseCount)
    segments.append(unit.segment)
  }

  mutating func add(problems more: ProblemList, refused: Int) {
    problems.add(more)
    refusedCount += refused
  }
}

/// A file of a library.
public struct SourceFile: Sendable {
  /// The path to open; nothing for standard input and the built-in samples.
  public var path: String?
  /// What it is called in the library.
  public var name: String
  /// The real path of the folder that it was found in and must not lead out of; nil for a file that
  /// was named itself.
  var folder: String?
  /// How its text is read.
  public var format: SourceFormat
  /// How its text comes out of the file.
  public var form: TextForm = .plain
  /// Why its text is read in another encoding than UTF-8, if it is.
  var encoding: EncodingFinding?
  /// The part of the file at `path` that it is, if it is not the whole file.
  public var part: FilePart?
  /// What it was when it was loaded; before that, when it was found.
  public var identity: FileIdentity?
  /// When it was found, in nanoseconds since 1970; 0 for what is no file.
  var found: Int64 = 0
  /// The bytes, where they cannot be read again.
  public var retained: SourceBytes?
  /// How its rows become cases, where it is a table.
  var table: TableDecoder?
  /// The limits it was loaded under, which hold again when a case is read from it.
  var limits = TreeLimits()
  /// Its text, if that has to be made from its beginning on.
  var expanded: ExpandedFile?

  /// Where it is, for reading.
  var place: SourcePlace { SourcePlace(path: path ?? "", folder: folder) }

  /// The path as the user would name it, with the part that is meant, as in
  /// `detainers.xlsx, sheet FY2025`.
  public var displayPath: String {
    guard let part else { return path ?? name }
    return "\(path ?? "standard input"), \(part.kind.rawValue) \(part.name)"
  }

  /// What distinguishes it from all other files of a library.
  var key: SourceKey { SourceKey(path: path ?? "", form: form) }
}

/// What a file, or a part of one, is distinguished by.
struct SourceKey: Hashable, Sendable {
  var path: String
  var form: TextForm
}

extension Segment {
  /// The cases with an id, as indices.
  func cases(withID id: [UInt8]) -> [Int] {
    idBytes.withBuffer { bytes in
      idStarts.withBuffer { starts in
        (0..<caseCount).filter { index in
          let start = Int(starts[index])
          let end = Int(starts[index + 1])
          return end - start == id.count && bytes[start..<end].elementsEqual(id)
        }
      }
    }
  }
}
