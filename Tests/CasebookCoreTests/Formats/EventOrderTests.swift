import Testing

@testable import CasebookCore

/// Events of one day in the tables of a release stand in the order of a path through custody.
struct EventOrderTests {
  private func events(_ release: String, _ rows: String) throws -> String {
    let profile = try Profile(
      yaml: """
        profile: 1
        release: \(release)
        case: {id: <n>}
        events: [{type: <type>, date: {from: <date>, to: <end>}}]
        rest: nowhere
        """)
    let text = "n,type,date,end\n" + rows.split(separator: ";").map { "1,\($0)\n" }.joined()
    let bytes = Array(text.utf8)
    return try bytes.withUnsafeBytes { bytes in
      var source = try TableSource(bytes, fileName: "t.csv", profiles: [profile])
      let tree = DataTree()
      let made = source.nextCase(into: tree)
      _ = try #require(made)
      return CaseDecoder(tree: tree, defaultID: "").decode(0).events
        .map { "\($0.type) \($0.date?.text ?? "-")" }.joined(separator: "; ")
    }
  }

  @Test(arguments: [
    (
      "removal,2024-01-05,;ice_custody,2024-01-05,2024-01-05;ice_arrest,2024-01-05,",
      "ice_arrest 2024-01-05; ice_custody 2024-01-05/2024-01-05; removal 2024-01-05"
    ),
    // Times of day tell events of one type apart, those of others not.
    (
      "ice_release,2024-01-05T09:30:00,;ice_arrest,2024-01-05T18:51:00,;detainer,2024-01-05,",
      "detainer 2024-01-05; ice_arrest 2024-01-05T18:51:00; ice_release 2024-01-05T09:30:00"
    ),
    (
      "ice_arrest,2024-01-05T18:51:00,;ice_arrest,2024-01-05T09:30:00,;ice_arrest,2024-01-05,",
      "ice_arrest 2024-01-05; ice_arrest 2024-01-05T09:30:00; ice_arrest 2024-01-05T18:51:00"
    ),
    // An interval has no times, but its start does.
    (
      "ice_custody,2024-01-05T22:00:00,2024-02-01;ice_custody,2024-01-05T08:00:00,2024-01-05",
      "ice_custody 2024-01-05/2024-01-05; ice_custody 2024-01-05/2024-02-01"
    ),
    // Other days keep their places, and so do unknown days, unknown types and equal types.
    (
      "removal,2024-03-01,;hearing,,;ice_custody,2024-01-05,;odd,2024-01-05,;encounter,2024-01-05,",
      "removal 2024-03-01; hearing -; encounter 2024-01-05; ice_custody 2024-01-05; odd 2024-01-05"
    ),
  ])
  func eventsOfOneDayAreOrdered(rows: String, expected: String) throws {
    #expect(try events("folder", rows) == expected)
  }

  @Test func aSingleListOfEventsKeepsItsOrder() throws {
    #expect(
      try events("file", "removal,2024-01-05,;ice_arrest,2024-01-05,")
        == "removal 2024-01-05; ice_arrest 2024-01-05")
  }

  @Test func manyEventsAreOrderedAsFewAre() throws {
    let days = (1...30).map { "removal,2024-01-\($0 < 10 ? "0" : "")\($0)," }
    let rows = (days + ["ice_arrest,2024-01-07,"]).joined(separator: ";")
    let found = try events("folder", rows).split(separator: "; ")
    #expect(found[6] == "ice_arrest 2024-01-07")
    #expect(found.last == "removal 2024-01-07")
    #expect(found[5] == "removal 2024-01-06")
  }

  @Test func everyTypeOfAPathIsOneOfTheVocabulary() {
    #expect(EventOrder.path.allSatisfy { Vocabulary.standard.known($0) != nil })
    #expect(Set(EventOrder.path).count == EventOrder.path.count)
  }
}
