/// Why a question of statistics cannot be answered, as facts.
public enum QuestionError: Error, Sendable, Hashable {
  /// A name or an operator means nothing.
  case query(QueryError)
  /// No event of the library is of the type, so that the question can never hold.
  case noEvent(of: String)
  /// Events of a type have no such field; the types that do.
  case notOfType(field: String, type: String, others: [String])
  /// Values of the field are no numbers.
  case notANumber(String)
  /// Events of a type have no end, so that they have no length.
  case withoutLength(String)
  /// Dates are grouped, but what is measured is of no event.
  case needsEvents(String)
  /// Lengths are limited, but what is measured is no time.
  case notATime(String)
  /// The first day is after the last.
  case wrongWayRound
  /// There are more days than can be counted one by one.
  case tooManyDays(limit: Int)
  /// Events are counted, but the field is of cases.
  case notOfEvents(String)
  /// Bounds of times for what is no time, or the other way round.
  case binsDoNotFit(String, isTime: Bool)
  /// Bounds that cannot be read or do not ascend.
  case notBins(String)
  /// A day that cannot be read.
  case notADay(String)
  /// No event of the type has a first day to count from.
  case withoutDays(String)
  /// Two libraries have no table of the same kind, or no id of a case, in common.
  case noCommonTable
  /// One library is a release of tables and the other is of case files.
  case differentKinds
}
