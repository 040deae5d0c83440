/// A `Codable` value as a tree, and its form as bytes in a snapshot.
///
/// The form is private to the program that writes it: one byte for the kind, then a number of eight
/// bytes (an integer, a length or a count), then the content.
indirect enum SnapshotValue {
  case null
  case bool(Bool)
  case integer(Int64)
  case unsigned(UInt64)
  case text(String)
  case list([SnapshotValue])
  case keyed([String: SnapshotValue])

  /// Maximum depth of lists and keyed values. Deeper bytes were not written by this program, and
  /// would exhaust the stack.
  private static let maximumDepth = 64

  // MARK: - Writing

  /// The bytes of the tree; the same for equal trees.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  private func write(to bytes: inout [UInt8]) {
    func head(_ kind: Kind, _ number: UInt64) {
      bytes.append(kind.rawValue)
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    switch self {
    case .null: head(.null, 0)
    case .bool(let value): head(.bool, value ? 1 : 0)
    case .integer(let value): head(.integer, UInt64(bitPattern: value))
    case .unsigned(let value): head(.unsigned, value)
    case .text(let text):
      head(.text, UInt64(text.utf8.count))
      bytes.append(contentsOf: text.utf8)
    case .list(let values):
      head(.list, UInt64(values.count))
      for value in values { value.write(to: &bytes) }
    case .keyed(let values):
      head(.keyed, UInt64(values.count))
      for (key, value) in values.sorted(by: { $0.key < $1.key }) {
        SnapshotValue.text(key).write(to: &bytes)
        value.write(to: &bytes)
      }
    }
  }

  private enum Kind: UInt8 {
    case null, bool, integer, unsigned, text, list, keyed
  }

  // MARK: - Reading

  /// Reads a tree back.
  ///
  /// - Throws: If the bytes are not exactly one tree.
  init(_ bytes: UnsafeRawBufferPointer) throws(SnapshotDoubt) {
    var rest = bytes[...]
    self = try Self.read(&rest, depth: 0)
    guard rest.isEmpty else { throw SnapshotDoubt() }
  }

  private static func read(
    _ rest: inout Slice<UnsafeRawBufferPointer>, depth: Int
  ) throws(SnapshotDoubt) -> SnapshotValue {
    guard depth < maximumDepth, let first = rest.popFirst(), let kind = Kind(rawValue: first),
      rest.count >= 8
    else { throw SnapshotDoubt() }
    let number = rest.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    rest = rest.dropFirst(8)
    switch kind {
    case .null: return .null
    case .bool: return .bool(number != 0)
    case .integer: return .integer(Int64(bitPattern: number))
    case .unsigned: return .unsigned(number)
    case .text:
      let count = try Self.count(number, in: rest)
      defer { rest = rest.dropFirst(count) }
      return .text(String(decoding: rest.prefix(count), as: UTF8.self))
    case .list:
      var values: [SnapshotValue] = []
      for _ in 0..<(try Self.count(number, in: rest)) {
        values.append(try read(&rest, depth: depth + 1))
      }
      return .list(values)
    case .keyed:
      var values: [String: SnapshotValue] = [:]
      for _ in 0..<(try Self.count(number, in: rest)) {
        guard case .text(let key) = try read(&rest, depth: depth + 1) else {
          throw SnapshotDoubt()
        }
        values[key] = try read(&rest, depth: depth + 1)
      }
      return .keyed(values)
    }
  }

  /// A count of things that take at least a byte each.
  private static func count(
    _ number: UInt64, in rest: Slice<UnsafeRawBufferPointer>
  ) throws(SnapshotDoubt) -> Int {
    guard let count = Int(exactly: number), count <= rest.count else { throw SnapshotDoubt() }
    return count
  }
}
