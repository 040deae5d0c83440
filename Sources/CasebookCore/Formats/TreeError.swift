/// Why a text, or a record of it, is no tree: the fact and its place.
public struct TreeError: Error, Sendable, Hashable, Codable {
  /// What is wrong.
  public var fact: Fact
  /// Where it is wrong.
  public var position: SourcePosition

  /// Makes an error.
  public init(_ fact: Fact, at position: SourcePosition) {
    self.fact = fact
    self.position = position
  }

  /// What is wrong with a text.
  public enum Fact: Sendable, Hashable, Codable {
    /// Something stands there in place of what has to.
    case expected([Expectation], found: Found)
    /// The text, or in JSON Lines the line, ends too early; `opened` is what is still open there.
    case incomplete(expected: [Expectation], opened: SourcePosition?)
    /// A quote is not closed where it had to be.
    case unclosedQuote(opened: SourcePosition)
    /// A byte that is not UTF-8, and the encoding that the text looks like.
    case invalidUTF8(UInt8, guess: TextEncoding?)
    /// The bytes are not text of this format but something known.
    case looksLike(ContentKind)
    /// A character that has to be written as an escape, or cannot stand there at all.
    case controlCharacter(Unicode.Scalar)
    /// An escape that the format does not know.
    case badEscape
    /// Half a surrogate pair, which is no character.
    case loneSurrogate
    /// A number not written as the format writes numbers.
    case malformedNumber
    /// More after the end of the value.
    case trailingContent(found: Found)
    /// Nothing but blanks.
    case empty
    /// Deeper than the limit.
    case depthLimit(Int)
    /// More keys in one object than the limit.
    case tooManyKeys(limit: Int)
    /// A record of more bytes than the limit.
    case recordTooLong(limit: Int)
    /// Aliases stand for more nodes than the limit.
    case aliasLimit(Int)
    /// Aliases repeat more bytes of text than the limit.
    case aliasTextLimit(Int)
    /// An alias stands inside of what it stands for.
    case aliasCycle(String)
    /// An alias of nothing.
    case unknownAlias(String)
    /// A tag that asks for an object of a programming language.
    case refusedTag(String)
    /// A key that is a list or an object.
    case keyIsNotText
    /// A line is indented to no level that is open; `context` is the start of what it interrupts.
    case badIndentation(context: SourcePosition?)
    /// A key that no `:` follows.
    case keyWithoutColon
    /// A `:` with a blank behind it in text without quotes.
    case unquotedColon
    /// A `?` that begins text without quotes in flow style, where libyaml would drop it.
    case unquotedQuestionMark
    /// A tab where only blanks may indent.
    case tabIndentation
    /// Something that cannot stand there in YAML, as its reader names it.
    case syntax(String)
    /// No memory for the text.
    case outOfMemory
  }

  /// What could stand in a place.
  public enum Expectation: Sendable, Hashable, Codable, CaseIterable {
    /// A value.
    case value
    /// A key in quotes.
    case key
    /// `:` after a key.
    case colon
    /// `,` before the next member or element.
    case comma
    /// `}` of an object.
    case objectEnd
    /// `]` of an array.
    case arrayEnd
    /// The closing quote.
    case quote
    /// The end of the text or of the line.
    case end
    /// An object or an array.
    case record
    /// `-` of the next entry of a list.
    case entry
  }

  /// What stands in a place.
  public enum Found: Sendable, Hashable, Codable {
    /// A character.
    case scalar(Unicode.Scalar)
    /// A byte that is no character.
    case byte(UInt8)
    /// The end of a line.
    case endOfLine
    /// The end of the text.
    case endOfText
  }
}

/// What a reader of trees accepted but a person should know.
public struct TreeWarning: Sendable, Hashable, Codable {
  /// What was noticed.
  public var fact: Fact
  /// Where it was noticed.
  public var position: SourcePosition

  /// Makes a warning.
  public init(_ fact: Fact, at position: SourcePosition) {
    self.fact = fact
    self.position = position
  }

  /// What a reader noticed.
  public enum Fact: Sendable, Hashable, Codable {
    /// A key stands twice in an object; both values are kept.
    case duplicateKey(String, first: SourcePosition)
    /// A record stands behind another one on its line.
    case sharedLine
    /// A tag without meaning here; the value is kept as it would be without it.
    case unknownTag(String)
    /// A tag and a value that do not fit; the value is kept as text.
    case unfitTag(String)
    /// `<<` is kept as a key like any other.
    case mergeKey
    /// A line separator of Unicode, which libyaml takes for the end of a line and YAML 1.2 does not.
    case lineSeparator(Unicode.Scalar)
  }
}

/// The limits that readers of trees keep, each settable.
public struct TreeLimits: Sendable, Hashable {
  /// How deep objects and arrays may nest.
  public var depth = 256
  /// How many keys an object may have.
  public var keysPerObject = 10_000
  /// How many nodes all aliases of a document may stand for.
  public var aliasNodes = 10_000
  /// How many bytes of text all aliases of a document may repeat.
  public var aliasBytes = 1 << 20
  /// How many bytes a record may have.
  public var recordBytes = 16 << 20

  /// The limits as the project documents them.
  public init() {}
}

/// A record of a text that holds many.
public enum TreeRecord: Sendable, Hashable {
  /// The tree holds a record; these are its bytes in the source.
  case value(Range<Int>)
  /// A record was refused; these are the bytes that were passed over with it.
  case refused(TreeError, Range<Int>)
  /// The root tree holds the top object, its list left empty.
  case root
}
