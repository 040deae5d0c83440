import CasebookApp
import Testing

/// What a setting may be, and the one form its values have.
struct SettingTests {
  @Test(arguments: [
    ("theme", "dark", "dark"), ("theme", "high-contrast-d", "high-contrast-dark"),
    ("theme", "LIGHT", "light"), ("ascii", "yes", "on"), ("ascii", "0", "off"),
    ("fold", "True", "on"), ("page", "25", "25"), ("page", " 1 ", "1"), ("as-of", "Today", "today"),
    ("as-of", "2024-02-29", "2024-02-29"), ("dates", "i", "iso"), ("library", "a b", "a b"),
    ("prompt", "pos", "position"),
  ])
  func aValueHasOneForm(name: String, written: String, value: String) throws {
    #expect(try Setting.named(name).value(written: written) == value)
  }

  @Test(arguments: [
    ("theme", "high"), ("theme", "zebra"), ("theme", ""), ("ascii", "perhaps"), ("page", "0"),
    ("page", "1001"), ("page", "ten"), ("as-of", "2024-02-30"), ("as-of", "2024-02"),
    ("as-of", "yesterday"), ("prompt", "n0ne"),
  ])
  func whatASettingCannotBeIsRefused(name: String, written: String) throws {
    let setting = try Setting.named(name)
    #expect(throws: SettingProblem.notAllowed(setting, written)) {
      try setting.value(written: written)
    }
  }

  @Test func everyDefaultIsInItsOwnForm() throws {
    for setting in Setting.all {
      #expect(try setting.value(written: setting.standard) == setting.standard)
    }
  }

  @Test func aNameMayBeShortened() throws {
    #expect(try Setting.named("verb") == .verbosity)
  }

  @Test func aNameThatIsNoSettingHasTheNearest() {
    #expect(throws: SettingProblem.unknown("verbositi", nearest: "verbosity")) {
      try Setting.named("verbositi")
    }
    #expect(throws: SettingProblem.unknown("p", nearest: nil)) { try Setting.named("p") }
  }

  @Test func namesAreUniqueAndSoAreTheirVariables() {
    #expect(Set(Setting.all.map(\.name)).count == Setting.all.count)
    #expect(Setting.asOf.variable == "CASEBOOK_AS_OF")
  }
}
