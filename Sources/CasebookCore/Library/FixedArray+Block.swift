internal import CColumns
import Glibc

extension FixedArray {
  /// Takes over memory of `malloc`; nothing is copied.
  init(taking block: ccolumns_block) {
    guard let memory = block.memory else {
      self.init([])
      return
    }
    self.init(
      base: UnsafePointer(memory.assumingMemoryBound(to: Element.self)), count: block.count,
      owner: FreedMemory(memory))
  }

  /// Whether the values are those of a block, byte by byte.
  func isSame(as block: ccolumns_block) -> Bool {
    guard count == block.count, let memory = block.memory else { return count == block.count }
    return withBuffer { values in
      values.baseAddress.map { memcmp($0, memory, byteCount) == 0 } ?? true
    }
  }
}
