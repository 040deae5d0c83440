/// What a library is made of.
public enum SourceLocation: Sendable {
  /// A file or a folder.
  case path(String)
  /// Standard input, read to its end.
  case standardInput
  /// A file that is part of the program.
  case embedded(name: String, bytes: SourceBytes)
}

/// One step of loading, in the order of the files whatever the number of threads.
public enum LoadStep: Sendable {
  /// The files that will be read, and how many bytes they hold together.
  case found(files: [SourceFile], bytes: Int)
  /// Some cases, with what was met on the way and how many records were refused; `bytes` are those
  /// read for them, `identities` what the files were that they come from.
  case segment(
    Segment, ProblemList, refused: Int, bytes: Int,
    identities: [(file: Int, FileIdentity)] = [])
}

extension Library {
  /// Takes in one step of loading.
  public mutating func apply(_ step: LoadStep) {
    switch step {
    case .found(let files, _):
      add(files: files)
    case .segment(let segment, let problems, let refused, _, let identities):
      for (file, identity) in identities { identify(file, as: identity) }
      add(segment)
      add(problems: problems, refused: refused)
    }
  }
}
