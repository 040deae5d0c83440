import CTesting
import CasebookCore
import Glibc
import Testing

extension Compression {
  /// The bytes, compressed into one member.
  func compressed(_ bytes: [UInt8]) throws -> [UInt8] {
    let kind: cts_compression =
      switch self {
      case .gzip: .gzip
      case .zstandard: .zstd
      case .xz: .xz
      }
    var size = 0
    let made = try #require(cts_compress(kind, bytes, bytes.count, &size))
    defer { free(made) }
    return Array(UnsafeBufferPointer(start: made, count: size))
  }
}
