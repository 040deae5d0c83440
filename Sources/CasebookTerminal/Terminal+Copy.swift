import CTerminal
import CasebookText

extension Terminal {
  /// Sends a text to the clipboard of the terminal, where its description says that it has one.
  ///
  /// The text is sent as Base64, so that no character of it can act on the terminal.
  ///
  /// - Returns: Whether it was sent; whether the terminal takes it, it does not tell.
  package func copy(_ text: ShownText) -> Bool {
    guard isOpen, !isGone else { return false }
    return Base64.text(of: Array(text.string.utf8)).withCString { ct_copy(screen, $0) }
  }
}

/// Bytes as letters, digits, `+`, `/` and `=`.
enum Base64 {
  private static let signs = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func text(of bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        let sign = signs[bits >> (18 - 6 * place) & 63]
        text.append(place <= group.count ? sign : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
