import Dispatch
import Glibc

/// Notices that files of a library change on disk, and tells their names once they are quiet.
///
/// Where the system cannot watch, as on some network disks, nothing is told; loading again finds
/// the changes all the same.
public final class FileWatch: @unchecked Sendable {
  // Sound to share: it is only ever cancelled, by the last owner.
  private let source: any DispatchSourceRead
  private let queue: DispatchQueue

  /// Begins to watch; nothing where the system cannot.
  ///
  /// - Parameters:
  ///   - locations: what the library is made of.
  ///   - limits: how deep folders are looked into.
  ///   - changed: told, on a thread of its own, the names of files that were changed, added or
  ///     removed; none where they are too many to be known.
  public init?(
    _ locations: [SourceLocation], limits: Limits = Limits(),
    changed: @escaping @Sendable ([String]) -> Void
  ) {
    let descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    guard descriptor >= 0 else { return nil }
    queue = DispatchQueue(label: "casebook.watch")
    source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
    let watch = WatchedFolders(descriptor, queue, limits: limits, changed: changed)
    // A folder of a hundred thousand files takes a while to look through.
    queue.async {
      for case .path(let path) in locations { watch.add(path) }
    }
    source.setEventHandler { watch.takeEvents() }
    source.setCancelHandler { close(descriptor) }
    source.activate()
  }

  deinit { source.cancel() }

  /// Waits until everything is watched.
  func waitUntilWatching() { queue.sync {} }
}
