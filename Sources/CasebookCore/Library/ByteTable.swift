import Glibc

/// Distinct byte strings with numbers in the order they were first met.
///
/// Open addressing over one block of bytes: no string is an object of its own.
struct ByteTable {
  private(set) var bytes: [UInt8] = []
  /// Where each string starts in `bytes`; one more entry than strings.
  private(set) var starts: [UInt32] = [0]
  private var slots: [UInt32]
  private var hashes: [UInt32] = []

  /// No number: an empty slot.
  private static let empty = UInt32.max

  init(minimumCapacity: Int = 8) {
    var size = 16
    while size < minimumCapacity * 2 { size *= 2 }
    slots = Array(repeating: Self.empty, count: size)
  }

  /// How many distinct strings there are.
  var count: Int { hashes.count }

  /// The number of a string, new where it was not met before; `salt` keeps spaces of numbers apart.
  mutating func number(of key: UnsafeRawBufferPointer, salt: UInt32 = 0) -> UInt32 {
    let hash = Self.hash(key, salt: salt)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != Self.empty {
      let candidate = slots[slot]
      if hashes[Int(candidate)] == hash, equals(candidate, key) { return candidate }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = UInt32(count)
    slots[slot] = number
    hashes.append(hash)
    bytes.append(contentsOf: key)
    starts.append(UInt32(bytes.count))
    if count * 2 > slots.count { grow() }
    return number
  }

  /// The number of a string, where it was met before.
  func existing(_ key: UnsafeRawBufferPointer, salt: UInt32 = 0) -> UInt32? {
    let hash = Self.hash(key, salt: salt)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != Self.empty {
      let candidate = slots[slot]
      if hashes[Int(candidate)] == hash, equals(candidate, key) { return candidate }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Whether a string met before is the one given.
  func isString(_ number: UInt32, equalTo key: UnsafeRawBufferPointer) -> Bool {
    equals(number, key)
  }

  private func equals(_ number: UInt32, _ key: UnsafeRawBufferPointer) -> Bool {
    let start = Int(starts[Int(number)])
    let length = Int(starts[Int(number) + 1]) - start
    guard length == key.count else { return false }
    return bytes.withUnsafeBytes { mine in
      guard length > 0, let left = mine.baseAddress, let right = key.baseAddress else {
        return true
      }
      return memcmp(left + start, right, length) == 0
    }
  }

  private mutating func grow() {
    var larger = Array(repeating: Self.empty, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & (larger.count - 1)
      while larger[slot] != Self.empty { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = UInt32(number)
    }
    slots = larger
  }

  /// Eight bytes a step, each mixed by a multiplication; good enough for keys nobody can choose
  /// against us at a cost, since a segment holds a bounded number of them.
  private static func hash(_ key: UnsafeRawBufferPointer, salt: UInt32) -> UInt32 {
    let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
    var state = UInt64(salt) &* multiplier ^ UInt64(key.count)
    var offset = 0
    while offset + 8 <= key.count {
      let word = key.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      state = (state ^ word) &* multiplier
      state ^= state >> 29
      offset += 8
    }
    var tail: UInt64 = 0
    while offset < key.count {
      tail = tail << 8 | UInt64(key[offset])
      offset += 1
    }
    state = (state ^ tail) &* multiplier
    state ^= state >> 32
    return UInt32(truncatingIfNeeded: state)
  }
}
