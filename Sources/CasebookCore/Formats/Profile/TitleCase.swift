extension Template.Style {
  /// Spells the last bytes of a text in this style.
  func spell(_ scratch: ScratchBytes, from start: Int) {
    let text = UnsafeMutableRawBufferPointer(rebasing: scratch.bytes[start...])
    if self == .key {
      let whole = String(decoding: text, as: UTF8.self)
      scratch.truncate(to: start)
      scratch.append(TableHeader.key(whole))
      return
    }
    if text.contains(where: { $0 >= 0x80 }) {
      let whole = String(decoding: text, as: UTF8.self)
      scratch.truncate(to: start)
      scratch.append(self == .title ? Self.titleCased(whole) : whole.lowercased())
    } else if self == .lower {
      for index in text.indices { text[index] = ASCII.lowercased(text[index]) }
    } else if self == .title {
      Self.titleCase(text)
    }
  }

  /// `ST ANTHONY` as `St Anthony`; a text that has small letters already stays as it is.
  static func titleCased(_ text: String) -> String {
    guard !text.unicodeScalars.contains(where: \.properties.isLowercase) else { return text }
    var letters = 0
    var spelled = ""
    for character in text {
      spelled += letters == 0 ? String(character) : character.lowercased()
      letters = character.isLetter ? letters + 1 : 0
    }
    return spelled
  }

  /// The same for ASCII, where the habits of English names are known: `of` and its like stay small
  /// inside a name, `McAllen` and `O'Fallon` keep their second capital, `PD` and `US` all of them.
  private static func titleCase(_ text: UnsafeMutableRawBufferPointer) {
    guard !text.contains(where: ASCII.isSmallLetter) else { return }
    var at = 0
    while at < text.count {
      guard ASCII.isCapitalLetter(text[at]) else {
        at += 1
        continue
      }
      let start = at
      while at < text.count, ASCII.isCapitalLetter(text[at]) || text[at] == apostrophe { at += 1 }
      spell(UnsafeMutableRawBufferPointer(rebasing: text[start..<at]), behind: text, at: start)
    }
  }

  /// Spells one word; `text` is all of it, and `start` where the word begins.
  private static func spell(
    _ word: UnsafeMutableRawBufferPointer, behind text: UnsafeMutableRawBufferPointer,
    at start: Int
  ) {
    let before = start > 0 ? text[start - 1] : ASCII.blank
    if (0x30...0x39).contains(before), isOneOf(ordinals, word) { return lower(word, from: 0) }
    if start > 0, before == ASCII.blank, isOneOf(smallWords, word) { return lower(word, from: 0) }
    if isOneOf(abbreviations, word) { return }
    if !word.contains(where: isVowel), !isOneOf(shortened, word), word.count > 1,
      !word.contains(apostrophe)
    {
      return
    }
    if word.count > 2, word.starts(with: "MC".utf8) {
      lower(UnsafeMutableRawBufferPointer(rebasing: word[1..<2]), from: 0)
      lower(word, from: 3)
    } else if word.count > 2, word[1] == apostrophe {
      lower(word, from: 3)
    } else {
      lower(word, from: 1)
    }
  }

  private static let apostrophe = UInt8(ascii: "'")
  private static let ordinals: [StaticString] = ["ST", "ND", "RD", "TH"]
  private static let smallWords: [StaticString] = ["OF", "AND", "THE", "IN", "AT", "FOR"]
  /// Words without a vowel that are no abbreviations by first letters.
  private static let shortened: [StaticString] = [
    "ST", "FT", "MT", "DR", "CTR", "CNTR", "CNT", "DPT", "SPGS", "SPG", "TRTMNT", "CRT", "SVCS",
    "MTN", "HTS", "HGTS", "PCT", "GRDN", "RD", "BLVD", "BLDG", "SGT", "SR", "JR", "MR", "MRS",
  ]
  /// Abbreviations by first letters that have a vowel: agencies, kinds of prisons, states.
  private static let abbreviations: [StaticString] = [
    "US", "USA", "ICE", "ERO", "DRO", "DOC", "CI", "FCI", "SCI", "MCI", "USP", "ASPC", "CCA", "ADC",
    "ACI", "II", "III", "IV", "NY", "PA", "CA", "GA", "AZ", "VA", "UT", "OISC",
  ]

  private static func isVowel(_ byte: UInt8) -> Bool {
    "AEIOUY".utf8.contains(byte)
  }

  private static func isOneOf(
    _ words: [StaticString], _ word: UnsafeMutableRawBufferPointer
  ) -> Bool {
    words.contains { candidate in
      candidate.utf8CodeUnitCount == word.count
        && candidate.withUTF8Buffer { word.elementsEqual($0) }
    }
  }

  private static func lower(_ word: UnsafeMutableRawBufferPointer, from start: Int) {
    for index in min(start, word.count)..<word.count { word[index] = ASCII.lowercased(word[index]) }
  }
}

extension ASCII {
  static func isSmallLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
  static func isCapitalLetter(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  static func lowercased(_ byte: UInt8) -> UInt8 { isCapitalLetter(byte) ? byte | 0x20 : byte }
}
