/// A word of a phrase, with its place in the text.
struct PhraseWord: Sendable, Equatable {
  /// The word; without its quotation marks where it stood in some.
  var text: String
  /// Where it stands, in UTF-8 bytes.
  var range: Range<Int>
  /// Whether it stood in quotation marks, and so is no keyword.
  var isQuoted: Bool

  /// The word in small letters, for comparing with keywords; nothing equals a quoted word.
  var keyword: String { isQuoted ? "" : text.lowercased() }

  /// The words of a text; nothing where it has a sign of the filter language, or an open quotation.
  static func words(of text: String) -> [PhraseWord]? {
    let bytes = Array(text.utf8)
    var words: [PhraseWord] = []
    var index = 0
    while index < bytes.count {
      if isBlank(bytes[index]) {
        index += 1
        continue
      }
      let isQuoted = bytes[index] == UInt8(ascii: "\"")
      let start = isQuoted ? index + 1 : index
      let end =
        bytes[start...].firstIndex { byte in
          isQuoted ? byte == UInt8(ascii: "\"") : isBlank(byte)
        } ?? bytes.count
      if isQuoted, end == bytes.count { return nil }
      let word = String(decoding: bytes[start..<end], as: UTF8.self)
      if !isQuoted, isFilterSign(word) { return nil }
      let outer = isQuoted ? index..<end + 1 : start..<end
      words.append(PhraseWord(text: word, range: outer, isQuoted: isQuoted))
      index = outer.upperBound
    }
    return words
  }

  private static let filterSigns: Set<Character> = [":", "(", ")", "<", ">", "/", "\"", "\\"]

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isFilterSign(_ word: String) -> Bool {
    word.hasPrefix("-") || word.hasPrefix("!") || word.contains(where: filterSigns.contains)
  }
}
