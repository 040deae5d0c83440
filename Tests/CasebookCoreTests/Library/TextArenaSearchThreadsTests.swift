import CScan
import Synchronization
import Testing

@testable import CasebookCore

@Suite struct TextArenaSearchThreadsTests {
  @Test(arguments: [-1, 0, 1, 2, 3, 8])
  func threadsFindWhatOneFinds(threads: Int) throws {
    let search = try Self.search("7")
    #expect(search.run(threads: threads) { false } == search.run())
  }

  @Test(arguments: [1, 4])
  func nothingIsFoundWhenToldToStop(threads: Int) throws {
    let search = try Self.search("case")
    let asked = Atomic(0)
    let result = search.run(threads: threads) { asked.add(1, ordering: .relaxed).newValue > 20 }
    #expect(result == nil)
    #expect(asked.load(ordering: .relaxed) < search.pieceCount)
  }

  private static func search(_ needle: String) throws -> TextArenaSearch {
    let arena = try TextArena(cases: (0..<2000).map { ["case \($0)"] }, segmentSize: 3000)
    return TextArenaSearch(
      for: Array(needle.utf8), in: arena, within: nil, level: cscan_best_level(),
      pieceSize: 100, way: .scan)
  }
}
