import Glibc

// Hot path: some nanoseconds for each event of a million cases.

/// Counts from 0, in memory that the system hands out page by page as it is first touched.
///
/// One thread counts; afterwards any thread may read.
final class CountTable: @unchecked Sendable {
  // Sound to share: who counts hands the table on only when it is done.
  /// The counts.
  let values: UnsafeMutableBufferPointer<UInt32>

  /// Makes so many counts; without memory for them the program ends, as it does for any array.
  init(_ count: Int) {
    guard let memory = calloc(max(1, count), MemoryLayout<UInt32>.stride) else {
      fatalError("no memory for \(count) counts")
    }
    values = UnsafeMutableBufferPointer(
      start: memory.bindMemory(to: UInt32.self, capacity: count), count: count)
  }

  deinit { free(values.baseAddress) }

  /// Counts one more.
  @inline(__always)
  func count(_ index: Int) { values[index] &+= 1 }

  /// Makes a count at least so great.
  @inline(__always)
  func raise(_ index: Int, to least: UInt32) { values[index] = max(values[index], least) }
}
