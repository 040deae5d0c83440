import Glibc

// Hot path: some nanoseconds for each event of a million cases.

/// Counts from 0, in memory that the system hands out page by page as it is first touched.
///
/// One thread counts; afterwards any thread may read.
final class CountTable: @unchecked Sendable {
  // Sound to share: who counts hands the table on only when it is done.
  /// The counts.
  let values: UnsafeMutableBufferPointer<UInt32>
  private let zeros: UnsafeMutableRawPointer?

  /// Makes so many counts.
  init(_ count: Int) {
    zeros = calloc(max(1, count), MemoryLayout<UInt32>.stride)
    if let zeros {
      values = UnsafeMutableBufferPointer(
        start: zeros.bindMemory(to: UInt32.self, capacity: count), count: count)
    } else {
      // What a lack of memory means is then decided as for any array.
      values = .allocate(capacity: count)
      values.initialize(repeating: 0)
    }
  }

  deinit {
    if let zeros { free(zeros) } else { values.deallocate() }
  }

  /// Counts one more.
  @inline(__always)
  func count(_ index: Int) { values[index] &+= 1 }

  /// Makes a count at least so great.
  @inline(__always)
  func raise(_ index: Int, to least: UInt32) { values[index] = max(values[index], least) }
}
