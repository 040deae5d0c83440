import CasebookCore
import Dispatch
import Glibc

/// The snapshots of the user at the machine.
enum Snapshots {
  private static let group = DispatchGroup()

  /// Where they are, or `nil` if the user has no home folder.
  static var store: SnapshotStore? {
    let folder = SnapshotStore.folder(
      cacheHome: Environment.value("XDG_CACHE_HOME"), home: Environment.value("HOME"))
    return folder.map { SnapshotStore(folder: $0, program: program) }
  }

  /// Loads what is not kept, unless nothing is to be; returns what keeps the library.
  static func load(
    _ locations: [SourceLocation], with loader: Loader, unless isOff: Bool,
    deliver: (LoadStep) -> Bool
  ) -> (@Sendable () -> Void)? {
    guard !isOff, let store else {
      loader.load(locations, deliver: deliver)
      return nil
    }
    return store.load(locations, with: loader, deliver: deliver)
  }

  /// Keeps a library while the answer is given.
  static func later(_ keep: (@Sendable () -> Void)?) {
    guard let keep else { return }
    DispatchQueue.global(qos: .utility).async(group: group, execute: keep)
  }

  /// Waits until what is being kept is kept: else a library would never be that is asked one short
  /// question at a time.
  static func finish() { group.wait() }

  /// What tells this build of the program from another.
  private static var program: String {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return "" }
    return "\(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
  }
}
