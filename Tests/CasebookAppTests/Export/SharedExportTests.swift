import CasebookApp
import CasebookCore
import CasebookTesting
import CasebookText
import Foundation
import Testing

/// What `--share` writes holds nothing that its rules do not let pass.
struct SharedExportTests {
  /// How cases reach the program.
  enum Input: String, CaseIterable {
    case jsonLines, yaml, table
  }

  /// The files of planted cases, by the input.
  private static func library(_ cases: inout PlantedCases, _ input: Input) throws -> Library {
    let text: String
    let name: String
    switch input {
    case .jsonLines:
      let lines = cases.trees().map { tree in
        var writer = JSONWriter()
        writer.value(tree)
        return String(decoding: writer.bytes, as: UTF8.self)
      }
      (name, text) = ("a.jsonl", lines.joined(separator: "\n"))
    case .yaml:
      var writer = YAMLWriter()
      for (index, tree) in cases.trees().enumerated() {
        writer.document(tree, isFirst: index == 0)
      }
      (name, text) = ("a.yaml", String(decoding: writer.bytes, as: UTF8.self))
    case .table: (name, text) = ("a.csv", cases.table())
    }
    var loader = Loader()
    loader.profiles = [try profile()]
    // A library's own words for types of events are words too.
    loader.settings.vocabulary = Vocabulary(
      Vocabulary.standard.types
        + [EventType("detainer", cases.word(), .detainer, glyph: "x", letter: "x")])
    return loader.load(
      [.embedded(name: name, bytes: SourceBytes(Array(text.utf8)))], title: cases.word())
  }

  /// The profile of the program's own tables.
  private static func profile() throws -> Profile {
    let path = "Sources/CasebookCore/Resources/profiles/casebook.yaml"
    let bytes = Array(try ProjectFiles.text(ProjectFiles.url(path)).utf8)
    return try bytes.withUnsafeBytes { try Profile.parse($0, name: "casebook.yaml") }
  }

  private static func text(_ library: Library, _ format: CaseExport.Format) throws -> String {
    var bytes: [UInt8] = []
    try CaseExport(format, isShared: true).write(Array(0..<library.caseCount), of: library) {
      bytes += $0
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [UInt64(1), 7, 2024, 987_654_321], Input.allCases)
  func nothingPlantedIsFound(seed: UInt64, input: Input) throws {
    var cases = try PlantedCases(seed: seed)
    let library = try Self.library(&cases, input)
    #expect(library.caseCount == PlantedCases.count)
    #expect(library.problems.problems.filter { $0.severity == .error } == [])
    #expect(cases.planted.count > 300)
    for format in CaseExport.Format.allCases {
      let text = try Self.text(library, format).lowercased()
      let found = cases.planted.filter { text.contains($0) }
      #expect(found == [], "\(format)")
      let months = "january|february|march|april|may|june|july|august|september|october|november"
      #expect(text.firstMatch(of: #/\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{4}|\b\d{5,}\b/#) == nil)
      #expect(text.firstMatch(of: try Regex("\\b\\d{1,2} (?:\(months)|december)\\b")) == nil)
      #expect(text.firstMatch(of: #/14:05/#) == nil)
    }
  }

  @Test(arguments: CaseExport.Format.allCases)
  func whatIsListedOrCommonPasses(format: CaseExport.Format) throws {
    var cases = try PlantedCases(seed: 3)
    let library = try Self.library(&cases, .jsonLines)
    let text = try Self.text(library, format)
    #expect(text.contains(PlantedCases.commonCharge))
    #expect(!text.contains(PlantedCases.rareAgency))
    #expect(text.contains(PlantedCases.commonPlace))
    #expect(text.contains("declined") && text.contains("acquitted") && text.contains("municipal"))
    #expect(text.contains("source-1") && text.contains("25-34"))
  }

  @Test func recordsThatRepeatAnIDAreOneCase() throws {
    let lines = (0..<20).map { index in
      #"{"id":"a\#(index % 10)","status":"rare","events":[{"type":"entry"}]}"#
    }
    let library = TestLibrary.library([("a.jsonl", lines.joined(separator: "\n"))])
    #expect(library.caseCount == 20)
    #expect(try !Self.text(library, .jsonl).contains("rare"))
  }

  @Test func whatWasLeftOutIsCounted() throws {
    let library = TestLibrary.library([
      (
        "a.yaml",
        """
        {id: a, title: one, place: Paris, nick: x, status: gone, events:
          [{type: entry, text: two, source: "s#4", level: galactic}]}
        """
      )
    ])
    let counts = try CaseExport(.jsonl, isShared: true).write([0], of: library) { _ in }
    let note = try #require(counts.map(SharingWords.note))
    #expect(note.string.hasPrefix(SharingWords.form.string))
    #expect(
      note.string.hasSuffix(
        " Left out: title 1, text 1, page or row of a source 1, values of other keys 1."
          + " Withheld as rare or too exact: status 1, place 1, level 1."))
  }

  @Test func theDocumentedRulesAreThoseOfTheProgram() throws {
    let page = try ProjectFiles.text(
      ProjectFiles.url("Sources/CasebookCore/CasebookCore.docc/Export.md"))
    let table = SharingWords.table.map(\.string).joined(separator: "\n")
    #expect(
      page.contains("\n\n" + table + "\n"), "casebook export --share-rules prints the table")
  }

  @Test func theRulesNameEveryKeyOfTheFormat() {
    func keys(_ carrier: SharedKey.Carrier) -> Set<String> {
      Set(SharedKey.all.filter { $0.carrier == carrier }.map(\.key))
    }
    #expect(keys(.wholeCase) == Set(FormatKeys.ofCase))
    #expect(keys(.event) == Set(FormatKeys.ofEvent))
  }
}
