/// A query whose names are found in a schema and whose values are read: ready to be evaluated.
public struct QueryPlan: Sendable, Hashable {
  /// The query as written.
  public let query: Query
  let root: PlanNode
  /// The keys of the order, the first the most important.
  public let order: [OrderKey]
  /// What each part of the query asks, in the order of ``Query/parts``; nothing for the order.
  let parts: [PlanNode?]

  /// The plan that every case passes.
  public static let everything = QueryPlan(query: .everything, root: .all, order: [], parts: [])

  init(query: Query, root: PlanNode, order: [OrderKey], parts: [PlanNode?]) {
    self.query = query
    self.root = root
    self.order = order
    self.parts = parts
  }

  /// Finds the names of a query in a schema, and `@name` among the saved filters.
  ///
  /// Ages such as `date:<30d` are counted back from today, intervals that go on up to `asOf`, which
  /// is today where nothing is said.
  ///
  /// - Throws: The first name or value that means nothing.
  public init(
    _ query: Query, in schema: Schema, today: DayNumber, asOf: DayNumber? = nil,
    saved: [String: String] = [:]
  ) throws(QueryError) {
    let resolver = QueryResolver(
      schema: schema, today: today, asOf: asOf ?? today, filters: saved)
    var parts: [PlanNode?] = []
    for part in query.parts {
      guard let node = part.node else {
        parts.append(nil)
        continue
      }
      parts.append(try resolver.node(node))
    }
    let order =
      query.order.isEmpty
      ? try resolver.orderOfSaved(query.root) : try resolver.order(query.order)
    self.init(
      query: query, root: try resolver.node(query.root), order: order, parts: parts)
  }

  /// Reads a text and finds its names.
  ///
  /// - Throws: What is wrong with the text, or the first name or value that means nothing.
  public init(
    _ text: String, in schema: Schema, today: DayNumber, asOf: DayNumber? = nil,
    saved: [String: String] = [:]
  ) throws(QueryError) {
    try self.init(Query.parse(text), in: schema, today: today, asOf: asOf, saved: saved)
  }

  /// Whether it asks which cases the user marked, so that its answer changes with the marks.
  public var asksForMarks: Bool { root.asksForMarks }
}

/// A part of a plan.
indirect enum PlanNode: Sendable, Hashable {
  case all
  case term(PlanTerm)
  case not(PlanNode)
  case and([PlanNode])
  case or([PlanNode])
}

/// One test of a plan, with its place in the text of the query.
struct PlanTerm: Sendable, Hashable {
  var test: PlanTest
  var range: Range<Int>
}

/// What is asked of a case, or of an event inside `type(...)`.
enum PlanTest: Sendable, Hashable {
  /// Some string of it contains the folded text.
  case text([UInt8])
  /// Some string of it fits the expression.
  case pattern(Pattern)
  /// Some value of the targets passes one of the alternatives.
  case values([FieldTarget], [ValueTest])
  /// Something is there.
  case presence(PresenceTarget)
  /// There are so many events of a type.
  case count(String, Comparison, Int)
  /// The user marked the case.
  case marked
  /// Some event passes.
  case event(StepPlan)
  /// Events follow each other.
  case sequence(SequencePlan)
  /// There is a named interval.
  case interval(IntervalPlan)
  /// The path of the case begins with some steps.
  case path(PathPlan)
}

/// What `has:` and `no:` ask for.
enum PresenceTarget: Sendable, Hashable {
  case field(FieldTarget)
  /// Sources of the case or of an event.
  case sources
  /// Accounts that differ.
  case conflict
  /// Text that may not be what it seems.
  case suspiciousText
}

/// An event of a type that passes a condition.
struct StepPlan: Sendable, Hashable {
  var type: String
  var condition: PlanNode
}

/// Steps of which each is the first of its kind at or after the one before.
struct SequencePlan: Sendable, Hashable {
  var first: StepPlan
  var links: [Link]

  struct Link: Sendable, Hashable {
    var isAbsence: Bool
    var step: StepPlan
    var bound: GapBound?
  }
}

/// The first steps of a path.
struct PathPlan: Sendable, Hashable {
  var steps: [String]
  var isWhole: Bool
  var rule: PathRule
}

/// One key of the order of rows.
public struct OrderKey: Sendable, Hashable {
  /// Whether the greatest comes first; rows without a value are last either way.
  public var isDescending: Bool
  let subject: OrderSubject

  init(_ subject: OrderSubject, isDescending: Bool) {
    self.subject = subject
    self.isDescending = isDescending
  }
}

/// What rows are ordered by.
enum OrderSubject: Sendable, Hashable {
  case values(FieldTarget)
  /// The dates of a field or of the events of a type.
  case days(FieldTarget)
  /// The days from an event to the first of another type at or after it.
  case interval(String, String)
  /// The days of a named interval, counted to a day where it goes on.
  case named(NamedInterval, asOf: DayNumber)
  /// The number of events, of a type or of all.
  case eventCount(String?)
}
