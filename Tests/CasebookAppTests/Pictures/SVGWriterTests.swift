import CasebookText
import Foundation
import FoundationXML
import Testing

@testable import CasebookApp

struct SVGWriterTests {
  @Test func shapesAreWrittenInOrderWithTheirMeaning() {
    var picture = SVGWriter(width: 100, title: "A picture", description: ["One.", "Two."])
    picture.group("The first") { picture in
      picture.line(from: PicturePoint(0, 1.25), to: PicturePoint(10, 1.25), .rule)
      picture.circle(at: PicturePoint(5, -2), radius: 4, .detainer)
    }
    picture.polygon([PicturePoint(0, 0), PicturePoint(1, 0), PicturePoint(1, 1)], .derived)
    picture.text("July", at: PicturePoint(3, 4), .label, anchor: .end)
    let text = String(decoding: picture.finished(height: 50), as: UTF8.self)
    let body = text.split(separator: "\n").drop { !$0.contains("<g>") }.joined(separator: "\n")
    #expect(
      body == """
          <g>
            <title>The first</title>
            <line class="rule" x1="0" y1="1.3" x2="10" y2="1.3"/>
            <circle class="detainer" cx="5" cy="-2" r="4"/>
          </g>
          <polygon class="derived" points="0,0 1,0 1,1"/>
          <text class="label" x="3" y="4" text-anchor="end">July</text>
        </svg>
        """)
    #expect(text.contains("viewBox=\"0 0 100 50\""))
    #expect(text.contains("<desc id=\"description\">One.\nTwo.</desc>"))
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "a & b", "]]>", "\u{1B}[31m red", "\u{0} nul", "\u{202E} turned",
    "\u{FFFE} \u{FFFF}", "Peñuelas", "漢字", "\"quoted\" 'single'", "a\nb\tc",
  ])
  func noTextBreaksThePicture(hostile: String) throws {
    let text = Gate.shown(hostile)
    var picture = SVGWriter(width: 100, title: text, description: [text])
    picture.group(text) { $0.text(text, at: PicturePoint(0, 0), .text) }
    let found = try XMLText(picture.finished(height: 10))
    #expect(found.elements.filter { $0 == "script" } == [])
    #expect(found.texts["text"]?.trimmed == text.string.trimmed)
    #expect(found.texts["desc"]?.trimmed == text.string.trimmed)
  }

  @Test func everyRoleHasItsLook() {
    for role in PictureRole.allCases where role != .text {
      #expect(PictureRole.styleSheet.contains(".\(role.rawValue)"), "\(role)")
    }
  }
}

/// What an XML parser finds in a picture; throws where it is no well-formed XML.
final class XMLText: NSObject, XMLParserDelegate {
  private(set) var elements: [String] = []
  private(set) var texts: [String: String] = [:]
  private var open: [String] = []

  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.coderReadCorrupt) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append(name)
    open.append(name)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
    texts[name, default: ""] += " "
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    texts[open.last ?? "", default: ""] += text
  }
}
