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
}
