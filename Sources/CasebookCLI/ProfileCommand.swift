import ArgumentParser
import CasebookApp
import CasebookCore
import CasebookText

/// `casebook profile`: a profile for a table that none is known for, and the built-in ones.
struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Write a profile for a table, or print the built-in profiles.",
    discussion: """
      Guesses from the header and the first rows of a table which column is the id, which hold \
      dates and what the events are, and writes that as a commented profile to standard output. \
      Save it, correct it and open the table with --profile. If a profile reads the table already, \
      its name is written to standard error instead; --draft writes a new one all the same.
      """)

  @OptionGroup var library: LibraryOptions

  @Option(help: "The sheet, or the table of a database, to write a profile for.")
  var sheet: String?

  @Flag(help: "Write a profile even if one reads the table already.")
  var draft = false

  @Flag(help: "List the built-in profiles.")
  var list = false

  @Option(help: "Print a built-in profile.", completion: .list(BuiltInProfile.names))
  var show: String?

  func validate() throws {
    if !list, show == nil, library.paths.isEmpty {
      throw ValidationError("Name a table, or use --list or --show NAME.")
    }
  }

  func run() throws {
    if list { return try writeList() }
    if let show { return try write(show) }
    try writeDraft()
  }

  // MARK: - The built-in profiles

  private func writeList() throws {
    var output = Output()
    for known in BuiltInProfile.all {
      try output.line("\(Gate.shown(known.name)): \(Gate.shown(known.profile.about)).")
    }
    try output.flush()
  }

  private func write(_ name: String) throws {
    let all = BuiltInProfile.all
    let wanted = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
    let found =
      all.first { $0.name == wanted.lowercased() }
      ?? all.first { $0.profile.name.lowercased() == wanted.lowercased() }
    guard let found else {
      let nearest = Spelling.nearest(to: wanted, among: all.map(\.name))
      let hint: ShownText =
        nearest.map { "Did you mean \(Gate.shown($0))?" } ?? "casebook profile --list names them."
      throw Failure.usage("There is no built-in profile \(ProblemWords.quoted(name)). \(hint)")
    }
    var output = Output()
    try output.write(Array(found.text.utf8))
    try output.flush()
  }

  // MARK: - A new profile

  private func writeDraft() throws {
    let (tables, problems) = try library.loader().probe(library.request.locations)
    guard !tables.isEmpty else {
      if let problem = problems.first {
        throw Failure.cannotRead(SpokenText.closed(ProblemWords.line(problem)))
      }
      throw Failure.cannotRead("No table was found in \(Gate.shown(library.request.title)).")
    }
    let wanted = try tables.filter { table in
      sheet.map { $0.lowercased() == (table.part ?? "").lowercased() } ?? true
    }.nonEmpty(orThrow: noSheet(tables))
    // Beside a table that is known, such as the data of a download, the others are about it.
    let isKnown = wanted.contains { $0.profile != nil }
    let unknown = wanted.filter { $0.sample != nil && (draft || !isKnown) }
    guard let chosen = unknown.max(by: { $0.size < $1.size }) else { return try sayKnown(wanted) }
    guard let sample = chosen.sample else { return }
    if wanted.count > 1 {
      try say(
        "This profile is for \(Gate.shown(chosen.file)), the largest of "
          + "\(tables.count) tables; --sheet NAME chooses another")
    }
    var output = Output()
    try output.write(Array(ProfileDraft(sample).yaml.utf8))
    try output.flush()
  }

  /// Says which profiles read the tables, or why one cannot be read.
  private func sayKnown(_ tables: [TableProbe]) throws {
    for table in tables {
      guard let profile = table.profile else { continue }
      let known = BuiltInProfile.all.first { $0.profile.name == profile.name }
      let next: ShownText =
        known.map { "casebook profile --show \(Gate.shown($0.name)) prints it; " } ?? ""
      try say(
        "\(Gate.shown(table.file)) is read by the profile \(ProblemWords.quoted(profile.name)); "
          + "\(next)--draft writes a new one")
    }
    if let problem = tables.compactMap(\.problem).first {
      throw Failure.cannotRead(SpokenText.closed(ProblemWords.line(problem)))
    }
  }

  private func say(_ words: ShownText) throws {
    var output = Output(Output.error)
    try output.line("casebook: \(SpokenText.closed(words))")
    try output.flush()
  }

  private func noSheet(_ tables: [TableProbe]) -> Failure {
    let names = tables.compactMap(\.part).map { ProblemWords.quoted($0) }.joined(separator: ", ")
    let hint: ShownText = names.isEmpty ? "The file has no sheets" : "It has \(names)"
    return .usage("There is no sheet \(ProblemWords.quoted(sheet ?? "")). \(hint).")
  }
}

extension TableProbe {
  /// The cells of the rows that were looked at.
  fileprivate var size: Int { (sample?.rowCount ?? 0) * (sample?.columnCount ?? 0) }
}

extension Array {
  /// The array, if it has elements.
  fileprivate func nonEmpty(orThrow failure: @autoclosure () -> Failure) throws -> [Element] {
    if isEmpty { throw failure() }
    return self
  }
}
