import Glibc
import Synchronization
import Testing

@testable import CasebookCore

/// Tables whose rows are not joined are cut while they come in: they load as if they were read in
/// one piece, whether they are compressed or not.
struct TableCutterTests {
  private let folder = ScratchFolder()

  /// Makes a file of a text, through a command.
  private func file(_ text: String, _ name: String, _ command: String = "cat") throws -> String {
    let path = folder.path(name)
    let pipe = try #require(popen("\(command) > \(path)", "w"))
    _ = text.utf8.withContiguousStorageIfAvailable { fwrite($0.baseAddress, 1, $0.count, pipe) }
    try #require(pclose(pipe) == 0)
    return path
  }

  private func loader(threads: Int = 2) throws -> Loader {
    var loader = Loader()
    loader.threads = threads
    loader.profiles = try BuiltInProfiles.all
    return loader
  }

  private func cutter(_ path: String) throws -> TableCutter? {
    let loader = try loader()
    let file = try #require(loader.find([.path(path)]).files.first)
    let reader = RecordReader(limits: loader.limits, profiles: loader.profiles)
    return TableCutter(file, reader, limit: loader.limits.fileSize, sizes: loader.sizes)
  }

  private func whole(_ text: String, _ name: String = "rows.csv") throws -> Library {
    let bytes = SourceBytes(Array(text.utf8))
    return try loader().load([.embedded(name: name, bytes: bytes)], title: "t")
  }

  /// Rows with quotes, line ends inside, dates that are none, blank rows, and rows that are short.
  private func rows(_ count: Int, seed: UInt64, lineEnd: String = "\n") -> String {
    var random = SplitMix(seed: seed)
    var text = "type,date,facility,note" + lineEnd
    let facilities = ["North", "\"a, \"\"b\"\"\"", "\"two\(lineEnd)lines\"", "é", ""]
    for row in 0..<count {
      let cells = [
        "hearing", random.next() % 400 == 0 ? "2013-02-30" : "2024-0\(row % 9 + 1)-03",
        facilities[Int(random.next() % 5)],
        (0..<18).map { _ in String(random.next(), radix: 16) }.joined(),
      ]
      text += cells.prefix(random.next() % 300 == 0 ? 2 : 4).joined(separator: ",") + lineEnd
      if random.next() % 1_000 == 0 { text += lineEnd + lineEnd }
    }
    return text
  }

  /// Loads a table by itself, which a loader reads with others where it is small.
  private func load(_ path: String, threads: Int = 2, limit: Int? = nil) throws -> Library {
    var loader = try loader(threads: threads)
    if let limit { loader.limits.fileSize = limit }
    let files = loader.find([.path(path)]).files
    let steps = Mutex<[LoadStep]>([.found(files: files, bytes: 0)])
    let last = TableUnit(loader: loader, files: files, first: 0).read { part in
      steps.withLock { $0.append(part.step(afterLines: 0)) }
      return true
    }
    var library = Library(title: "t")
    for step in steps.withLock(\.self) + [last.step(afterLines: 0)] { library.apply(step) }
    return library
  }

  private func expectSame(_ path: String, _ text: String, threads: [Int] = [1, 3]) throws {
    let name = try #require(path.split(separator: "/").last)
    let expected = try whole(text, String(name)).dumpByCase
    for threads in threads {
      let loaded = try load(path, threads: threads)
      #expect(loaded.segments.count > 1)
      let found = loaded.dumpByCase.map { $0.replacing(path, with: name) }
      let first = zip(found, expected).first { $0 != $1 }
      #expect(first == nil, "\(first.map { "\($0)" } ?? "")")
      #expect(found.count == expected.count)
    }
  }

  @Test(arguments: [
    ("cat", "", "\n"), ("cat", "", "\r"), ("gzip -1", ".gz", "\n"), ("xz -0", ".xz", "\r\n"),
  ])
  func rowsAreTheSameAsInOnePiece(command: String, ending: String, lineEnd: String) throws {
    let text = rows(5_000, seed: 1, lineEnd: lineEnd)
    let path = try file(text, "rows.csv" + ending, command)
    #expect(try cutter(path) != nil)
    try expectSame(path, text)
  }

  @Test func behindAQuoteOutOfPlaceTheRestIsOnePart() throws {
    let oddity = "hearing,2024-01-03,say \"x\",\nhearing,2024-01-03,\"y\"z,\n"
    let text =
      rows(4_000, seed: 2) + oddity + rows(1_500, seed: 3).drop { $0 != "\n" }.dropFirst()
    let path = try file(text, "rows.csv.gz", "gzip -1")
    try expectSame(path, text)
  }

  @Test func theFirstPartIsThereBeforeTheRestIsExpanded() throws {
    let path = try file(rows(9_000, seed: 4), "rows.csv.gz", "gzip -1")
    let cutter = try #require(try cutter(path))
    let first = try #require(cutter.nextPart())
    #expect(!first.isLast)
    #expect(first.byteCount < Int(cutter.identity.size) / 2)
    var bytes = first.byteCount
    while let part = cutter.nextPart() { bytes += part.byteCount }
    #expect(bytes == Int(cutter.identity.size))
  }

  @Test func rowsBeforeADamageAreKept() throws {
    let text = rows(6_000, seed: 5)
    let path = try file(text, "rows.csv.gz", "gzip -1 | (head -c 700000; cat > /dev/null)")
    let loaded = try load(path)
    let all = try whole(text)
    #expect(loaded.problems.problems.contains { $0.fact == .unreadable(.cutShort(byte: 700_000)) })
    #expect((2_000..<all.caseCount).contains(loaded.caseCount))
    for row in stride(from: 0, to: loaded.caseCount, by: 500) + [loaded.caseCount - 1] {
      #expect(loaded.id(ofRow: row) == all.id(ofRow: row))
    }
    let (segment, index) = loaded.locate(loaded.caseCount - 1)
    let (other, place) = all.locate(loaded.caseCount - 1)
    #expect(segment.provenance[index].length == other.provenance[place].length)
  }

  @Test func moreTextThanTheLimitIsRefusedByName() throws {
    let path = try file(rows(6_000, seed: 6), "rows.csv.gz", "gzip -1")
    let loaded = try load(path, limit: 1_500_000)
    #expect(
      loaded.problems.problems.contains {
        $0.fact == .unreadable(.expandsBeyond(limit: 1_500_000))
      })
    #expect(loaded.refusedCount >= 1)
  }

  @Test(arguments: [
    ("case_id,type,date\n", "p1,hearing,2024-01-03\n"), ("type,date\n", "hearing,3/4/2024\n"),
  ])
  func whatNeedsAllRowsIsNotCut(header: String, row: String) throws {
    let path = try file(header + String(repeating: row, count: 100_000), "rows.csv")
    #expect(try cutter(path) == nil)
  }

  @Test func whatIsShortIsNotCut() throws {
    #expect(try cutter(file(rows(2_000, seed: 7), "rows.csv")) == nil)
  }
}
