import CasebookCanvas
import CasebookText
import Testing

struct GlyphSetTests {
  private func signs(_ glyphs: GlyphSet) -> [ShownText] {
    let fields = Mirror(reflecting: glyphs).children.map(\.value)
    return fields.compactMap { $0 as? ShownText } + glyphs.density
  }

  @Test(arguments: [GlyphSet.unicode, .ascii])
  func signsAreOneCellWide(glyphs: GlyphSet) {
    for sign in signs(glyphs) where sign != glyphs.ellipsis && sign != glyphs.fold {
      #expect(sign.columns == 1, "\(sign.string)")
    }
    #expect(glyphs.ellipsis.columns <= 2)
    #expect(glyphs.fold.columns == 2)
  }

  @Test func signsOfEveryTerminalAreASCII() {
    #expect(signs(.ascii).allSatisfy { $0.string.utf8.allSatisfy { (0x20..<0x7F).contains($0) } })
  }

  @Test func noSignHasAnEmojiForm() {
    let scalars = signs(.unicode).flatMap { $0.string.unicodeScalars }
    #expect(scalars.allSatisfy { !$0.properties.isEmoji || $0.isASCII })
  }

  @Test(
    arguments: [
      (0.0, 10, ""), (-1, 10, ""), (.nan, 10, ""), (0.001, 10, "#"), (0.5, 10, "#####"),
      (1, 10, "##########"), (7, 4, "####"), (0.5, 0, ""), (0.5, -1, ""),
    ])
  func barsShowEveryShareAboveNothing(share: Double, columns: Int, expected: String) {
    #expect(GlyphSet.ascii.bar(share: share, columns: columns).string == expected)
  }
}
