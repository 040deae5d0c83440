import Testing

@testable import CasebookCore

struct IntervalQueryTests {
  private static let library: Library = {
    let cases = [
      "a": "detainer 2023-01-01, jail_release 2023-01-31",
      "b": "detainer 2023-01-01, jail_release 2023-04-01, ice_arrest 2023-04-04",
      "c": "ice_custody 2023-01-01/2023-01-10, ice_custody 2023-01-11/2023-02-10",
      "d": "ice_custody 2023-05-01/..",
      "e": "detainer 2023-01-01, jail_release 2023-02",
      "f": "hearing 2023-01-01",
    ]
    let text = cases.sorted { $0.key < $1.key }.map { id, events in
      let list = events.split(separator: ", ").map { event in
        let words = event.split(separator: " ")
        return "{\"type\":\"\(words[0])\",\"date\":\"\(words[1])\"}"
      }
      return "{\"id\":\"\(id)\",\"events\":[\(list.joined(separator: ","))]}\n"
    }
    let bytes = SourceBytes(Array(text.joined().utf8))
    return Loader().load([.embedded(name: "cases.jsonl", bytes: bytes)], title: "t")
  }()

  private static let asOf = dayNumber("2023-05-31")

  private func plan(_ text: String) throws -> QueryPlan {
    try QueryPlan(
      text, in: Schema(of: Self.library), today: dayNumber("2026-01-01"), asOf: Self.asOf)
  }

  private func ids(_ text: String) throws -> String {
    let plan = try plan(text)
    let selection = plan.selection(in: Self.library)
    let rows =
      plan.order.isEmpty
      ? selection.rows : RowOrder().rows(of: selection, by: plan.order, in: Self.library).all
    return rows.map { Self.library.id(ofRow: Int($0)) }.joined()
  }

  @Test(arguments: [
    ("interval:\"detainer to release\"", "abe"),
    ("interval:\"detainer to release\">30d", "be"),
    ("interval:\"detainer to release\">=30d", "abe"),
    ("interval:\"Detainer-to-Release\"<=1mo", "ae"),
    ("interval:detainer_to_release:30d..40d", "ae"),
    ("interval:\"detainer to release\":90d", "b"),
    ("interval:detainer_to_release:..30", "a"),
    ("interval:length_of_stay", "cd"),
    ("detainer_to_release>30d", "be"),
    ("detainer_to_release:30..31,90d", "abe"),
    ("length_of_stay:40d", "c"),
    ("length_of_stay:..30d", "d"),
    ("-length_of_stay:..30d", "c"),
    ("has:length_of_stay", "cd"),
    ("no:length_of_stay", "abef"),
    ("has:release_to_ice_arrest", "b"),
    ("time_at_liberty:3d", "b"),
    ("detainer_to_release>0 sort:-detainer_to_release", "bea"),
    ("sort:length_of_stay", "dcabef"),
  ])
  func intervalsAreTermsAndKeys(text: String, expected: String) throws {
    #expect(try ids(text) == expected)
  }

  @Test(arguments: [
    (
      "interval:\"detaner to release\"",
      "9 29 unknownInterval(\"detaner to release\", nearest: "
        + "[\"detainer to release\"])", false
    ),
    (
      "interval:release",
      "9 16 unknownInterval(\"release\", nearest: "
        + "[\"release to ICE arrest\", \"release to new arrest\", \"detainer to release\"])", true
    ),
    ("interval:\"length of stay\">", "26 26 missingValue(field: \"length of stay\")", true),
    ("interval:\"length of stay\">long", "26 30 notALength(\"long\")", false),
    ("length_of_stay:30d..9m", "15 22 notALength(\"30d..9m\")", true),
    ("length_of_stay:=30d", "16 19 notALength(\"30d\")", false),
    (
      "detainer(interval:\"length of stay\")",
      "9 34 "
        + "notOfAnEvent(\"interval:\\\"length of stay\\\"\")", false
    ),
    ("interval:", "9 9 missingValue(field: \"interval\")", true),
  ])
  func whatCannotBeReadIsSaidWithItsPlace(text: String, expected: String, unfinished: Bool) {
    do {
      _ = try plan(text)
      Issue.record("read")
    } catch let error as QueryError {
      #expect("\(error.range.lowerBound) \(error.range.upperBound) \(error.fact)" == expected)
      #expect(error.isUnfinished == unfinished)
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test(arguments: [
    ("interval:", ["\"charge to detainer\"", "\"detainer to release\""]),
    ("interval:\"de", ["\"detainer to release\""]),
    ("interval:len", ["\"length of stay\""]),
    ("interval:\"length of stay\"", ["<=30d", "<=90d"]),
    ("interval:\"length of stay\">", [">30d", ">90d"]),
    ("length_of_stay:3", ["31d..90d"]),
    ("has:time_", ["time_in_jail", "time_at_liberty"]),
    ("sort:-length", ["length_of_stay"]),
    ("length_o", ["length_of_stay"]),
  ])
  func theWayOnIsSuggested(text: String, expected: [String]) {
    let completion = Completion(schema: Schema(of: Self.library))
    let found = completion.suggestions(for: text, cursor: text.utf8.count) { _ in [] }
    #expect(found.prefix(expected.count).map(\.text) == expected)
  }

  @Test func facetsCountByBucketsWhoseTermsFindTheSameCases() throws {
    let subject = try FacetSubject(
      "length_of_stay", in: Schema(of: Self.library), asOf: Self.asOf)
    let facet = Facet(subject, of: try plan("").selection(in: Self.library), in: Self.library)
    #expect(facet.sorted(by: .natural).map { "\($0.text) \($0.count)" } == ["8..30 1", "31..90 1"])
    #expect(facet.unknownCount == 4)
    for value in facet.values {
      #expect(try ids(try #require(value.term)).count == value.count)
    }
  }

  @Test func columnsSayTheLengthAsFarAsItIsKnown() throws {
    let schema = Schema(of: Self.library)
    let cell = { (name: String, row: Int) throws -> [String] in
      let column = try CaseColumn(name, in: schema, asOf: Self.asOf)
      return column.values(of: try #require(try? Self.library.decode(row: row).get()))
    }
    #expect(try cell("detainer_to_release", 0) == ["30 days"])
    #expect(try cell("detainer_to_release", 4) == ["31 to 58 days"])
    #expect(try cell("length_of_stay", 3) == ["30 days so far"])
    #expect(try cell("length_of_stay", 0) == [])
  }
}

/// Columns and whole cases tell the same intervals.
struct IntervalWalkTests {
  @Test(arguments: 0..<60)
  func segmentsAndCasesAgree(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let types = [
      "criminal_charge", "detainer", "jail_release", "ice_arrest", "ice_custody", "jail_custody",
      "criminal_arrest", "ice_release", "removal", "hearing",
    ]
    var lines = ""
    for id in 0..<20 {
      let events = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        let type = types[Int.random(in: 0..<types.count, using: &random)]
        let day = 10 + Int.random(in: 0..<18, using: &random)
        let forms = [
          "2023-01-\(day)", "2023-02-\(day)", "2023-02", "2023", "2023-01-\(day)/2023-02-\(day)",
          "2023-01-\(day)/..", "2023-01-\(day)/", "../2023-01-\(day)", "2023-01-\(day)/2023-03",
          "XXXX",
        ]
        let date = forms[Int.random(in: 0..<forms.count, using: &random)]
        return "{\"type\":\"\(type)\",\"date\":\"\(date)\"}"
      }
      lines += "{\"id\":\"\(id)\",\"events\":[\(events.joined(separator: ","))]}\n"
    }
    let library = Loader().load(
      [.embedded(name: "c.jsonl", bytes: SourceBytes(Array(lines.utf8)))], title: "t")
    let asOf = dayNumber("2023-06-01")
    for name in NamedInterval.standard {
      var walk = IntervalWalk(name, in: library.segments[0], asOf: asOf)
      for row in 0..<library.caseCount {
        var found: [Int] = []
        walk.visit(row) { from, to in found.append(from.distance(to: to)) }
        let content = try library.decode(row: row).get()
        let expected = CaseIntervals(content.chronology, names: [name], asOf: asOf).named
          .map { interval -> Int in
            let first = interval.interval.from.earliest
            let last: DayNumber? =
              if case .stay = name.measure { interval.interval.to.latest } else {
                interval.interval.to.earliest
              }
            return first.flatMap { first in last.map { max(0, first.distance(to: $0)) } } ?? -1
          }
        #expect(found.sorted() == expected.sorted(), "\(name.name) of case \(row)")
      }
    }
  }
}
