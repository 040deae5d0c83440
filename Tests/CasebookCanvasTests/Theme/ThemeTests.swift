import CasebookText
import Testing

@testable import CasebookCanvas

struct ThemeTests {
  private static let coloured = Theme.builtIn.filter { !["terminal", "none"].contains($0.name) }

  @Test func theThemesOfTheProgramHaveTheirNames() {
    #expect(
      Theme.builtIn.map(\.name) == [
        "terminal", "dark", "light", "high-contrast-dark", "high-contrast-light",
        "colour-blind-safe", "none",
      ])
    #expect(Theme.named("light")?.variant == .light)
    #expect(Theme.named("other") == nil)
  }

  @Test(arguments: coloured)
  func everyRoleHasEnoughContrast(theme: Theme) throws {
    let least = theme.name.hasPrefix("high-contrast") ? 7.0 : 4.5
    for role in StyleRole.allCases {
      let style = theme[role]
      let front = try #require(rgb(style.foreground))
      let contrast = front.contrast(with: try #require(rgb(style.background)))
      #expect(contrast >= least, "\(theme.name) \(role.rawValue) \(contrast)")
    }
  }

  @Test(arguments: coloured)
  func contrastIsKeptWith256Colours(theme: Theme) throws {
    let least = theme.name.hasPrefix("high-contrast") ? 7.0 : 4.5
    let adapted = theme.adapted(to: .indexed256)
    for role in StyleRole.allCases {
      let style = adapted[role]
      let front = try #require(rgb(style.foreground))
      let contrast = front.contrast(with: try #require(rgb(style.background)))
      #expect(contrast >= least, "\(theme.name) \(role.rawValue) \(contrast)")
    }
  }

  /// The 16 colours of xterm, which users can change.
  private static let xterm: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]

  @Test(arguments: Theme.builtIn, ColourDepth.allCases)
  func everyRoleIsLegibleOnEveryBackground(theme: Theme, depth: ColourDepth) throws {
    let least = theme.name.hasPrefix("high-contrast") ? 7.0 : 4.5
    let adapted = theme.adapted(to: depth)
    for role in StyleRole.allCases {
      let style = adapted[role]
      // The terminal's own text on its own background is legible, or nothing is.
      if style.foreground == .terminal, style.background == .terminal { continue }
      let front = try #require(shown(style.foreground), "\(theme.name) \(role.rawValue)")
      let backs = shown(style.background).map { [$0] } ?? [RGB(0, 0, 0), RGB(255, 255, 255)]
      for back in backs {
        let contrast = front.contrast(with: back)
        #expect(contrast >= least, "\(theme.name) \(depth) \(role.rawValue) \(contrast)")
      }
    }
  }

  /// A colour as xterm shows it; `nil` for the terminal's own.
  private func shown(_ colour: Colour) -> RGB? {
    guard case .ansi(let number) = colour else { return rgb(colour) }
    return RGB(hexadecimal: hexadecimal(Self.xterm[Int(number)]))
  }

  private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }

  @Test(arguments: ["high-contrast-dark", "high-contrast-light"])
  func highContrastColoursAreFixedOnes(name: String) throws {
    let theme = try #require(Theme.named(name))
    for role in StyleRole.allCases {
      for colour in [theme[role].foreground, theme[role].background] {
        let exact = try #require(rgb(colour))
        #expect(RGB(indexed: exact.nearestIndex) == exact)
        #expect((16...231).contains(exact.nearestIndex))
      }
    }
    #expect(theme[.selected] == Style(.rgb(RGB(0, 0, 0)), on: .rgb(RGB(255, 255, 0))))
  }

  @Test(arguments: Theme.builtIn)
  func whatIsSelectedAndWhatIsHitIsSeen(theme: Theme) {
    let rows: [StyleRole] = [.normal, .selected, .selectedInactive, .match, .selectedMatch]
    for depth in ColourDepth.allCases {
      let styles = rows.map { theme.adapted(to: depth)[$0] }
      #expect(Set(styles).count == rows.count, "\(theme.name) \(depth)")
    }
  }

  @Test(arguments: Theme.builtIn)
  func nothingIsBrightBlack(theme: Theme) {
    for depth in ColourDepth.allCases {
      let styles = StyleRole.allCases.map { theme.adapted(to: depth)[$0] }
      #expect(styles.allSatisfy { $0.foreground != .ansi(8) && $0.background != .ansi(8) })
    }
  }

  @Test func theTerminalsOwnBackgroundIsKept() {
    let theme = Theme.terminal
    for role in StyleRole.allCases where role != .match {
      #expect(theme[role].background == .terminal, "\(role.rawValue)")
    }
  }

  @Test func withoutColoursOnlyAttributesAreLeft() {
    for theme in Theme.builtIn {
      let plain = theme.adapted(to: .none)
      let colours = StyleRole.allCases.flatMap { [plain[$0].foreground, plain[$0].background] }
      #expect(Set(colours) == [.terminal])
    }
  }

  @Test(arguments: [(ColourDepth.ansi16, 15), (.ansi8, 7)] as [(ColourDepth, UInt8)])
  func fewColoursAreNeverExceeded(depth: ColourDepth, last: UInt8) {
    for theme in Theme.builtIn {
      let adapted = theme.adapted(to: depth)
      for style in StyleRole.allCases.map({ adapted[$0] }) {
        for colour in [style.foreground, style.background] {
          switch colour {
          case .terminal: break
          case .ansi(let number): #expect(number <= last)
          case .indexed, .rgb: Issue.record("\(theme.name) \(colour)")
          }
        }
      }
    }
  }

  @Test func highContrastStaysWithFewColours() {
    let dark = Theme.named("high-contrast-dark")?.adapted(to: .ansi16)
    #expect(dark?[.normal] == Style(.ansi(15), on: .ansi(0)))
    #expect(dark?[.selected] == Style(.ansi(0), on: .ansi(11)))
    let light = Theme.named("high-contrast-light")?.adapted(to: .ansi8)
    #expect(light?[.normal] == Style(.ansi(0), on: .ansi(7)))
    #expect(light?[.selected] == Style(.ansi(0), on: .ansi(3)))
  }

  @Test func categoriesOfTheColourBlindSafeThemeDifferForEveryEye() throws {
    let theme = try #require(Theme.named("colour-blind-safe"))
    let roles: [StyleRole] = [
      .movement, .criminal, .detainer, .immigration, .proceedings, .error,
    ]
    let colours = try roles.map { try #require(rgb(theme[$0].foreground)) }
    for vision in ColourVision.allCases {
      let seen = colours.map(vision.seen)
      for (index, colour) in seen.enumerated() {
        for other in index + 1..<seen.count {
          let apart = perceivedDistance(colour, seen[other])
          #expect(apart > 20, "\(vision) \(roles[index]) \(roles[other]) \(apart)")
        }
      }
    }
  }

  private func rgb(_ colour: Colour) -> RGB? {
    switch colour {
    case .rgb(let rgb): rgb
    case .indexed(let index): RGB(indexed: index)
    case .terminal, .ansi: nil
    }
  }
}

extension Theme: CustomTestStringConvertible {
  /// The name, for lists of failed tests.
  public var testDescription: String { name }
}
