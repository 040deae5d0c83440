import Glibc
import Synchronization
import Testing

@testable import CasebookCore

/// Large tables are read in parts: rows with one id are one case wherever they stand, and the order
/// does not depend on the number of threads.
struct TableUnitTests {
  private func load(_ path: String, threads: Int) throws -> Library {
    var loader = Loader()
    loader.threads = threads
    loader.profiles = try BuiltInProfiles.all
    return loader.load([.path(path)], title: "t")
  }

  @Test func rowsFarApartAreOneCaseForAnyNumberOfThreads() throws {
    let people = 24_000
    let note = String(repeating: "words ", count: 50)
    var text = "case_id,type,date,facility,note\n"
    for round in 0..<2 {
      for person in 0..<people {
        let date = person % 999 == 0 ? "2013\u{0}" : "2024-0\(round + 1)-03"
        text += "p\(person),hearing,\(date),\"Jail \(person % 7)\nNorth\",\(note)\n"
      }
      text += "\n"
    }
    let path = "/tmp/casebook-tables-\(getpid()).csv"
    let file = try #require(fopen(path, "w"))
    _ = text.utf8.withContiguousStorageIfAvailable { fwrite($0.baseAddress, 1, $0.count, file) }
    fclose(file)
    defer { unlink(path) }

    let one = try load(path, threads: 1)
    #expect(one.segments.count > 1)
    let bad = (people + 998) / 999
    #expect(one.caseCount == people - bad)
    #expect(one.refusedCount == 2 * bad)
    #expect(one.eventCount == 2 * (people - bad))
    #expect(one.id(ofRow: one.caseCount - 1) == "p\(people - 1)")
    let last = try one.decode(row: one.caseCount - 1).get()
    #expect(last.events.map { $0.date?.text } == ["2024-01-03", "2024-02-03"])
    #expect(try load(path, threads: 3).dump == one.dump)

    let problem = try #require(one.problems.problems.last { $0.severity == .error })
    #expect(problem.position?.line == 2 + 2 * ((bad - 1) * 999) + 2 * people + 1)
  }

  @Test func rowsByThemselvesAreTheSameCutAndWhole() throws {
    let note = String(repeating: "words ", count: 60)
    var text = "type,date,facility,note\n"
    for row in 0..<26_000 {
      let date = row % 5_000 == 0 ? "2013-02-30" : "2024-0\(row % 9 + 1)-03"
      text += "hearing,\(date),\"Jail \(row % 7)\nNorth\",\(row) \(note)\n"
      // Blank rows run over a cut too, and the last of all do not count.
      if row % 2_000 == 0 { text += "\n\n" }
      if row == 12_999 { text += String(repeating: "\n", count: 100_000) }
    }
    text += "\n\n"
    let folder = ScratchFolder()
    let path = folder.write(text, to: "rows.csv")

    let cut = try load(path, threads: 1)
    #expect(cut.segments.count > 2)
    #expect(try load(path, threads: 3).dump == cut.dump)
    var loader = Loader()
    loader.profiles = try BuiltInProfiles.all
    let bytes = SourceBytes(Array(text.utf8))
    let whole = loader.load([.embedded(name: "rows.csv", bytes: bytes)], title: "t")
    #expect(whole.segments.count == 1)
    #expect(cut.dumpByCase.map { $0.replacing(path, with: "rows.csv") } == whole.dumpByCase)
    let blank = try #require(
      whole.problems.problems.first { $0.fact == .table(.blankRow) })
    #expect(blank.count == 26 + 100_000)
  }

  @Test func partsAreHandedOnBeforeTheNextAreRead() throws {
    let note = String(repeating: "words ", count: 60)
    let rows = (0..<80_000).map { "hearing,2024-01-03,\($0) \(note)\n" }
    let folder = ScratchFolder()
    let path = folder.write("type,date,note\n" + rows.joined(), to: "rows.csv")
    var loader = Loader()
    loader.threads = 1
    loader.profiles = try BuiltInProfiles.all
    let file = try #require(loader.find([.path(path)]).files.first)
    let unit = TableUnit(loader: loader, files: [file], first: 0)
    let handed = Mutex<[Int]>([])
    let last = unit.read { part in
      handed.withLock { $0.append(part.segment.caseCount) }
      return handed.withLock { $0.count < 2 }
    }
    #expect(handed.withLock { $0.count } == 2)
    #expect(handed.withLock { $0.allSatisfy { $0 > 0 } })
    #expect(last.segment.caseCount == 0)
  }
}
