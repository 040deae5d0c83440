internal import CYAML

/// What libyaml reports, as facts.
///
/// libyaml says what is wrong in English, so its sentences are compared; those that are not known
/// here are kept as `syntax`.
struct YAMLFailure {
  private let source: SourceText
  private let problem: String
  private let context: String
  private let offset: Int
  private let contextOffset: Int
  private let isBytes: Bool
  private let isMemory: Bool

  /// The error of a parser whose last event was a failure.
  ///
  /// `quoted` are the bytes of the quoted scalar that came last, if one did: where it runs over
  /// several lines up to the place of the error, its end was meant to be the next one's start.
  static func error(
    of parser: OpaquePointer, in source: SourceText, after quoted: Range<Int>? = nil
  ) -> TreeError {
    let failure = YAMLFailure(cyaml_problem(parser), source)
    if let quoted, failure.isSplit(by: quoted) {
      return TreeError(
        .unclosedQuote(opened: source.position(at: quoted.lowerBound)),
        at: source.position(at: failure.offset))
    }
    let (fact, offset) = failure.fact
    return TreeError(fact, at: source.position(at: offset))
  }

  private init(_ failure: cyaml_failure, _ source: SourceText) {
    self.source = source
    problem = failure.problem.map { String(cString: $0) } ?? ""
    context = failure.context.map { String(cString: $0) } ?? ""
    offset = Int(failure.offset)
    contextOffset = Int(failure.context_offset)
    isBytes = failure.bytes
    isMemory = failure.memory
  }

  // MARK: -

  /// The byte that is not UTF-8: libyaml names the one that does not go on with a character, which
  /// begins before it.
  private var badByte: Int {
    let bytes = source.bytes
    guard offset < bytes.count, bytes[offset] < 0x80 else { return offset }
    let before = max(0, offset - 3)..<offset
    return before.first {
      bytes[$0] >= 0xC0 && TextEncoding.utf8Width(at: $0, in: bytes) == 0
    } ?? offset
  }

  /// The fact and its place.
  private var fact: (TreeError.Fact, Int) {
    if isMemory { return (.outOfMemory, offset) }
    if isBytes { return (.badByte(at: badByte, in: source), badByte) }
    switch problem {
    case "could not find expected ':'": return (.keyWithoutColon, contextOffset)
    case "found unexpected end of stream", "found unexpected document indicator":
      return (.unclosedQuote(opened: source.position(at: contextOffset)), offset)
    case "did not find expected ',' or '}'": return (open([.comma, .objectEnd]), offset)
    case "did not find expected ',' or ']'": return (open([.comma, .arrayEnd]), offset)
    case "did not find expected node content", "mapping keys are not allowed in this context",
      "block sequence entries are not allowed in this context",
      "found character that cannot start any token":
      return (found == .scalar("\t") ? .tabIndentation : expectedValue, offset)
    default: return (simpleFact, offset)
    }
  }

  private var simpleFact: TreeError.Fact {
    switch problem {
    case "did not find expected key", "did not find expected '-' indicator":
      found == .scalar(":") || offset == contextOffset
        ? .expected([.key], found: found)
        : startsLine
          ? .badIndentation(context: source.position(at: contextOffset))
          : .trailingContent(found: found)
    case "did not find expected <document start>",
      "did not find expected whitespace or line break",
      "did not find expected comment or line break":
      .trailingContent(found: found)
    case "mapping values are not allowed in this context": .unquotedColon
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      .tabIndentation
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      .badEscape
    default: .syntax(problem)
    }
  }

  private var found: TreeError.Found { .at(offset, in: source) }

  private var expectedValue: TreeError.Fact {
    found == .endOfText
      ? .incomplete(expected: [.value], opened: nil) : .expected([.value], found: found)
  }

  private func open(_ expected: [TreeError.Expectation]) -> TreeError.Fact {
    found == .endOfText
      ? .incomplete(expected: expected, opened: source.position(at: contextOffset))
      : .expected(expected, found: found)
  }

  /// Whether nothing but blanks stands before the place on its line.
  private var startsLine: Bool {
    let before = source.bytes[..<offset].last { $0 != 0x20 && $0 != 0x09 }
    return before == nil || before == 0x0A || before == 0x0D
  }

  private func isSplit(by quoted: Range<Int>) -> Bool {
    guard !isBytes, offset >= quoted.upperBound, quoted.upperBound <= source.bytes.count else {
      return false
    }
    let between = source.bytes[quoted.upperBound..<offset]
    return source.bytes[quoted].contains(0x0A) && between.allSatisfy { $0 == 0x20 }
  }
}
