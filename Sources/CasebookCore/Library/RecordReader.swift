/// Reads the records of one file's text into the columns of a segment.
struct RecordReader {
  let limits: Limits
  let profiles: [Profile]
  let readsOnlyTrees: Bool
  /// Bytes of memory that there are; nil if that is not known.
  let memory: Int?
  let tree = DataTree()
  private let rootTree = DataTree()
  private let json: JSONTreeReader
  private let yaml: YAMLTreeReader

  init(limits: Limits, profiles: [Profile], readsOnlyTrees: Bool = false, memory: Int? = nil) {
    self.limits = limits
    self.memory = memory
    self.readsOnlyTrees = readsOnlyTrees
    self.profiles = profiles
    json = JSONTreeReader(limits: limits.tree)
    yaml = YAMLTreeReader(limits: limits.tree)
  }

  /// A file, or a stretch of one, to read.
  struct Work {
    var file: SourceFile
    var number: UInt32
    var text: SourceText
    /// The byte of the file that the text begins with.
    var firstByte = 0
    /// Whether the text is only a part of the file.
    var isPart = false
    /// Of a part of a list: how many elements stand before it, and whether more stand behind it.
    var firstOrdinal = 0
    var goesOn = false
  }

  /// What a text turned out to be.
  struct Finding {
    /// How rows become cases, where it is a table.
    var table: TableDecoder?
    /// How many lines end in it, where it is JSON Lines.
    var lineCount = 0
    /// Whether the rest of a list was left unread, because of an error between its elements.
    var leavesFile = false
  }

  /// Reads every record.
  func read(_ work: Work, into builder: inout SegmentBuilder) -> Finding {
    var finding = Finding()
    let before = builder.caseCount + builder.refusedCount
    switch work.file.format {
    case .yaml: readYAML(work, &builder)
    case .json:
      readJSON(work, &builder)
      finding.leavesFile = json.gaveUp
    case .jsonLines: finding.lineCount = readLines(work, &builder)
    case .table: finding.table = readTable(work, &builder)
    }
    if builder.caseCount + builder.refusedCount == before, !work.isPart {
      builder.note(Problem(.warning, file: work.file.displayPath, .noRecords))
    }
    return finding
  }

  // MARK: - YAML

  private func readYAML(_ work: Work, _ builder: inout SegmentBuilder) {
    yaml.open(work.text)
    var ordinal = 0
    while let record = yaml.nextDocument(into: tree) {
      switch record {
      case .refused(let error, _): refuse(error, work, &builder)
      case .value(let range): appendDocument(range, work, &ordinal, &builder)
      case .root: continue
      }
    }
  }

  /// A document is a case, a list of cases, or a map with `cases`.
  private func appendDocument(
    _ range: Range<Int>, _ work: Work, _ ordinal: inout Int, _ builder: inout SegmentBuilder
  ) {
    noteWarnings(work, &builder)
    for node in Self.records(in: tree) {
      append(node, in: tree, range, ordinal: ordinal, work, &builder)
      ordinal += 1
    }
  }

  /// The nodes of the records of a document.
  static func records(in tree: DataTree) -> [Int] {
    guard tree.count > 0 else { return [] }
    switch tree.kind(of: 0) {
    case .array: return Array(tree.elements(of: 0))
    case .object:
      guard let cases = tree.value(of: "cases", in: 0), tree.kind(of: cases) == .array else {
        return [0]
      }
      return Array(tree.elements(of: cases))
    case .null: return []
    default: return [0]
    }
  }

  // MARK: - JSON

  private func readJSON(_ work: Work, _ builder: inout SegmentBuilder) {
    json.open(work.text, follows: work.firstOrdinal > 0, goesOn: work.goesOn)
    var run = OrdinaryRun(
      work.text, file: work.number, elements: true, limits: limits.tree,
      isPossible: !readsOnlyTrees)
    run.ordinal = work.firstOrdinal
    while true {
      json.readOrdinary(&run, into: builder.columns)
      guard let record = json.nextElement(of: "cases", into: tree, root: rootTree) else { return }
      switch record {
      case .refused(let error, _):
        refuse(error, work, &builder)
        run.ordinal += 1
      case .value(let range):
        noteWarnings(work, &builder)
        append(0, in: tree, range, ordinal: run.ordinal, work, &builder)
        run.ordinal += 1
      case .root:
        guard run.ordinal == 0, rootTree.value(of: "cases", in: 0) == nil else { continue }
        let range = 0..<work.text.bytes.count
        append(0, in: rootTree, range, ordinal: 0, work, &builder)
        run.ordinal += 1
      }
    }
  }

  /// Reads lines; says how many there are.
  private func readLines(_ work: Work, _ builder: inout SegmentBuilder) -> Int {
    json.open(work.text)
    var run = OrdinaryRun(
      work.text, file: work.number, elements: false, limits: limits.tree,
      isPossible: !readsOnlyTrees)
    while true {
      json.readOrdinary(&run, into: builder.columns)
      guard let record = json.nextLine(into: tree) else { return run.lineCount(of: work.text) }
      switch record {
      case .refused(let error, _): refuse(error, work, &builder)
      case .value(let range):
        noteWarnings(work, &builder)
        append(0, in: tree, range, ordinal: nil, work, &builder)
      case .root: continue
      }
    }
  }

  // MARK: - Records

  private func append(
    _ node: Int, in tree: DataTree, _ range: Range<Int>, ordinal: Int?, _ work: Work,
    _ builder: inout SegmentBuilder
  ) {
    let line = tree.position(of: node).line
    let place = Provenance(
      file: work.number, line: UInt32(clamping: line),
      offset: UInt64(work.firstByte + range.lowerBound), length: UInt32(clamping: range.count),
      ordinal: UInt32(ordinal ?? 0))
    let number = ordinal.map { $0 + 1 } ?? line
    builder.append(
      tree, at: node, file: work.file.displayPath,
      defaultID: work.file.defaultID(ofRecord: number, isFirst: ordinal == 0),
      places: [place])
  }

  private func refuse(_ error: TreeError, _ work: Work, _ builder: inout SegmentBuilder) {
    builder.refuse(
      Problem(.error, file: work.file.displayPath, at: error.position, .syntax(error)))
  }

  private func noteWarnings(_ work: Work, _ builder: inout SegmentBuilder) {
    for warning in tree.warnings {
      builder.note(
        Problem(
          .warning, file: work.file.displayPath, at: warning.position,
          .syntaxWarning(warning)))
    }
  }
}

extension SourceFile {
  /// The id of a record that names none: the file's name without its extension, with the number
  /// of the record where it is not the first.
  func defaultID(ofRecord number: Int, isFirst: Bool) -> String {
    let name = Compression.uncompressed(name)
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    return isFirst ? stem : "\(stem)#\(number)"
  }
}

extension Limits {
  /// The limits that readers of trees keep.
  var tree: TreeLimits {
    var limits = TreeLimits()
    limits.depth = depth
    limits.keysPerObject = keys
    limits.aliasNodes = aliases
    limits.aliasBytes = aliasBytes
    limits.recordBytes = recordSize
    return limits
  }
}
