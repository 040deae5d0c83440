/// Finds what is too rare among cases to be shared.
///
/// First every value that fewer than ``smallest`` cases have is withheld. What is left of a case
/// together, age, sex, citizenship, place and status, must stand in as many cases again; one after
/// the other is given up until it does. Records that repeat an id count as one case.
public struct SmallCells: Sendable {
  /// The fewest cases that may share a value: the bound of many public statistics.
  public static let smallest = 11

  private var values: [SharedCase.Cell: Tally] = [:]
  private var groups: [Group: Tally] = [:]

  /// What a case says together, after some of it was given up.
  private struct Group: Hashable {
    var values: [String?]
    var givenUp: Int
  }

  /// The first few cases that have something.
  private struct Tally {
    private var cases: [Int] = []

    var isCommon: Bool { cases.count >= SmallCells.smallest }

    mutating func add(_ number: Int) {
      if !isCommon, !cases.contains(number) { cases.append(number) }
    }
  }

  /// Counts nothing yet.
  public init() {}

  /// Counts the values of a case; every case has to be counted before any value is withheld.
  ///
  /// - Parameters:
  ///   - shared: The case.
  ///   - number: The same for all records with one id.
  public mutating func count(_ shared: SharedCase, as number: Int) {
    for cell in shared.cells { values[cell, default: Tally()].add(number) }
  }

  /// Counts what a case says together, once all values are counted.
  public mutating func countTogether(_ shared: SharedCase, as number: Int) {
    let shared = withoutRareValues(shared)
    for givenUp in 0...SharedCase.personKeys.count {
      groups[group(of: shared, givenUp: givenUp), default: Tally()].add(number)
    }
  }

  /// The case without what is too rare, once all cases are counted both ways.
  public func suppressed(_ shared: SharedCase) -> SharedCase {
    var shared = withoutRareValues(shared)
    let all = 0...SharedCase.personKeys.count
    let needed =
      all.first { groups[group(of: shared, givenUp: $0)]?.isCommon ?? false } ?? all.upperBound
    for key in SharedCase.personKeys.prefix(needed) { shared.withhold(key) }
    return shared
  }

  private func withoutRareValues(_ shared: SharedCase) -> SharedCase {
    var result = shared
    result.withhold { !(values[$0]?.isCommon ?? false) }
    return result
  }

  private func group(of shared: SharedCase, givenUp: Int) -> Group {
    Group(
      values: SharedCase.personKeys.dropFirst(givenUp).map(shared.value), givenUp: givenUp)
  }
}
