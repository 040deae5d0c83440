import Glibc

/// Bytes that grow at the end and are emptied all at once, read without copying or counting.
///
/// Hot path: every text that is put together for a case lies here until the next case.
final class ScratchBytes {
  private struct Block {
    var base: UnsafeMutableRawPointer
    var count: Int
    var capacity: Int
  }

  private let block: UnsafeMutablePointer<Block>

  init(capacity: Int = 4_096) {
    block = .allocate(capacity: 1)
    block.initialize(
      to: Block(
        base: .allocate(byteCount: capacity, alignment: 16), count: 0, capacity: capacity))
  }

  deinit {
    block.pointee.base.deallocate()
    block.deallocate()
  }

  /// How many bytes there are.
  var count: Int { block.pointee.count }

  /// The bytes; valid until the next change.
  var bytes: UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(start: block.pointee.base, count: block.pointee.count)
  }

  /// Forgets the bytes from one on.
  func truncate(to count: Int) {
    block.pointee.count = min(count, block.pointee.count)
  }

  /// Adds bytes, which may be some of these here.
  func append(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress, bytes.count > 0 else { return }
    let count = block.pointee.count
    guard count + bytes.count > block.pointee.capacity else {
      memmove(block.pointee.base + count, source, bytes.count)
      block.pointee.count += bytes.count
      return
    }
    let old = block.pointee.base
    let capacity = max(block.pointee.capacity * 2, count + bytes.count)
    let base = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
    memcpy(base, old, count)
    memcpy(base + count, source, bytes.count)
    old.deallocate()
    block.pointee = Block(base: base, count: count + bytes.count, capacity: capacity)
  }

  func append(_ text: String) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  /// Adds a number in digits, at least so many.
  func append(_ number: Int, digits: Int = 1) {
    withUnsafeTemporaryAllocation(byteCount: 24, alignment: 1) { buffer in
      var rest = max(0, number)
      var at = 24
      repeat {
        at -= 1
        buffer[at] = 0x30 + UInt8(rest % 10)
        rest /= 10
      } while rest > 0 || 24 - at < min(digits, 24)
      append(UnsafeRawBufferPointer(rebasing: buffer[at...]))
    }
  }
}
