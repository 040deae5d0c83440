/// Why a text is not a query, as facts: where, what was found, what was expected, what is near.
public struct QueryError: Error, Sendable, Hashable {
  /// Where in the text, in UTF-8 bytes; empty where something is missing.
  public var range: Range<Int>
  /// What it is.
  public var fact: Fact
  /// Whether more typing may mend it: then the last whole filter holds, and nothing is said yet.
  public var isUnfinished: Bool

  /// Makes an error; whether it is unfinished follows from the fact where nothing is said.
  public init(_ fact: Fact, at range: Range<Int>, isUnfinished: Bool? = nil) {
    self.fact = fact
    self.range = range
    self.isUnfinished = isUnfinished ?? fact.isUnfinished
  }

  /// What can be wrong with a query.
  public enum Fact: Sendable, Hashable {
    /// A quotation mark is not closed.
    case unclosedQuotation
    /// A parenthesis is not closed.
    case unclosedParenthesis
    /// A regular expression is not closed.
    case unclosedPattern
    /// Nothing stands behind `or`, `and`, `not`, `-` or an opening parenthesis.
    case missingTerm(after: String)
    /// Nothing stands behind the operator of a field.
    case missingValue(field: String)
    /// A part of a sequence has no event type.
    case missingType
    /// A closing parenthesis without its opening one, or `or` with nothing before it.
    case unexpected(String)
    /// The text is longer than so many bytes.
    case tooLong(limit: Int)
    /// More parentheses stand in each other than this.
    case tooDeep(limit: Int)
    /// There are more terms than this.
    case tooManyTerms(limit: Int)
    /// No field, event type or interval has the name; those that may have been meant.
    case unknownField(String, nearest: [String])
    /// Columns of that name became different fields.
    case ambiguousField(String, candidates: [String])
    /// No event type has the name; those that may have been meant.
    case unknownType(String, nearest: [String])
    /// `is:` does not know the word.
    case unknownTrait(String, nearest: String?, known: [String])
    /// No filter was saved under the name.
    case unknownFilter(String, nearest: String?, known: [String])
    /// A saved filter uses itself, perhaps by way of others.
    case circularFilter(String)
    /// A saved filter cannot be read.
    indirect case savedFilter(String, Fact)
    /// The value of a date term is no date, range of dates or age such as `30d`.
    case notADate(String)
    /// The value of a comparison is neither a number nor a date.
    case notComparable(String)
    /// The number of events is not written in digits.
    case notACount(String)
    /// The bound of a sequence is not `<=90d` or the like.
    case notAGap(String)
    /// The length of a named interval is not `90d`, `28d..58d` or the like.
    case notALength(String)
    /// No interval has the name; those that may have been meant.
    case unknownInterval(String, nearest: [String])
    /// What stands between two arrows is no event.
    case notAStep(String)
    /// A word in the parentheses of `path` is none that it knows.
    case notOfAPath(String)
    /// Which of the events of a type is neither `first`, `last` nor a number from 1.
    case notAnOccurrence(String)
    /// `!->` stands before the last step.
    case absenceNotLast
    /// The operator does not fit: `has:`, `no:` and `is:` take `:` alone, whole values no type.
    case operatorDoesNotFit(String)
    /// `certain:` stands before something else than a date term.
    case certainNeedsDate
    /// `sort:` stands in parentheses or behind `not`.
    case misplacedOrder
    /// A kind of term that cannot be asked of a single event.
    case notOfAnEvent(String)
    /// The regular expression cannot be read.
    case pattern(PatternError)
    /// An operator of another tool that this language does not have there; how to write it instead.
    case foreignOperator(String, spelling: String)
    /// A line that can only be a phrase, and is not understood.
    case notUnderstood(NotUnderstood)
  }
}

extension QueryError.Fact {
  /// Whether more typing may mend it.
  fileprivate var isUnfinished: Bool {
    switch self {
    case .unclosedQuotation, .unclosedParenthesis, .unclosedPattern, .missingTerm, .missingValue,
      .missingType:
      true
    case .unknownField(let name, let nearest), .unknownType(let name, let nearest),
      .unknownInterval(let name, let nearest):
      nearest.contains { $0.lowercased().hasPrefix(name.lowercased()) }
    case .unknownTrait(let word, _, let known), .unknownFilter(let word, _, let known):
      known.contains { $0.hasPrefix(word) }
    case .notADate(let text): DayTest.isBeginning(text)
    case .notALength(let text): LengthReader.isBeginning(text)
    default: false
    }
  }
}

/// Why a regular expression cannot be read.
public enum PatternError: Error, Sendable, Hashable {
  /// A parenthesis is not closed, or not opened.
  case unbalancedParenthesis
  /// A bracket of a class is not closed.
  case unclosedClass
  /// A class holds nothing, or a range whose ends are the wrong way round.
  case emptyClass
  /// Nothing stands before a repetition.
  case nothingToRepeat
  /// The numbers of a repetition are the wrong way round or above the limit.
  case repetition(limit: Int)
  /// A backslash ends the pattern.
  case trailingBackslash
  /// Something of other dialects that cannot be had in linear time, or is not known.
  case unsupported(String)
  /// The pattern needs more states than this.
  case tooLarge(limit: Int)
  /// More parentheses stand in each other than this.
  case tooDeep(limit: Int)
}
