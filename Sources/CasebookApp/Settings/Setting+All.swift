import CasebookCore

extension Setting {
  /// Every setting, in the order they are listed.
  package static let all = [
    theme, ascii, fold, reader, dates, verbosity, prompt, page, asOf, session, plain, library,
  ]

  /// The colours.
  package static let theme = Setting(
    "theme", .words(ThemeCatalogue.names), "terminal", "The colours.")
  /// Whether only ASCII is drawn.
  package static let ascii = Setting("ascii", .flag, "off", "Draw with ASCII alone.")
  /// Whether stretches without events are folded.
  package static let fold = Setting(
    "fold", .flag, "on", "Fold stretches of the timeline without events.")
  /// Whether the screen is laid out for a screen reader.
  package static let reader = Setting(
    "reader", .flag, "off", "Lay the screen out for a screen reader: one column, few changes.")
  /// How plain mode says dates.
  package static let dates = Setting(
    "dates", .words(["words", "iso"]), "words",
    "How plain mode says dates: in words, or as 2024-02-01.")
  /// How much plain mode says.
  package static let verbosity = Setting(
    "verbosity", .words(["brief", "normal", "full"]), "normal", "How much plain mode says.")
  /// What the prompt of plain mode carries.
  package static let prompt = Setting(
    "prompt", .words(["none", "short", "position", "title"]), "short",
    "What the prompt of plain mode says.")
  /// How many entries plain mode gives at a time.
  package static let page = Setting(
    "page", .number(1...1_000), "10", "How many entries of a list plain mode gives at a time.")
  /// The day that open ends are counted to.
  package static let asOf = Setting(
    "as-of", .day, "today",
    "The day that open ends are counted to; unless set, the last day of a release.")
  /// Whether the last session on a library is taken up again.
  package static let session = Setting(
    "session", .flag, "off",
    "Begin where the last session on the library ended: filter, order and case.")
  /// Whether the program starts in plain mode.
  package static let plain = Setting(
    "plain", .flag, "off", reach: .start, "Start in plain mode.")
  /// The library opened where no path is given.
  package static let library = Setting(
    "library", .text, "", reach: .start,
    "The library to open where no path is given; the samples where blank.")

  /// The setting a word means: its name or an unambiguous beginning of it.
  ///
  /// - Throws: ``SettingProblem/unknown(_:nearest:)``.
  package static func named(_ word: String) throws(SettingProblem) -> Setting {
    let lower = word.lowercased()
    if let exact = all.first(where: { $0.name == lower }) { return exact }
    let found = all.filter { !lower.isEmpty && $0.name.hasPrefix(lower) }
    if found.count == 1 { return found[0] }
    throw .unknown(word, nearest: Spelling.nearest(to: lower, among: all.map(\.name)))
  }
}
