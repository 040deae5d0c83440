import CasebookApp
import CasebookCanvas
import CasebookCore
import CasebookTesting
import CasebookText
import Testing

@Suite struct StripTextTests {
  @Test func theFoundingCaseAsText() {
    let options = StripDrawing.Options(glyphs: .ascii)
    let lines = StripText.lines(
      SampleCases.chronology("ct-2024-0007"), options: options, columns: 80)
    #expect(
      lines.map(\.string) == [
        "9 events, 2 without a date, 2008 to 19 April 2024",
        "            2008 // Aug 2013 // Sep 2023  Nov Dec   Jan 2024 Mar   Apr   no date",
        "movement            :::*:::: apprehension                                ?",
        "criminal                          * charge               * release       ?",
        "detainer                              [== not honored ===]",
        "immigration                                                        * arrest",
        "context     :o:: policy                                     statement o",
        "Charge to detainer 29 days.",
        "Detainer to release 111 days.",
        "Release to ICE arrest 63 days.",
      ])
  }

  @Test func noEventsAreOneLine() {
    #expect(StripText.lines([], columns: 80).map(\.string) == ["No events"])
  }

  @Test func narrowTextHasNoStrip() {
    let lines = StripText.lines(SampleCases.chronology("ex-025"), columns: 10)
    #expect(lines.map(\.string) == ["1 event, 2008"])
  }

  @Test func asciiTextIsASCIIForEverySample() {
    for content in SampleCases.all.values {
      let lines = StripText.lines(
        content.chronology, options: .init(glyphs: .ascii), columns: 100)
      #expect(lines.allSatisfy { $0.string.utf8.allSatisfy { $0 < 0x80 } })
    }
  }

  @Test(arguments: [20, 21, 33, 49, 50, 61, 80, 119, 500])
  func noLineIsWiderThanThePage(columns: Int) throws {
    let library = try TestLibrary.samples()
    for glyphs in [GlyphSet.unicode, .ascii] {
      for row in 0..<library.caseCount {
        let loaded = LoadedCase(
          library: library, row: row, asOf: TestLibrary.today, reader: CaseReader())
        let lines = StripText.lines(
          loaded.chronology, title: loaded.title,
          options: StripDrawing.Options(intervals: library.intervals, glyphs: glyphs),
          columns: columns)
        #expect(lines.allSatisfy { $0.columns <= columns }, "\(lines.map(\.string))")
      }
    }
  }

  @Test func noLineOfPathwaysIsWiderThanThePage() throws {
    let library = try TestLibrary.samples()
    let pathways = Pathways(
      of: Selection(allOf: library), in: library, rule: PathRule(mergesRepeats: true), depth: 4)
    for columns in 20...120 {
      let lines = PathwayText.lines(
        pathways, top: nil, columns: columns, vocabulary: library.vocabulary, glyphs: .ascii)
      #expect(lines.allSatisfy { $0.columns <= columns }, "\(columns)")
    }
  }
}
