import Glibc

/// A file of our own in memory, read as it is needed; it is only ever replaced, never changed.
final class MappedFile: @unchecked Sendable {
  // Sound to share: the memory is read only and stays where it is until the last owner goes.
  private let start: UnsafeMutableRawPointer
  /// How many bytes there are.
  let count: Int

  /// Maps a file that belongs to the user alone: a regular one, not reached by a link, which nobody
  /// else may read or write.
  init(_ path: String) throws(SnapshotDoubt) {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY
    let descriptor = PathText.withBytes(of: path) { open($0, flags) }
    guard descriptor >= 0 else { throw SnapshotDoubt() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_mode & 0o077 == 0, status.st_uid == geteuid(), status.st_size > 0,
      let memory = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0),
      memory != MAP_FAILED
    else { throw SnapshotDoubt() }
    // Tells clearing up that it is still used.
    futimens(descriptor, nil)
    start = memory
    count = Int(status.st_size)
  }

  deinit { munmap(start, count) }

  /// The first bytes, of which there are so many.
  func bytes(first size: Int) throws(SnapshotDoubt) -> UnsafeRawBufferPointer {
    guard size <= count else { throw SnapshotDoubt() }
    return UnsafeRawBufferPointer(start: start, count: size)
  }

  /// The bytes of a block, which have to add up to what it says.
  func bytes(of block: SnapshotBlock) throws(SnapshotDoubt) -> UnsafeRawBufferPointer {
    guard block.offset >= 0, block.count >= 0, block.offset <= count,
      block.count <= count - block.offset
    else { throw SnapshotDoubt() }
    let bytes = UnsafeRawBufferPointer(start: start + block.offset, count: block.count)
    guard bytes.checksum == block.sum else { throw SnapshotDoubt() }
    return bytes
  }
}
