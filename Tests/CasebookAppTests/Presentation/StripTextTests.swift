import CasebookApp
import CasebookCanvas
import CasebookCore
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
}
