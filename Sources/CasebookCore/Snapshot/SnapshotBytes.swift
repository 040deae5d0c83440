import CScan

/// Something about a snapshot does not hold, so that nothing of it is taken: everything is read
/// from its sources.
struct SnapshotDoubt: Error {}

/// A stretch of a snapshot, and what its bytes add up to.
struct SnapshotBlock: Equatable {
  /// The first byte, from the beginning of the snapshot.
  var offset = 0
  /// How many bytes there are.
  var count = 0
  /// What they add up to.
  var sum: UInt64 = 0
}

/// Builds the directory of a snapshot: numbers and texts one behind the other.
struct SnapshotBytesWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func add(_ more: [UInt8]) {
    add(more.count)
    bytes.append(contentsOf: more)
  }

  mutating func add(_ block: SnapshotBlock) {
    add(block.offset)
    add(block.count)
    add(block.sum)
  }
}

/// Reads a directory again, and takes nothing on trust.
struct SnapshotBytesReader {
  private let raw: UnsafeRawBufferPointer
  private var at = 0

  init(_ raw: UnsafeRawBufferPointer) {
    self.raw = raw
  }

  /// Whether all was read.
  var isAtEnd: Bool { at == raw.count }

  mutating func bits() throws(SnapshotDoubt) -> UInt64 {
    guard raw.count - at >= 8 else { throw SnapshotDoubt() }
    defer { at += 8 }
    return UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  mutating func number() throws(SnapshotDoubt) -> Int {
    Int(truncatingIfNeeded: try bits())
  }

  /// A number of things that take some bytes each.
  mutating func count(ofBytes size: Int) throws(SnapshotDoubt) -> Int {
    let count = try number()
    guard count >= 0, count <= (raw.count - at) / size else { throw SnapshotDoubt() }
    return count
  }

  mutating func text() throws(SnapshotDoubt) -> String {
    String(decoding: try bytes(), as: UTF8.self)
  }

  mutating func bytes() throws(SnapshotDoubt) -> UnsafeRawBufferPointer {
    let count = try count(ofBytes: 1)
    defer { at += count }
    return UnsafeRawBufferPointer(rebasing: raw[at..<at + count])
  }

  mutating func block() throws(SnapshotDoubt) -> SnapshotBlock {
    SnapshotBlock(offset: try number(), count: try number(), sum: try bits())
  }
}

extension UnsafeRawBufferPointer {
  /// What the bytes add up to.
  var checksum: UInt64 { cscan_checksum(baseAddress, count) }
}
