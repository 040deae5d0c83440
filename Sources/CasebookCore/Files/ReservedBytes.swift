import Glibc

/// Memory for text whose length is not known before: it takes up only what is written to, and stays
/// where it is while it fills.
///
/// What was written may be read by any thread while one writes behind it.
final class ReservedBytes: @unchecked Sendable {
  // Sound to share: nothing is written twice, and nothing read before it was written.
  /// All of it.
  let room: UnsafeMutableRawBufferPointer

  /// Reserves memory; nothing where the system gives none.
  init?(capacity: Int) {
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
    guard capacity > 0,
      let start = mmap(nil, capacity, PROT_READ | PROT_WRITE, Int32(flags), -1, 0),
      start != MAP_FAILED
    else { return nil }
    room = UnsafeMutableRawBufferPointer(start: start, count: capacity)
    madvise(start, capacity, MADV_HUGEPAGE)
  }

  deinit { munmap(room.baseAddress, room.count) }

  /// The first bytes.
  func prefix(_ count: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: room[..<count])
  }
}
