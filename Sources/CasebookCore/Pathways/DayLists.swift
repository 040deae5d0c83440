// Hot path: a nanosecond or two for each step of a million cases.

/// Small numbers in lists that grow side by side, each in blocks of its own.
///
/// Counting the numbers at once would jump about in a table larger than what a processor keeps at
/// hand; a block is written from one end to the other. One thread adds; afterwards any may read.
final class DayLists: @unchecked Sendable {
  // Sound to share: who adds hands the lists on only when it is done.
  /// The blocks one after the other; the first is none, so that 0 is no place.
  @exclusivity(unchecked) private var memory: UnsafeMutablePointer<UInt16>
  @exclusivity(unchecked) private var (blocks, room) = (1, DayLists.firstRoom)
  /// By list, the place where its next number goes; a multiple of the size where that is full.
  private let places: UnsafeMutablePointer<Int>

  /// How many lists there are.
  static let count = 1 << 12
  /// How many numbers a block takes, the number of the block before it in the first ones.
  private static let (size, head) = (1 << 9, 4)
  /// Blocks there is room for at first; those that are not written take no memory.
  private static let firstRoom = 1 << 12

  /// Begins with empty lists.
  init() {
    memory = .allocate(capacity: Self.firstRoom * Self.size)
    places = .allocate(capacity: Self.count)
    places.initialize(repeating: 0, count: Self.count)
  }

  deinit {
    memory.deallocate()
    places.deallocate()
  }

  /// Adds a number to a list.
  @inline(__always)
  func add(_ number: UInt16, to list: Int) {
    var place = places[list]
    if place & (Self.size - 1) == 0 { place = beginBlock(after: place) }
    memory[place] = number
    places[list] = place + 1
  }

  /// Calls the body with the numbers of a list, a block at a time, in any order.
  func visit(_ list: Int, _ body: (UnsafeBufferPointer<UInt16>) -> Void) {
    var end = places[list]
    while end > 0 {
      let start = (end - 1) / Self.size * Self.size
      body(
        UnsafeBufferPointer(start: memory + start + Self.head, count: end - start - Self.head))
      end = before(start).pointee * Self.size
    }
  }

  private func beginBlock(after place: Int) -> Int {
    if blocks == room { makeRoom() }
    let start = blocks * Self.size
    blocks += 1
    before(start).pointee = place / Self.size
    return start + Self.head
  }

  /// How many blocks stand up to the end of the block before; 0 where there is none.
  private func before(_ start: Int) -> UnsafeMutablePointer<Int> {
    UnsafeMutableRawPointer(memory + start).assumingMemoryBound(to: Int.self)
  }

  private func makeRoom() {
    let larger = UnsafeMutablePointer<UInt16>.allocate(capacity: 2 * room * Self.size)
    larger.update(from: memory, count: room * Self.size)
    memory.deallocate()
    (memory, room) = (larger, 2 * room)
  }
}
