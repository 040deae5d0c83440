import Glibc
import Testing

@testable import CasebookCore

/// Only what is not known is read: a changed, added or removed file costs itself alone.
struct LoadPlanTests {
  private let folder = ScratchFolder()

  private func write(_ names: String) {
    for name in names {
      folder.write(SnapshotSource.record(Int(name.asciiValue ?? 0)), to: "\(name).jsonl")
    }
  }

  /// The units in words, such as "known abc, read d, known ef".
  private func plan(_ known: KnownUnits) -> String {
    var loader = Loader()
    loader.threads = 1
    let found = loader.find([.path(folder.path)])
    func letters(_ files: Range<Int>) -> String {
      found.files[files].map { String($0.name.prefix(1)) }.joined()
    }
    return LoadPlan(found, known: known).units.map { unit in
      switch unit {
      case .files(let files): "read \(letters(files))"
      case .known(let stretch):
        "known \(letters(stretch.firstFile..<stretch.firstFile + stretch.files.count))"
      default: "\(unit)"
      }
    }.joined(separator: ", ")
  }

  private func known() -> KnownUnits {
    KnownUnits(Loader().load([.path(folder.path)], title: "t"), settling: 0)
  }

  @Test func nothingIsReadWhereNothingChanged() {
    write("abcdef")
    #expect(plan(known()) == "known abcdef")
  }

  @Test func aChangedFileIsReadAlone() {
    write("abcdef")
    let known = known()
    folder.write(SnapshotSource.record(77), to: "c.jsonl")
    #expect(plan(known) == "known ab, read c, known def")
  }

  @Test func anAddedFileIsReadAlone() {
    write("abde")
    let known = known()
    write("cf")
    #expect(plan(known) == "known ab, read c, known de, read f")
  }

  @Test func aRemovedFileCostsNoReading() {
    write("abcdef")
    let known = known()
    unlink(folder.path("a.jsonl"))
    unlink(folder.path("d.jsonl"))
    #expect(plan(known) == "known bc, known ef")
  }

  @Test func aFileUnderAnotherNameIsReadAnew() {
    write("abc")
    let known = known()
    rename(folder.path("b.jsonl"), folder.path("d.jsonl"))
    #expect(plan(known) == "known a, known c, read d")
  }

  @Test func whereChangesLeaveOnlyCrumbsTheGroupIsReadAnew() {
    let names = "abcdefghijklmnopqrstuvwxyz"
    write(names)
    let known = known()
    write(String(names.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)))
    #expect(plan(known) == "read \(names)")
  }

  @Test func aFileThatCouldNotBeReadIsNotKnown() {
    write("ac")
    mkfifo(folder.path("b.jsonl"), 0o600)
    let known = known()
    unlink(folder.path("b.jsonl"))
    write("b")
    #expect(plan(known) == "known a, read b, known c")
  }

  // MARK: - Releases

  private func writeTables(_ folders: Range<Int>, _ names: [String]) {
    for number in folders {
      mkdir(folder.path("r\(number)"), 0o755)
      for name in names {
        folder.write(
          "Departed Date,Port of Departure,Final Charge Code,Unique Identifier\n"
            + "2024-04-01,Laredo,\(name),p\(number)\n", to: "r\(number)/\(name).csv")
      }
    }
  }

  private func planOfReleases(_ known: KnownUnits?) throws -> (read: Int, known: Int) {
    var loader = Loader()
    loader.profiles = try BuiltInProfiles.all
    let found = loader.find([.path(folder.path)], known: known)
    let units = LoadPlan(found, known: known).units
    let count = units.count { if case .known = $0 { true } else { false } }
    return (units.count - count, count)
  }

  private func knownReleases() throws -> KnownUnits {
    var loader = Loader()
    loader.profiles = try BuiltInProfiles.all
    return KnownUnits(loader.load([.path(folder.path)], title: "t"), settling: 0)
  }

  @Test func manySmallReleasesStayKnown() throws {
    writeTables(0..<60, ["a", "b"])
    #expect(try planOfReleases(nil) == (60, 0))
    let known = try knownReleases()
    #expect(try planOfReleases(known) == (0, 60))
    writeTables(7..<8, ["c"])
    #expect(try planOfReleases(known) == (1, 59))
  }

  @Test func aTableThatBecomesPartOfAReleaseIsNotKnown() throws {
    writeTables(0..<3, ["a"])
    let known = try knownReleases()
    #expect(known.units.count == 1)
    writeTables(1..<2, ["b"])
    let (read, stays) = try planOfReleases(known)
    #expect((read, stays) == (1, 2))
  }
}
