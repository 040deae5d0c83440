import Glibc

/// What the program takes from its environment.
enum Environment {
  /// A variable that is set and not empty.
  static func value(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Whether a variable asks for something: set, and not to `0`.
  static func isSet(_ name: String) -> Bool {
    value(name).map { $0 != "0" } ?? false
  }

  /// Whether a descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Whether the terminal can show a screen, judged by its type.
  static var hasScreen: Bool {
    isTerminal(0) && isTerminal(1) && !["dumb", nil].contains(value("TERM"))
  }

  /// How many processors there are.
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Today by the clock and the zone of the machine, as year, month and day.
  static var today: (year: Int, month: Int, day: Int) {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
  }

  /// The width of standard output in columns, or `nil` if it is not a terminal.
  static var columns: Int? {
    guard isTerminal(1) else { return nil }
    if let set = value("COLUMNS").flatMap({ Int($0) }), set > 0 { return set }
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Whether the locale's text is UTF-8.
  static var isUTF8: Bool {
    guard let locale = newlocale(LC_CTYPE_MASK, "", nil) else { return false }
    defer { freelocale(locale) }
    return nl_langinfo_l(Int32(CODESET), locale).map { String(cString: $0) } == "UTF-8"
  }
}
