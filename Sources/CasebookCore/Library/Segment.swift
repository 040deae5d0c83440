/// Where the text of a case stands.
public struct Provenance: Sendable, Hashable, BitwiseCopyable {
  /// The number of the file among those of its segment; see ``Segment/file(ofCase:)``.
  public var file: UInt32
  /// The line the record begins on, from 1.
  public var line: UInt32
  /// The first byte of the record in the file's text.
  public var offset: UInt64
  /// How many bytes the record takes.
  public var length: UInt32
  /// The number of the record in its file, from 0; of a table, the row as a spreadsheet counts it.
  public var ordinal: UInt32
}

/// Some tens of thousands of cases as columns, in the order of their files.
///
/// Nothing in it is an object of its own: fields are dictionary-coded columns, dates are day
/// numbers, text is one folded arena. A segment never changes, so any thread may read it.
public final class Segment: Sendable {
  /// How many cases there are.
  public let caseCount: Int
  /// The folded text of the cases.
  public let text: TextArena
  /// The first event of each case, and one more entry: the number of events.
  public let eventStarts: FixedArray<UInt32>
  /// The type of each event, as an index into ``typeNames``.
  public let eventTypes: FixedArray<UInt16>
  /// The days of each event; see ``DateSpan/isUnknown`` for those without a date.
  public let eventSpans: FixedArray<DateSpan>
  /// The names of the types in the order they were first met.
  public let typeNames: [String]
  /// The fields, ordered by path.
  public let columns: [ValueColumn]
  /// Where each case comes from; of a case of several rows of tables, the first.
  public let provenance: FixedArray<Provenance>
  /// The other rows of cases that are made of several rows of tables, in the order of the cases.
  let furtherRows: FixedArray<Provenance>
  /// The case of each of them.
  let furtherRowCases: FixedArray<UInt32>
  /// How many lines of its file stand before the segment, where it is a slice of one.
  public let linesBefore: Int
  /// The number in the library of the first file its cases come from; the others follow it.
  public let firstFile: Int
  /// The traits of each case.
  public let traits: FixedArray<CaseTraits>
  let idBytes: FixedArray<UInt8>
  let idStarts: FixedArray<UInt32>
  private let columnIndices: [FieldPath: Int]

  /// What a segment is made of.
  struct Parts: Sendable {
    var text = TextArena()
    var eventStarts = FixedArray<UInt32>([0])
    var eventTypes = FixedArray<UInt16>([])
    var eventSpans = FixedArray<DateSpan>([])
    var typeNames: [String] = []
    var columns: [ValueColumn] = []
    var provenance = FixedArray<Provenance>([])
    var furtherRows = FixedArray<Provenance>([])
    var furtherRowCases = FixedArray<UInt32>([])
    var traits = FixedArray<CaseTraits>([])
    var idBytes = FixedArray<UInt8>([])
    var idStarts = FixedArray<UInt32>([0])
    var linesBefore = 0
    var firstFile = 0
    var isMapped = false
    /// Of copies that stand elsewhere too: what is counted is the same.
    var counts = CountsOnce()
    var narrow = NarrowOnce()
  }

  let parts: Parts

  init(_ parts: Parts) {
    self.parts = parts
    caseCount = parts.provenance.count
    text = parts.text
    eventStarts = parts.eventStarts
    eventTypes = parts.eventTypes
    eventSpans = parts.eventSpans
    typeNames = parts.typeNames
    columns = parts.columns
    provenance = parts.provenance
    furtherRows = parts.furtherRows
    furtherRowCases = parts.furtherRowCases
    traits = parts.traits
    idBytes = parts.idBytes
    idStarts = parts.idStarts
    linesBefore = parts.linesBefore
    firstFile = parts.firstFile
    var indices: [FieldPath: Int] = [:]
    for (index, column) in columns.enumerated() { indices[column.path] = index }
    columnIndices = indices
  }

  /// No cases.
  static let empty = Segment(Parts())

  /// The same cases, in a file that has more lines before them.
  func following(lines: Int) -> Segment {
    var parts = self.parts
    parts.linesBefore = lines
    return Segment(parts)
  }

  /// The same cases, where other files stand before theirs in the library.
  func placed(atFile firstFile: Int) -> Segment {
    if firstFile == self.firstFile { return self }
    var parts = self.parts
    parts.firstFile = firstFile
    return Segment(parts)
  }

  /// The same cases without the columns of some fields.
  func without(columns paths: Set<FieldPath>) -> Segment {
    var parts = self.parts
    parts.columns.removeAll { paths.contains($0.path) }
    parts.counts = CountsOnce()
    parts.narrow = NarrowOnce()
    return Segment(parts)
  }

  /// How many events there are.
  public var eventCount: Int { eventTypes.count }

  /// The events of a case.
  public func events(ofCase index: Int) -> Range<Int> {
    Int(eventStarts[index])..<Int(eventStarts[index + 1])
  }

  /// The column of a field, where some case has it.
  public func column(_ path: FieldPath) -> ValueColumn? {
    columnIndices[path].map { columns[$0] }
  }

  /// The place of a field among the columns, where some case has it.
  func columnIndex(_ path: FieldPath) -> Int? { columnIndices[path] }

  /// Where everything stands that a case is made of: one place, or several rows of tables.
  func places(ofCase index: Int) -> [Provenance] {
    let further = furtherRowCases.range(of: UInt32(index))
    return [provenance[index]] + further.map { furtherRows[$0] }
  }

  /// The number in the library of the file a case comes from.
  public func file(ofCase index: Int) -> Int { firstFile + Int(provenance[index].file) }

  /// The line a case begins on in its file, from 1.
  public func line(ofCase index: Int) -> Int { Int(provenance[index].line) + linesBefore }

  /// The index of an event type in this segment, where some event has it.
  public func typeIndex(_ name: String) -> UInt16? {
    typeNames.firstIndex(of: name).map(UInt16.init)
  }

  /// The id of a case as written.
  public func id(ofCase index: Int) -> String {
    idBytes.withBuffer { bytes in
      String(
        decoding: bytes[Int(idStarts[index])..<Int(idStarts[index + 1])], as: UTF8.self)
    }
  }

  /// Whether the columns stand in a snapshot, whose memory the system takes back when it needs it.
  var isMapped: Bool { parts.isMapped }

  /// The memory the columns take, in bytes, the text included.
  public var byteCount: Int {
    eventStarts.byteCount + eventTypes.byteCount + eventSpans.byteCount + provenance.byteCount
      + furtherRows.byteCount + furtherRowCases.byteCount + traits.byteCount + idBytes.byteCount
      + idStarts.byteCount + text.byteCount
      + columns.reduce(0) { $0 + $1.byteCount }
  }
}

/// What a case is known for at load, as bits.
public struct CaseTraits: OptionSet, Sendable, BitwiseCopyable {
  /// The bits.
  public let rawValue: UInt8

  /// Makes traits of bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Accounts of the case or of some event differ.
  public static let conflict = CaseTraits(rawValue: 1 << 0)
  /// The case is a single row of a table, and the row has no id: it may be of any person.
  public static let withoutID = CaseTraits(rawValue: 1 << 1)
}
