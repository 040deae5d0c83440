/// Finds what is too rare among cases to be shared.
///
/// First every value that fewer than ``smallest`` cases have is taken out. What is left of a case
/// together, age, sex, citizenship, place and status, must stand in as many cases again; one after
/// the other is given up until it does.
public struct SmallCells: Sendable {
  /// The fewest cases that may share a value: the bound of many public statistics.
  public static let smallest = 11

  private var counts: [SharedCase.Cell: Int] = [:]
  private var groups: [Group: Int] = [:]

  /// What a case says together, after some of it was given up.
  private struct Group: Hashable {
    var values: [String?]
    var givenUp: Int
  }

  /// Counts nothing yet.
  public init() {}

  /// Counts the values of a case; every case has to be counted before any is taken out of.
  public mutating func count(_ shared: SharedCase) {
    for cell in shared.cells { counts[cell, default: 0] += 1 }
  }

  /// Counts what a case says together, once all values are counted.
  public mutating func countTogether(_ shared: SharedCase) {
    let shared = withoutRareValues(shared)
    for givenUp in 0...SharedCase.caseKeys.count {
      groups[group(of: shared, givenUp: givenUp), default: 0] += 1
    }
  }

  /// The case without what is too rare, once all cases are counted both ways.
  public func suppressed(_ shared: SharedCase) -> SharedCase {
    var shared = withoutRareValues(shared)
    let all = 0...SharedCase.caseKeys.count
    let needed =
      all.first { groups[group(of: shared, givenUp: $0), default: 0] >= Self.smallest }
      ?? all.upperBound
    for key in SharedCase.caseKeys.prefix(needed) { shared.withhold(key) }
    return shared
  }

  private func withoutRareValues(_ shared: SharedCase) -> SharedCase {
    var result = shared
    for key in SharedCase.caseKeys {
      if let value = shared.value(key), isRare(SharedCase.Cell(key: key, value: value)) {
        result.withhold(key)
      }
    }
    result.withholdEventValues(isRare)
    return result
  }

  private func isRare(_ cell: SharedCase.Cell) -> Bool {
    counts[cell, default: 0] < Self.smallest
  }

  private func group(of shared: SharedCase, givenUp: Int) -> Group {
    Group(
      values: SharedCase.caseKeys.dropFirst(givenUp).map(shared.value), givenUp: givenUp)
  }
}
