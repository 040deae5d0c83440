import Foundation
import Testing

@testable import CasebookCore

/// Event files of LifeLines2, LifeFlow and EventFlow open as libraries.
struct EventFileTests {
  /// The cases of a file, each as lines of `type date label | key=value`.
  private func cases(_ text: String, name: String = "events.txt") throws -> [String] {
    let library = try library(text, name: name)
    return try (0..<library.caseCount).map { row in
      let content = try library.decode(row: row).get()
      let events = content.events.map { event in
        let fields = event.fields.filter { $0.key != "label" }
          .map { "\($0.key)=\($0.value.written ?? "?")" }
        let words = [event.type, event.date?.text ?? "-", event.label ?? "-"] + fields
        return words.joined(separator: " ")
      }
      return "\(content.id): \(events.joined(separator: "; "))"
    }
  }

  private func library(_ text: String, name: String = "events.txt") throws -> Library {
    var loader = Loader()
    loader.profiles = try BuiltInProfiles.all
    return loader.load(
      [.embedded(name: name, bytes: SourceBytes(Array(text.utf8)))], title: "events")
  }

  @Test func pointsOfLifeLines2() throws {
    let text = """
      p1\tDetainer\t2008-10-01
      p2\tICE arrest\t2008-10-03 14:05:00
      p1\tRelease from jail\t2008-10-09

      """
    #expect(
      try cases(text) == [
        "p1: detainer 2008-10-01 Detainer; release_from_jail 2008-10-09 Release from jail",
        "p2: ice_arrest 2008-10-03T14:05:00 ICE arrest",
      ])
  }

  @Test func intervalsAndAttributesOfEventFlow() throws {
    let text = """
      1\tDetainer\t1/6/2011\t\tFacility="Hartford; north"; Doctor's ID="5487"
      1\tIce custody\t1/2/2011 08:30\t1/10/2011\tType="stint"; Name="A. Person"
      "6 b"\tHearing\t12/31/2011

      """
    #expect(
      try cases(text) == [
        "1: detainer 2011-01-06 Detainer facility=Hartford; north doctor_s_id=5487; "
          + "ice_custody 2011-01-02/2011-01-10 Ice custody attribute_type=stint "
          + "start=2011-01-02T08:30:00",
        "6 b: hearing 2011-12-31 Hearing",
      ])
  }

  @Test func pointsWithAttributesOfLifeFlow() throws {
    let text = "4318\tArrival\t2010-01-19 03:53:00\tWard=\"3\"\n4318\tRoom\t2010-01-19 06:44:00\n"
    #expect(
      try cases(text) == [
        "4318: arrival 2010-01-19T03:53:00 Arrival ward=3; room 2010-01-19T06:44:00 Room"
      ])
  }

  @Test(arguments: ["events.txt", "events.tsv", "events.csv"])
  func theContentDecidesWhateverTheName(name: String) throws {
    #expect(try cases("a\tHearing\t2011-01-06\n", name: name).count == 1)
  }

  @Test func aRowThatCannotBeReadHidesNoOther() throws {
    var text = ""
    for day in 10...20 { text += "a\tHearing\t2011-01-\(day)\n" }
    text += "b\tHearing\t2011-02-30\nc\tHearing\t2011-03-01\n"
    let library = try library(text)
    #expect((0..<library.caseCount).map(library.id) == ["a", "b", "c"])
    #expect(library.refusedCount == 0)
    let problem = try #require(library.problems.problems.first { $0.severity == .warning })
    #expect(problem.position?.line == 12)
    #expect(problem.position?.column == 11)
    #expect(problem.file == "events.txt")
  }

  @Test(arguments: [
    "1\t2\t3\n4\t5\t6\n",
    "A note about the files.\nNothing else.\n", "", "a\tHearing\t2011\n",
    "2011-01-06\t2011-01-07\n", "a\tb\tc\td\te\t2011-01-06\n",
  ])
  func otherTextIsNoEventFile(text: String) {
    #expect(Array(text.utf8).withUnsafeBytes { HeadlessTable.events($0) } == .none)
  }

  @Test(arguments: [
    "id\ttype\tdate\n1\thearing\t2011-01-06\n", "1\thearing\tunknown\n1\tdetainer\t2011-01-06\n",
  ])
  func eventsWhoseFirstRowHasNoDateAreNotPassedOver(text: String) throws {
    #expect(Array(text.utf8).withUnsafeBytes { HeadlessTable.events($0) } == .allButFirst)
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(text.utf8).write(to: folder.appending(path: "events.txt"))
    try Data("Nothing but a note.\n".utf8).write(to: folder.appending(path: "note.txt"))
    let library = Loader().load([.path(folder.path)], title: "events")
    let problems = library.problems.problems
    let facts: [Problem.Fact] = [
      .unreadable(.eventsWithoutFirstDate), .unreadable(.unknownFormat),
    ]
    #expect(problems.map(\.fact) == facts)
    #expect(problems.map(\.severity) == [.error, .note])
    #expect(problems.first?.file.hasSuffix("events.txt") == true)
  }

  @Test func tablesWithAHeaderAreReadAsBefore() throws {
    let text = "case_id\ttype\tdate\nx\thearing\t2011-01-06\n"
    #expect(try cases(text, name: "cases.tsv") == ["x: hearing 2011-01-06 -"])
  }

  @Test func whatMayIdentifyAPersonIsNotShownInTheOriginalRowEither() throws {
    let library = try library("1\tDetainer\t1/6/2011\t\tSSN=\"000\"; Ward=\"3\"\n")
    let raw = try library.rawText(row: 0).get()
    #expect(!raw.contains("000"))
    #expect(raw.contains("Ward=\"3\""))
  }

  @Test(arguments: [
    ("A=\"x\"", "A=x"), ("A=\"x\"; B=y", "A=x|B=y"), ("A=\"x;y\";B=\"\"", "A=x;y"),
    ("A", ""), ("=x", ""), ("", ""), ("A=\"open; B=2", "A=\"open; B=2"),
  ])
  func pairsAreReadUpToTheirSemicolons(text: String, expected: String) {
    let pairs = AttributePairs.read(text).map { "\($0.name)=\($0.value)" }
    #expect(pairs.joined(separator: "|") == expected)
  }
}
