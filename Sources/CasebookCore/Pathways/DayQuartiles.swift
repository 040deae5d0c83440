/// The quartiles of some numbers of days.
///
/// Between two numbers they are interpolated in proportion, so that the median of an even count is
/// the mean of the two in the middle.
public struct DayQuartiles: Sendable, Hashable {
  /// A quarter of the numbers is at most this.
  public var first: Double
  /// A half of the numbers is at most this.
  public var median: Double
  /// Three quarters of the numbers are at most this.
  public var third: Double
  /// How many numbers there are.
  public var count: Int

  /// Finds the quartiles of numbers; nothing where there are none.
  public init?(of numbers: some Sequence<Int>) {
    let sorted = numbers.sorted()
    guard !sorted.isEmpty else { return nil }
    self.init(count: sorted.count) { sorted[$0] }
  }

  /// Finds the quartiles by the number that has so many before it in order.
  init(count: Int, _ number: (_ rank: Int) -> Int) {
    self.count = count
    first = Self.quantile(1, count, number)
    median = Self.quantile(2, count, number)
    third = Self.quantile(3, count, number)
  }

  /// The quantile at so many quarters.
  private static func quantile(_ quarters: Int, _ count: Int, _ number: (Int) -> Int) -> Double {
    let (rank, rest) = ((count - 1) * quarters).quotientAndRemainder(dividingBy: 4)
    let low = number(rank)
    if rest == 0 { return Double(low) }
    return Double(low) + Double(number(rank + 1) - low) * Double(rest) / 4
  }

  /// The ranks that quartiles of a count need, ascending.
  static func ranks(of count: Int) -> [Int] {
    (1...3).flatMap { quarters in
      let (rank, rest) = ((count - 1) * quarters).quotientAndRemainder(dividingBy: 4)
      return rest == 0 ? [rank] : [rank, rank + 1]
    }
  }
}
