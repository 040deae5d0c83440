/// One test of a query as it is written; names are not looked up yet.
public struct QueryTerm: Sendable, Hashable {
  /// Where it stands in the text, in UTF-8 bytes.
  public var range: Range<Int>
  /// What it asks.
  public var kind: Kind

  /// What a term can ask.
  public enum Kind: Sendable, Hashable {
    /// The text of the case contains a word or a phrase.
    case text(String)
    /// A string of the case fits a regular expression.
    case pattern(String)
    /// A value of a field passes a comparison; the name may be that of an event type.
    case field(FieldTest)
    /// Something of the names is there, or nothing of them is.
    case presence([WrittenName], isPresent: Bool)
    /// The case is of one of the kinds: `is:minor`.
    case trait([WrittenName])
    /// The case passes the filter that was saved under a name: `@declined`.
    case saved(WrittenName)
    /// The case has so many events of a type.
    case count(WrittenName, Comparison, Int)
    /// One event of a type passes all that stands in the parentheses.
    case event(EventStep)
    /// Events follow each other.
    case sequence(EventSequence)
    /// The case has a named interval, perhaps of some length.
    case interval(IntervalTest)
    /// The path of the case begins with some steps.
    case path(WrittenPath)
  }
}

/// A name as it is written; names are not abbreviated.
public struct WrittenName: Sendable, Hashable {
  /// The name without quotation marks.
  public var text: String
  /// Where it stands in the text, in UTF-8 bytes.
  public var range: Range<Int>
}

/// A value as it is written.
public struct WrittenValue: Sendable, Hashable {
  /// The value without quotation marks; a regular expression with its slashes.
  public var text: String
  /// The regular expression without its slashes, where the value is one.
  public var pattern: String?
  /// Where it stands in the text, in UTF-8 bytes.
  public var range: Range<Int>
}

/// How a value is compared.
public enum Comparison: String, Sendable, Hashable, CaseIterable {
  /// A word of the text begins with it, or the text fits the expression; a number is it or lies in
  /// its range; a date may lie in it.
  case matches = ":"
  /// The whole value is written so.
  case equals = ":="
  /// Below it; dates: perhaps before its first day.
  case less = "<"
  /// Below or at it.
  case lessOrEqual = "<="
  /// Above it; dates: perhaps after its last day.
  case greater = ">"
  /// Above or at it.
  case greaterOrEqual = ">="
}

/// A comparison of the values of a field, each written value an alternative.
public struct FieldTest: Sendable, Hashable {
  /// The field.
  public var name: WrittenName
  /// How it is compared.
  public var comparison: Comparison
  /// The alternatives.
  public var values: [WrittenValue]
  /// Whether only dates without mark or unspecified digit may pass.
  public var isCertain: Bool
}

/// An event of a type that passes a condition.
public struct EventStep: Sendable, Hashable {
  /// The type.
  public var type: WrittenName
  /// What the one event must pass; ``QueryNode/all`` where nothing more is asked.
  public var condition: QueryNode
  /// Where it stands in the text, in UTF-8 bytes.
  public var range: Range<Int>
}

/// Steps of which each is the first of its kind at or after the one before.
public struct EventSequence: Sendable, Hashable {
  /// Where it begins.
  public var first: EventStep
  /// What follows; at least one.
  public var links: [Link]

  /// One arrow with what it leads to.
  public struct Link: Sendable, Hashable {
    /// Whether no such event may follow; in the last link only.
    public var isAbsence: Bool
    /// The event it leads to.
    public var step: EventStep
    /// How long the gap may be.
    public var bound: GapBound?
  }
}

/// The first steps of a path, and how events become one.
public struct WrittenPath: Sendable, Hashable {
  /// The event types of the steps; at least one.
  public var steps: [WrittenName]
  /// Whether nothing may come after them.
  public var isWhole = false
  /// Whether steps of one type in a row are one.
  public var mergesRepeats = false
  /// Whether the path is read towards the past.
  public var isBackwards = false
  /// Which event of the first step's type the path begins at; the first of the case where nothing
  /// is said.
  public var start: EventAnchor.Occurrence?
  /// The types that make steps; all of them where nothing is said.
  public var types: [WrittenName]?
  /// The types that make none.
  public var hidden: [WrittenName] = []
}

/// A bound of the gap between two events.
public struct GapBound: Sendable, Hashable {
  /// One of the four orderings.
  public var comparison: Comparison
  /// How long the gap is.
  public var span: CalendarSpan
}

/// A stretch of time by the calendar.
public struct CalendarSpan: Sendable, Hashable {
  /// How many units.
  public var amount: Int
  /// The unit.
  public var unit: Unit

  /// The units of the language.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    /// Days.
    case days = "d"
    /// Weeks.
    case weeks = "w"
    /// Months of the calendar.
    case months = "mo"
    /// Years of the calendar.
    case years = "y"
  }
}

extension CalendarSpan {
  /// Reads a length as it is written, such as `90d`; nothing where it is none or has no unit.
  public init?(written text: String) {
    let bytes = Array(text.utf8)
    guard let span = bytes.calendarSpan(0..<bytes.count, bareUnit: nil) else { return nil }
    self = span
  }
}

/// One key of an order as it is written.
public struct SortTerm: Sendable, Hashable {
  /// What the rows are ordered by.
  public var subject: Subject
  /// Whether the greatest comes first.
  public var isDescending: Bool
  /// Where it stands in the text, in UTF-8 bytes.
  public var range: Range<Int>

  /// What rows can be ordered by.
  public enum Subject: Sendable, Hashable {
    /// A field, or the date of an event type.
    case name(WrittenName)
    /// The days from an event to the first of another type at or after it.
    case interval(WrittenName, WrittenName)
    /// The number of events, of a type or of all.
    case count(WrittenName?)
  }
}
