/// The words of a column's name without what releases of one table spell differently.
///
/// `Apprehension Date And Time`, `apprehension_date_time` and `ApprehensionDateTime` have the same
/// words, and so have `Citizenship Country` and `Country of Citizenship`. The header lines of the
/// releases from 2012 to 2026 differ in these ways.
struct ColumnSpelling: Sendable {
  /// The words in the order of the alphabet.
  let whole: String
  /// The same words without the time of a date.
  let timeless: String

  /// Longer names are texts, and have no other spelling.
  private static let longest = 80

  /// Reads a name.
  init(_ name: String) {
    guard name.utf8.count <= Self.longest else {
      (whole, timeless) = ("", "")
      return
    }
    var words: Set<String> = []
    for word in ColumnSample.words(of: name) where !Self.idle.contains(word) {
      words.formUnion(Self.forms[word] ?? [word])
    }
    if words.contains("identifier"), !words.isDisjoint(with: Self.pseudonyms) {
      words.subtract(Self.pseudonyms)
      words.subtract(["person"])
      words.insert("unique")
    }
    whole = words.sorted().joined(separator: " ")
    if words.contains("date") { words.remove("time") }
    timeless = words.sorted().joined(separator: " ")
  }

  /// Words that join others and say nothing.
  private static let idle: Set<String> = ["and", "of", "the", "for", "a", "an"]
  /// Words that say that an id was made for a release; one is as good as another.
  private static let pseudonyms: Set<String> = ["unique", "anonymized", "pseudonymized"]
  /// Forms and abbreviations of one word. `identifer` is how releases misspell it.
  private static let forms: [String: [String]] = [
    "id": ["identifier"], "identifer": ["identifier"], "ident": ["identifier"],
    "no": ["number"], "num": ["number"], "nbr": ["number"],
    "anonymised": ["anonymized"], "anon": ["anonymized"], "pseudonymised": ["pseudonymized"],
    "datetime": ["date", "time"], "timestamp": ["date", "time"], "dt": ["date"],
    "bookin": ["book", "in"], "bookout": ["book", "out"], "booked": ["book"], "booking": ["book"],
    "prepared": ["prepare"], "prep": ["prepare"], "lifted": ["lift"],
    "departed": ["depart"], "departure": ["depart"], "apprehended": ["apprehension"],
    "removed": ["removal"], "encountered": ["encounter"],
  ]
}
