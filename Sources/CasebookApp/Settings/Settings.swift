import CasebookCore

/// What every setting is, and who chose it.
///
/// Of several that chose, the one nearest to the moment holds: a command of the session over a flag
/// over the environment over what was kept over the user's file over the library over the default.
package struct Settings: Sendable, Equatable {
  /// Who chose a value, the weakest first.
  package enum Origin: Int, Sendable, Comparable, CaseIterable {
    /// Nobody: it is what the program takes unless told.
    case standard
    /// The settings of the library.
    case library
    /// The user's file of settings.
    case file
    /// A `set` of an earlier session.
    case kept
    /// A variable of the environment.
    case environment
    /// An option of the command line.
    case flag
    /// A command of this session.
    case session

    package static func < (left: Origin, right: Origin) -> Bool { left.rawValue < right.rawValue }
  }

  private var chosen: [String: [Origin: String]] = [:]

  /// Everything as it is unless set.
  package init() {}

  /// The value that holds, in the form of ``Setting/value(written:)``.
  package subscript(_ setting: Setting) -> String {
    chosen[setting.name]?[origin(of: setting)] ?? setting.standard
  }

  /// Who chose the value that holds.
  package func origin(of setting: Setting) -> Origin {
    chosen[setting.name]?.keys.max() ?? .standard
  }

  /// Whether a setting that is `on` or `off` is on.
  package func isOn(_ setting: Setting) -> Bool { self[setting] == "on" }

  /// The number of a setting that is one.
  package func number(_ setting: Setting) -> Int {
    Int(self[setting]) ?? Int(setting.standard) ?? 0
  }

  /// The day that open ends of a library are counted to: the one that was chosen, else the latest
  /// recorded day of a release, else today.
  package func asOf(of library: Library, today: DayNumber) -> DayNumber {
    if let day = Setting.day(self[.asOf]) { return day }
    return releaseDay(of: library, today: today) ?? today
  }

  /// The latest recorded day of a release, unless another day was chosen.
  package func releaseDay(of library: Library, today: DayNumber) -> DayNumber? {
    origin(of: .asOf) == .standard ? library.releaseDay(notAfter: today) : nil
  }

  /// Takes a choice; nothing takes it back.
  package mutating func choose(_ value: String?, for setting: Setting, by origin: Origin) {
    chosen[setting.name, default: [:]][origin] = value
    if chosen[setting.name]?.isEmpty == true { chosen[setting.name] = nil }
  }

  /// Takes a choice as written.
  ///
  /// - Throws: What is wrong with the value; nothing is changed then.
  package mutating func choose(
    written: String, for setting: Setting, by origin: Origin
  ) throws(SettingProblem) {
    choose(try setting.value(written: written), for: setting, by: origin)
  }
}
