/// The values of a field with the number of cases that have each.
public struct Facet: Sendable, Equatable {
  /// What was counted.
  public var subject: FacetSubject
  /// The values.
  public var values: [FacetValue]
  /// How many cases have no value.
  public var unknownCount: Int
  /// How many cases were counted.
  public var caseCount: Int

  /// How values are put in order.
  public enum Order: Sendable, Hashable {
    /// The most frequent first; equal counts by value.
    case count
    /// Numbers by size, days by time, text by its folded form.
    case natural
    /// Of two crossed fields: the greatest share of a value of the second first, by its number
    /// among them, or of what is not said. Of one field alone as ``count``.
    case share(of: Int?)
  }

  /// The values in an order.
  public func sorted(by order: Order) -> [FacetValue] {
    indices(by: order).map { values[$0] }
  }

  /// The numbers of the values in an order.
  public func indices(by order: Order) -> [Int] {
    switch order {
    case .count, .share:
      values.indices.sorted {
        let (left, right) = (values[$0], values[$1])
        return left.count == right.count
          ? left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
          : left.count > right.count
      }
    case .natural: values.indices.sorted { values[$0].place < values[$1].place }
    }
  }
}

/// A value and how many cases have it.
public struct FacetValue: Sendable, Equatable {
  /// The value: as written; a year `2023`, a month `2023-10`, a day; a day of the week `1` to `7`
  /// from Monday; a bucket of days such as `31..90`.
  public var text: String
  /// How many distinct cases have it.
  public var count: Int
  /// Whether the text is folded: that of long texts, whose exact form the example has.
  public var isFolded: Bool
  /// A row of the library that has the value.
  public var exampleRow: Int
  /// What to add to a filter to see the cases, or nothing where no term says it.
  public var term: String?
  let place: Place

  /// Where the value stands in the natural order.
  enum Place: Sendable, Equatable, Comparable {
    case number(Double)
    case text([UInt8])

    static func < (left: Place, right: Place) -> Bool {
      switch (left, right) {
      case (.number(let left), .number(let right)): left < right
      case (.number, .text): true
      case (.text, .number): false
      case (.text(let left), .text(let right)): left.lexicographicallyPrecedes(right)
      }
    }
  }
}
