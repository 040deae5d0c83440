import CasebookText
import Testing

@testable import CasebookCanvas

struct ThemeSchemeTests {
  private func scheme(_ changes: [Int: RGB], slug: String = "mine") throws -> Base16Scheme {
    var scheme = try #require(Base16Scheme.builtIn.first { $0.slug == "dark" })
    scheme.slug = slug
    for (number, colour) in changes { scheme.colours[number] = colour }
    return scheme
  }

  @Test func rolesTakeTheirColoursFromTheScheme() throws {
    let theme = Theme(scheme: try scheme([0x0D: RGB(200, 201, 202)]))
    #expect(theme[.accent].foreground == .rgb(RGB(200, 201, 202)))
    #expect(theme[.accent].background == .rgb(RGB(0x15, 0x18, 0x1C)))
    #expect(theme[.selected].background == .rgb(RGB(200, 201, 202)))
    #expect(theme.name == "mine")
    #expect(theme.variant == .dark)
  }

  @Test func faintTextGivesWayToOrdinaryText() throws {
    let theme = Theme(scheme: try scheme([0x04: RGB(0x30, 0x30, 0x30)]))
    #expect(theme[.label].foreground == theme[.normal].foreground)
  }

  @Test func textOnAnyFocusIsLegible() throws {
    let dark = Theme(scheme: try scheme([0x0D: RGB(0x20, 0x30, 0x50)]))
    #expect(dark[.selected].foreground == dark[.normal].foreground)
  }

  @Test func aPaletteWithoutLegibleColoursIsStillTaken() throws {
    let grey = RGB(0x80, 0x80, 0x80)
    let all = Dictionary(uniqueKeysWithValues: (0..<16).map { ($0, grey) })
    let theme = Theme(scheme: try scheme(all))
    #expect(theme[.label].foreground == .rgb(grey))
  }

  @Test func everyRoleHasAStyle() throws {
    #expect(Set(Theme(scheme: try scheme([:])).styles.keys) == Set(StyleRole.allCases))
    #expect(Set(Theme.terminal.styles.keys) == Set(StyleRole.allCases))
  }
}
