import Glibc

/// Writes a file whole or not at all: beside its place first, then put there in one step.
///
/// A link is followed to the file it names, which keeps its mode. A file that something is read from
/// is never written. A device or pipe is written as it is.
public final class CheckedFile {
  /// The path as the user gave it.
  public let path: String
  private let target: String
  private let temporary: String?
  private let descriptor: Int32
  private var isDone = false

  /// Why a file cannot be written.
  public enum Failure: Error, Sendable, Hashable {
    /// The system says no, with its error number.
    case system(errno: Int32)
    /// Cases are read from the file.
    case isSource
    /// The file is there already, and was not to be replaced.
    case exists
  }

  /// Begins to write.
  ///
  /// - Parameters:
  ///   - path: Where to.
  ///   - replaces: Whether a file that is there is written anew.
  ///   - sources: Files that must not be written.
  /// - Throws: Why it cannot be written; nothing was changed then.
  public init(
    _ path: String, replaces: Bool = true, but sources: [FileIdentity] = []
  ) throws(Failure) {
    self.path = path
    target = PathText.full(path)
    var status = stat()
    let exists = PathText.withBytes(of: target) { stat($0, &status) } == 0
    if exists {
      let identity = FileIdentity(status)
      if sources.contains(where: { $0.device == identity.device && $0.inode == identity.inode }) {
        throw .isSource
      }
      if status.st_mode & S_IFMT == S_IFDIR { throw .system(errno: EISDIR) }
      if !replaces, status.st_mode & S_IFMT == S_IFREG { throw .exists }
    }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      temporary = nil
      descriptor = PathText.withBytes(of: target) { open($0, O_WRONLY | O_CLOEXEC | O_NOCTTY) }
    } else {
      // A file that may not be written is not replaced either.
      let isWritable = PathText.withBytes(of: target) { access($0, W_OK) } == 0
      if exists, !isWritable { throw .system(errno: errno) }
      let name = "\(target).casebook-\(getpid())"
      temporary = name
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
      descriptor = PathText.withBytes(of: name) { open($0, flags, 0o666) }
      if descriptor >= 0, exists { fchmod(descriptor, status.st_mode & 0o7777) }
    }
    guard descriptor >= 0 else { throw .system(errno: errno) }
  }

  deinit {
    close(descriptor)
    if !isDone, let temporary { _ = PathText.withBytes(of: temporary) { unlink($0) } }
  }

  /// Writes bytes, however many calls that takes.
  public func write(_ bytes: [UInt8]) throws(Failure) {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        done += count
      } else if errno != EINTR {
        throw .system(errno: errno)
      }
    }
  }

  /// Puts the file in its place once all of it is on the disk.
  public func finish() throws(Failure) {
    guard let temporary else { return isDone = true }
    guard fsync(descriptor) == 0 else { throw .system(errno: errno) }
    let moved = PathText.withBytes(of: temporary) { from in
      PathText.withBytes(of: target) { rename(from, $0) }
    }
    guard moved == 0 else { throw .system(errno: errno) }
    isDone = true
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? "."
    let opened = PathText.withBytes(of: folder) { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard opened >= 0 else { return }
    // Some systems of files cannot do this for folders; the file itself is safe.
    fsync(opened)
    close(opened)
  }
}
