import CasebookCore
import CasebookText

/// Why a text is not what its format asks for, in words.
enum TreeErrorWords {
  static func text(_ fact: TreeError.Fact) -> ShownText {
    switch fact {
    case .expected(let expected, let found):
      "Expected \(names(expected)); found \(name(found))"
    case .incomplete(let expected, nil): "Ends too early; expected \(names(expected))"
    case .incomplete([.quote], let opened?):
      "The quote opened at \(place(opened)) is not closed"
    case .incomplete(let expected, let opened?):
      "Ends too early; expected \(names(expected)) for what began at \(place(opened))"
    case .unclosedQuote(let opened): "The quote opened at \(place(opened)) is not closed"
    case .invalidUTF8(let byte, let guess):
      guess.map { "Byte \(hex(byte)) is not UTF-8; the text looks like \(name($0))" }
        ?? "Byte \(hex(byte)) is not UTF-8"
    case .looksLike(let kind): "This is no text; it looks like \(name(kind))"
    case .controlCharacter(let scalar): "\(name(.scalar(scalar))) cannot stand here unescaped"
    case .badEscape: "Unknown escape after the backslash"
    case .loneSurrogate: "Half of a surrogate pair is no character"
    case .malformedNumber: "The number is not written as JSON writes numbers"
    case .trailingContent(let found): "Expected the end; found \(name(found))"
    case .empty: "The file is empty"
    case .depthLimit(let limit): "Deeper than the limit depth of \(limit)"
    case .tooManyKeys(let limit): "More keys than the limit keys of \(grouped: limit)"
    case .recordTooLong(let limit):
      "Longer than the limit record-size of \(grouped: limit) bytes"
    case .aliasLimit(let limit):
      "Aliases add more nodes than the limit aliases of \(grouped: limit)"
    case .aliasTextLimit(let limit):
      "Aliases repeat more text than the limit alias-size of \(grouped: limit) bytes"
    case .aliasCycle(let name): "Alias \(ProblemWords.quoted(name)) stands inside itself"
    case .unknownAlias(let name): "Alias \(ProblemWords.quoted(name)) stands for nothing"
    case .refusedTag(let tag): "Tag \(ProblemWords.quoted(tag)) asks for an object; refused"
    case .keyIsNotText: "A key must be a text"
    case .badIndentation(nil): "The indent fits no level above"
    case .badIndentation(let context?):
      "The indent fits no level of what began at "
        + place(context)
    case .keyWithoutColon: "Expected \":\" after this key"
    case .unquotedColon: "A text with \": \" in it needs quotes"
    case .unquotedQuestionMark: "A text that begins with \"?\" needs quotes here"
    case .tabIndentation: "A tab cannot indent; use blanks"
    case .syntax(let problem): "Not YAML: \(Gate.shown(problem))"
    case .outOfMemory: "There is not enough memory"
    }
  }

  static func text(_ fact: TreeWarning.Fact) -> ShownText {
    switch fact {
    case .duplicateKey(let key, let first):
      "Key \(ProblemWords.quoted(key)) stands already at \(place(first)); both are kept"
    case .sharedLine: "Stands on one line with the record before; a line should hold one"
    case .unknownTag(let tag): "Tag \(ProblemWords.quoted(tag)) is not known; passed over"
    case .unfitTag(let tag): "Tag \(ProblemWords.quoted(tag)) does not fit; kept as text"
    case .lineSeparator(let scalar):
      "\(name(.scalar(scalar))) may have been read as the end of a line"
    case .mergeKey: "The merge key << is kept as an ordinary key"
    }
  }

  private static func place(_ position: SourcePosition) -> ShownText {
    "line \(position.line), column \(position.column)"
  }

  private static func hex(_ byte: UInt8) -> ShownText {
    "0x\(Gate.shown((byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)))"
  }

  private static func names(_ expected: [TreeError.Expectation]) -> ShownText {
    expected.map(name).joined(separator: " or ")
  }

  private static func name(_ expectation: TreeError.Expectation) -> ShownText {
    switch expectation {
    case .value: "a value"
    case .key: "a key in quotes"
    case .colon: "\":\""
    case .comma: "\",\""
    case .objectEnd: "\"}\""
    case .arrayEnd: "\"]\""
    case .quote: "a closing quote"
    case .end: "the end"
    case .record: "a map of keys or a list"
    case .entry: "\"- \" of a list"
    }
  }

  private static func name(_ found: TreeError.Found) -> ShownText {
    switch found {
    case .scalar(let scalar): "\"\(Gate.shown(String(Character(scalar))))\""
    case .byte(let byte): "byte \(hex(byte))"
    case .endOfLine: "the end of the line"
    case .endOfText: "the end of the text"
    }
  }

  static func name(_ encoding: TextEncoding) -> ShownText {
    switch encoding {
    case .utf8: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .utf32LittleEndian, .utf32BigEndian: "UTF-32"
    case .windows1252: "Windows-1252"
    case .macRoman: "Mac Roman"
    case .latin1: "Latin-1"
    }
  }

  static func name(_ kind: ContentKind) -> ShownText {
    switch kind {
    case .text(let encoding): name(encoding)
    case .gzip: "a gzip archive"
    case .zip: "a zip archive"
    case .elf: "a program"
    case .binary: "binary data"
    }
  }
}
