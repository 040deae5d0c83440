import CasebookCanvas

/// The rest of a sequence whose ESC came so long before that it was taken for the Escape key.
///
/// On a slow line an ESC can be separated from the bytes after it by more than the wait for the
/// Escape key. A hand does not type `[` and `D` within one read, so a read that looks like the rest
/// of a sequence is one.
enum LateRest {
  /// Whether the bytes of a read continue a sequence that began with ESC.
  static func isLikely(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first, let second = bytes.dropFirst().first else { return false }
    switch first {
    case UInt8(ascii: "["):
      let isParameter = (0x30..<0x40).contains(second)
      return isParameter || "ABCDFHIMOPQRSZ[".utf8.contains(second)
    case UInt8(ascii: "O"):
      return "ABCDFHMPQRSX".utf8.contains(second)
        || (UInt8(ascii: "j")...UInt8(ascii: "y")).contains(second) && bytes.count == 2
    case UInt8(ascii: "]"): return "0123456789lLI".utf8.contains(second)
    case UInt8(ascii: "P"): return "0123456789!$+=>?|".utf8.contains(second)
    case UInt8(ascii: "_"): return second == UInt8(ascii: "G")
    default: return false
    }
  }
}
