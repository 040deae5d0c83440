import Glibc
import Testing

@testable import CasebookCore

/// A table that a release has twice is read once, and that is said.
struct RepeatedTablesTests {
  let folder = ScratchFolder()

  private static let header =
    "Apprehension Date,Apprehension Method,Arresting Agency,Unique Identifier,Age,Flag\n"

  init() { mkdir(folder.path("a"), 0o755) }

  private func load() throws -> Library {
    var loader = Loader()
    loader.profiles = try BuiltInProfiles.all
    return loader.load([.path(folder.path("a"))], title: "t")
  }

  /// `arrests-2.csv of arrests-1.csv`, in order.
  private func repeated(_ library: Library) -> [String] {
    library.problems.problems.compactMap {
      guard case .repeatedTable(let first) = $0.fact else { return nil }
      return "\($0.file) of \(first)".replacing(folder.path("a/"), with: "")
    }
  }

  private func write(_ rows: String, to name: String, header: String = Self.header) {
    folder.write(header + rows, to: "a/\(name)")
  }

  private static let rows = "2024-02-01,CAP,ERO,p1,30,TRUE\n2024-02-02T10:30:00Z,CAP,ERO,,,FALSE\n"

  @Test func aCopyUnderAnotherNameCountsOnce() throws {
    write(Self.rows, to: "arrests-1.csv")
    let once = try load()
    write(Self.rows, to: "arrests-2.csv")
    let twice = try load()
    #expect(repeated(twice) == ["arrests-2.csv of arrests-1.csv"])
    #expect(twice.caseCount == 2)
    #expect(twice.eventCount == once.eventCount)
    #expect(twice.dumpWithoutProblems == once.dumpWithoutProblems)
  }

  @Test func otherNotationsOfTheSameRowsCountOnce() throws {
    write(Self.rows, to: "arrests-1.csv")
    write(
      "2/1/2024 0:00|CAP|ERO|p1|30.0|1\n\n2024-02-02 10:30:00|CAP |\"ERO\"|NA|--|0\n",
      to: "arrests-2.psv", header: Self.header.replacing(",", with: "|"))
    let compressed = try Compression.gzip.compressed(Array((Self.header + Self.rows).utf8))
    folder.write(bytes: compressed, to: "a/arrests-3.csv.gz")
    let library = try load()
    #expect(
      repeated(library) == [
        "arrests-2.psv of arrests-1.csv", "arrests-3.csv.gz of arrests-1.csv",
      ])
    #expect(library.eventCount == 2)
  }

  @Test func aTableThatLacksAColumnIsTheSame() throws {
    write(Self.rows, to: "arrests-1.csv")
    write(
      "Alien 1,2024-02-01,CAP,ERO,p1,30,TRUE\n,2024-02-02 10:31,CAP,ERO,,,FALSE\n",
      to: "arrests-2.csv", header: "Area,\(Self.header)")
    #expect(repeated(try load()) == [])
    write(
      "North,2024-02-01,CAP,ERO,p1,30,TRUE\n,2024-02-02 10:30:00,CAP,ERO,,,FALSE\n",
      to: "arrests-2.csv", header: "Area,\(Self.header)")
    #expect(repeated(try load()) == ["arrests-2.csv of arrests-1.csv"])
  }

  @Test(arguments: [
    "2024-02-01,CAP,ERO,p1,30,TRUE\n",
    "2024-02-01,CAP,ERO,p1,30,TRUE\n2024-02-02T10:30:00Z,CAP,ERO,,31,FALSE\n",
    "2024-02-01,CAP,ERO,p1,30,TRUE\n2024-02-02T10:31:00Z,CAP,ERO,,,FALSE\n",
    "2024-02-02T10:30:00Z,CAP,ERO,,,FALSE\n2024-02-01,CAP,ERO,p1,30,TRUE\n",
    "2024-02-01,CAP,ERO,p1,30,TRUE\n2024-02-02T10:30:00Z,CAP,ERO,,,FALSE\n"
      + "2024-02-03,CAP,ERO,p2,30,TRUE\n",
    "",
  ])
  func otherRowsAreRowsOfTheirOwn(rows: String) throws {
    write(Self.rows, to: "arrests-1.csv")
    let once = try load().eventCount
    write(rows, to: "arrests-2.csv")
    let library = try load()
    #expect(repeated(library) == [])
    #expect(library.eventCount == once + rows.count { $0 == "\n" })
  }

  @Test func longTablesAreComparedToTheirEnd() throws {
    let rows = (0..<8_000).map { "2024-02-01,CAP,ERO,p\($0),30,\"two\nlines, \($0)\"\n" }.joined()
    write(rows, to: "arrests-1.csv")
    write(rows.replacing("CAP", with: "CAP "), to: "arrests-2.csv")
    write(rows.dropLast(2) + "x\"\n", to: "arrests-3.csv")
    #expect(repeated(try load()) == ["arrests-2.csv of arrests-1.csv"])
  }
}
