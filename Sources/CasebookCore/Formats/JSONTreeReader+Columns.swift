internal import CColumns
internal import CJSON

/// How far ordinary records of a text have been read straight into columns.
struct OrdinaryRun {
  fileprivate var work: ccolumns_work
  /// Whether there may be ordinary records at all.
  fileprivate let isPossible: Bool

  /// Starts at the beginning of a text.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - file: the number of the file in its segment.
  ///   - elements: whether records are the elements of an array; else they are lines.
  ///   - limits: the limits that a reader of trees keeps.
  ///   - isPossible: whether records may be read so at all.
  init(_ source: SourceText, file: UInt32, elements: Bool, limits: TreeLimits, isPossible: Bool) {
    work = ccolumns_work()
    work.file = file
    work.first_byte = UInt64(source.firstByte)
    work.line = UInt32(clamping: source.firstLine)
    work.key_limit = UInt32(clamping: limits.keysPerObject)
    work.elements = elements
    self.isPossible = isPossible && limits.depth >= Self.deepest
  }

  /// Lists and maps inside each other that an ordinary record may have, and the list around it.
  private static let deepest = 24

  /// The number that the next element has, from 0.
  var ordinal: Int {
    get { Int(work.ordinal) }
    set { work.ordinal = UInt32(clamping: newValue) }
  }

  /// How many lines end in the text; only what lies behind the last ordinary record is looked at.
  func lineCount(of source: SourceText) -> Int {
    withUnsafePointer(to: work) { work in
      let bytes = source.bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
      let last = ccolumns_last_line(work, bytes, UInt32(clamping: source.bytes.count))
      return Int(last) - source.firstLine
    }
  }
}

extension JSONTreeReader {
  /// Reads records straight into columns up to the next that is out of the ordinary; that one is
  /// read as a tree next.
  func readOrdinary(_ run: inout OrdinaryRun, into columns: OpaquePointer?) {
    guard run.isPossible, let reader, let columns else { return }
    _ = ccolumns_read(columns, reader, &run.work)
  }
}
