/// A block of plain values that never changes once made, shared by any number of threads.
///
/// The values are read in place: the block is either memory of its own or a part of something
/// larger, such as a mapped file, that ``FixedArray`` keeps alive.
public struct FixedArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  // Sound to share: nothing writes to the block after `init`, and the owner outlives every copy.
  private let base: UnsafePointer<Element>
  private let owner: AnyObject

  /// How many values there are.
  public let count: Int

  /// Copies the values of an array.
  public init(_ values: [Element]) {
    let block = OwnedBlock<Element>(values)
    base = UnsafePointer(block.start)
    owner = block
    count = values.count
  }

  /// Uses values that stand in memory which the owner keeps alive and unchanged.
  init(base: UnsafePointer<Element>, count: Int, owner: AnyObject) {
    self.base = base
    self.count = count
    self.owner = owner
  }

  /// The value at an index from 0; the index must be below `count`.
  @inlinable
  public subscript(_ index: Int) -> Element {
    precondition(index >= 0 && index < count)
    return element(at: index)
  }

  /// Gives the values to a hot loop.
  @inline(__always)
  func withBuffer<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result {
    try body(UnsafeBufferPointer(start: base, count: count))
  }

  /// The bytes the block takes.
  public var byteCount: Int { count * MemoryLayout<Element>.stride }

  @usableFromInline
  func element(at index: Int) -> Element { base[index] }
}

private final class OwnedBlock<Element: BitwiseCopyable> {
  let start: UnsafeMutablePointer<Element>

  init(_ values: [Element]) {
    start = UnsafeMutablePointer<Element>.allocate(capacity: max(1, values.count))
    values.withUnsafeBufferPointer { buffer in
      guard let source = buffer.baseAddress else { return }
      start.initialize(from: source, count: buffer.count)
    }
  }

  deinit { start.deallocate() }
}
