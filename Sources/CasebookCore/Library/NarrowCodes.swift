import CScan
import Synchronization

// Hot path: a byte a case is all that a filter by such a column reads.

/// The codes of a column of cases in a byte each, for columns with few distinct values of which no
/// case has two.
struct NarrowCodes: Sendable {
  /// By case, 0 where it has no value, else one more than its code.
  let codes: FixedArray<UInt8>

  /// The most distinct values there may be.
  static let mostValues = Int(CSCAN_CODES) - 1

  /// Nothing where the column has more values, long ones, or several of one case.
  init?(_ column: ValueColumn, cases: Int) {
    guard column.path.scope == .wholeCase, column.valueCount <= Self.mostValues,
      column.longRanges.count == 0
    else { return nil }
    var codes = [UInt8](repeating: 0, count: cases)
    let isSingle = column.rows.withBuffer { rows in
      column.codes.withBuffer { values in
        var repeats = 0
        for entry in rows.indices {
          let row = Int(rows[entry])
          repeats += codes[row] == 0 ? 0 : 1
          codes[row] = UInt8(truncatingIfNeeded: values[entry] + 1)
        }
        return repeats == 0
      }
    }
    guard isSingle else { return nil }
    self.codes = FixedArray(codes)
  }

  /// Marks the cases by what was found of each code.
  func mark(_ findings: [Finding], _ words: Marks.Words) {
    var table = [UInt8](repeating: 0, count: Int(CSCAN_CODES))
    for (code, finding) in findings.enumerated() {
      switch finding {
      case .unknown: break
      case .failed: table[code + 1] = UInt8(CSCAN_COMPARED)
      case .passed: table[code + 1] = UInt8(CSCAN_COMPARED | CSCAN_PASSED)
      }
    }
    codes.withBuffer { codes in
      cscan_look_up(
        cscan_best_level(), codes.baseAddress, codes.count, table, findings.count + 1,
        words.compared, words.passed)
    }
  }
}

extension Segment {
  /// Makes the narrow codes of each column once, when they are first asked for.
  final class NarrowOnce: Sendable {
    private let made = Mutex<[Int: NarrowCodes?]>([:])

    func codes(ofColumn index: Int, in segment: Segment) -> NarrowCodes? {
      if let known = made.withLock({ $0[index] }) { return known }
      let new = NarrowCodes(segment.columns[index], cases: segment.caseCount)
      made.withLock { $0[index] = .some(new) }
      return new
    }
  }

  /// The codes of a column in a byte each, where that is all they need.
  func narrowCodes(_ path: FieldPath) -> NarrowCodes? {
    guard path.scope == .wholeCase, let index = columnIndex(path) else { return nil }
    return parts.narrow.codes(ofColumn: index, in: self)
  }
}
