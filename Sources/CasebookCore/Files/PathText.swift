import Glibc

/// Paths as strings, though the system's names are any bytes.
///
/// A byte that is not UTF-8 stands in the string as a character for private use, and comes back as
/// that byte when the path is opened.
public enum PathText {
  /// Stands for byte 0x80; the characters of the other bytes follow it.
  private static let base: UInt32 = 0x10FE80

  /// The string for a name of the system.
  public static func string(_ name: UnsafePointer<CChar>) -> String {
    if let text = String(validatingCString: name) { return text }
    var text = ""
    var rest = UnsafeBufferPointer(start: name, count: length(name))
      .map { UInt8(bitPattern: $0) }[...]
    while let first = rest.first {
      // The longest beginning that is one character of UTF-8; else one byte.
      let count = (1...4).first { count in
        count <= rest.count && String(validating: rest.prefix(count), as: UTF8.self) != nil
      }
      if let count {
        text += String(decoding: rest.prefix(count), as: UTF8.self)
        rest = rest.dropFirst(count)
      } else {
        Unicode.Scalar(base + UInt32(first) - 0x80).map { text.unicodeScalars.append($0) }
        rest = rest.dropFirst()
      }
    }
    return text
  }

  /// Calls the body with the bytes of a path for the system, with NUL at their end.
  public static func withBytes<Result>(
    of path: String, _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    let isEscaped = path.unicodeScalars.contains { byte(of: $0) != nil }
    guard isEscaped else { return path.withCString(body) }
    var bytes: [CChar] = []
    for scalar in path.unicodeScalars {
      if let byte = byte(of: scalar) {
        bytes.append(CChar(bitPattern: byte))
      } else {
        bytes += (UTF8.encode(scalar) ?? .init()).map { CChar(bitPattern: $0) }
      }
    }
    return (bytes + [0]).withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map(body) ?? path.withCString(body)
    }
  }

  /// The path from the root, without links; the path itself where nothing is there.
  public static func full(_ path: String) -> String {
    withBytes(of: path) { bytes in
      guard let full = realpath(bytes, nil) else { return path }
      defer { free(full) }
      return string(full)
    }
  }

  private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    guard scalar.value >= base, scalar.value < base + 0x80 else { return nil }
    return UInt8(scalar.value - base + 0x80)
  }

  private static func length(_ name: UnsafePointer<CChar>) -> Int {
    var count = 0
    while name[count] != 0 { count += 1 }
    return count
  }
}
