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
