import Glibc
import Testing

@testable import CasebookCore

/// A snapshot changes how fast a library opens, and nothing else.
struct SnapshotStoreTests {
  let folder = ScratchFolder()
  var store: SnapshotStore {
    var store = SnapshotStore(folder: folder.path("cache"), program: "this one")
    store.smallestLibrary = 0
    store.settling = 0
    return store
  }

  init() {
    mkdir(folder.path("lib"), 0o755)
    folder.write(SnapshotSource.lines(0..<30), to: "lib/a.jsonl")
    folder.write(SnapshotSource.table, to: "lib/b.csv")
    folder.write(SnapshotSource.yaml, to: "lib/c.yaml")
    folder.write("{\"id\":", to: "lib/d.json")
    folder.write(SnapshotSource.lines(20..<40), to: "lib/e.jsonl")
  }

  private func loader(threads: Int = 2) throws -> Loader {
    var loader = Loader()
    loader.threads = threads
    loader.profiles = try BuiltInProfiles.all
    return loader
  }

  private var location: [CasebookCore.SourceLocation] { [.path(folder.path("lib"))] }

  /// Loads through the store; says how many bytes were read from sources.
  private func open(_ store: SnapshotStore, threads: Int = 2) throws -> (Library, keeps: Bool) {
    let loader = try loader(threads: threads)
    var library = Library(title: "t")
    let keep = store.load(location, with: loader) { step in
      library.apply(step)
      return true
    }
    keep?()
    return (library, keep != nil)
  }

  private var snapshot: String {
    folder.names(in: "cache").first.map { "cache/" + $0 } ?? ""
  }

  private func fresh() throws -> [String] {
    try loader().load(location, title: "t").dumpByCase
  }

  @Test func whatWasKeptIsTheLibraryThatWasRead() throws {
    let expected = try fresh()
    let first = try open(store)
    let second = try open(store)
    #expect(first.keeps)
    #expect(!second.keeps, "everything was known")
    #expect(first.0.dumpByCase == expected)
    #expect(second.0.dumpByCase == expected)
    #expect(expected.contains { $0.contains("duplicateID") })
  }

  @Test func onlyItsOwnerMayReadIt() throws {
    _ = try open(store)
    var status = stat()
    #expect(stat(folder.path(snapshot), &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(stat(folder.path("cache"), &status) == 0)
    #expect(status.st_mode & 0o777 == 0o700)
  }

  @Test(arguments: [0o644, 0o620, 0o604])
  func oneThatOthersMayTouchIsPassedOver(mode: mode_t) throws {
    _ = try open(store)
    chmod(folder.path(snapshot), mode)
    let again = try open(store)
    #expect(again.keeps)
    #expect(again.0.dumpByCase == (try fresh()))
  }

  @Test func anotherProgramAndOtherSettingsReadAnew() throws {
    _ = try open(store)
    var other = SnapshotStore(folder: store.folder, program: "another")
    (other.smallestLibrary, other.settling) = (0, 0)
    #expect(try open(other).keeps)
    #expect(try open(store).keeps, "the other one took its place")
    var loader = try loader()
    loader.limits.depth = 7
    #expect(store.load(location, with: loader) { _ in true } != nil)
  }

  @Test func somethingElseInItsPlaceIsPassedOver() throws {
    _ = try open(store)
    let path = folder.path(snapshot)
    let kept = folder.path("kept")
    rename(path, kept)
    symlink(kept, path)
    #expect(try open(store).0.dumpByCase == (try fresh()))
    unlink(path)
    mkfifo(path, 0o600)
    #expect(try open(store).0.dumpByCase == (try fresh()))
    unlink(path)
    mkdir(path, 0o700)
    #expect(try open(store).0.dumpByCase == (try fresh()))
    rmdir(path)
    folder.write(bytes: [], to: snapshot.isEmpty ? "cache/x.snapshot" : snapshot)
    #expect(try open(store).0.dumpByCase == (try fresh()))
  }

  @Test func whereItCannotBeWrittenNothingIsKeptAndNothingIsWrong() throws {
    folder.write("a file, no folder", to: "cache")
    let (library, _) = try open(store)
    #expect(library.dumpByCase == (try fresh()))
    #expect(store.kept.isEmpty)
  }

  @Test func aFileThatJustChangedIsNotKnownByItsTimes() throws {
    var store = store
    store.settling = 3_600_000_000_000
    _ = try open(store)
    #expect(try open(store).keeps)
  }

  @Test func smallLibrariesLeaveNothingBehind() throws {
    var store = store
    store.smallestLibrary = 1 << 20
    _ = try open(store)
    #expect(folder.names(in: "cache") == [])
  }

  @Test func aLoadThatWasStoppedIsNotKept() throws {
    var steps = 0
    let keep = store.load(location, with: try loader()) { _ in
      steps += 1
      return steps < 2
    }
    #expect(keep == nil)
  }

  @Test func whatIsKeptIsToldAndCleared() throws {
    _ = try open(store)
    folder.write("left over", to: "cache/0.snapshot-999999999")
    let kept = store.kept
    #expect(kept.map(\.fileCount) == [5])
    #expect(kept.map(\.caseCount) == [53])
    #expect(kept.map(\.paths) == [[PathText.full(folder.path("lib"))]])
    #expect(store.clear().count == 1)
    #expect(folder.names(in: "cache") == [])
  }

  // MARK: - Damage

  /// What a damaged snapshot gives: nothing where it is doubted at once, else what loading comes to.
  private func isHarmless(_ bytes: [UInt8], _ expected: [String]) throws -> Bool {
    folder.write(bytes: bytes, to: snapshot)
    var library = Library(title: "t")
    _ = store.load(location, with: try loader(threads: 1)) { step in
      library.apply(step)
      return true
    }
    return library.dumpByCase == expected
  }

  @Test func cutAnywhereItIsDoubted() throws {
    _ = try open(store)
    let (expected, whole, name) = (try fresh(), folder.bytes(of: snapshot), snapshot)
    let title = try #require(SnapshotFile.summary(of: folder.path(name))?.title)
    let path = folder.path(name)
    for length in (0..<whole.count).reversed() {
      truncate(path, length)
      #expect(throws: SnapshotDoubt.self, "cut at \(length)") {
        try SnapshotFile.known(in: path, title: title, key: 0)
      }
    }
    for length in stride(from: 0, to: whole.count, by: whole.count / 7) {
      #expect(try isHarmless(Array(whole[..<length]), expected), "cut at \(length)")
    }
  }

  @Test func withAnyByteChangedTheAnswersAreTheSame() throws {
    _ = try open(store)
    let (expected, whole) = (try fresh(), folder.bytes(of: snapshot))
    var random = SplitMix(seed: 7)
    for at in stride(from: 0, to: whole.count, by: max(1, whole.count / 120)) {
      var bytes = whole
      bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      #expect(try isHarmless(bytes, expected), "byte \(at)")
    }
  }

  // MARK: - Changes

  @Test(arguments: [1, 2, 4])
  func afterEditsAdditionsAndDeletionsItIsWhatReadingAnewGives(threads: Int) throws {
    var random = SplitMix(seed: UInt64(threads))
    for number in 0..<40 {
      folder.write(SnapshotSource.lines(number..<number + 2), to: "lib/s\(number).jsonl")
    }
    for round in 0..<25 {
      for _ in 0..<Int.random(in: 0..<4, using: &random) {
        let number = Int.random(in: 0..<60, using: &random)
        let name = "lib/s\(number).jsonl"
        switch Int.random(in: 0..<3, using: &random) {
        case 0: unlink(folder.path(name))
        default:
          let note = String(repeating: "new ", count: Int.random(in: 1..<9, using: &random))
          folder.write(
            SnapshotSource.lines(
              number..<number + Int.random(in: 1..<5, using: &random), note: note),
            to: name)
        }
      }
      if round % 5 == 4 { folder.write(SnapshotSource.yaml, to: "lib/c.yaml") }
      let opened = try open(store, threads: threads).0
      #expect(opened.dumpByCase == (try fresh()), "round \(round)")
      #expect(try open(store, threads: threads).0.dumpByCase == (try fresh()))
    }
  }
}
