import Testing

@testable import CasebookCore

/// Open ends of a release are counted to its latest recorded day.
struct ReleaseDayTests {
  private let folder = ScratchFolder()

  private static let stints = """
    Unique Identifier,Book In Date Time,Book Out Date Time,Detention Facility
    p1,2026-01-05 10:00:00,2026-02-01 09:00:00,A
    p1,2026-02-01 11:00:00,,B
    p2,2026-03-10 08:00:00,,A

    """

  private func library(_ files: [String: String]) throws -> Library {
    for (name, text) in files { folder.write(text, to: name) }
    var loader = Loader()
    loader.profiles = try BuiltInProfiles.all
    loader.settings = LibrarySettings.reading(folder: folder.path) ?? LibrarySettings()
    return loader.load([.path(folder.path)], title: "t")
  }

  private func day(_ text: String) throws -> DayNumber {
    try #require(try CalendarDate(text).earliest)
  }

  @Test func itIsTheLastDayOfAnyEvent() throws {
    let library = try library(["stints.csv": Self.stints])
    #expect(library.releaseDay(notAfter: try day("2026-11-30")) == (try day("2026-03-10")))
  }

  @Test func daysThatAreStillToComeDoNotCount() throws {
    let late = Self.stints + "p3,2026-02-02 08:00:00,2126-03-10 08:00:00,A\n"
    let library = try library(["stints.csv": late])
    #expect(library.releaseDay(notAfter: try day("2026-11-30")) == (try day("2026-03-10")))
    #expect(library.releaseDay(notAfter: try day("2026-02-15")) == (try day("2026-02-02")))
  }

  @Test func caseFilesHaveNone() throws {
    let library = try library(["a.yaml": "{events: [{type: hearing, date: 2024-01-01}]}"])
    #expect(library.releaseDay(notAfter: try day("2026-11-30")) == nil)
  }

  @Test func theSettingsOfTheLibraryComeFirst() throws {
    let library = try library([
      "stints.csv": Self.stints, "casebook.yaml": "casebook: 1\nas_of: 2026-03-31\n",
    ])
    #expect(library.releaseDay(notAfter: try day("2026-11-30")) == (try day("2026-03-31")))
  }

  @Test func aSettingThatIsNoDayIsPassedOver() throws {
    let text = Array("casebook: 1\nas_of: 2026-03\n".utf8)
    let settings = text.withUnsafeBytes { LibrarySettings.parse($0, file: "casebook.yaml") }
    #expect(settings.asOf == nil)
    #expect(settings.problems.count == 1)
  }
}
