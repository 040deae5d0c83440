import Testing

@testable import CasebookCore

struct LineupSummaryTests {
  @Test func beforeAndAfterAreToldApart() throws {
    let summary = LineupSummary(
      .event(EventAnchor("hold")), of: Selection(allOf: AlignmentTests.library),
      in: AlignmentTests.library, threads: 2)
    #expect(summary.caseCount == 2)
    #expect(summary.kinds.map(\.type) == ["arrest", "charge", "hold"])
    #expect(summary.kinds.map(\.caseCount) == [2, 1, 1])
    #expect(summary.kinds.map(\.beforeCount) == [0, 1, 0])
    #expect(summary.kinds.map(\.afterCount) == [2, 0, 1])
    #expect(summary.kinds[0].after == DayQuartiles(of: [0, 50]))
    #expect(summary.kinds[1].before == DayQuartiles(of: [10]))
    #expect(summary.extent?.first == -10)
    #expect(summary.extent?.last == 50)
  }

  @Test func nothingHasNoExtent() {
    let none = TestLibrary.of(#"{"id":"a","events":[{"type":"hold"}]}"#)
    let summary = LineupSummary(.calendar, of: Selection(allOf: none), in: none)
    #expect(summary.extent == nil)
    #expect(summary.kinds == [])
  }

  @Test func manyTypesNeedNoMoreMemory() throws {
    let types = 6_000
    let lines = (0..<types).map { type in
      #"{"id":"\#(type)","events":[{"type":"hold","date":"2020-01-01"},"#
        + #"{"type":"own_\#(type)","date":"2023-01-01"}]}"#
    }
    let library = TestLibrary.of(lines.joined(separator: "\n"))
    let origin = LineupOrigin.event(EventAnchor("hold"))
    let summary = LineupSummary(origin, of: Selection(allOf: library), in: library)
    #expect(summary.kinds.count == types)
    #expect(summary.kinds.allSatisfy { $0.after == DayQuartiles(of: [1_096]) })
    #expect(summary.extent == LineupExtent(first: 1_096, low: 1_096, high: 1_096, last: 1_096))
    #expect(LineupDays(types: types, cases: 1_000_000).reach < 1_096)
    let axis = LineupAxis(try #require(summary.extent), columns: 60, origin: origin)
    let counts = SummaryBand(summary, on: axis).rows.map { $0.counts.reduce(0, +) }
    #expect(counts == Array(repeating: 1, count: types))
  }

  @Test(arguments: [1, 2, 3], [LineupOrigin.calendar, .event(EventAnchor("detainer"))])
  func summariesAndBandsAreThoseOfASlowReading(seed: UInt64, origin: LineupOrigin) throws {
    var random = RandomLibrary(seed: seed)
    let library = random.library(cases: 60, segments: 5)
    let selection = Selection(allOf: library)
    let summary = LineupSummary(origin, of: selection, in: library, threads: 2)
    let axis = LineupAxis(try #require(summary.extent), columns: 60, origin: origin)
    let band = SummaryBand(summary, on: axis)
    var cases: [String: Int] = [:]
    var after: [String: [Int]] = [:]
    var columns: [String: [Int]] = [:]
    for row in 0..<library.caseCount {
      let content = try library.decode(row: row).get()
      let anchor = origin.anchor.map { SlowPaths.anchor($0, of: content) }
      if let anchor, anchor == nil { continue }
      let dated = SlowPaths.dated(content)
      let start = anchor.flatMap { index in dated.first { $0.index == index }?.day } ?? 0
      var places: Set<[String]> = []
      var nearest: [String: Int] = [:]
      for event in dated where event.index != anchor ?? nil {
        let day = event.day - start
        places.insert([event.type, String(axis.column(ofDay: day))])
        if day >= 0 { nearest[event.type] = min(nearest[event.type] ?? .max, day) }
      }
      for type in Set(places.map { $0[0] }) { cases[type, default: 0] += 1 }
      for (type, day) in nearest { after[type, default: []].append(day) }
      for place in places { columns[place[0], default: []].append(Int(place[1]) ?? 0) }
    }
    #expect(
      Dictionary(uniqueKeysWithValues: summary.kinds.map { ($0.type, $0.caseCount) }) == cases)
    if origin != .calendar {
      for kind in summary.kinds {
        #expect(kind.after == DayQuartiles(of: after[kind.type] ?? []))
      }
    }
    for row in band.rows {
      let expected = (0..<60).map { column in
        columns[row.type]?.filter { $0 == column }.count ?? 0
      }
      #expect(row.counts == expected)
    }
    #expect(Set(band.rows.map(\.type)) == Set(columns.keys))
  }
}
