/// What is expected at a cursor, and where its beginning stands.
struct CompletionPlace: Equatable {
  enum Expected: Equatable {
    /// A term, perhaps of an event of a type.
    case term(ofType: String?)
    /// A key of an event of a type.
    case eventField(ofType: String?)
    case type
    case bound
    case interval
    /// A word in the parentheses of `path`.
    case pathWord
    /// Which event a path begins at.
    case pathStart
    case presence
    case trait
    /// The name of a saved filter, with its sign.
    case saved
    case order
    case value(field: String, type: String?)
    case nothing
  }

  private(set) var expected = Expected.term(ofType: nil)
  /// Where what is completed begins; it ends at the cursor.
  private(set) var start: Int
  let cursor: Int

  init(_ bytes: [UInt8], cursor: Int) {
    self.cursor = cursor
    start = cursor
    let scan = Scan(bytes, to: cursor)
    var atom = scan.atomStart..<cursor
    if scan.isPhrase || scan.isPattern {
      expected = .nothing
      return
    }
    if let sign = bytes[atom].first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "!") {
      atom = atom.lowerBound + 1..<cursor
    }
    read(bytes, atom, scan.type)
  }

  private mutating func read(_ bytes: [UInt8], _ atom: Range<Int>, _ type: String?) {
    let text = { (range: Range<Int>) in String(decoding: bytes[range], as: UTF8.self) }
    if type == "count" {
      start = atom.lowerBound
      expected = .type
      return
    }
    if type == "path" { return readPath(bytes, atom) }
    if bytes[atom].first == UInt8(ascii: "@") {
      start = atom.lowerBound
      expected = .saved
      return
    }
    if bytes[atom].starts(with: "certain:".utf8) {
      return read(bytes, atom.lowerBound + 8..<atom.upperBound, type)
    }
    let reader = AtomReader(bytes, atom, depth: 0)
    if let arrow = reader.arrows.last, !bytes[atom].starts(with: "sort:".utf8) {
      return readStep(bytes, arrow.range.upperBound..<cursor)
    }
    let nameEnd = nameEnd(bytes, atom)
    guard let (_, length) = bytes.comparison(at: nameEnd, to: atom.upperBound) else {
      start = atom.lowerBound
      expected = type == nil ? .term(ofType: nil) : .eventField(ofType: type)
      return
    }
    let value = nameEnd + length..<atom.upperBound
    let comma = bytes[value].lastIndex(of: UInt8(ascii: ","))
    start = comma.map { $0 + 1 } ?? value.lowerBound
    switch text(atom.lowerBound..<nameEnd) {
    case "has", "no": expected = .presence
    case "is": expected = .trait
    case "interval": readInterval(bytes, value)
    case "sort":
      if start < cursor, bytes[start] == UInt8(ascii: "-") { start += 1 }
      if let arrow = AtomReader(bytes, start..<cursor, depth: 0).arrows.last {
        start = arrow.range.upperBound
        expected = .type
      } else {
        expected = .order
      }
    default:
      expected = .value(field: bytes.unquoted(atom.lowerBound..<nameEnd), type: type)
    }
  }

  /// Behind an arrow: a type, then perhaps a bound.
  private mutating func readStep(_ bytes: [UInt8], _ step: Range<Int>) {
    let sign = bytes[step].firstIndex { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
    start = sign ?? step.lowerBound
    expected = sign == nil ? .type : .bound
  }

  /// Behind `interval:`: a name, then perhaps a bound.
  private mutating func readInterval(_ bytes: [UInt8], _ value: Range<Int>) {
    start = value.lowerBound
    expected = .interval
    let isQuoted = bytes[value].first == UInt8(ascii: "\"")
    let end =
      isQuoted
      ? try? bytes.endOfQuotation(from: value.lowerBound, to: cursor)
      : bytes.endOfName(from: value.lowerBound, to: cursor, dots: false)
    // A name without quotation marks may go on where it ends at the cursor.
    guard let end, isQuoted || end < cursor else { return }
    start = end
    expected = .bound
  }

  /// In the parentheses of `path`: a type behind an arrow, a colon or a comma, else a word of its
  /// own, of which the first is a type.
  private mutating func readPath(_ bytes: [UInt8], _ word: Range<Int>) {
    let signs = [UInt8(ascii: ">"), UInt8(ascii: ":"), UInt8(ascii: ",")]
    let isFirst = word.lowerBound == 0 || bytes[word.lowerBound - 1] == UInt8(ascii: "(")
    if let sign = bytes[word].lastIndex(where: signs.contains) {
      start = sign + 1
      expected = bytes[word].starts(with: "from:".utf8) ? .pathStart : .type
    } else {
      start = word.lowerBound
      expected = isFirst ? .type : .pathWord
    }
  }

  private func nameEnd(_ bytes: [UInt8], _ atom: Range<Int>) -> Int {
    if let first = bytes[atom].first, first == UInt8(ascii: "\"") {
      return (try? bytes.endOfQuotation(from: atom.lowerBound, to: atom.upperBound))
        ?? atom.upperBound
    }
    return bytes.endOfName(from: atom.lowerBound, to: atom.upperBound, dots: true)
  }

  /// What stands before the cursor: where its atom begins, and in which parentheses it is.
  private struct Scan {
    var atomStart = 0
    var isPhrase = false
    var isPattern = false
    private var types: [String?] = []

    /// The word before the innermost parenthesis, be it a type or `count`.
    var type: String? { types.last ?? nil }

    init(_ bytes: [UInt8], to end: Int) {
      var index = 0
      while index < end {
        let blank = bytes.blankLength(at: index, to: end)
        if blank > 0 {
          index += blank
          atomStart = index
          continue
        }
        switch bytes[index] {
        case UInt8(ascii: "\""):
          guard let close = try? bytes.endOfQuotation(from: index, to: end) else {
            isPhrase = index == atomStart
            return
          }
          index = close
          continue
        case UInt8(ascii: "/")
        where index == atomStart || bytes.opensValuePattern(at: index, from: atomStart):
          guard let pattern = bytes.pattern(from: index, to: end) else {
            isPattern = true
            return
          }
          index = pattern.end
          continue
        case UInt8(ascii: "("):
          let name = String(decoding: bytes[atomStart..<index], as: UTF8.self)
          types.append(name.isEmpty || name == "-" || name == "!" ? nil : name)
          atomStart = index + 1
        case UInt8(ascii: ")"): _ = types.popLast()
        default: break
        }
        index += 1
      }
    }
  }
}
