import Testing

@testable import CasebookCore

/// A date that cannot be read is kept as written, whatever the format: the case is shown, its event
/// has no date, and every such date of a file is named in one run.
struct UnreadableDateTests {
  private func library(_ name: String, _ text: String, readsOnlyTrees: Bool = false) throws
    -> Library
  {
    var loader = Loader()
    loader.readsOnlyTrees = readsOnlyTrees
    loader.profiles = try BuiltInProfiles.all
    return loader.load(
      [.embedded(name: name, bytes: SourceBytes(Array(text.utf8)))], title: "t")
  }

  /// The same case in each format.
  private static let files = [
    (
      "a.yaml",
      "id: a\nsources:\n  - {id: s, date: 31/31/2024}\nevents:\n  - {type: entry, date: '13/10/2023', "
        + "source: s}\n  - {type: removal, date: 2024-01-02, source: s}\n"
    ),
    (
      "a.json",
      #"[{"id":"a","sources":[{"id":"s","date":"31/31/2024"}],"events":["#
        + #"{"type":"entry","date":"13/10/2023","source":"s"},"#
        + #"{"type":"removal","date":"2024-01-02","source":"s"}]}]"#
    ),
    (
      "a.jsonl",
      #"{"id":"a","sources":[{"id":"s","date":"31/31/2024"}],"events":["#
        + #"{"type":"entry","date":"13/10/2023","source":"s"},"#
        + #"{"type":"removal","date":"2024-01-02","source":"s"}]}"#
    ),
    (
      "a.csv",
      "case_id,type,date,source,source_date\na,entry,40/10/2023,s,31/31/2024\n"
        + "a,removal,2024-01-02,s,31/31/2024\n"
    ),
  ]

  @Test(arguments: files.indices, [false, true])
  func theCaseIsShownAndEachDateIsNamed(index: Int, readsOnlyTrees: Bool) throws {
    let (name, text) = Self.files[index]
    let library = try library(name, text, readsOnlyTrees: readsOnlyTrees)
    #expect(library.caseCount == 1)
    #expect(library.refusedCount == 0)
    #expect(library.problems.unreadableDateCount == 2)
    let named = library.problems.problems.filter { $0.severity == .warning && $0.position != nil }
    #expect(named.count == 2, "\(library.problems.problems)")
    let content = try library.decode(row: 0).get()
    #expect(content.events.map { $0.date?.text } == [nil, "2024-01-02"])
    let written = name.hasSuffix("csv") ? "40/10/2023" : "13/10/2023"
    #expect(content.events[0].unreadableDate == written)
    #expect(content.sources[0].fields.contains(Field("date", .text("31/31/2024"))))
    #expect(content.chronology.map(\.type) == ["removal", "entry"])
    let segment = try #require(library.segments.first)
    #expect(segment.eventSpans[0].isMissing)
  }

  @Test func whatIsWrittenIsTheSameAgain() throws {
    for text in [Self.files[1].1, #"[{"id":"b","date":"soon"}]"#] {
      let content = try library("a.json", text).decode(row: 0).get()
      var writer = JSONWriter()
      writer.value(content.tree())
      #expect("[" + String(decoding: writer.take(), as: UTF8.self) + "]" == text)
    }
  }

  @Test func everyDateOfAFileIsNamedInOneRun() throws {
    let lines = (1...30).map { #"{"id":"\#($0)","date":"2023-02-\#($0 + 28)"}"# + "\n" }
    let library = try library("a.jsonl", lines.joined())
    #expect(library.caseCount == 30)
    #expect(library.problems.problems.map { $0.position?.line } == Array(1...30))
  }
}
