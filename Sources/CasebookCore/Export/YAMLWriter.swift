/// Writes values as YAML 1.2 in blocks, so that they read back as exactly what was given.
///
/// Numbers keep their text. Text is plain where it can be, line by line where it has lines, else
/// quoted, with hidden characters as escapes.
public struct YAMLWriter {
  /// What was written and not yet taken.
  public private(set) var bytes: [UInt8] = []

  /// A map or list that is open.
  private struct Level {
    var isMap: Bool
    var indent: Int
    /// Whether its first entry stands on the line of the dash before it.
    var beginsInLine = false
    /// Whether it was written whole when it was opened.
    var isDone = false
  }

  private var levels: [Level] = []
  private var followsKey = false

  /// The columns within which a list of short texts stands on one line.
  private static let flowColumns = 90
  /// Keys longer than this need a sign of their own: YAML ends the search for a colon at 1,024.
  private static let longKey = 300

  /// Makes a writer.
  public init() {}

  /// Gives what was written, and forgets it.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Writes a document; the second and later ones are parted by `---`.
  public mutating func document(_ value: FieldValue, isFirst: Bool = true) {
    if !isFirst { append("---\n") }
    levels = []
    followsKey = false
    for token in FieldWalk(value) { write(token) }
    if bytes.last != UInt8(ascii: "\n") { append("\n") }
  }

  // MARK: - Tokens

  private mutating func write(_ token: FieldToken) {
    if levels.last?.isDone == true {
      // What stands inside was written with the list, and only its end is waited for.
      if case .end = token { levels.removeLast() }
      return
    }
    switch token {
    case .key(let key): write(key: key)
    case .beginMap(let count): begin(Level(isMap: true, indent: 0, isDone: count == 0), "{}")
    case .beginList(let values): begin(list: values)
    case .scalar(let value): write(scalar: value)
    case .end: levels.removeLast()
    }
  }

  private mutating func write(key: String) {
    beginLine()
    let text = Self.inline(.text(key))
    if text.count > Self.longKey {
      append("? ")
      bytes += text
      append("\n")
      indent(levels.last?.indent ?? 0)
    } else {
      bytes += text
    }
    append(":")
    followsKey = true
  }

  private mutating func begin(list values: [FieldValue]) {
    let flow = Self.flow(values)
    begin(Level(isMap: false, indent: 0, isDone: flow != nil), flow ?? "[]")
  }

  /// Opens a map or list; one that is done is written whole as the text given.
  private mutating func begin(_ level: Level, _ whole: String) {
    var level = level
    let isAfterKey = followsKey
    let above = levels.last
    level.indent = above.map { $0.indent + 2 } ?? 0
    if level.isDone {
      beginValue()
      append(whole)
    } else if above?.isMap == false {
      beginLine()
      append("- ")
      level.beginsInLine = true
    }
    if isAfterKey { followsKey = false }
    levels.append(level)
  }

  private mutating func write(scalar: FieldValue) {
    beginValue()
    guard case .text(let text) = scalar,
      case .lines(let sign) = YAMLText.form(of: text, isInline: levels.isEmpty)
    else {
      bytes += Self.inline(scalar)
      return
    }
    append(sign)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if text.hasSuffix("\n") { lines.removeLast() }
    for line in lines {
      append("\n")
      if line.isEmpty { continue }
      indent((levels.last?.indent ?? 0) + 2)
      append(String(line))
    }
    if sign == "|+" { append("\n") }
  }

  // MARK: - Text

  /// Begins the place of a value: behind its key, or behind a dash of its own.
  private mutating func beginValue() {
    if followsKey {
      append(" ")
      followsKey = false
    } else if !levels.isEmpty {
      beginLine()
      append("- ")
    }
  }

  private mutating func beginLine() {
    guard let level = levels.last else { return }
    if level.beginsInLine {
      levels[levels.count - 1].beginsInLine = false
      return
    }
    if !bytes.isEmpty, bytes.last != UInt8(ascii: "\n") { append("\n") }
    indent(level.indent)
  }

  private mutating func indent(_ columns: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: columns))
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private static func inline(_ scalar: FieldValue, inBrackets: Bool = false) -> [UInt8] {
    switch scalar {
    case .text(let text):
      YAMLText.form(of: text, isInline: true, inBrackets: inBrackets) == .plain
        ? Array(text.utf8) : YAMLText.quoted(text)
    case .number(let text): isNumber(text) ? Array(text.utf8) : YAMLText.quoted(text)
    case .boolean(let flag): Array((flag ? "true" : "false").utf8)
    case .null, .list, .map: Array("null".utf8)
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { YAMLScalar.kind(of: UnsafeRawBufferPointer($0)) == .number }
  }

  /// A list of short single values within brackets; nothing for other lists.
  private static func flow(_ values: [FieldValue]) -> String? {
    var bytes: [UInt8] = [UInt8(ascii: "[")]
    for (index, value) in values.enumerated() {
      switch value {
      case .list, .map: return nil
      default: break
      }
      if index > 0 { bytes += ", ".utf8 }
      bytes += inline(value, inBrackets: true)
      if bytes.count > flowColumns { return nil }
    }
    return String(decoding: bytes + [UInt8(ascii: "]")], as: UTF8.self)
  }
}
