/// Writes JSON that reads back as exactly what was given.
///
/// Numbers keep the text they were written with; a number that JSON cannot write, such as `0x1F`,
/// becomes a string. Controls and hidden characters of strings are written as `\u` escapes, so the
/// text is harmless on a terminal too.
public struct JSONWriter {
  /// Whether values are spread over lines.
  public enum Layout: Sendable {
    /// Everything on one line.
    case compact
    /// A member or element a line, indented by two blanks a level.
    case indented
  }

  /// What was written and not yet taken.
  public private(set) var bytes: [UInt8] = []
  private let layout: Layout
  private let depth: Int
  /// Whether something stands already in each open object or array.
  private var open: [Bool] = []
  private var followsKey = false

  /// Makes a writer; `depth` levels are added to every indent.
  public init(_ layout: Layout = .compact, depth: Int = 0) {
    self.layout = layout
    self.depth = depth
  }

  /// Gives what was written, and forgets it.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Opens an object; keys and values follow in turn.
  public mutating func beginObject() { begin(UInt8(ascii: "{")) }
  /// Closes an object.
  public mutating func endObject() { end(UInt8(ascii: "}")) }
  /// Opens an array.
  public mutating func beginArray() { begin(UInt8(ascii: "[")) }
  /// Closes an array.
  public mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes a key; its value follows.
  public mutating func key(_ key: String) {
    separate()
    append(quoted: key)
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(UInt8(ascii: " ")) }
    followsKey = true
  }

  /// Writes a string.
  public mutating func string(_ text: String) {
    separate()
    append(quoted: text)
  }

  /// Writes a whole number.
  public mutating func number(_ number: some FixedWidthInteger) { plain(String(number)) }

  /// Writes a number by its text; as a string where JSON has no such number.
  public mutating func number(written text: String) {
    if JSONNumber.isValid(text) { plain(text) } else { string(text) }
  }

  /// Writes true or false.
  public mutating func boolean(_ flag: Bool) { plain(flag ? "true" : "false") }

  /// Writes an explicit nothing.
  public mutating func null() { plain("null") }

  /// Writes a value whole.
  public mutating func value(_ value: FieldValue) {
    for token in FieldWalk(value) {
      switch token {
      case .beginMap: beginObject()
      case .beginList: beginArray()
      case .key(let text): key(text)
      case .end(let isMap): if isMap { endObject() } else { endArray() }
      case .scalar(let scalar): write(scalar)
      }
    }
  }

  // MARK: - Private

  private mutating func write(_ scalar: FieldValue) {
    switch scalar {
    case .text(let text): string(text)
    case .number(let text): number(written: text)
    case .boolean(let flag): boolean(flag)
    case .null, .list, .map: null()
    }
  }

  private mutating func plain(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func begin(_ sign: UInt8) {
    separate()
    bytes.append(sign)
    open.append(false)
  }

  private mutating func end(_ sign: UInt8) {
    let hasMembers = open.popLast() ?? false
    if hasMembers { breakLine() }
    bytes.append(sign)
  }

  /// Writes what parts a value or key from what stands before it.
  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    guard let hasMembers = open.last else { return }
    if hasMembers { bytes.append(UInt8(ascii: ",")) }
    open[open.count - 1] = true
    breakLine()
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<(open.count + depth) * 2 { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func append(quoted text: String) {
    bytes.append(UInt8(ascii: "\""))
    let isPlain = text.utf8.allSatisfy {
      $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isPlain {
      bytes.append(contentsOf: text.utf8)
    } else {
      for scalar in text.unicodeScalars { append(escaping: scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(escaping scalar: Unicode.Scalar) {
    switch scalar {
    case "\"", "\\": bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(scalar.value)])
    case "\n": bytes.append(contentsOf: "\\n".utf8)
    case "\t": bytes.append(contentsOf: "\\t".utf8)
    case "\r": bytes.append(contentsOf: "\\r".utf8)
    case _ where scalar.isHiddenInData:
      for unit in UTF16.encode(scalar) ?? .init() {
        bytes.append(contentsOf: "\\u".utf8)
        bytes.appendHexadecimal(UInt32(unit), digits: 4)
      }
    default: bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
  }
}

/// The numbers JSON can write, by RFC 8259, section 6.
enum JSONNumber {
  static func isValid(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    if rest.first == UInt8(ascii: "0") {
      rest.removeFirst()
    } else if dropDigits(&rest) == 0 {
      return false
    }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      if dropDigits(&rest) == 0 { return false }
    }
    if let sign = rest.first, sign | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      if dropDigits(&rest) == 0 { return false }
    }
    return rest.isEmpty
  }

  private static func dropDigits(_ rest: inout ArraySlice<UInt8>) -> Int {
    let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
    rest = rest.dropFirst(digits)
    return digits
  }
}
