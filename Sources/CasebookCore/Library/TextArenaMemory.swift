import Glibc

/// Why text could not be added to an arena.
public enum TextArenaError: Error, Equatable {
  /// One case has more folded text than a segment can hold; the limit is in bytes.
  case caseTooLarge(limit: Int)
  /// The system refused so many bytes.
  case outOfMemory(bytes: Int)
}

/// Elements that stay where they are, unchanged, as long as their owner lives.
///
/// Sendable because nothing writes to the elements any more: who makes a region promises that.
public struct MemoryRegion<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  private let elements: UnsafeBufferPointer<Element>
  private let owner: any AnyObject & Sendable

  /// Makes a region of memory.
  ///
  /// - Parameters:
  ///   - elements: Initialized memory that is not written to any more.
  ///   - owner: What keeps the memory alive, and releases it when it goes.
  public init(_ elements: UnsafeBufferPointer<Element>, owner: any AnyObject & Sendable) {
    self.elements = elements
    self.owner = owner
  }

  /// Takes over memory of `malloc`.
  init(taking memory: UnsafeMutablePointer<Element>?, count: Int) {
    self.init(UnsafeBufferPointer(start: memory, count: count), owner: FreedMemory(memory))
  }

  /// How many elements there are.
  public var count: Int { elements.count }

  /// Calls the body with the elements, which are not to be used after it.
  @inline(__always)
  public func withElements<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result {
    try withExtendedLifetime(owner) { try body(elements) }
  }
}

/// Memory that grows at its end, until it is frozen to a region; whoever holds it releases it.
///
/// A value without an owner, so that its holder appends without counting references.
struct GrowingMemory<Element: BitwiseCopyable & Sendable> {
  private var base: UnsafeMutablePointer<Element>?
  private var capacity = 0
  private(set) var count = 0

  /// The elements; they move when more are added.
  var elements: UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: base, count: count)
  }

  /// Room for so many elements at the end, to be written and then counted by `commit`.
  mutating func room(
    for extra: Int
  ) throws(TextArenaError) -> UnsafeMutableBufferPointer<Element> {
    if count + extra > capacity { try resize(max(count + extra, capacity + capacity / 2, 4096)) }
    guard let base else { return UnsafeMutableBufferPointer(start: nil, count: 0) }
    return UnsafeMutableBufferPointer(start: base + count, count: capacity - count)
  }

  mutating func commit(_ written: Int) {
    count += written
  }

  mutating func append(_ element: Element) throws(TextArenaError) {
    try room(for: 1)[0] = element
    count += 1
  }

  /// Forgets the elements from a count on.
  mutating func drop(downTo newCount: Int) {
    count = min(count, newCount)
  }

  /// Hands the memory over to a region, some padding of zeros behind it, and starts anew.
  mutating func freeze(padding: Int) throws(TextArenaError) -> MemoryRegion<Element> {
    let room = try room(for: padding)
    room.baseAddress.map { _ = memset($0, 0, padding * MemoryLayout<Element>.stride) }
    try resize(count + padding)
    let region = MemoryRegion(elements, owner: FreedMemory(base))
    self = GrowingMemory()
    return region
  }

  /// Gives the memory back, and starts anew.
  mutating func release() {
    free(base)
    self = GrowingMemory()
  }

  private mutating func resize(_ newCapacity: Int) throws(TextArenaError) {
    let bytes = max(1, newCapacity * MemoryLayout<Element>.stride)
    guard let memory = realloc(base, bytes) else { throw .outOfMemory(bytes: bytes) }
    base = memory.bindMemory(to: Element.self, capacity: newCapacity)
    capacity = newCapacity
  }
}

/// Memory of `malloc` that is freed with its last reference.
///
/// Sendable because it only holds the address until it frees it.
final class FreedMemory: @unchecked Sendable {
  private let base: UnsafeMutableRawPointer?

  init(_ base: UnsafeMutableRawPointer?) {
    self.base = base
  }

  deinit {
    free(base)
  }
}
