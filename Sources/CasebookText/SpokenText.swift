/// Text for plain mode, where a line is heard or felt and not looked at.
public enum SpokenText {
  /// The longest line, in columns.
  public static let lineColumns = 100

  /// A sentence as lines that each end in a full stop, colon, question or exclamation mark.
  ///
  /// Lines break after sentences, else at a blank with `..` after it, so that a synthesiser never
  /// runs two lines together. Runs of blanks become one, runs of punctuation three signs.
  /// Where a number of words is given, a line of more of them ends with a sentence before.
  public static func lines(
    _ text: ShownText, columns: Int = lineColumns, words: Int? = nil
  ) -> [ShownText] {
    var lines: [ShownText] = []
    forEachLine(of: text, columns: columns, words: words) { lines.append($0) }
    return lines
  }

  /// Gives out the lines of ``lines(_:columns:words:)`` one after the other; no more than one is held.
  public static func forEachLine(
    of text: ShownText, columns: Int = lineColumns, words: Int? = nil, _ body: (ShownText) -> Void
  ) {
    var breaker = SpokenBreaker(text)
    while let line = breaker.next(columns: max(columns, 20), words: words) {
      body(closed(line, with: breaker.isAtEnd ? "." : " .."))
    }
  }

  /// The text with a full stop unless it ends in `.`, `:`, `?` or `!`; empty text stays empty.
  public static func closed(_ text: ShownText) -> ShownText {
    closed(text, with: ".")
  }

  /// Our own words with ASCII punctuation: quotes, dashes, dots, arrows and blanks of typography.
  ///
  /// Letters stay; not for the words of a case.
  public static func ascii(_ ours: ShownText) -> ShownText {
    guard ours.escapes.isEmpty else { return ours }
    return ShownText(guarded: ours.string.reduce(into: "") { $0 += plainForm(of: $1) })
  }

  // MARK: - Help

  private static func closed(_ text: ShownText, with end: ShownText) -> ShownText {
    guard let last = text.string.last, !".:?!".contains(last) else { return text }
    return text + end
  }

  private static func plainForm(of character: Character) -> String {
    switch character {
    case "\u{2018}", "\u{2019}", "\u{2032}": "'"
    case "\u{201C}", "\u{201D}", "\u{2033}": "\""
    case "\u{2010}"..."\u{2015}", "\u{2212}": "-"
    case "\u{2026}": "..."
    case "\u{2022}", "\u{00B7}": "-"
    case "\u{00D7}": "x"
    case "\u{2192}", "\u{25B8}": "to"
    case "\u{00A0}", "\u{2000}"..."\u{200A}", "\u{202F}", "\u{205F}": " "
    default: String(character)
    }
  }
}
