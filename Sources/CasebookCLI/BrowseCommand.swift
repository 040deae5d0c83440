import ArgumentParser
import CasebookApp
import CasebookCore
import CasebookPlain
import CasebookTerminal
import CasebookText
import Glibc

/// `casebook` without a subcommand: browse, on a screen or in plain mode.
struct BrowseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse", abstract: "Browse cases on the screen or in plain mode.")

  @OptionGroup var library: LibraryOptions
  @OptionGroup var filter: FilterOptions
  @Option(
    help: "Colour theme; casebook themes lists them.", completion: .list(ThemeCatalogue.names))
  var theme: String?
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Change a setting, such as dates=iso. See casebook config. Repeatable.",
      valueName: "name=value"))
  var chosen: [String] = []
  @Flag(
    inversion: .prefixedNo,
    help: "Start where the last session ended, or do not save this session's place.")
  var session: Bool?
  @Flag(help: "Plain mode: sentences instead of a screen, for screen readers and pipes.")
  var plain = false
  @Option(
    name: [.customShort("c"), .customLong("commands")], parsing: .unconditional,
    help: "Run commands separated by ';' in plain mode, then exit.")
  var commands: String?
  @Option(help: "Run the commands in this file first, one per line.", completion: .file())
  var script: String?
  @Flag(help: "Reader layout: a one-column screen for screen readers and braille.") var reader =
    false
  @Flag(help: "Draw with ASCII characters only.") var ascii = false
  @Flag(help: "Leave the last screen visible on exit.") var noAltScreen = false

  func validate() throws {
    if let theme, !ThemeCatalogue.names.contains(theme) {
      throw ValidationError(
        "There is no theme of that name. Run casebook themes for a list.")
    }
  }

  func run() throws {
    _ = try filter.time.settings()
    for path in library.paths
    where path != "-" && PathText.withBytes(of: path, { access($0, F_OK) }) != 0 {
      throw Failure.cannotRead(Self.missing(path))
    }
    let end = try Browser(request: try request(), lines: lines).run(plain: plainReason)
    if case .terminated(let signal) = end { Terminal.die(bySignal: signal) }
  }

  /// The message about a path that does not exist, which may be a misspelt command: "There is no
  /// command, file or folder lst. Did you mean list?"
  private static func missing(_ path: String) -> ShownText {
    let failure = CommandFailure(
      "There is no command, file or folder \(Gate.shown(path))",
      meant: Spelling.nearest(to: path, among: CasebookCommand.names),
      next: "Run casebook --help for the commands")
    return failure.line
  }

  /// Where the lines of plain mode come from.
  private var lines: PlainLines {
    var lines = PlainLines()
    lines.commands = commands.map { $0.split(separator: ";").map { String($0).trimmed } }
    lines.isTyped = Environment.isTerminal(0) && !readsStandardInput
    lines.isReadable = !readsStandardInput
    lines.promptsOnError = !Environment.isTerminal(1) && Environment.isTerminal(2)
    return lines
  }

  /// Why plain mode is used, or `nil` if the screen is used.
  private var plainReason: PlainMode.Reason? {
    if plain || commands != nil { return .flag }
    let settings = Preferences.ofUser.settings
    if settings.isOn(.plain) {
      return settings.origin(of: .plain) == .file ? .file : .environment
    }
    if !Environment.isTerminal(1) || !Environment.isTerminal(0) && !readsStandardInput {
      return .noTerminal
    }
    return ["dumb", nil].contains(Environment.value("TERM")) ? .terminalType : nil
  }

  /// With cases on standard input the keys come from the terminal itself.
  private var readsStandardInput: Bool { library.paths.contains("-") }

  private func request() throws -> BrowseRequest {
    let (locations, title) = library.request
    var request = BrowseRequest(
      locations: locations, title: title, loader: try library.loader(), today: .today)
    request.within = library.within?.seconds
    request.hasNoSnapshot = library.hasNoSnapshot
    request.filter = filter.text
    request.script = try scriptLines()
    request.settings = try settings()
    request.keepsPlace = session != false
    request.usesAlternateScreen = !noAltScreen
    return request
  }

  /// The settings of the user, with what the options choose.
  private func settings() throws(Failure) -> Settings {
    var settings = Preferences.ofUser.settings
    settings.choose(theme, for: .theme, by: .flag)
    if let asOf = filter.time.asOf { settings.choose(asOf, for: .asOf, by: .flag) }
    if ascii { settings.choose("on", for: .ascii, by: .flag) }
    if reader { settings.choose("on", for: .reader, by: .flag) }
    if let session { settings.choose(session ? "on" : "off", for: .session, by: .flag) }
    for option in chosen {
      do throws(SettingProblem) {
        try settings.take(option: option)
      } catch {
        throw .usage("--set \(Gate.shown(option)): \(SettingWords.wrong(error)).")
      }
    }
    return settings
  }

  private func scriptLines() throws(Failure) -> [String] {
    guard let script else { return [] }
    switch SourceBytes.reading(script) {
    case .success(let bytes):
      let text = bytes.withBytes { String(decoding: $0, as: UTF8.self) }
      return text.split(whereSeparator: \.isNewline).map(String.init)
        .filter { !$0.trimmed.isEmpty && !$0.hasPrefix("#") }
    case .failure(let error):
      throw .cannotRead("\(Gate.shown(script)): \(ProblemWords.fact(.unreadable(error))).")
    }
  }
}
