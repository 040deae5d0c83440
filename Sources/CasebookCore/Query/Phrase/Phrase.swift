/// Everyday phrases beside the filter language: "status is open", "detainer before 2023".
///
/// A phrase is turned into the filter it means, which is what holds, what is shown and what is
/// kept; there is one language below.
public enum Phrase {
  /// The filter that a text means; nothing where the text is no phrase but a filter, or words.
  ///
  /// Clauses are joined by `and` and `or`, of which `or` binds less. Names are those of the filter
  /// language, with blanks for underscores, or the labels of event types. A text with a sign of the
  /// filter language outside quotation marks is never a phrase.
  ///
  /// - Throws: What is wrong with a text that can only be a phrase: a name, a date, a number.
  public static func filter(for text: String, in schema: Schema) throws(QueryError) -> String? {
    guard let words = PhraseWord.words(of: text), words.count > 1 else { return nil }
    var reader = PhraseReader(words, schema: schema)
    return try reader.filter()
  }
}
