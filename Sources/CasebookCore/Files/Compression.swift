/// How a file is compressed.
public enum Compression: String, Sendable, Hashable, Codable, CaseIterable {
  /// gzip, of one member or several.
  case gzip = ".gz"
  /// Zstandard.
  case zstandard = ".zst"
  /// xz.
  case xz = ".xz"

  /// The compression that a file name or a path tells, its ending in any case.
  public init?(fileName: String) {
    let lower = fileName.lowercased()
    guard let found = Self.allCases.first(where: { lower.hasSuffix($0.rawValue) }) else {
      return nil
    }
    self = found
  }

  /// A file name without the ending that tells a compression.
  public static func uncompressed(_ fileName: String) -> String {
    Compression(fileName: fileName).map { String(fileName.dropLast($0.rawValue.count)) }
      ?? fileName
  }
}
