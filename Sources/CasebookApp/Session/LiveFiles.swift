import CasebookCore
import Synchronization

/// The files of a library as they are on disk: which changed since, and how they are read again.
package final class LiveFiles: Sendable {
  /// Loads again what changed since a library was loaded, step by step, as a loader does.
  package typealias Reload = @Sendable (Library, (LoadStep) -> Bool) -> Loader.Outcome

  private let reload: Reload
  private let wake: @Sendable () -> Void
  private let changed = Mutex<FileChange?>(nil)

  /// Takes the way to load again; `wake` is called whenever something was noticed.
  package init(wake: @escaping @Sendable () -> Void = {}, reload: @escaping Reload) {
    self.reload = reload
    self.wake = wake
  }

  /// Notes that files changed on disk; none where they are too many to be known.
  package func note(_ names: [String]) {
    changed.withLock { change in
      var known = change ?? FileChange()
      known.names = Set(known.names + names).sorted()
      known.isVague = known.isVague || names.isEmpty
      change = known
    }
    wake()
  }

  /// Takes what was noted since the last time.
  func take() -> FileChange? {
    changed.withLock { $0.take() }
  }

  /// Loads again; nothing where that was given up.
  func reloaded(_ library: Library, ticket: WorkTicket) -> ReloadedFiles? {
    var steps: [LoadStep] = []
    var again = Library(title: library.title, settings: library.settings)
    let outcome = reload(library) { step in
      steps.append(step)
      again.apply(step)
      return !ticket.isStale
    }
    guard outcome.isWhole else { return nil }
    return ReloadedFiles(steps: steps, difference: FileDifference(from: library, to: again))
  }
}

/// What was noticed on disk.
package struct FileChange: Sendable, Equatable {
  /// The names of the files.
  var names: [String] = []
  /// Whether there are more than those.
  var isVague = false

  /// This and what came after it.
  func adding(_ more: FileChange) -> FileChange {
    FileChange(names: Set(names + more.names).sorted(), isVague: isVague || more.isVague)
  }
}

/// What loading again came to.
package struct ReloadedFiles: Sendable {
  let steps: [LoadStep]
  let difference: FileDifference
}

/// How the files of a library differ from those it had before.
package struct FileDifference: Sendable, Equatable {
  /// The names of files that were read again.
  var changed: [String] = []
  /// The names of new files.
  var added: [String] = []
  /// The names of files that are gone.
  var removed: [String] = []
  /// How many cases there were and are.
  var cases = (before: 0, after: 0)

  /// Whether nothing differs.
  var isNone: Bool { changed.isEmpty && added.isEmpty && removed.isEmpty }

  package static func == (left: FileDifference, right: FileDifference) -> Bool {
    left.changed == right.changed && left.added == right.added && left.removed == right.removed
      && left.cases == right.cases
  }

  /// Compares two states of a library.
  init(from before: Library, to after: Library) {
    cases = (before.caseCount, after.caseCount)
    let known = Dictionary(
      before.files.map { ($0.name, $0.identity) }, uniquingKeysWith: { first, _ in first })
    for file in after.files {
      guard let identity = known[file.name] else {
        added.append(file.name)
        continue
      }
      if identity != file.identity { changed.append(file.name) }
    }
    let left = Set(after.files.map(\.name))
    removed = before.files.map(\.name).filter { !left.contains($0) }
  }
}
