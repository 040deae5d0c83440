import ArgumentParser
import CasebookApp
import CasebookCore
import CasebookText

/// `casebook snapshot`: what is kept in the cache so that large libraries open at once.
struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "Show or clear the cache that makes large libraries open fast.",
    subcommands: [Status.self, Clear.self], defaultSubcommand: Status.self)

  /// `casebook snapshot status`
  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what is in the cache, and where it is.")

    func run() throws {
      var output = Output()
      guard let store = Snapshots.store else {
        try output.line("Nothing is kept: there is no home folder.")
        return try output.flush()
      }
      let kept = store.kept
      let bytes = kept.reduce(0) { $0 + $1.byteCount }
      let count: ShownText = .plural(kept.count, "snapshot", "snapshots")
      try output.line("\(count) in \(Gate.shown(store.folder)), \(grouped: bytes) bytes.")
      for snapshot in kept { try output.line(Self.line(snapshot)) }
      try output.flush()
    }

    private static func line(_ snapshot: SnapshotStore.Kept) -> ShownText {
      let size: ShownText = "\(grouped: snapshot.byteCount) bytes"
      guard let first = snapshot.paths.first else {
        return "\(size): of another version of the program, or damaged; it is not used."
      }
      let others: ShownText =
        snapshot.paths.count > 1 ? " and \(snapshot.paths.count - 1) more" : ""
      let files: ShownText = .plural(snapshot.fileCount, "file", "files")
      let cases = CountWords.cases(snapshot.caseCount)
      return "\(size): \(cases) of \(files), \(Gate.shown(first))\(others)"
    }
  }

  /// `casebook snapshot clear`
  struct Clear: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Clear the cache.")

    func run() throws {
      let (count, bytes) = Snapshots.store?.clear() ?? (0, 0)
      var output = Output()
      let words: ShownText = .plural(count, "snapshot", "snapshots")
      try output.line("\(words) removed, \(grouped: bytes) bytes.")
      try output.flush()
    }
  }
}
