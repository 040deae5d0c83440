import Glibc
import Testing

@testable import CasebookCore

/// Random files load exactly as they were written, whatever their sizes, those of the pieces they are
/// read in, and the number of threads.
///
/// `CASEBOOK_FILES` says how many files are made; without it they are few enough for every run.
struct RandomFileTests {
  private static let count =
    getenv("CASEBOOK_FILES").flatMap { Int(String(cString: $0)) } ?? 160

  /// Groups of files, which run side by side.
  @Test(arguments: 0..<4)
  func filesLoadAsTheyWereWritten(group: Int) throws {
    let folder = ScratchFolder()
    for seed in stride(from: group, to: Self.count, by: 4) {
      try check(UInt64(seed), in: folder)
    }
  }

  private func check(_ seed: UInt64, in folder: ScratchFolder) throws {
    var random = SplitMix(seed: seed)
    let file = WrittenFile(&random, isLarge: seed % 20 == 0)
    let bytes = try file.compression?.compressed(file.text) ?? file.text
    let path = folder.write(bytes: bytes, to: file.name)
    defer { unlink(path) }
    var loader = Loader()
    loader.profiles = try BuiltInProfiles.all
    loader.threads = 1 + Int(random.next() % 4)
    loader.sizes = Self.sizes(&random, of: file.text.count)
    let library = loader.load([.path(path)], title: "t")
    let what = "seed \(seed), \(file.name) of \(file.text.count), \(loader.sizes)"
    let problems = library.problems.problems.filter { $0.severity != .note }
    #expect(problems.map(\.fact) == (file.records.isEmpty ? problems.map(\.fact) : []), "\(what)")
    try #require(library.caseCount == file.records.count, "\(what)")
    for (row, record) in file.records.enumerated() {
      let (segment, index) = library.locate(row)
      try #require(segment.line(ofCase: index) == record.line, "\(what)")
      if let id = record.id { try #require(library.id(ofRow: row) == id, "\(what)") }
    }
    // A case of YAML is read again with its whole file.
    let decoded = file.format == .yaml || file.text.count > 1 << 20 ? 3 : 20
    for _ in 0..<min(decoded, file.records.count) {
      let row = Int(random.next() % UInt64(file.records.count))
      let title = try library.decode(row: row).get().text("title")
      try #require(title == file.records[row].title, "\(what), row \(row)")
    }
  }

  /// Sizes between one byte and those of the file, but never so small that there are thousands of
  /// pieces.
  private static func sizes(_ random: inout SplitMix, of count: Int) -> PieceSizes {
    let least = 1 + count / 200
    func size(_ random: inout SplitMix) -> Int {
      least + Int(random.next() % UInt64(1 + count >> (random.next() % 12)))
    }
    var sizes = PieceSizes()
    sizes.first = size(&random)
    sizes.largestSlice = max(sizes.first, size(&random))
    sizes.largestPart = max(sizes.first, size(&random))
    sizes.group = size(&random)
    sizes.reach = size(&random)
    sizes.beginning = size(&random)
    sizes.longestBeginning = max(sizes.beginning, size(&random))
    sizes.block = size(&random)
    return sizes
  }
}
