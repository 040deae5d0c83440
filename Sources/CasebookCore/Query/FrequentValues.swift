import Synchronization

/// The most frequent values of fields, counted once for a library and kept.
public final class FrequentValues: Sendable {
  private let library: Library
  private let schema: Schema
  private let kept = Mutex<[String: [FacetValue]]>([:])
  private let caseLimit: Int
  private let valueLimit: Int

  /// Prepares for a library.
  ///
  /// - Parameters:
  ///   - library: The library as far as it is loaded.
  ///   - schema: Its names.
  ///   - caseLimit: How many cases are counted at most, from the first.
  ///   - valueLimit: How many values of a field are kept.
  public init(
    of library: Library, schema: Schema, caseLimit: Int = 200_000, valueLimit: Int = 1_000
  ) {
    self.library = library
    self.schema = schema
    self.caseLimit = caseLimit
    self.valueLimit = valueLimit
  }

  /// The values of a field, the most frequent first; days are put together by year.
  public func values(of field: String) -> [(text: String, count: Int)] {
    let known = kept.withLock { $0[field] }
    let values = known ?? count(field)
    return values.map { ($0.text, $0.count) }
  }

  /// The value of a field that is nearest to the only one a part of a filter asks for; nothing where
  /// none is near, or where it asks for something else.
  public func nearest(to part: QueryPart) -> String? {
    guard case .term(let term) = part.node, case .field(let test) = term.kind,
      test.comparison == .matches || test.comparison == .equals, let value = test.values.first,
      test.values.count == 1, value.pattern == nil
    else { return nil }
    return Spelling.nearest(to: value.text, among: values(of: test.name.text).map(\.text))
  }

  private func count(_ field: String) -> [FacetValue] {
    guard let subject = try? FacetSubject(field, in: schema) else { return [] }
    var counter = FacetCounter(subject)
    for (index, segment) in library.segments.enumerated() {
      let first = library.firstRows[index]
      if first >= caseLimit { break }
      let all = Bitmap(count: segment.caseCount, filled: true)
      counter.add(segment, all, firstRow: first)
    }
    let values = Array(counter.facet.sorted(by: .count).prefix(valueLimit))
      .filter { !$0.isFolded }
    kept.withLock { $0[field] = values }
    return values
  }
}
