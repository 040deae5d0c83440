/// One thing that is fed with bytes nobody chose for it, and what must hold of what comes out.
///
/// A target ends the process where a promise is broken, so that the fuzzer keeps the input.
struct FuzzTarget: Sendable {
  /// The name on the command line.
  let name: String
  /// One sentence: what is read, and what must hold.
  let summary: String
  /// The ending of files that are seeds for it.
  let seeds: [String]
  /// Feeds it once.
  let feed: @Sendable (UnsafeRawBufferPointer) -> Void

  /// Every target, in the order of the help.
  static let all: [FuzzTarget] =
    [
      LoadTarget.json, LoadTarget.jsonLines, LoadTarget.yaml, LoadTarget.table, QueryTarget.query,
      DateTarget.date, GateTarget.gate, KeysTarget.keys, EntryTarget.entry,
      SettingsTarget.profile, SettingsTarget.theme, SettingsTarget.library,
      SnapshotTarget.snapshot, NotebookTarget.notebook, ShareTarget.share,
    ] + TableFileTarget.all

  /// The target of a name.
  static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}

/// Ends the process where something that must hold does not: a fuzzer keeps the input of a process
/// that traps, and knows no other way to be told.
func require(_ holds: Bool, _ what: @autoclosure () -> String) {
  if !holds { fatalError("Broken: " + what()) }
}
