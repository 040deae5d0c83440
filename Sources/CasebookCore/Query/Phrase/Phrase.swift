/// Everyday phrases beside the filter language: "status is open", "detainer before 2023"; and the
/// operators of other tools: `outcome!=booked`, `a | b`.
///
/// A line is turned into the filter it means, which is what holds, what is shown and what is kept;
/// there is one language below. The rule for what is a phrase and what is text:
///
/// - A single word is text, and so is what stands in quotation marks.
/// - A term of the filter language stays what it is; what stands around it is read as if alone.
/// - A stretch of words between `and`, `or`, commas and such terms is a phrase if every word of it
///   can be read. A single word beside `and` or a comma may be one; between terms alone it is text.
/// - Any other stretch is text, word by word, unless it holds a word such as `in`, `before`, `is`
///   or `with` (`PhraseWords.keywords`): then the line is refused, and nothing is searched for.
public enum Phrase {
  /// The values of a field, the most frequent first.
  public typealias Values = (_ field: String) -> [String]

  /// The filter that a line means; nil if the line is a filter already.
  ///
  /// - Throws: What cannot be understood of a line that can only be a phrase.
  public static func filter(
    for text: String, in schema: Schema, values: @escaping Values = { _ in [] }
  ) throws(QueryError) -> String? {
    guard let tokens = PhraseScanner.tokens(of: text),
      tokens.count > 1 || tokens.first?.kind == .formal
    else { return nil }
    let lexicon = PhraseLexicon(schema: schema, values: values)
    var reader = PhraseReader(
      try PhraseHabits.translated(tokens, lexicon), lexicon: lexicon, text: text)
    return try reader.filter()
  }

  /// Whether a word has a meaning of its own in phrases, so that as a value it needs quotation marks.
  public static func isReserved(_ word: String) -> Bool {
    let lower = word.lowercased()
    let others: Set<String> = [
      "or", "and", "not", "unknown", "known", "missing", "blank", "empty", "given", "recorded",
      "said", "unspecified", "exactly", "written", "a", "an", "the", "one", "the", "nothing",
    ]
    return PhraseWords.keywords.contains(lower) || PhraseWords.noise.contains(lower)
      || PhraseWords.numbers[lower] != nil || others.contains(lower)
  }

  /// What else a single word may mean: the value, group or event that it names, as a filter; nil if
  /// it names none, or if the line is more than a word.
  public static func otherReading(
    of text: String, in schema: Schema, values: @escaping Values = { _ in [] }
  ) -> String? {
    guard let tokens = PhraseScanner.tokens(of: text), tokens.count == 1, tokens[0].kind == .word
    else { return nil }
    let lexicon = PhraseLexicon(schema: schema, values: values)
    var reader = PhraseReader(tokens, lexicon: lexicon, text: text)
    if let clause = try? reader.clause(), reader.isAtEnd { return clause.filter }
    for field in PhraseLexicon.named + ["place", "jurisdiction", "facility"] {
      if let value = lexicon.value(tokens[0].text, of: field) {
        return "\(field):\(QueryText.value(value))"
      }
    }
    return nil
  }
}

/// Why a line that can only be a phrase is not understood.
public struct NotUnderstood: Sendable, Hashable {
  /// The words that mean nothing there.
  public var words: String
  /// The whole line.
  public var line: String
  /// What the line may have been meant to be, in words that are understood; nil if nothing is near.
  public var suggestion: String?
  /// The fields whose values were looked through for the words, if it is clear which were meant.
  public var fields: [String] = []
  /// How many cases have the line as text; nil as long as nobody counted.
  public var textCount: Int?

  /// The filter that searches for the line as text.
  public var asText: String { QueryText.phrase(line) }
}
