import ArgumentParser
import CasebookApp
import CasebookCore
import CasebookText

/// The day that open ends are counted to.
struct TimeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Count open intervals up to this day (default: end of the release, else today).",
      valueName: "date"))
  var asOf: String?

  /// The day for a library: that of the option or the environment, the last day of a release, or
  /// today.
  func day(for library: Library) throws(Failure) -> DayNumber {
    try settings().asOf(of: library, today: .today)
  }

  /// The settings with the option; throws if it is no day.
  func settings() throws(Failure) -> Settings {
    guard let written = asOf else { return Preferences.ofUser.settings }
    var settings = Settings()
    do {
      try settings.choose(written: written, for: .asOf, by: .flag)
    } catch {
      throw .usage(
        "--as-of takes \(SettingWords.choices(.asOf)), not \(SettingWords.value(written)).")
    }
    return settings
  }
}

extension DayNumber {
  /// Today by the clock of the machine.
  static var today: DayNumber {
    let (year, month, day) = Environment.today
    return DayNumber(year: year, month: month, day: day) ?? DayNumber(rawValue: 0)
  }
}
