import CasebookApp
import CasebookCore
import Testing

/// Which choice of a setting holds.
struct SettingsTests {
  @Test func theChoiceNearestToTheMomentHolds() {
    var settings = Settings()
    #expect(settings[.theme] == "terminal")
    #expect(settings.origin(of: .theme) == .standard)
    let names = ["dark", "light", "none", "dark", "light", "none"]
    for (origin, name) in zip(Settings.Origin.allCases.dropFirst(), names) {
      settings.choose(name, for: .theme, by: origin)
      #expect(settings[.theme] == name)
      #expect(settings.origin(of: .theme) == origin)
    }
    settings.choose("dark", for: .theme, by: .file)
    #expect(settings[.theme] == "none")
  }

  @Test func aChoiceTakenBackGivesWayToTheNext() {
    var settings = Settings()
    settings.choose("dark", for: .theme, by: .file)
    settings.choose("light", for: .theme, by: .session)
    settings.choose(nil, for: .theme, by: .session)
    #expect(settings[.theme] == "dark")
    settings.choose(nil, for: .theme, by: .file)
    #expect(settings == Settings())
  }

  @Test func aValueThatCannotBeChangesNothing() {
    var settings = Settings()
    #expect(throws: SettingProblem.notAllowed(.page, "0")) {
      try settings.choose(written: "0", for: .page, by: .flag)
    }
    #expect(settings.number(.page) == 10)
  }

  @Test func openEndsAreCountedToTheDaySetOrToToday() throws {
    let today = DayNumber(rawValue: 20_000)
    var settings = Settings()
    #expect(settings.asOf(of: Library(title: "t"), today: today) == today)
    try settings.choose(written: "1970-01-11", for: .asOf, by: .file)
    #expect(settings.asOf(of: Library(title: "t"), today: today) == DayNumber(rawValue: 10))
  }
}
