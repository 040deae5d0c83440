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
  /// read for them, `files` what was learnt of the files they come from.
  case segment(
    Segment, ProblemList, refused: Int, bytes: Int, files: [FileFinding] = [])
}

extension Library {
  /// Takes in one step of loading.
  public mutating func apply(_ step: LoadStep) {
    switch step {
    case .found(let files, _):
      add(files: files)
    case .segment(let segment, let problems, let refused, _, let findings):
      for finding in findings { learn(finding) }
      add(segment)
      add(problems: problems, refused: refused)
    }
  }
}

/// What was learnt of a file while its cases were read.
public struct FileFinding: Sendable {
  /// The number of the file.
  var file: Int
  /// What the file was.
  var identity: FileIdentity?
  /// How its rows become cases, where it is a table.
  var table: TableDecoder?
}
