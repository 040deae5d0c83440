import ArgumentParser
import CasebookApp
import CasebookCore
import CasebookText

/// What to open.
struct LibraryOptions: ParsableArguments {
  @Argument(
    help: "Folders or files to open, or - for standard input (default: the samples).",
    completion: .file())
  var paths: [String] = []

  @Option(
    help: "Library to open if no path is given; also CASEBOOK_LIBRARY.", completion: .file())
  var library: String?

  @Option(
    help: "YAML file that maps the columns of a table to cases. Repeatable.", completion: .file())
  var profile: [String] = []

  @Option(
    help: ArgumentHelp(
      "Change a limit, such as file-size=8G. See casebook limits. Repeatable.",
      valueName: "name=number"))
  var setLimit: [String] = []

  @Option(
    help: ArgumentHelp(
      "Stop loading after this time. Results are then partial and say so.",
      valueName: "seconds"))
  var within: Within?

  @Flag(
    name: .customLong("no-snapshot"),
    help: "Read every file again, and do not read or write the cache.")
  var hasNoSnapshot = false

  @Flag(help: "Keep names, identity numbers, birth dates and addresses of people.")
  var keepIdentifiers = false

  func validate() throws {
    if let seconds = within?.seconds, !(0...1_000_000).contains(seconds) {
      throw ValidationError("--within takes a number of seconds from 0.")
    }
  }

  /// What the options name, and what it is called.
  var request: (locations: [SourceLocation], title: String) {
    var paths = self.paths
    if paths.isEmpty, let named = library ?? Preferences.ofUser.library {
      paths = [named]
    }
    guard !paths.isEmpty else {
      let samples = EmbeddedFiles.all(kind: "sample")
      return (samples.map { .embedded(name: $0.name, bytes: $0.bytes) }, "sample library")
    }
    let locations = paths.map { $0 == "-" ? SourceLocation.standardInput : .path($0) }
    let first = paths[0] == "-" ? "standard input" : paths[0]
    let title = paths.count == 1 ? first : "\(first) and \(paths.count - 1) more"
    return (locations, title)
  }

  /// A loader as the options ask for it.
  func loader() throws(Failure) -> Loader {
    var loader = Loader()
    loader.threads = Environment.processors
    loader.limits = try Limits(settings: setLimit)
    loader.settings = settings
    loader.profiles += try Self.profiles(at: profile)
    loader.profiles += loader.settings.profiles
    for profile in loader.profiles {
      loader.settings.vocabulary.lists.allow(valuesOf: profile)
    }
    loader.profiles += BuiltInProfile.all.map(\.profile)
    for index in loader.profiles.indices {
      loader.profiles[index].keepsIdentifiers = keepIdentifiers
    }
    return loader
  }

  /// What the first of the folders named says of itself in its `casebook.yaml`.
  private var settings: LibrarySettings {
    var settings = LibrarySettings()
    for case .path(let path) in request.locations {
      guard let found = LibrarySettings.reading(folder: path) else { continue }
      settings = found
      break
    }
    settings.keepsIdentifiers = keepIdentifiers
    return settings
  }

  /// The profiles of files. If some cannot be used, all that is wrong with each of them is written
  /// to standard error before the failure, whose message is the last line.
  private static func profiles(at paths: [String]) throws(Failure) -> [Profile] {
    var profiles: [Profile] = []
    var lines: [ShownText] = []
    for path in paths {
      switch try profile(at: path) {
      case .success(let profile): profiles.append(profile)
      case .failure(let error): lines += LibrarySettingsWords.lines(error)
      }
    }
    guard let last = lines.popLast() else { return profiles }
    var output = Output(Output.error)
    for line in lines { try output.line("casebook: \(line)") }
    try output.flush()
    throw .usage(last)
  }

  private static func profile(
    at path: String
  ) throws(Failure) -> Result<Profile, ProfileError> {
    let bytes: SourceBytes
    switch SourceBytes.reading(path) {
    case .success(let read): bytes = read
    case .failure(let error):
      let why = ProblemWords.fact(.unreadable(error))
      throw .cannotRead("Profile \(Gate.shown(path)): \(why).")
    }
    return bytes.withBytes { raw -> Result<Profile, ProfileError> in
      do throws(ProfileError) {
        return .success(try Profile.parse(raw, name: path))
      } catch {
        return .failure(error)
      }
    }
  }

  /// Loads everything, and says on standard error what was refused.
  func open() throws(Failure) -> Library {
    let library = try load()
    if library.caseCount == 0, let problem = library.problems.unread.first {
      throw .cannotRead(SpokenText.closed(ProblemWords.line(problem)))
    }
    return library
  }

  /// Loads everything, and shows on a terminal how far it is where that takes long.
  func load() throws(Failure) -> Library {
    let (locations, title) = request
    let loader = try loader()
    var library = Library(title: title, settings: loader.settings)
    var progress = LoadProgress()
    if case .lengths = within {
      throw .usage("--within takes a number of seconds, such as 5.")
    }
    let deadline = within?.seconds.map { ContinuousClock.now + .seconds($0) }
    let keep = Snapshots.load(locations, with: loader, unless: hasNoSnapshot) { step in
      progress.note(step)
      library.apply(step)
      let isLate = deadline.map { ContinuousClock.now >= $0 } ?? false
      if isLate, !progress.isAll { library.isPartial = true }
      return !library.isPartial
    }
    progress.end()
    Snapshots.later(keep)
    return library
  }

  /// Says what is missing, and makes the exit status tell it.
  static func finish(_ library: Library) throws(Failure) {
    var output = Output(Output.error)
    for problem in library.problems.problems {
      guard case .limitReached = problem.fact else { continue }
      try output.line("casebook: \(SpokenText.closed(ProblemWords.line(problem)))")
    }
    if library.isPartial {
      let count = CountWords.cases(library.caseCount)
      try output.line("casebook: partial: loading was stopped at \(count).")
    }
    for problem in library.settings.problems where problem.severity == .error {
      try output.line("casebook: \(SpokenText.closed(ProblemWords.line(problem)))")
    }
    if library.refusedCount > 0 {
      let unread = library.problems.unread.filter { !library.settings.problems.contains($0) }
      for problem in unread.prefix(3) {
        try output.line("casebook: \(SpokenText.closed(ProblemWords.line(problem)))")
      }
      let count = library.problems.count(.warning)
      let warnings: ShownText =
        count == 0 ? "" : ", \(ShownText.plural(count, "warning", "warnings"))"
      let refused = ProblemWords.refused(library)
      try output.line("casebook: \(refused)\(warnings); casebook check tells them.")
    } else if let dates = ProblemWords.unreadableDates(library) {
      try output.line("casebook: \(dates); casebook check names them.")
    }
    try output.flush()
    if let failure = Failure(loading: library) { throw failure }
  }
}

/// Which cases, and in which order.
struct FilterOptions: ParsableArguments {
  @Option(
    name: [.customShort("f"), .customLong("filter")], parsing: .unconditional,
    help: ArgumentHelp(
      "Use only matching cases, such as 'outcome:declined hartford'.", valueName: "query"),
    completion: FilterCompletion.filter)
  var filter: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Sort by a field or an event, such as title or -detainer (newest first).",
      valueName: "key"),
    completion: FilterCompletion.fieldList)
  var sort: String?

  @Flag(help: "Explain on standard error how each part of the filter was read.")
  var explain = false

  @OptionGroup var time: TimeOptions

  /// The filter and the order as they were written, in one text.
  var text: String {
    let order = sort.map { "sort:" + (PhraseOrder.keys(for: $0, in: Schema()) ?? $0) }
    return [filter, order].compactMap(\.self).joined(separator: " ")
  }

  /// The order as the filter language has it.
  private func order(in schema: Schema) throws(Failure) -> String? {
    guard let sort else { return nil }
    guard let keys = PhraseOrder.keys(for: sort, in: schema) else {
      throw .usage(
        "Sort: \(Gate.shown(sort)) is not an order. Type a field, such as -detainer or title.")
    }
    return "sort:\(keys)"
  }

  /// The plan for a library.
  func plan(for library: Library) throws(Failure) -> QueryPlan {
    let asOf = try time.day(for: library)
    let schema = Schema(of: library)
    let order = try order(in: schema)
    let plan: QueryPlan
    let values = FrequentValues(of: library, schema: schema)
    do {
      var text = filter ?? ""
      text = try Phrase.understood(text, in: library, schema: schema, values: values)
      if let filter, text != filter { try? say(reading: text, of: filter) }
      text = [text, order].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
      plan = try QueryPlan(
        text, in: schema, today: .today, asOf: asOf, saved: savedFilters(of: library))
    } catch {
      throw .usage("Filter: \(CommandFailure(query: error).line)")
    }
    try sayOtherReading(plan, in: library, schema, values)
    if (filter ?? "").contains("@"), let line = ReadingWords.change(plan, in: library) {
      var output = Output(Output.error)
      try output.line("casebook: \(line)")
      try output.flush()
    }
    if explain { try say(Explanation(plan, in: library), of: plan.query) }
    return plan
  }

  /// "casebook: "men in texas" is read as sex:male (place:texas or jurisdiction:texas)."
  private func say(reading: String, of filter: String) throws(Failure) {
    var output = Output(Output.error)
    try output.line(
      "casebook: \(ProblemWords.quoted(filter)) is read as \(Gate.shown(reading))")
    try output.flush()
  }

  /// "casebook: Text has "women": 0 of 36 cases. sex is female: 9 cases." for a word that names a
  /// value, a group or an event.
  private func sayOtherReading(
    _ plan: QueryPlan, in library: Library, _ schema: Schema, _ values: FrequentValues
  ) throws(Failure) {
    guard let filter,
      let other = Phrase.otherReading(of: filter, in: library, schema: schema, values: values)
    else { return }
    var output = Output(Output.error)
    let count = plan.selection(in: library).count
    let text = ReadingWords.line(of: filter, count, in: library.caseCount, other: other)
    try output.line("casebook: \(text)")
    try output.flush()
  }

  /// The saved filters, of which the notebook is only read where the text may name one.
  private func savedFilters(of library: Library) -> [String: String] {
    guard (filter ?? "").contains("@") else { return [:] }
    let all = NamedFilter.all(of: library.settings, and: UserNotebook.contents().filters)
    return Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0.text) })
  }

  /// The rows that match, in order.
  func rows(of library: Library) throws(Failure) -> [UInt32] {
    let plan = try plan(for: library)
    let selection = try selection(plan, in: library)
    if plan.order.isEmpty { return selection.rows }
    return RowOrder().rows(of: selection, by: plan.order, in: library).all
  }

  /// The cases that match; where there are none, what may have been meant is said.
  func selection(in library: Library) throws(Failure) -> Selection {
    try selection(try plan(for: library), in: library)
  }

  private func selection(_ plan: QueryPlan, in library: Library) throws(Failure) -> Selection {
    let found = plan.selection(in: library)
    if found.count == 0, library.caseCount > 0 { try sayNearest(plan, in: library) }
    let count = CaseCount(found, in: library)
    if !count.leftOut.isEmpty || count.tally != nil { try Self.note(count.words) }
    return found
  }

  /// Says on standard error what an answer leaves out, which its own form has no place for:
  /// "casebook: 16 of 36 cases; 14 do not say."
  static func note(_ words: ShownText) throws(Failure) {
    var output = Output(Output.error)
    try output.line("casebook: \(words).")
    try output.flush()
  }

  /// "casebook: No case matches status:opne. Did you mean open?" for each value that does not occur.
  private func sayNearest(_ plan: QueryPlan, in library: Library) throws(Failure) {
    let values = FrequentValues(of: library, schema: Schema(of: library))
    var output = Output(Output.error)
    for effect in Explanation(plan, in: library).effects where effect.aloneCount == 0 {
      let part = plan.query.parts[effect.part]
      guard let nearest = values.nearest(to: part) else { continue }
      let failure = CommandFailure(
        "No case matches \(Gate.shown(plan.query.text(of: part)))", meant: nearest, next: "")
      try output.line("casebook: \(failure.line)")
    }
    try output.flush()
  }

  private func say(_ explanation: Explanation, of query: Query) throws(Failure) {
    var output = Output(Output.error)
    for line in explanation.lines {
      let indent = ShownText.repeating("  ", count: line.depth)
      let words = Gate.shown(line.understood)
      let unknown: ShownText =
        line.unknownCount == 0 ? "" : ", \(CountWords.unsaid(line.unknownCount))"
      try output.line("\(indent)\(words): \(CountWords.cases(line.passedCount))\(unknown)")
    }
    try output.line(
      "all: \(grouped: explanation.passedCount) of \(CountWords.cases(explanation.caseCount))")
    if let culprit = explanation.culprit {
      let term = Gate.shown(query.text(of: query.parts[culprit.part]))
      try output.line("without \(term): \(CountWords.cases(culprit.othersCount))")
    }
    try output.flush()
  }
}
