/// The terms of a filter that choose or leave out values of a facet.
///
/// The values of a facet are counted without these terms, so that all of them stay in sight and a
/// second one can be chosen. A term belongs to the facet if it names values one by one, such as
/// `outcome:="booked","declined"` or `-outcome:=booked`. Ranges and regular expressions, such as
/// `age:18..25`, do not: they narrow the facet like the terms of any other field.
public struct FacetTerms: Sendable, Equatable {
  /// The values that may occur, each as the term that finds it; a case may have any of them.
  public private(set) var chosen: [String] = []
  /// The values that must not occur, each as the term that finds it.
  public private(set) var leftOut: [String] = []
  /// The terms of the filter that belong to other fields, in order.
  public private(set) var others: [String] = []
  private let subject: FacetSubject

  /// Takes the terms of a filter apart, which must all hold.
  ///
  /// Of several terms that choose values, the first belongs to the facet: a case must pass each of
  /// them, which one choice among values cannot say.
  public init(_ terms: [String], of subject: FacetSubject) {
    self.subject = subject
    for term in terms {
      if let values = subject.values(of: term), chosen.isEmpty {
        chosen = values
      } else if term.hasPrefix("-"), let values = subject.values(of: String(term.dropFirst())) {
        leftOut += values
      } else if term == subject.presentTerm {
        leftOut += subject.missingTerm.map { [$0] } ?? []
      } else {
        others.append(term)
      }
    }
  }

  /// Whether some term belongs to the facet.
  public var isEmpty: Bool { chosen.isEmpty && leftOut.isEmpty }

  /// Whether the value with a term is chosen.
  public func chooses(_ term: String) -> Bool { chosen.contains { isSame($0, term) } }

  /// Whether the value with a term is left out.
  public func leavesOut(_ term: String) -> Bool { leftOut.contains { isSame($0, term) } }

  /// Chooses a value by its term, or chooses it no longer; the value is then not left out either.
  public mutating func choose(_ term: String) {
    let wasChosen = chooses(term)
    drop(term)
    if !wasChosen { chosen.append(term) }
  }

  /// Leaves a value out by its term, or does so no longer; the value is then not chosen either.
  public mutating func leaveOut(_ term: String) {
    let wasLeftOut = leavesOut(term)
    drop(term)
    if !wasLeftOut { leftOut.append(term) }
  }

  private mutating func drop(_ term: String) {
    chosen = chosen.filter { !isSame($0, term) }
    leftOut = leftOut.filter { !isSame($0, term) }
  }

  /// Whether two terms name one value: `outcome:booked` as typed, and `outcome:=booked`.
  private func isSame(_ one: String, _ other: String) -> Bool {
    guard one != other, let left = value(one), let right = value(other) else { return one == other }
    return Fold.folded(left) == Fold.folded(right)
  }

  private func value(_ term: String) -> String? {
    subject.termHeads.first { term.hasPrefix($0) }.map { String(term.dropFirst($0.count)) }
  }

  /// The terms of the facet as they are written in a filter: one for all chosen values, and one for
  /// each value that is left out.
  public var written: [String] {
    let choice = chosen.isEmpty ? [] : [Self.either(chosen, of: subject)]
    return choice + leftOut.map { $0 == subject.missingTerm ? presence : Query.negation(of: $0) }
  }

  private var presence: String { subject.presentTerm ?? "" }

  /// One term that some of others hold: `outcome:="booked","declined" or no:outcome`.
  private static func either(_ terms: [String], of subject: FacetSubject) -> String {
    var heads: [String] = []
    var values: [String: [String]] = [:]
    for term in terms {
      let head = subject.termHeads.first { term.hasPrefix($0) } ?? term
      if values[head] == nil { heads.append(head) }
      values[head, default: []].append(String(term.dropFirst(head.count)))
    }
    let alternatives = heads.map { head in
      let term = head + list(values[head] ?? [], behind: head)
      return isOneTerm(term) ? term : "(\(term))"
    }
    return alternatives.joined(separator: " or ")
  }

  /// Values that are alternatives. Behind `:=` they are read as such if they are in quotation marks.
  private static func list(_ values: [String], behind head: String) -> String {
    let needsMarks = values.count > 1 && head.hasSuffix("=")
    return values.map { needsMarks && !$0.hasPrefix("\"") ? "\"\($0)\"" : $0 }
      .joined(separator: ",")
  }

  private static func isOneTerm(_ text: String) -> Bool {
    (try? Query.parse(text))?.parts.count == 1
  }
}

extension FacetSubject {
  /// The term that finds the cases with any value; nil if no term says just that.
  var presentTerm: String? { missingTerm.map { Query.negation(of: $0) } }

  /// What the terms of single values begin with, the sign included, the longer one first; empty if
  /// the values are not written behind a name and a sign.
  var termHeads: [String] {
    termPrefix.map { [$0 + "=", $0] } ?? []
  }

  /// The values that a term names one by one, each as the term that finds it; nil if the term says
  /// anything else.
  func values(of term: String) -> [String]? {
    guard term != missingTerm else { return [term] }
    guard term != presentTerm, let root = (try? Query.parse(term))?.root else { return nil }
    let text = Array(term.utf8)
    var nodes = [root]
    if case .or(let alternatives) = root { nodes = alternatives }
    var values: [String] = []
    for node in nodes {
      guard let found = self.values(of: node, in: text) else { return nil }
      values += found
    }
    return values
  }

  private func values(of node: QueryNode, in text: [UInt8]) -> [String]? {
    let written = Self.text(text, node.range)
    if written == missingTerm { return [written] }
    if isOfIntervals { return isBucket(written) ? [written] : nil }
    guard case .term(let term) = node, case .field(let test) = term.kind, !test.isCertain,
      let head = head(of: test)
    else { return nil }
    let isExact = test.comparison == .equals
    var found: [String] = []
    for value in test.values {
      guard value.pattern == nil, isExact || isSingle(value.text) else { return nil }
      found.append(head + QueryText.value(value.text))
    }
    return found
  }

  /// What stands before the values of a test, where that is a test of this field for single values.
  private func head(of test: FieldTest) -> String? {
    guard let termPrefix, test.comparison == .matches || test.comparison == .equals else {
      return nil
    }
    let head = QueryText.name(test.name.text) + test.comparison.rawValue
    return head.hasPrefix(termPrefix) ? head : nil
  }

  /// Whether a value behind `:` is one of those that are counted: one number or text, or a date as
  /// exact as the dates that are counted.
  private func isSingle(_ text: String) -> Bool {
    guard !text.contains("..") else { return false }
    guard let grouping, grouping != .weekday else { return grouping == nil }
    return text.utf8.count { $0 == UInt8(ascii: "-") } == grouping.hyphens
  }

  /// Whether a term is one of the stretches of days that intervals are counted by.
  private func isBucket(_ term: String) -> Bool {
    (0..<DayBucket.count).contains { intervalTerm($0) == term }
  }

  private static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}

extension FacetSubject.Grouping {
  /// The hyphens in a date that is as exact as the group.
  fileprivate var hyphens: Int {
    switch self {
    case .year, .weekday, .week, .quarter, .fiscalYear: 0
    case .month: 1
    case .day: 2
    }
  }
}
