import CasebookCore
import CasebookText

/// The encoding of a text in words.
package enum EncodingWords {
  /// "Windows-1252"; "UTF-8 with stray bytes" if only some bytes are not UTF-8.
  package static func name(_ encoding: TextEncoding) -> ShownText {
    switch encoding {
    case .utf8: "UTF-8 with stray bytes"
    case .utf16LittleEndian: "UTF-16, little endian"
    case .utf16BigEndian: "UTF-16, big endian"
    default: TreeErrorWords.name(encoding)
    }
  }

  /// "Read as Windows-1252: 3 bytes belong to no character of UTF-8, and no character beyond ASCII
  /// is UTF-8".
  package static func text(_ finding: EncodingFinding) -> ShownText {
    switch finding.rule {
    case .mark: return "Read as \(name(finding.encoding)), which its byte order mark says"
    case .zeros: return "Read as \(name(finding.encoding)), which its zero bytes say"
    case .bytes(let others, _, let utf8):
      let found: ShownText = .plural(
        others, "byte belongs to no character of UTF-8", "bytes belong to no character of UTF-8")
      let rest: ShownText =
        utf8 == 0
        ? "no character beyond ASCII is UTF-8"
        : "\(.plural(utf8, "character beyond ASCII is", "characters beyond ASCII are")) UTF-8"
      let reading: ShownText =
        finding.encoding == .utf8
        ? "Read as UTF-8, and its stray bytes as Windows-1252"
        : "Read as \(name(finding.encoding))"
      return "\(reading): \(found), the first in this line, and \(rest)"
    }
  }
}
