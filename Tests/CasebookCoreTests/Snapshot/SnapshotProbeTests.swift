import Testing

@testable import CasebookCore

/// A directory that adds up is still not believed.
struct SnapshotProbeTests {
  private let folder = ScratchFolder()

  private func probe() throws -> SnapshotProbe {
    let path = folder.write(SnapshotSource.lines(0..<20), to: "a.jsonl")
    let library = Loader().load([.path(path)], title: "t")
    return try #require(SnapshotProbe(library, folder: folder.path))
  }

  @Test func theTrueDirectoryGivesTheLibrary() throws {
    let probe = try probe()
    let library = probe.directory.withUnsafeBytes(probe.library)
    #expect(library?.caseCount == 20)
  }

  @Test func anyByteOfItMayBeAnother() throws {
    let probe = try probe()
    var random = SplitMix(seed: 3)
    var doubted = 0
    for at in probe.directory.indices {
      var directory = probe.directory
      directory[at] = UInt8.random(in: .min ... .max, using: &random)
      guard let library = directory.withUnsafeBytes(probe.library) else {
        doubted += 1
        continue
      }
      #expect(library.dump.count > 20, "byte \(at)")
    }
    #expect(doubted > probe.directory.count / 2)
  }
}
