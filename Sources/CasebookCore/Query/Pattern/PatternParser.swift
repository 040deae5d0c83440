/// Reads a regular expression whose literals are folded as the text is.
///
/// Known: characters, `.`, classes, `\d \w \s` and their opposites, `\b \B`, `^ $ \A \Z`, groups,
/// `|`, `* + ?` and `{m,n}`. What cannot be matched in linear time is refused by name.
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0

  /// How often a part may be repeated.
  static let repetitionLimit = 1_000
  /// How many parentheses may stand in each other.
  static let depthLimit = 64

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// The whole pattern.
  mutating func parse() throws(PatternError) -> PatternNode {
    let node = try either()
    guard position == scalars.count else { throw .unbalancedParenthesis }
    return node
  }

  // MARK: - Levels of binding

  private mutating func either() throws(PatternError) -> PatternNode {
    var nodes = [try sequence()]
    while take("|") { nodes.append(try sequence()) }
    return nodes.count == 1 ? nodes[0] : .either(nodes)
  }

  private mutating func sequence() throws(PatternError) -> PatternNode {
    var nodes: [PatternNode] = []
    while let next = peek, next != "|", next != ")" {
      let atoms = try atom()
      nodes += atoms.dropLast()
      guard let last = atoms.last else { continue }
      nodes.append(try repeated(last))
    }
    return nodes.isEmpty ? .empty : nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func repeated(_ node: PatternNode) throws(PatternError) -> PatternNode {
    guard let (least, most) = try repetition() else { return node }
    // A lazy match finds the same cases as a greedy one.
    _ = take("?")
    if peek == "+" { throw .unsupported("possessive repetition") }
    if peek == "*" || peek == "?" { throw .nothingToRepeat }
    if case .assertion = node { throw .nothingToRepeat }
    return .repeated(node, least: least, most: most)
  }

  private mutating func repetition() throws(PatternError) -> (least: Int, most: Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    guard peek == "{" else { return nil }
    let start = position
    position += 1
    let least = number()
    let hasComma = take(",")
    let most = hasComma ? number() : least
    guard take("}"), least != nil || most != nil else {
      position = start
      return nil
    }
    let limit = Self.repetitionLimit
    guard least ?? 0 <= most ?? limit, max(least ?? 0, most ?? 0) <= limit else {
      throw .repetition(limit: limit)
    }
    return (least ?? 0, most)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let next = peek, "0"..."9" ~= next {
      value = min((value ?? 0) * 10 + Int(next.value - 0x30), Self.repetitionLimit + 1)
      position += 1
    }
    return value
  }

  // MARK: - Atoms

  /// One place of the pattern; a character that folds to several gives as many.
  private mutating func atom() throws(PatternError) -> [PatternNode] {
    guard let next = peek else { return [] }
    switch next {
    case "(": return [try group()]
    case "[": return [.set(try characterClass())]
    case ".":
      position += 1
      return [.set(.anyInLine)]
    case "^":
      position += 1
      return [.assertion(.start)]
    case "$":
      position += 1
      return Self.endOfText
    case "\\": return try escape()
    case "*", "+", "?": throw .nothingToRepeat
    case "{":
      let start = position
      if try repetition() != nil { throw .nothingToRepeat }
      position = start + 1
      return [.literal(next)]
    default:
      position += 1
      return Self.literal(next)
    }
  }

  /// The end, or the line end before it that block text of YAML has.
  private static let endOfText: [PatternNode] = [
    .repeated(.literal("\n"), least: 0, most: 1), .assertion(.end),
  ]

  static func literal(_ scalar: Unicode.Scalar) -> [PatternNode] {
    let folded = String(decoding: Fold.folded(String(scalar)), as: UTF8.self)
    // A combining mark alone folds to nothing, as it does in the text.
    return folded.unicodeScalars.map { .literal($0) }
  }

  private mutating func group() throws(PatternError) -> PatternNode {
    position += 1
    depth += 1
    guard depth <= Self.depthLimit else { throw .tooDeep(limit: Self.depthLimit) }
    if take("?") { try groupKind() }
    let inner = try either()
    guard take(")") else { throw .unbalancedParenthesis }
    depth -= 1
    return .repeated(inner, least: 1, most: 1)
  }

  private mutating func groupKind() throws(PatternError) {
    if take(":") { return }
    _ = take("P")
    if take("=") { throw .unsupported("lookahead or back reference") }
    if take("!") { throw .unsupported("lookahead") }
    if take(">") { throw .unsupported("atomic group") }
    guard take("<") else { throw .unsupported("flag in a pattern") }
    if peek == "=" || peek == "!" { throw .unsupported("lookbehind") }
    while let next = peek, next != ">" {
      guard ScalarKinds(of: next).contains(.word) else { throw .unsupported("name of a group") }
      position += 1
    }
    guard take(">") else { throw .unbalancedParenthesis }
  }

  private mutating func escape() throws(PatternError) -> [PatternNode] {
    position += 1
    guard let next = peek else { throw .trailingBackslash }
    switch next {
    case "b", "B":
      position += 1
      return [.assertion(next == "b" ? .wordBoundary : .noWordBoundary)]
    case "A":
      position += 1
      return [.assertion(.start)]
    case "Z", "z":
      position += 1
      return [.assertion(.end)]
    default: break
    }
    var set = ScalarSet()
    guard let scalar = try escaped(into: &set) else { return [.set(set)] }
    return Self.literal(scalar)
  }
}

// MARK: - Classes

extension PatternParser {
  /// The character an escape stands for, or nothing where it is a kind, which goes into the set.
  private mutating func escaped(
    into set: inout ScalarSet
  ) throws(PatternError) -> Unicode.Scalar? {
    guard let next = peek else { throw .trailingBackslash }
    position += 1
    switch next {
    case "d": set.kinds.insert(.digit)
    case "w": set.kinds.insert(.word)
    case "s": set.kinds.insert(.blank)
    case "D": set.missingKinds.insert(.digit)
    case "W": set.missingKinds.insert(.word)
    case "S": set.missingKinds.insert(.blank)
    case "t": return "\t"
    case "n": return "\n"
    case "r": return "\r"
    case "f": return "\u{C}"
    case "v": return "\u{B}"
    case "x": return try hexadecimal(digits: 2)
    case "u": return try hexadecimal(digits: 4)
    case "0"..."9": throw .unsupported("back reference")
    case "a"..."z", "A"..."Z": throw .unsupported("\\\(next)")
    default: return next
    }
    return nil
  }

  private mutating func hexadecimal(digits: Int) throws(PatternError) -> Unicode.Scalar {
    let end = min(position + digits, scalars.count)
    let text = String(String.UnicodeScalarView(scalars[position..<end]))
    guard text.utf8.count == digits, let value = UInt32(text, radix: 16),
      let scalar = Unicode.Scalar(value)
    else { throw .unsupported("\\x or \\u without its digits") }
    position = end
    return scalar
  }

  private mutating func characterClass() throws(PatternError) -> ScalarSet {
    position += 1
    var set = ScalarSet()
    set.isNegated = take("^")
    var isFirst = true
    while true {
      guard let next = peek else { throw .unclosedClass }
      if next == "]", !isFirst { break }
      if next == "[", position + 1 < scalars.count, scalars[position + 1] == ":" {
        throw .unsupported("named class")
      }
      isFirst = false
      try addMember(to: &set)
    }
    position += 1
    guard !set.isEmpty else { throw .emptyClass }
    return set
  }

  private mutating func addMember(to set: inout ScalarSet) throws(PatternError) {
    guard let low = try member(of: &set) else { return }
    let isRange =
      peek == "-" && position + 1 < scalars.count && scalars[position + 1] != "]"
    guard isRange else { return set.insertFolded(low.value...low.value) }
    position += 1
    guard let high = try member(of: &set), low.value <= high.value else { throw .emptyClass }
    set.insertFolded(low.value...high.value)
  }

  private mutating func member(of set: inout ScalarSet) throws(PatternError) -> Unicode.Scalar? {
    guard let next = peek else { throw .unclosedClass }
    position += 1
    guard next == "\\" else { return next }
    if take("b") { return "\u{8}" }
    return try escaped(into: &set)
  }

  // MARK: - Characters

  private var peek: Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    position += 1
    return true
  }
}
