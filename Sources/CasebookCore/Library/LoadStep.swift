/// What a library is made of.
public enum SourceLocation: Sendable {
  /// A file or a folder.
  case path(String)
  /// Standard input, read to its end.
  case standardInput
  /// A file that is part of the program.
  case embedded(name: String, bytes: SourceBytes)
}

extension SourceLocation {
  /// The path or the name it is called by.
  var title: String {
    switch self {
    case .path(let path): path
    case .standardInput: "standard input"
    case .embedded(let name, _): name
    }
  }
}

/// One step of loading, in the order of the files whatever the number of threads.
public enum LoadStep: Sendable {
  /// The files that will be read, and how many bytes they hold together.
  case found(files: [SourceFile], bytes: Int)
  /// Some cases, with what was met on the way and how many records were refused; `bytes` are those
  /// read for them, `files` what was learnt of the files they come from, from the segment's first
  /// file on.
  case segment(
    Segment, ProblemList, refused: Int, bytes: Int, files: [FileFinding] = [])
  /// Cases to look at until those come that are whole: the first of them, each perhaps without what
  /// stands further on. A restart follows, and everything from the start.
  case beginnings(Segment, files: [FileFinding])
  /// Loading ends here, before everything is read, for the reason given.
  case cutShort(Problem)
  /// What came before is void, because it did not hold or was not whole; all of it comes once more.
  case restarted
}

extension Library {
  /// Takes in one step of loading.
  public mutating func apply(_ step: LoadStep) {
    switch step {
    case .found(let files, _):
      add(files: files)
    case .segment(let segment, let problems, let refused, _, let findings):
      add(LoadedUnit(segment: segment, files: findings))
      add(problems: problems, refused: refused)
    case .beginnings(let segment, let findings):
      add(LoadedUnit(segment: segment, files: findings))
      holdsBeginnings = true
    case .cutShort(let problem):
      var problems = ProblemList()
      problems.add(problem)
      add(problems: problems, refused: 0)
      isPartial = true
    case .restarted: self = Library(title: title, settings: settings)
    }
  }
}

/// What was read at one go: the cases of some files in a row, or those of a slice of one file.
struct LoadedUnit: Sendable {
  /// The cases, perhaps none; its first file is the first of `files`.
  var segment: Segment
  /// What was learnt of each file.
  var files: [FileFinding]
}

/// What was learnt of a file, or of a slice of one, while its cases were read.
public struct FileFinding: Sendable {
  /// What the file was; nothing where it could not be read.
  var identity: FileIdentity?
  /// How its rows become cases, where it is a table.
  var table: TableDecoder?
  /// Whether its rows make cases together with those of the other files of the unit.
  var isJoined = false
  /// How many cases were taken; of rows of several files a case is of the first.
  var caseCount = 0
  /// How many records were refused, or 1 where the file was.
  var refusedCount = 0
  /// What was met, with repetitions counted.
  var problems: [Problem] = []
}
