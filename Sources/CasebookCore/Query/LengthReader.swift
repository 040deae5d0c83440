/// Reads how long an interval may be: `>90d`, `:28d..58d`, `:30d..`.
enum LengthReader {
  /// The bounds of a comparison with what is written behind it; nothing where that is no length.
  static func bounds(_ comparison: Comparison, _ text: String) -> [GapBound]? {
    let bytes = Array(text.utf8)
    switch comparison {
    case .equals: return nil
    case .matches: return range(bytes)
    default:
      return span(bytes[...]).map { [GapBound(comparison: comparison, span: $0)] }
    }
  }

  /// Whether more typing may make it a length.
  static func isBeginning(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let last = bytes.rangeDots.map { bytes[($0 + 2)...] } ?? bytes[...]
    let rest = last.drop { $0.isDigit }
    return rest.isEmpty || rest.elementsEqual("m".utf8) || rest.elementsEqual(".".utf8)
  }

  /// One length, or two with `..` between, of which one may be left out.
  private static func range(_ bytes: [UInt8]) -> [GapBound]? {
    guard let dots = bytes.rangeDots else {
      guard let span = span(bytes[...]) else { return nil }
      return [.greaterOrEqual, .lessOrEqual].map { GapBound(comparison: $0, span: span) }
    }
    let (low, high) = (bytes[..<dots], bytes[(dots + 2)...])
    guard !low.isEmpty || !high.isEmpty else { return nil }
    var bounds: [GapBound] = []
    for (part, comparison) in [(low, Comparison.greaterOrEqual), (high, .lessOrEqual)]
    where !part.isEmpty {
      guard let span = span(part) else { return nil }
      bounds.append(GapBound(comparison: comparison, span: span))
    }
    return bounds
  }

  private static func span(_ bytes: ArraySlice<UInt8>) -> CalendarSpan? {
    Array(bytes).calendarSpan(0..<bytes.count, bareUnit: .days)
  }
}

/// A named interval as a term asks for it: `interval:"detainer to release">90d`.
public struct IntervalTest: Sendable, Hashable {
  /// The name.
  public var name: WrittenName
  /// How long it may be; nothing asks only whether there is such an interval.
  public var bounds: [GapBound]
}

extension AtomReader {
  /// The part behind `interval:`: a name, in quotation marks or with `_` for its blanks, and
  /// perhaps a comparison.
  func interval(_ range: Range<Int>) throws(QueryError) -> IntervalTest {
    var end = range.lowerBound
    if bytes[end] == UInt8(ascii: "\"") {
      end = try bytes.endOfQuotation(from: end, to: range.upperBound)
    } else {
      end = bytes.endOfName(from: end, to: range.upperBound, dots: false)
    }
    let written = range.lowerBound..<end
    let name = WrittenName(text: bytes.unquoted(written), range: written)
    guard end < range.upperBound else { return IntervalTest(name: name, bounds: []) }
    guard let (comparison, length) = bytes.comparison(at: end, to: range.upperBound) else {
      throw QueryError(.notALength(text(end..<range.upperBound)), at: end..<range.upperBound)
    }
    let value = end + length..<range.upperBound
    guard !value.isEmpty else { throw QueryError(.missingValue(field: name.text), at: value) }
    guard let bounds = LengthReader.bounds(comparison, text(value)) else {
      throw QueryError(.notALength(text(value)), at: value)
    }
    return IntervalTest(name: name, bounds: bounds)
  }
}
