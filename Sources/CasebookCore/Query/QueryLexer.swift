/// A piece of a query between blanks.
struct QueryToken: Equatable {
  enum Kind: Equatable {
    case or, and, not, open, close
    /// A phrase in quotation marks, without them.
    case phrase(String)
    /// A regular expression, without its slashes.
    case pattern(String)
    /// Anything else: a word, a field with its value, an event, a sequence.
    case atom
  }

  var kind: Kind
  /// Where it stands, in UTF-8 bytes.
  var range: Range<Int>
}

/// Cuts a query into tokens.
///
/// Quotation marks, parentheses and the slashes of a regular expression inside a token hold it
/// together, so that `detainer(outcome:declined facility:"a b" title:/c d/)` is one.
struct QueryLexer {
  let bytes: [UInt8]
  private var position: Int
  private let end: Int

  /// Reads a part of a text.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next token, or nothing at the end.
  mutating func next() throws(QueryError) -> QueryToken? {
    position = bytes.skippingBlanks(from: position, to: end)
    guard position < end else { return nil }
    let start = position
    switch bytes[position] {
    case UInt8(ascii: "("): return single(.open)
    case UInt8(ascii: ")"): return single(.close)
    case UInt8(ascii: "-") where isNegation, UInt8(ascii: "!") where isNegation:
      return single(.not)
    case UInt8(ascii: "\""):
      let close = try bytes.endOfQuotation(from: position, to: end)
      if close < end, bytes[close] == UInt8(ascii: ":") { return try atom() }
      position = close
      return QueryToken(kind: .phrase(bytes.unquoted(start..<close)), range: start..<close)
    case UInt8(ascii: "/"): return try pattern()
    default: return try atom()
    }
  }

  // MARK: - Kinds of tokens

  /// Whether the sign here negates what follows and is no arrow; at the end of the text something
  /// is missing.
  private var isNegation: Bool {
    guard position + 1 < end else { return true }
    return bytes.blankLength(at: position + 1, to: end) == 0
      && bytes[position + 1]
        != (bytes[position] == UInt8(ascii: "!") ? UInt8(ascii: "-") : UInt8(ascii: ">"))
  }

  private mutating func single(_ kind: QueryToken.Kind) -> QueryToken {
    position += 1
    return QueryToken(kind: kind, range: position - 1..<position)
  }

  private mutating func pattern() throws(QueryError) -> QueryToken {
    let start = position
    guard let pattern = bytes.pattern(from: start, to: end) else {
      throw QueryError(.unclosedPattern, at: start..<end)
    }
    position = pattern.end
    return QueryToken(kind: .pattern(pattern.text), range: start..<position)
  }

  private mutating func atom() throws(QueryError) -> QueryToken {
    let start = position
    var opened: [Int] = []
    while position < end {
      let byte = bytes[position]
      if opened.isEmpty {
        if byte == UInt8(ascii: ")") || bytes.blankLength(at: position, to: end) > 0 { break }
      }
      switch byte {
      case UInt8(ascii: "\""):
        position = try bytes.endOfQuotation(from: position, to: end)
        continue
      case UInt8(ascii: "/"):
        guard let close = bytes.endOfValuePattern(at: position, from: start, to: end) else { break }
        position = close
        continue
      case UInt8(ascii: "("): opened.append(position)
      case UInt8(ascii: ")"): opened.removeLast()
      default: break
      }
      position += 1
    }
    if let first = opened.first { throw QueryError(.unclosedParenthesis, at: first..<end) }
    let range = start..<position
    return QueryToken(kind: Self.keyword(bytes[range]) ?? .atom, range: range)
  }

  private static func keyword(_ word: ArraySlice<UInt8>) -> QueryToken.Kind? {
    switch String(decoding: word.map { $0 | 0x20 }, as: UTF8.self) {
    case "or": .or
    case "and": .and
    case "not": .not
    default: nil
    }
  }
}

// MARK: - Bytes

extension [UInt8] {
  /// How many bytes the blank at an index takes; 0 where there is none.
  func blankLength(at index: Int, to end: Int) -> Int {
    switch self[index] {
    case 0x09...0x0D, 0x20: return 1
    case 0xC2 where index + 1 < end: return self[index + 1] == 0xA0 ? 2 : 0
    case 0xE2 where index + 2 < end:
      let isSpace = self[index + 1] == 0x80 && 0x80...0x8A ~= self[index + 2]
      return isSpace || self[index + 1] == 0x80 && self[index + 2] == 0xAF ? 3 : 0
    case 0xE3 where index + 2 < end:
      return self[index + 1] == 0x80 && self[index + 2] == 0x80 ? 3 : 0
    default: return 0
    }
  }

  func skippingBlanks(from start: Int, to end: Int) -> Int {
    var index = start
    while index < end {
      let length = blankLength(at: index, to: end)
      if length == 0 { break }
      index += length
    }
    return index
  }

  /// The index behind the quotation that begins at an index; a backslash keeps the next byte in.
  func endOfQuotation(from start: Int, to end: Int) throws(QueryError) -> Int {
    var index = start + 1
    while index < end, self[index] != UInt8(ascii: "\"") {
      index += isEscape(at: index, to: end) ? 2 : 1
    }
    guard index < end else { throw QueryError(.unclosedQuotation, at: start..<end) }
    return index + 1
  }

  /// The regular expression whose opening slash stands at an index, without its slashes, and the
  /// index behind it; nothing where it is not closed. A backslash keeps a slash in.
  func pattern(from start: Int, to end: Int) -> (text: String, end: Int)? {
    var text: [UInt8] = []
    var index = start + 1
    while index < end, self[index] != UInt8(ascii: "/") {
      if self[index] == UInt8(ascii: "\\"), index + 1 < end {
        if self[index + 1] != UInt8(ascii: "/") { text.append(self[index]) }
        index += 1
      }
      text.append(self[index])
      index += 1
    }
    return index < end ? (String(decoding: text, as: UTF8.self), index + 1) : nil
  }

  /// The index behind the regular expression that is a value of a field and begins at an index;
  /// nothing where none does, or where it is not closed.
  func endOfValuePattern(at index: Int, from start: Int, to end: Int) -> Int? {
    opensValuePattern(at: index, from: start) ? pattern(from: index, to: end)?.end : nil
  }

  /// Whether a slash stands where a value of a field begins.
  func opensValuePattern(at index: Int, from start: Int) -> Bool {
    guard index > start, self[index] == UInt8(ascii: "/") else { return false }
    return self[index - 1] == UInt8(ascii: ":") || self[index - 1] == UInt8(ascii: ",")
  }

  /// The text of a range, without quotation marks where it stands in them whole.
  func unquoted(_ range: Range<Int>) -> String {
    guard range.count > 1, self[range.lowerBound] == UInt8(ascii: "\""),
      self[range.upperBound - 1] == UInt8(ascii: "\"")
    else { return String(decoding: self[range], as: UTF8.self) }
    var text: [UInt8] = []
    var index = range.lowerBound + 1
    while index < range.upperBound - 1 {
      if isEscape(at: index, to: range.upperBound - 1) { index += 1 }
      text.append(self[index])
      index += 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether a backslash here stands before a quotation mark or another backslash.
  private func isEscape(at index: Int, to end: Int) -> Bool {
    guard self[index] == UInt8(ascii: "\\"), index + 1 < end else { return false }
    return self[index + 1] == UInt8(ascii: "\"") || self[index + 1] == UInt8(ascii: "\\")
  }
}
