import Dispatch
import Glibc
import Synchronization
import Testing

@testable import CasebookCore

/// Changes of files are told by their names, and nothing else is.
struct FileWatchTests {
  private let folder = ScratchFolder()

  /// Waits for what the watch tells.
  private final class Told: Sendable {
    private let names = Mutex<Set<String>>([])
    private let isTold = DispatchSemaphore(value: 0)

    func add(_ more: [String]) {
      names.withLock { $0.formUnion(more) }
      isTold.signal()
    }

    /// Waits until all the names were told; gives those that were.
    func waiting(for wanted: Set<String>) -> Set<String> {
      while !names.withLock({ $0.isSuperset(of: wanted) }) { isTold.wait() }
      return names.withLock { $0 }
    }
  }

  @Test func whatIsWrittenAddedAndRemovedIsTold() throws {
    folder.write("a", to: "a.yaml")
    folder.write("b", to: "b.yaml")
    mkdir(folder.path("below"), 0o755)
    let told = Told()
    let watch = try #require(FileWatch([.path(folder.path)]) { told.add($0) })
    watch.waitUntilWatching()
    let descriptor = open(folder.path("a.yaml"), O_WRONLY | O_APPEND)
    write(descriptor, "more", 4)
    close(descriptor)
    unlink(folder.path("b.yaml"))
    folder.write("c", to: "below/c.jsonl")
    folder.write("no cases", to: "notes.md")
    folder.write("hidden", to: ".d.yaml")
    folder.write("title: settings", to: "casebook.yaml")
    #expect(
      told.waiting(for: ["a.yaml", "b.yaml", "c.jsonl"]) == ["a.yaml", "b.yaml", "c.jsonl"])
    withExtendedLifetime(watch) {}
  }

  @Test func aNewFolderIsWatchedToo() throws {
    let told = Told()
    let watch = try #require(FileWatch([.path(folder.path)]) { told.add($0) })
    watch.waitUntilWatching()
    mkdir(folder.path("new"), 0o755)
    _ = told.waiting(for: ["new"])
    folder.write("c", to: "new/c.jsonl")
    #expect(told.waiting(for: ["c.jsonl"]).contains("c.jsonl"))
    withExtendedLifetime(watch) {}
  }

  @Test func besideAFileThatWasNamedNothingIsTold() throws {
    let path = folder.write("a", to: "a.yaml")
    let told = Told()
    let watch = try #require(FileWatch([.path(path)]) { told.add($0) })
    watch.waitUntilWatching()
    folder.write("b", to: "b.yaml")
    folder.write("again", to: "a.yaml")
    #expect(told.waiting(for: ["a.yaml"]) == ["a.yaml"])
    withExtendedLifetime(watch) {}
  }
}
