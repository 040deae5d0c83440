/// Numbers for the values of a facet over all segments.
struct FacetKeys {
  /// What a value is.
  enum Kind: UInt8, Equatable {
    case text, number, folded, group
  }

  private var table = ByteTable()
  private(set) var kinds: [Kind] = []
  /// A row of the library that has the value.
  private(set) var exampleRows: [Int] = []

  /// How many values there are.
  var count: Int { kinds.count }

  /// The number of a value.
  ///
  /// A number and a text that are written alike are one value.
  mutating func id(_ bytes: UnsafeRawBufferPointer, _ kind: Kind, row: Int) -> UInt32 {
    let salt: UInt32 = kind == .folded ? 1 : kind == .group ? 2 : 0
    let id = table.number(of: bytes, salt: salt)
    if id == kinds.count {
      kinds.append(kind)
      exampleRows.append(row)
    }
    return id
  }

  /// The number of a value that other keys know by another one.
  mutating func id(of other: FacetKeys, _ id: Int) -> UInt32 {
    other.bytes(id).withUnsafeBytes {
      self.id($0, other.kinds[id], row: other.exampleRows[id])
    }
  }

  /// The number of a year, a month, a bucket.
  mutating func id(group: Int, row: Int) -> UInt32 {
    withUnsafeBytes(of: group) { id($0, .group, row: row) }
  }

  /// The text of a value that is no group.
  func text(_ id: Int) -> String {
    String(decoding: bytes(id), as: UTF8.self)
  }

  /// The number of a group.
  func group(_ id: Int) -> Int {
    bytes(id).withUnsafeBytes { $0.loadUnaligned(as: Int.self) }
  }

  private func bytes(_ id: Int) -> ArraySlice<UInt8> {
    table.bytes[Int(table.starts[id])..<Int(table.starts[id + 1])]
  }
}
