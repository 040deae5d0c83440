extension CalendarDate: Comparable, Hashable {
  /// Whether both are written the same.
  public static func == (left: CalendarDate, right: CalendarDate) -> Bool {
    left.text == right.text
  }

  /// Feeds the text.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
  }

  /// Whether the left date comes first in a list.
  ///
  /// A total order, by (1) the first possible day, where an open start is before every day and a
  /// start or year that is not known is after every day; (2) the last possible day, so that
  /// `2013-08-01` is before `2013-08`; (3) the year, which tells years beyond the countable days
  /// apart; (4) the clock time, a date without one first; (5) the text.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    let (leftKey, rightKey) = (left.span.sortKey, right.span.sortKey)
    if leftKey != rightKey { return leftKey < rightKey }
    if let decided = order(left.start?.year, right.start?.year) { return decided }
    if let decided = order(left.start?.time, right.start?.time) { return decided }
    return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  /// Whether the left date comes first in a list in which some have no date: those come last.
  public static func precedes(_ left: CalendarDate?, _ right: CalendarDate?) -> Bool {
    guard let left else { return false }
    guard let right else { return true }
    return left < right
  }

  /// Whether the left is first, a missing value before any; nothing where they are equal.
  private static func order<Value: Comparable>(_ left: Value?, _ right: Value?) -> Bool? {
    guard let left else { return right == nil ? nil : true }
    guard let right else { return false }
    return left == right ? nil : left < right
  }
}
