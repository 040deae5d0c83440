extension QueryResolver {
  /// A field term of a case; the name may be that of an event type.
  func field(_ test: FieldTest, _ range: Range<Int>) throws(QueryError) -> PlanNode {
    switch try named(test.name) {
    case .field(let target):
      return .term(PlanTerm(test: try values([target], test), range: range))
    case .type(let type):
      return .term(PlanTerm(test: try events(type, test, range), range: range))
    case .interval(let name):
      return .term(PlanTerm(test: try interval(name, test), range: range))
    }
  }

  /// `detainer_to_release>90d`; each written value is an alternative.
  private func interval(_ name: NamedInterval, _ test: FieldTest) throws(QueryError) -> PlanTest {
    if test.isCertain { throw QueryError(.certainNeedsDate, at: test.name.range) }
    var bounds: [[GapBound]] = []
    for value in test.values {
      guard let read = LengthReader.bounds(test.comparison, value.text) else {
        throw QueryError(.notALength(value.text), at: value.range)
      }
      bounds.append(read)
    }
    return .interval(IntervalPlan(name: name, bounds: bounds, asOf: asOf))
  }

  /// What a name before an operator means; one that is ambiguous there stays so.
  private func named(_ name: WrittenName) throws(QueryError) -> ResolvedName {
    do {
      return try schema.resolve(name)
    } catch {
      throw QueryError(error.fact, at: error.range, isUnfinished: false)
    }
  }

  /// A field term of one event.
  func eventValues(_ test: FieldTest) throws(QueryError) -> PlanTest {
    try values([try schema.resolveEventField(test.name)], test)
  }

  private func values(_ targets: [FieldTarget], _ test: FieldTest) throws(QueryError) -> PlanTest {
    let isDate = targets.contains(where: \.isDate)
    var tests: [ValueTest] = []
    for value in test.values {
      if let pattern = value.pattern, !isDate, !test.isCertain {
        let rule = ValueTest.Rule.fits(try self.pattern(pattern, at: value.range))
        tests.append(ValueTest(ofNumber: rule, ofText: rule))
        continue
      }
      let read = ValueTest(
        test.comparison, value.text, isDate: isDate, isCertain: test.isCertain, today: today)
      guard let read else {
        throw QueryError(
          isDate ? .notADate(value.text) : .notComparable(value.text), at: value.range)
      }
      if test.isCertain, !read.isOfDays {
        throw QueryError(.certainNeedsDate, at: test.name.range)
      }
      tests.append(read)
    }
    return .values(targets, tests)
  }

  /// `type:2023` asks for the days of its events, `type:hartford` for their text.
  private func events(
    _ type: String, _ test: FieldTest, _ range: Range<Int>
  ) throws(QueryError) -> PlanTest {
    let days = test.values.first.flatMap { value in
      ValueTest.days(test.comparison, value.text, isCertain: test.isCertain, today: today)
    }
    if days != nil {
      var test = test
      if test.comparison == .equals { test.comparison = .matches }
      return try values([FieldTarget(name: "date", eventType: type)], test)
    }
    if test.isCertain { throw QueryError(.certainNeedsDate, at: range) }
    guard test.comparison == .matches else {
      let value = test.values.first
      throw QueryError(.notADate(value?.text ?? ""), at: value?.range ?? range)
    }
    var texts: [PlanNode] = []
    for value in test.values {
      texts.append(.term(PlanTerm(test: try text(value), range: value.range)))
    }
    return .event(StepPlan(type: type, condition: texts.count == 1 ? texts[0] : .or(texts)))
  }

  /// A value that is looked for in the text of events.
  private func text(_ value: WrittenValue) throws(QueryError) -> PlanTest {
    guard let written = value.pattern else { return .text(Fold.folded(value.text)) }
    return .pattern(try pattern(written, at: value.range))
  }

  // MARK: - Presence

  func presence(
    _ name: WrittenName, _ range: Range<Int>, ofEvent: Bool
  ) throws(QueryError) -> PlanNode {
    let plan = { (test: PlanTest) in PlanNode.term(PlanTerm(test: test, range: range)) }
    if ofEvent {
      return plan(.presence(.field(try schema.resolveEventField(name))))
    }
    switch name.text {
    case "conflict": return plan(.presence(.conflict))
    case "source", "sources": return plan(.presence(.sources))
    default: break
    }
    if schema.isMap(name.text) { return plan(.presence(.field(FieldTarget(name: name.text)))) }
    switch try schema.resolve(name) {
    case .type(let type): return plan(.event(StepPlan(type: type, condition: .all)))
    case .field(let target): return plan(.presence(.field(target)))
    case .interval(let name):
      return plan(.interval(IntervalPlan(name: name, bounds: [], asOf: asOf)))
    }
  }

  // MARK: - Traits

  static let traits = ["derived", "marked", "minor", "suspicious", "synthetic"]

  /// `is:`; a minor is a person under 18.
  func trait(_ name: WrittenName) throws(QueryError) -> PlanTest {
    switch Schema.named(name.text, among: Self.traits) ?? name.text {
    case "marked": return .marked
    case "minor":
      let under18 = NumberRange(low: -.infinity, high: 18, includesHigh: false)
      return .values(
        [FieldTarget(name: "age")], [ValueTest(ofNumber: .number(under18), ofText: .unknown)])
    case "derived":
      return .values(
        [FieldTarget(name: "outcome_basis"), FieldTarget(name: "basis")], [.beginning("derived")])
    case "synthetic": return .values([FieldTarget(name: "synthetic")], [.beginning("true")])
    case "suspicious": return .presence(.suspiciousText)
    default:
      let nearest = Spelling.nearest(to: name.text, among: Self.traits)
      throw QueryError(
        .unknownTrait(name.text, nearest: nearest, known: Self.traits), at: name.range)
    }
  }
}

extension ValueTest {
  fileprivate static func beginning(_ text: String) -> ValueTest {
    ValueTest(ofNumber: .never, ofText: .beginsWord(Fold.folded(text)))
  }

  /// Whether text is read as a date.
  fileprivate var isOfDays: Bool {
    if case .days = ofText { true } else { false }
  }
}

extension Schema {
  /// Whether fields stand below a name that is no field itself, such as `subject`.
  fileprivate func isMap(_ name: String) -> Bool {
    fields[name] == nil && types[name] == nil
      && fields.keys.contains { $0.hasPrefix(name + ".") }
  }
}
