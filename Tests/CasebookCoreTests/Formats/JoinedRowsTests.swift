import Testing

@testable import CasebookCore

/// Rows with one id are one case up to named limits, and take no more memory than there is.
struct JoinedRowsTests {
  /// Four cases; "p" is made of twelve rows of five bytes each.
  private let text = Array(
    "id,title\na,1\np,1xx\nb,2\n\((10..<21).map { "p,\($0)x\n" }.joined())c,3\n".utf8)

  private func cases(_ limits: TableLimits) throws -> [TableCase] {
    let profiles = try BuiltInProfiles.all
    return try text.withUnsafeBytes { bytes in
      var source = try TableSource(bytes, fileName: "t.csv", profiles: profiles, limits: limits)
      let tree = DataTree()
      var found: [TableCase] = []
      while let next = source.nextCase(into: tree) { found.append(next) }
      return found
    }
  }

  @Test(arguments: [
    (12, 60, nil), (11, 60, TableProblem.tooManyRows(found: 12, limit: 11)),
    (1, 60, .tooManyRows(found: 12, limit: 1)), (12, 59, .caseTooLong(rows: 12, limit: 59)),
    (100, 16, .caseTooLong(rows: 12, limit: 16)),
  ])
  func aCaseBeyondALimitIsRefusedWholeAndTheOthersLoad(
    rows: Int, bytes: Int, problem: TableProblem?
  ) throws {
    let found = try cases(TableLimits(columns: 10, rowBytes: bytes, caseRows: rows))
    #expect(found.count == 4)
    #expect(found.map(\.isRefused) == [false, problem != nil, false, false])
    guard let problem else { return }
    #expect(found[1].findings.map(\.problem) == [problem])
    #expect(found[1].findings.first?.position?.line == 3)
  }

  @Test func noMoreRowsAreHeldThanACaseMayHave() throws {
    let profiles = try BuiltInProfiles.all
    let most = try text.withUnsafeBytes { bytes in
      let source = try TableSource(bytes, fileName: "t.csv", profiles: profiles)
      var groups = TableGroups(TableLists([source], threads: 1).read())
      var rows: [TableGroups.Row] = []
      var counts: [Int] = []
      while let count = groups.nextGroup(into: &rows, limit: 5) {
        counts.append(count)
        #expect(rows.count == min(count, 5))
      }
      return counts
    }
    #expect(most == [1, 12, 1, 1])
  }

  @Test func aTableWhoseRowsDoNotFitIntoMemoryIsRefused() throws {
    var loader = Loader()
    loader.profiles = try BuiltInProfiles.all
    let file = SourceLocation.embedded(name: "t.csv", bytes: SourceBytes(text))
    // Each row takes 96 bytes while it is joined, beside its text.
    let needed = text.count + (1 + 16) * 96
    loader.availableMemory = needed
    #expect(loader.load([file], title: "t").caseCount == 4)
    loader.availableMemory = needed - 1
    let library = loader.load([file], title: "t")
    #expect(library.caseCount == 0)
    #expect(library.unreadFileCount == 1)
    #expect(
      library.problems.unread.map(\.fact)
        == [.table(.needsMemory(bytes: needed, free: needed - 1))])
  }

  @Test(arguments: Compression.allCases.map { Optional($0) } + [nil])
  func aTextThatDoesNotFitIntoMemoryIsRefused(compression: Compression?) throws {
    let folder = ScratchFolder()
    let text = Array(repeating: UInt8(ascii: "x"), count: 3 << 20)
    let path = folder.write(
      bytes: try compression?.compressed(text) ?? text,
      to: "a.yaml\(compression?.rawValue ?? "")")
    let memory = 2 << 20
    let found = Result { () throws(SourceFileError) in
      try FileReader.contents(
        of: SourcePlace(path: path), TextForm(fileName: path), limit: 1 << 30, memory: memory
      ).0.count
    }
    guard case .failure(.needsMemory(let bytes, free: memory)) = found else {
      Issue.record("\(found)")
      return
    }
    #expect(bytes > memory)
  }

  @Test func memoryThatIsNotThereIsAnErrorAndNoEnd() {
    #expect(throws: SourceFileError.needsMemory(bytes: 1 << 60, free: nil)) {
      try SourceBytes(room: 1 << 60)
    }
  }

  @Test(arguments: [
    ([0xFF, 0xFE] + Array("i\0d\0,\0t\0".utf8), ContentKind.text(.utf16LittleEndian)),
    (Array("i\0d\0,\0t\0i\0t\0l\0e\0\n\0".utf8), .text(.utf16LittleEndian)),
    (Array("\0i\0d\0,\0t\0i\0t\0l\0e\0\n".utf8), .text(.utf16BigEndian)),
    ([0x50, 0x4B, 3, 4, 20, 0, 6, 0], .zip), ([0x1F, 0x8B, 8, 0], .gzip),
  ])
  func aTableOfAnotherKindIsCalledByIt(bytes: [UInt8], kind: ContentKind) throws {
    let profiles = try BuiltInProfiles.all
    let found = bytes.withUnsafeBytes { text in
      Result { () throws(TableError) in
        try TableSource(text, fileName: "t.csv", profiles: profiles).header
      }
    }
    guard case .failure(let error) = found else {
      Issue.record("It was read.")
      return
    }
    #expect(error.finding.problem == .otherContent(kind))
  }
}
