extension FacetSubject {
  /// How days are put together; nothing where no dates are counted.
  public var grouping: Grouping? {
    if case .days(_, let grouping) = kind { grouping } else { nil }
  }

  /// Whether dates are counted.
  public var isOfDates: Bool { grouping != nil }

  /// Whether the days between two events are counted.
  public var isOfIntervals: Bool {
    switch kind {
    case .interval, .named: true
    case .values, .days: false
    }
  }

  /// The same dates put together in another way; anything else as it is.
  public func grouped(by grouping: Grouping) -> FacetSubject {
    guard case .days(let target, _) = kind else { return self }
    return FacetSubject(name: name, kind: .days(target, grouping), isOfEvents: isOfEvents)
  }

  /// The subject as one types it: `detainer by month`; years, which are usual, go without saying.
  public var text: String {
    let name = name.contains("->") ? name : QueryText.name(name)
    return grouping.map { $0 == .year ? name : "\(name) by \($0.rawValue)" } ?? name
  }

  /// What every term of its values begins with; nothing where they have none in common.
  public var termPrefix: String? {
    switch kind {
    case .values(let target): QueryText.name(target.writtenName) + ":"
    case .days(_, .weekday), .interval, .named: nil
    case .days(let target, _): QueryText.name(dateName(of: target)) + ":"
    }
  }

  /// The term that finds the cases without a value; nothing where no term says just that.
  public var missingTerm: String? {
    switch kind {
    case .values(let target): "no:" + QueryText.name(target.writtenName)
    case .days(let target, .year), .days(let target, .month),
      .days(let target, .quarter), .days(let target, .fiscalYear):
      "no:" + QueryText.name(target.writtenName)
    case .days, .named: nil
    case .interval: "-" + name
    }
  }

  /// What one writes before the days of a date: the type alone for those of its events.
  func dateName(of target: FieldTarget) -> String {
    target.eventPart == .date ? target.eventType ?? "date" : target.writtenName
  }
}

extension Facet {
  /// The order in which the values say most: dates, intervals and numbers by themselves, anything
  /// else by count.
  public var usualOrder: Order {
    let areNumbers = !values.isEmpty && values.allSatisfy { $0.isNumber }
    return subject.isOrdered || areNumbers ? .natural : .count
  }
}

extension FacetValue {
  /// Whether its place in the natural order is that of a number.
  var isNumber: Bool {
    if case .number = place { true } else { false }
  }
}
