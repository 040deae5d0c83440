/// A piece of a line that is read as a phrase, with its place in the line.
struct PhraseToken: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    /// A word without any sign of the filter language.
    case word
    /// A text in quotation marks, without them.
    case quoted
    /// A term of the filter language, or the order; kept as it is.
    case formal
    case open, close, comma, or, and, not
    /// `-` or `!` right before what it turns round.
    case sign
    /// An operator of this or of another tool, such as `!=`.
    case comparison
  }

  var kind: Kind
  /// The text; of a quotation without its marks.
  var text: String
  /// Where it stands, in UTF-8 bytes.
  var range: Range<Int>

  /// The word in small letters, for comparing it with keywords; empty for anything but words.
  var keyword: String {
    switch kind {
    case .word: text.lowercased().replacing("’", with: "'")
    case .or: "or"
    case .and: "and"
    case .not: "not"
    default: ""
    }
  }

  /// Whether a clause can go on with it.
  var isOfClause: Bool {
    switch kind {
    case .word, .quoted, .comparison, .not: true
    default: false
    }
  }
}

/// Cuts a line into the pieces of a phrase. What is written in the filter language is one piece.
struct PhraseScanner {
  private let bytes: [UInt8]
  private var tokens: [PhraseToken] = []
  private var index = 0

  /// The pieces; nil if a quotation mark, a parenthesis or a pattern is not closed.
  static func tokens(of text: String) -> [PhraseToken]? {
    var scanner = PhraseScanner(bytes: Array(text.utf8))
    return (try? scanner.scan()) != nil ? scanner.tokens : nil
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func scan() throws(QueryError) {
    while index < bytes.count {
      let blank = bytes.blankLength(at: index, to: bytes.count)
      if blank > 0 {
        index += blank
      } else {
        try token()
      }
    }
  }

  private mutating func token() throws(QueryError) {
    switch bytes[index] {
    case UInt8(ascii: "("): add(.open, 1)
    case UInt8(ascii: ")"): add(.close, 1)
    case UInt8(ascii: ","): add(.comma, 1)
    case UInt8(ascii: "|"): add(.or, next(UInt8(ascii: "|")) ? 2 : 1)
    case UInt8(ascii: "&"): add(.and, next(UInt8(ascii: "&")) ? 2 : 1)
    case UInt8(ascii: "\""):
      let close = try bytes.endOfQuotation(from: index, to: bytes.count)
      if close < bytes.count,
        [UInt8(ascii: ":"), UInt8(ascii: "<"), UInt8(ascii: ">")].contains(bytes[close])
      {
        return try atom()
      }
      tokens.append(
        PhraseToken(kind: .quoted, text: bytes.unquoted(index..<close), range: index..<close))
      index = close
    case UInt8(ascii: "/"):
      guard let pattern = bytes.pattern(from: index, to: bytes.count) else {
        throw QueryError(.unclosedPattern, at: index..<bytes.count)
      }
      add(.formal, pattern.end - index)
    default:
      let length = bytes.foreignOperator(at: index, to: bytes.count)
      if length > 0 { return add(.comparison, length) }
      if bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "!") {
        let isFree =
          index + 1 >= bytes.count || bytes.blankLength(at: index + 1, to: bytes.count) > 0
        if isFree, bytes[index] == UInt8(ascii: "!") { return add(.not, 1) }
        if !isFree, bytes[index + 1] != UInt8(ascii: ">") { return add(.sign, 1) }
      }
      try atom()
    }
  }

  private func next(_ byte: UInt8) -> Bool {
    index + 1 < bytes.count && bytes[index + 1] == byte
  }

  private mutating func add(_ kind: PhraseToken.Kind, _ length: Int) {
    let range = index..<index + length
    tokens.append(
      PhraseToken(kind: kind, text: String(decoding: bytes[range], as: UTF8.self), range: range))
    index += length
  }

  /// A word, or a term of the filter language up to the next blank outside parentheses, quotation
  /// marks and patterns.
  private mutating func atom() throws(QueryError) {
    let start = index
    var opened: [Int] = []
    var isFormal = false
    scan: while index < bytes.count {
      let byte = bytes[index]
      if opened.isEmpty {
        if bytes.blankLength(at: index, to: bytes.count) > 0 { break }
        let isFree = index > start && !isFormal
        switch byte {
        case UInt8(ascii: ")"): break scan
        case UInt8(ascii: "|") where isFree, UInt8(ascii: "&") where isFree: break scan
        case UInt8(ascii: ",") where isFree && isBlank(after: index): break scan
        default:
          let length = isFree ? bytes.foreignOperator(at: index, to: bytes.count) : 0
          let sign = bytes[index..<index + length]
          if length > 0, !"<>".utf8.contains(bytes[index]) || sign.elementsEqual("<>".utf8) {
            break scan
          }
        }
      }
      switch byte {
      case UInt8(ascii: "\""):
        index = try bytes.endOfQuotation(from: index, to: bytes.count)
        isFormal = true
        continue
      case UInt8(ascii: "/"):
        guard let close = bytes.endOfValuePattern(at: index, from: start, to: bytes.count) else {
          break
        }
        index = close
        continue
      case UInt8(ascii: "("):
        opened.append(index)
      case UInt8(ascii: ")"):
        opened.removeLast()
        // `count(detainer) = 2` goes on with an operator, and is a term only with it.
        if opened.isEmpty, bytes[start..<index].starts(with: "count(".utf8) {
          index += 1
          if !isComparison(at: index) { break scan }
          isFormal = true
          continue
        }
        isFormal = true
      case UInt8(ascii: ":"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"):
        isFormal = true
      case UInt8(ascii: "@") where index == start: isFormal = true
      default: break
      }
      index += 1
    }
    if let first = opened.first { throw QueryError(.unclosedParenthesis, at: first..<bytes.count) }
    let length = index - start
    index = start
    guard !isFormal else { return add(.formal, length) }
    let word = String(decoding: bytes[start..<start + length], as: UTF8.self)
    switch word.lowercased() {
    case "or": add(.or, length)
    case "and", "but": add(.and, length)
    case "not": add(.not, length)
    default: add(.word, length)
    }
  }

  private func isBlank(after index: Int) -> Bool {
    index + 1 >= bytes.count || bytes.blankLength(at: index + 1, to: bytes.count) > 0
  }

  /// Whether an operator of the filter language stands at an index, and something behind it.
  private func isComparison(at index: Int) -> Bool {
    guard let (_, length) = bytes.comparison(at: index, to: bytes.count),
      index + length < bytes.count
    else { return false }
    return bytes.blankLength(at: index + length, to: bytes.count) == 0
  }
}

extension [UInt8] {
  /// How many bytes an operator takes that this language does not have between a field and its
  /// value, or has only without blanks around it: `=`, `==`, `!=`, `<>`, `~`, `!~`, `=~`, `<=`,
  /// `>=`, `<`, `>`; 0 if there is none.
  func foreignOperator(at index: Int, to end: Int) -> Int {
    for sign in ["!=", "<>", "===", "==", "=~", "!~", "<=", ">=", "=<", "=>", "=", "~", "<", ">"] {
      let length = sign.utf8.count
      if index + length <= end, self[index..<index + length].elementsEqual(sign.utf8) {
        return length
      }
    }
    return 0
  }
}
