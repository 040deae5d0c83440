import CasebookCore
import CasebookTesting
import CasebookText
import Foundation
import FoundationXML
import Testing

@testable import CasebookApp

/// Pictures of many cases: whole as XML, with a text alternative that carries the same facts.
struct ManyCasesPictureTests {
  private static func isXML(_ bytes: [UInt8]) -> Bool {
    XMLParser(data: Data(bytes)).parse()
  }

  @Test func pathwaysAreDrawnRowByRow() throws {
    let library = try TestLibrary.samples()
    let pathways = Pathways(of: Selection(allOf: library), in: library, depth: 3)
    let bytes = PathwaysPicture.svg(
      pathways, top: 4, source: "A source.", vocabulary: library.vocabulary)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(Self.isXML(bytes))
    #expect(text.contains("<title id=\"title\">Pathways of 36 cases</title>"))
    #expect(text.contains("Of 36 cases: 13 (36 percent) begin with criminal arrest."))
    #expect(text.contains("A source."))
    #expect(text.contains("In 23 cases events of one day stand in the order of the file."))
  }

  @Test(arguments: [LineupOrigin.calendar, .event(EventAnchor("detainer"))])
  func everyCaseHasItsRow(origin: LineupOrigin) throws {
    let library = try TestLibrary.samples()
    let all = Selection(allOf: library)
    let findings = LineupFindings(origin, of: all, in: library, threads: 1)
    let rows = (findings.summary.alignment?.cases ?? all).rows
    let titles = rows.map { Gate.shown("<\($0)>") }
    let content = LineupPicture.Content(
      rows: rows, findings: findings, library: library, source: "A & B.")
    let bytes = try #require(LineupPicture.svg(content, titles: titles))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(Self.isXML(bytes))
    #expect(rows.allSatisfy { text.contains("&lt;\($0)&gt;</text>") })
    #expect(text.contains("A &amp; B."))
    #expect(text.contains("Release from jail: "))
  }

  @Test func nothingIsDrawnWhereNoEventHasADay() {
    let library = TestLibrary.library([("a.yaml", "id: a\nevents: []\n")])
    let findings = LineupFindings(
      .calendar, of: Selection(allOf: library), in: library, threads: 1)
    let content = LineupPicture.Content(
      rows: [0], findings: findings, library: library, source: "None.")
    #expect(LineupPicture.svg(content, titles: ["A"]) == nil)
  }
}
