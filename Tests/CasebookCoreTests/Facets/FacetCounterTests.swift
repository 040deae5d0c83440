import Testing

@testable import CasebookCore

@Suite struct FacetCounterTests {
  private static let today = DayNumber(rawValue: 20_000)

  /// Fields of every kind: of cases, of events, of both, mixed, of a type, dates, types, ids.
  private static let fields = [
    "title", "status", "tags", "age", "mix", "extra.b", "facility", "outcome", "text", "amount",
    "type", "detainer.outcome", "own_type.facility", "id",
  ]

  @Test(arguments: 0..<12)
  func countsAgreeWithASlowCount(_ seed: Int) throws {
    var source = RandomLibrary(seed: UInt64(seed) + 500)
    let library = source.library(cases: 50)
    let schema = Schema(of: library)
    let cases = try (0..<50).map { try library.decode(row: $0).get() }
    for field in Self.fields {
      let plan = try QueryPlan(
        source.query(depth: 1), in: schema, today: Self.today, saved: RandomLibrary.saved)
      let selection = plan.selection(in: library)
      let facet = Facet(try FacetSubject(field, in: schema), of: selection, in: library)
      var slow: [String: Int] = [:]
      var unknown = 0
      for row in selection.rows {
        let values = SlowReader(content: cases[Int(row)], today: Self.today).values(field)
        let texts = Set(values.compactMap(\.written))
        if texts.isEmpty { unknown += 1 }
        for text in texts { slow[text, default: 0] += 1 }
      }
      let fast = Dictionary(uniqueKeysWithValues: facet.values.map { ($0.text, $0.count) })
      #expect(fast == Self.folded(slow, facet), "\(field) of \(plan.query.text)")
      #expect(facet.unknownCount == unknown)
      #expect(facet.caseCount == selection.count)
    }
  }

  @Test(arguments: [2, 3, 7])
  func severalThreadsCountTheSame(threads: Int) throws {
    var source = RandomLibrary(seed: 77)
    var library = source.library(cases: 30)
    for segment in source.library(cases: 40).segments + source.library(cases: 9).segments {
      library.apply(.segment(segment, ProblemList(), refused: 0, bytes: 0))
    }
    let schema = Schema(of: library)
    for field in Self.fields + ["date", "detainer", "detainer->release"] {
      guard let subject = try? FacetSubject(field, in: schema) else { continue }
      let all = Selection(allOf: library)
      let facet = Facet(subject, of: all, in: library, threads: threads)
      #expect(facet == Facet(subject, of: all, in: library), "\(field)")
    }
  }

  /// Long texts are counted folded; these differ in nothing but that.
  private static func folded(_ counts: [String: Int], _ facet: Facet) -> [String: Int] {
    let isFolded = facet.values.contains { $0.isFolded }
    guard isFolded else { return counts }
    var folded: [String: Int] = [:]
    for (text, count) in counts {
      folded[String(decoding: Fold.folded(text), as: UTF8.self), default: 0] += count
    }
    return folded
  }

  private static let dated = """
    {"id":"1","place":"Hartford","events":[{"type":"detainer","date":"2023-10-13/2024","place":"Hartford"}]}
    {"id":"2","events":[{"type":"detainer","date":"2023-11"},{"type":"detainer","date":"2023-12-01"}]}
    {"id":"3","events":[{"type":"detainer","date":"../2020"},{"type":"ice_arrest","date":"201X"}]}
    {"id":"4","place":["a","b"],"events":[{"type":"detainer","place":"b"},{"type":"removal","date":"1850-01-01"}]}
    {"id":"5","events":[{"type":"detainer","date":"2023-10-13","facility":"x","outcome":"booked"},
    """ + #"{"type":"detainer","facility":"x"},{"type":"ice_arrest","date":"2023-11-20"}]}"#

  @Test(
    arguments: [
      ("date", nil, "2023=3 1850=1 2010=1 unknown 0"),
      ("detainer", nil, "2023=3 unknown 2"),
      ("detainer", .month, "2023-10=2 2023-11=1 2023-12=1 unknown 2"),
      ("detainer", .day, "2023-10-13=1 2023-12-01=1 unknown 3"),
      ("date", .weekday, "5=2 1=1 2=1 unknown 2"),
      ("removal", .weekday, "2=1 unknown 4"),
      ("place", nil, "Hartford=1 a=1 b=1 unknown 3"),
      ("detainer->ice_arrest", nil, "31..90=1 unknown 4"),
      ("detainer.facility", nil, "x=1 unknown 4"), ("det.facility", nil, "No field"),
      ("own", nil, "No field"),
    ] as [(String, FacetSubject.Grouping?, String)])
  func everyCaseCountsOnceForAValue(
    _ field: String, _ grouping: FacetSubject.Grouping?, _ expected: String
  ) throws {
    let library = Self.library
    guard let subject = try? FacetSubject(field, by: grouping, in: Schema(of: library)) else {
      #expect(expected == "No field")
      return
    }
    let facet = Facet(subject, of: Selection(allOf: library), in: library)
    let values = facet.sorted(by: .count).map { "\($0.text)=\($0.count)" }
    #expect((values + ["unknown \(facet.unknownCount)"]).joined(separator: " ") == expected)
  }

  @Test func termOfAValueFindsAsManyCases() throws {
    var source = RandomLibrary(seed: 77)
    let library = source.library(cases: 80)
    let schema = Schema(of: library)
    var tried = 0
    for field in ["status", "tags", "age", "facility", "detainer.outcome", "amount", "type"] {
      let facet = Facet(
        try FacetSubject(field, in: schema), of: Selection(allOf: library), in: library)
      for value in facet.values {
        let plan = try QueryPlan(try #require(value.term), in: schema, today: Self.today)
        #expect(plan.selection(in: library).count == value.count, "\(value.term ?? "")")
        tried += 1
      }
    }
    #expect(tried > 20)
  }

  @Test func naturalOrderIsThatOfNumbersDaysAndFoldedText() throws {
    let order = { (field: String) throws -> [String] in
      let subject = try FacetSubject(field, by: .month, in: Schema(of: Self.library))
      let facet = Facet(subject, of: Selection(allOf: Self.library), in: Self.library)
      return facet.sorted(by: .natural).map(\.text)
    }
    #expect(try order("place") == ["a", "b", "Hartford"])
    #expect(try order("date") == ["1850-01", "2010-01", "2023-10", "2023-11", "2023-12"])
  }

  static let library: Library = {
    let lines = dated.replacing(",\n{\"type\"", with: ",{\"type\"")
    let bytes = SourceBytes(Array(lines.utf8))
    return Loader().load([.embedded(name: "dated.jsonl", bytes: bytes)], title: "dated")
  }()
}
