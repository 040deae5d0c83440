import Dispatch
import Glibc

/// What is watched, and what was noticed and not yet told.
// Sound to share: after it is set up only its queue touches it.
final class WatchedFolders: @unchecked Sendable {
  private let descriptor: Int32
  private let queue: DispatchQueue
  private let limits: Limits
  private let changed: @Sendable ([String]) -> Void
  /// The folders by their watches, with the one file of each that counts, where it is one.
  private var folders: [Int32: Watched] = [:]
  private var names: Set<String> = []
  private var isOverflowing = false
  private var first: ContinuousClock.Instant?
  /// The number of the last change; a later one puts telling off.
  private var generation = 0

  /// A folder: its path, the real path of the folder that was opened, which links must not lead out
  /// of, and the names that count, nil for all.
  private struct Watched {
    var path: String
    var root: String
    var only: Set<String>?
  }

  private static let mask = UInt32(
    IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE)

  /// Changes are told after so long without another, and at the latest after so long in all: files
  /// are often written in several steps.
  private static let quiet = DispatchTimeInterval.milliseconds(200)
  private static let longest = Duration.seconds(2)

  init(
    _ descriptor: Int32, _ queue: DispatchQueue, limits: Limits,
    changed: @escaping @Sendable ([String]) -> Void
  ) {
    self.descriptor = descriptor
    self.queue = queue
    self.limits = limits
    self.changed = changed
  }

  /// Watches a folder with those in it, or the folder of a file for that file.
  func add(_ path: String) {
    var status = stat()
    guard PathText.withBytes(of: path, { stat($0, &status) }) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      return addTree(path, root: PathText.full(path), depth: 0)
    }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    watch(folder, root: folder, only: name)
  }

  private func addTree(_ path: String, root: String, depth: Int) {
    guard depth <= limits.folderDepth, watch(path, root: root, only: nil) else { return }
    for name in FolderNames.all(in: path) ?? [] where !name.hasPrefix(".") {
      let below = SourcePlace(path: path + "/" + name, folder: root)
      guard let (status, target) = below.status(), target == nil,
        status.st_mode & S_IFMT == S_IFDIR
      else { continue }
      addTree(below.path, root: root, depth: depth + 1)
    }
  }

  /// Watches one folder; says whether it was not watched before.
  @discardableResult
  private func watch(_ folder: String, root: String, only name: String?) -> Bool {
    let watch = PathText.withBytes(of: folder) {
      inotify_add_watch(descriptor, $0, Self.mask | UInt32(IN_ONLYDIR))
    }
    guard watch >= 0 else { return false }
    let before = folders[watch]
    let both = before.map { $0.only } ?? []
    let only = name.flatMap { name in both.map { $0.union([name]) } }
    folders[watch] = Watched(path: folder, root: root, only: only)
    return before == nil
  }

  /// Takes what the system has noticed.
  func takeEvents() {
    let size = 64 << 10
    let buffer = UnsafeMutableRawPointer.allocate(
      byteCount: size, alignment: MemoryLayout<inotify_event>.alignment)
    defer { buffer.deallocate() }
    var isNews = false
    while case let count = read(descriptor, buffer, size), count > 0 {
      var at = 0
      while at + MemoryLayout<inotify_event>.size <= count {
        let event = (buffer + at).load(as: inotify_event.self)
        let name = buffer + at + MemoryLayout<inotify_event>.size
        isNews = take(event, name) || isNews
        at += MemoryLayout<inotify_event>.size + Int(event.len)
      }
    }
    if isNews { tellSoon() }
  }

  /// Takes one change; says whether it concerns the library.
  private func take(_ event: inotify_event, _ bytes: UnsafeMutableRawPointer) -> Bool {
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
      isOverflowing = true
      return true
    }
    guard event.len > 0, let folder = folders[event.wd] else { return false }
    let name = PathText.string(bytes.assumingMemoryBound(to: CChar.self))
    guard !name.hasPrefix("."), folder.only?.contains(name) ?? true else { return false }
    if event.mask & UInt32(IN_ISDIR) != 0 {
      if event.mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0 {
        addTree(folder.path + "/" + name, root: folder.root, depth: 0)
      }
      names.insert(name)
      return true
    }
    // The library's settings count from the next opening on.
    guard SourceFormat(fileName: name) != nil, name != SourceWalk.settingsName else {
      return false
    }
    names.insert(name)
    return true
  }

  private func tellSoon() {
    let now = ContinuousClock.now
    let begun = first ?? now
    first = begun
    generation += 1
    if now - begun >= Self.longest { return tell() }
    let mine = generation
    queue.asyncAfter(deadline: .now() + Self.quiet) { [weak self] in
      if self?.generation == mine { self?.tell() }
    }
  }

  private func tell() {
    let told = isOverflowing ? [] : names.sorted()
    (names, isOverflowing, first) = ([], false, nil)
    generation += 1
    changed(told)
  }
}
