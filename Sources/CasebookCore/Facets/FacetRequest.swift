/// What facets were asked for: a field with the way its days are put together, and perhaps a second
/// field to cross it with.
///
/// It is written `outcome`, `detainer by month`, `detainer.facility by detainer.outcome` or
/// `detainer by year by detainer.outcome`.
public struct FacetRequest: Sendable, Hashable {
  /// What is counted, or stands down the side of the table.
  public let rows: FacetSubject
  /// What stands along the top of the table; nothing where one field is counted.
  public let columns: FacetSubject?

  /// Joins what stands down the side with what stands along the top.
  public init(_ rows: FacetSubject, by columns: FacetSubject? = nil) {
    self.rows = rows
    self.columns = columns
  }

  /// Reads what was asked for; intervals that go on are counted to the day `asOf`.
  ///
  /// - Throws: A name that means nothing, or a third field, with its range in the text.
  public init(
    _ text: String, in schema: Schema, asOf: DayNumber? = nil
  ) throws(QueryError) {
    var subjects: [FacetSubject] = []
    for part in Self.parts(Array(text.utf8)) {
      if let last = subjects.last, last.isOfDates,
        let grouping = FacetSubject.Grouping(rawValue: part.text)
      {
        subjects[subjects.count - 1] = last.grouped(by: grouping)
        continue
      }
      guard subjects.count < 2 else {
        throw QueryError(.unexpected(part.text), at: part.range)
      }
      do {
        subjects.append(try FacetSubject(part.text, in: schema, asOf: asOf))
      } catch {
        let start = part.range.lowerBound
        throw QueryError(
          error.fact, at: error.range.lowerBound + start..<error.range.upperBound + start)
      }
    }
    guard let first = subjects.first else {
      throw QueryError(.missingTerm(after: ""), at: 0..<0)
    }
    self.init(first, by: subjects.count > 1 ? subjects[1] : nil)
  }

  /// The request as one types it, with whole names.
  public var text: String {
    ([rows] + (columns.map { [$0] } ?? [])).map(\.text).joined(separator: " by ")
  }

  /// What stands between the words `by`, without blanks around it.
  private static func parts(_ bytes: [UInt8]) -> [(text: String, range: Range<Int>)] {
    var words: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      let blank = bytes.blankLength(at: index, to: bytes.count)
      if blank > 0 {
        index += blank
        continue
      }
      let start = index
      while index < bytes.count, bytes.blankLength(at: index, to: bytes.count) == 0 {
        if bytes[index] == UInt8(ascii: "\""),
          let close = try? bytes.endOfQuotation(from: index, to: bytes.count)
        {
          index = close
        } else {
          index += 1
        }
      }
      words.append(start..<index)
    }
    // Where no name stands before it, the word is one: that of who made a statement.
    var groups: [[Range<Int>]] = [[]]
    for word in words {
      if bytes[word].elementsEqual("by".utf8), groups.last?.isEmpty == false {
        groups.append([])
      } else {
        groups[groups.count - 1].append(word)
      }
    }
    return groups.compactMap { group in
      guard let first = group.first, let last = group.last else { return nil }
      let range = first.lowerBound..<last.upperBound
      return (String(decoding: bytes[range], as: UTF8.self), range)
    }
  }
}
