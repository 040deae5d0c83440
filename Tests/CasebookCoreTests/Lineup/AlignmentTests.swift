import Testing

@testable import CasebookCore

struct AlignmentTests {
  static let library = TestLibrary.of(
    #"{"id":"a","events":[{"type":"charge","date":"2020-01-01"},{"type":"hold","date":"2020-01-31"},"#
      + #"{"type":"hold","date":"2020-01-11/2020-02-01"},{"type":"arrest","date":"2020-03"}]}"#,
    #"{"id":"b","events":[{"type":"hold","date":"2020-05"},{"type":"arrest","date":"2020-05-01"}]}"#,
    #"{"id":"c","events":[{"type":"hold"},{"type":"arrest","date":"2021"}]}"#,
    #"{"id":"d","events":[{"type":"arrest","date":"2021"}]}"#)

  @Test(arguments: [
    (EventAnchor("hold"), "a b", 2, 1), (EventAnchor("hold", .last), "a b", 2, 1),
    (EventAnchor("hold", .number(2)), "a", 3, 0), (EventAnchor("arrest"), "a b c d", 0, 0),
    (EventAnchor("none"), "", 4, 0),
  ])
  func casesWithoutTheEventLeave(
    anchor: EventAnchor, ids: String, leftOut: Int, undated: Int
  ) {
    let alignment = Alignment(
      on: anchor, of: Selection(allOf: Self.library), in: Self.library, threads: 2)
    let found = alignment.cases.rows.map { Self.library.id(ofRow: Int($0)) }
    #expect(found.joined(separator: " ") == ids)
    #expect(alignment.leftOutCount == leftOut)
    #expect(alignment.undatedCount == undated)
  }

  @Test func theOrderOfTheListStays() {
    let alignment = Alignment(
      on: EventAnchor("arrest"), of: Selection(allOf: Self.library), in: Self.library)
    #expect(alignment.rows(of: [3, 1, 0]) == [3, 1, 0])
  }

  @Test(arguments: [
    (
      EventAnchor("hold"),
      [
        "charge -10 exact(-10)", "hold 0 exact(0) anchor", "hold 20 exact(20)",
        "arrest 50 range(50...80)",
      ]
    ),
    (
      EventAnchor("hold", .last),
      [
        "charge -30 exact(-30)", "hold -20 exact(-20)", "hold 0 exact(0) anchor",
        "arrest 30 range(30...60)",
      ]
    ),
  ])
  func offsetsAreDaysOrRanges(anchor: EventAnchor, expected: [String]) throws {
    let offsets = try #require(CaseOffsets(ofRow: 0, in: Self.library, from: anchor))
    let lines = offsets.entries.map {
      "\($0.type) \($0.days) \($0.count)\($0.isAnchor ? " anchor" : "")"
    }
    #expect(
      lines.map { $0.replacing("ClosedRange(", with: "").replacing("))", with: ")") } == expected)
  }

  @Test func aCaseWithoutTheEventHasNoOffsets() {
    #expect(CaseOffsets(ofRow: 2, in: Self.library, from: EventAnchor("hold")) == nil)
  }

  @Test(arguments: [1, 2, 3], [EventAnchor.Occurrence.first, .last, .number(1), .number(2)])
  func anchorsAreThoseOfASlowReading(seed: UInt64, occurrence: EventAnchor.Occurrence) throws {
    var random = RandomLibrary(seed: seed)
    let library = random.library(cases: 60, segments: 5)
    for type in RandomLibrary.types {
      let anchor = EventAnchor(type, occurrence)
      let alignment = Alignment(on: anchor, of: Selection(allOf: library), in: library, threads: 2)
      let expected = try (0..<library.caseCount).filter {
        SlowPaths.anchor(anchor, of: try library.decode(row: $0).get()) != nil
      }
      #expect(alignment.cases.rows.map(Int.init) == expected)
    }
  }
}
