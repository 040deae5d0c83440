import ArgumentParser
import CasebookCore
import CasebookTerminal
import CasebookText
import Glibc

/// The program.
public enum Program {
  /// Runs what the command line asks for, and ends with the status that says how it went.
  public static func main() {
    Terminal.settleDescriptors()
    // A file that grows past its limit is then an error of writing, not the end.
    signal(SIGXFSZ, SIG_IGN)
    do {
      if try Help.answer(Self.arguments) { return }
      var command = try CasebookCommand.parseAsRoot(Self.arguments)
      if !(command is ConfigCommand) { Preferences.ofUser.warn() }
      try command.run()
      Snapshots.finish()
    } catch let failure as Failure {
      Snapshots.finish()
      end(failure)
    } catch {
      endParsing(error)
    }
  }

  /// The words of the command line; bytes that are not UTF-8 stay what they are in paths.
  private static var arguments: [String] {
    let words = UnsafeBufferPointer(
      start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
    return words.dropFirst().compactMap { $0.map { PathText.string($0) } }
  }

  private static func end(_ failure: Failure) -> Never {
    if let message = failure.message {
      var output = Output(Output.error)
      try? output.line("casebook: \(message)")
      try? output.flush()
    }
    // A reader that closed the pipe ends the program as the signal would have.
    if failure == .cannotWrite(errno: EPIPE) { exit(128 + SIGPIPE) }
    exit(failure.status)
  }

  /// Help and version are answers; everything else is a command line that cannot be read.
  private static func endParsing(_ error: any Error) -> Never {
    let isAnswer = CasebookCommand.exitCode(for: error) == .success
    let text = CasebookCommand.fullMessage(for: error)
    var output = Output(isAnswer ? Output.standard : Output.error)
    do {
      for line in Gate.lines(text) { try output.line(line) }
      if !isAnswer, let hint = PlainHint.line(for: arguments) { try output.line(hint) }
      try output.flush()
    } catch {
      if isAnswer { end(error) }
    }
    exit(isAnswer ? 0 : 2)
  }
}

/// `casebook`.
struct CasebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "casebook",
    abstract: "Browse cases: paths through custody as dated events with sources.",
    usage: "casebook [PATH ...] [-f FILTER]",
    version: "0.1.0",
    subcommands: [
      BrowseCommand.self, ListCommand.self, CountCommand.self, ShowCommand.self,
      TimelineCommand.self, FacetsCommand.self, StatsCommand.self, CensusCommand.self,
      FlowsCommand.self, PathwaysCommand.self, DiffCommand.self, CheckCommand.self,
      ProfileCommand.self,
      SampleCommand.self, NewCommand.self, LimitsCommand.self, ThemesCommand.self,
      KeysCommand.self, CommandsCommand.self, ConfigCommand.self, SnapshotCommand.self,
      ExportCommand.self,
      ConvertCommand.self, SchemaCommand.self,
    ],
    defaultSubcommand: BrowseCommand.self)

  /// The names of the subcommands.
  static var names: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }
}
