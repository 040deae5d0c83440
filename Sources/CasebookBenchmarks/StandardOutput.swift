import ArgumentParser
import Glibc

/// Standard output, written at once.
enum StandardOutput {
  /// Writes bytes, however many calls that takes.
  static func write(_ bytes: [UInt8]) throws {
    var done = 0
    while done < bytes.count {
      let written = bytes[done...].withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
      guard written > 0 else { throw ValidationError("Standard output takes no more.") }
      done += written
    }
  }

  /// Writes a line.
  static func line(_ text: String) throws {
    try write(Array((text + "\n").utf8))
  }
}
