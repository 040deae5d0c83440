/// What kind of value a dictionary entry is; the number is its salt in the dictionary.
enum ScalarKind: UInt8 {
  case text, number, boolean
}

/// The values of one field in one segment.
///
/// Each entry pairs a row (a case or an event of the segment) with a code; rows ascend, and a row
/// with several values stands several times. Short values are codes of a dictionary. Long ones,
/// which seldom repeat, are stretches of the folded text instead: their exact text is read from
/// the source when it is asked for.
public struct ValueColumn: Sendable {
  /// The field.
  public let path: FieldPath
  /// The case or event of each entry, ascending.
  public let rows: FixedArray<UInt32>
  /// The code of each entry; from ``longText`` on, the number of a long text plus that.
  public let codes: FixedArray<UInt32>
  let kinds: FixedArray<UInt8>
  let valueBytes: FixedArray<UInt8>
  let valueStarts: FixedArray<UInt32>
  /// Start and end of each long text in the folded text of the segment, two numbers each.
  let longRanges: FixedArray<UInt32>

  /// The first code that stands for a long text.
  public static let longText: UInt32 = 1 << 31

  /// How many distinct short values there are.
  public var valueCount: Int { kinds.count }

  /// A short value as written.
  public func value(_ code: UInt32) -> String {
    valueBytes.withBuffer { bytes in
      let start = Int(valueStarts[Int(code)])
      let end = Int(valueStarts[Int(code) + 1])
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
  }

  /// What kind of value a short value is.
  func kind(_ code: UInt32) -> ScalarKind { ScalarKind(rawValue: kinds[Int(code)]) ?? .text }

  /// The folded text of a long value, as a range of the segment's text.
  func longRange(_ code: UInt32) -> Range<Int> {
    let index = Int(code - Self.longText) * 2
    return Int(longRanges[index])..<Int(longRanges[index + 1])
  }

  /// The entries of one row.
  ///
  /// - Complexity: O(log entries).
  public func entries(ofRow row: UInt32) -> Range<Int> {
    let start = lowerBound(row)
    var end = start
    while end < rows.count, rows[end] == row { end += 1 }
    return start..<end
  }

  /// The first entry whose row is not before a row.
  func lowerBound(_ row: UInt32) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The memory the column takes, in bytes.
  public var byteCount: Int {
    rows.byteCount + codes.byteCount + kinds.byteCount + valueBytes.byteCount
      + valueStarts.byteCount + longRanges.byteCount
  }
}
