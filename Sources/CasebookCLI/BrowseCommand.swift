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
    commandName: "browse", abstract: "Browse cases (what casebook does where no command is named).")

  @OptionGroup var library: LibraryOptions
  @OptionGroup var filter: FilterOptions
  @Option(help: "The colours; casebook themes names them.") var theme: String?
  @Option(
    name: .customLong("set"),
    help: "A setting, such as dates=iso; casebook config lists them. May be given often.")
  var chosen: [String] = []
  @Flag(
    inversion: .prefixedNo,
    help: "Begin where the last session on the library ended, or keep nothing of this one's place.")
  var session: Bool?
  @Flag(help: "Plain mode: lines of text, for screen readers and pipes.") var plain = false
  @Option(
    name: [.customShort("c"), .customLong("commands")], parsing: .unconditional,
    help: "Commands for plain mode, parted by ';', instead of reading them.")
  var commands: String?
  @Option(help: "A file of commands, one a line, to run first.", completion: .file())
  var script: String?
  @Flag(help: "Lay the screen out for a screen reader: one column, few changes.") var reader = false
  @Flag(help: "Draw with ASCII alone.") var ascii = false
  @Flag(help: "Leave the picture on the screen at the end.") var noAltScreen = false

  func validate() throws {
    if let theme, !ThemeCatalogue.names.contains(theme) {
      throw ValidationError("There is no theme of that name; casebook themes names them.")
    }
  }

  func run() throws {
    _ = try filter.time.settings()
    for path in library.paths
    where path != "-" && PathText.withBytes(of: path, { access($0, F_OK) }) != 0 {
      throw Failure.cannotRead(
        "There is no file or folder \(Gate.shown(path)). Type casebook --help for the commands.")
    }
    let end = try Browser(request: try request(), lines: lines).run(plain: plainReason)
    if case .terminated(let signal) = end { Terminal.die(bySignal: signal) }
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

  /// Why plain mode is used; nothing where the screen is.
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
