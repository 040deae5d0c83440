import Glibc

/// Writes a snapshot beside its place, readable by its owner alone, and puts it there in one step.
///
/// It need not be on the disk at once: what is cut by a loss of power does not add up, and is then
/// passed over.
final class SnapshotSink {
  private let path: String
  private let temporary: String
  private let descriptor: Int32
  private var isDone = false
  /// How many bytes were written.
  private(set) var offset = 0

  /// The bytes that blocks begin at a multiple of.
  private static let alignment = 64

  /// Begins to write; nothing where the file cannot be made.
  init?(_ path: String) {
    self.path = path
    temporary = "\(path)-\(getpid())"
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    PathText.withBytes(of: temporary) { _ = unlink($0) }
    descriptor = PathText.withBytes(of: temporary) { open($0, flags, 0o600) }
    if descriptor < 0 { return nil }
  }

  deinit {
    close(descriptor)
    if !isDone { PathText.withBytes(of: temporary) { _ = unlink($0) } }
  }

  /// Writes bytes as they are; says whether that could be done.
  func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = Glibc.write(
        descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      if count > 0 {
        done += count
      } else if errno != EINTR {
        return false
      }
    }
    offset += bytes.count
    return true
  }

  /// Writes a block where one may begin; nothing where that cannot be done.
  func block(_ bytes: UnsafeRawBufferPointer) -> SnapshotBlock? {
    if bytes.isEmpty { return SnapshotBlock(sum: bytes.checksum) }
    let gap = (Self.alignment - offset % Self.alignment) % Self.alignment
    let zeros = [UInt8](repeating: 0, count: gap)
    guard zeros.withUnsafeBytes(write) else { return nil }
    let block = SnapshotBlock(offset: offset, count: bytes.count, sum: bytes.checksum)
    return write(bytes) ? block : nil
  }

  /// Writes bytes over the beginning of the file, and puts it in its place; says whether that could
  /// be done.
  func finish(header: [UInt8]) -> Bool {
    let written = header.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    guard written == header.count else { return false }
    isDone =
      PathText.withBytes(of: temporary) { from in
        PathText.withBytes(of: path) { rename(from, $0) }
      } == 0
    return isDone
  }
}
