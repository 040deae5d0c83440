extension Query {
  /// The text of a part.
  public func text(of part: QueryPart) -> String {
    let bytes = Array(text.utf8)
    return String(decoding: bytes[part.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The texts of the parts, in order.
  public var terms: [String] { parts.map { text(of: $0) } }

  /// The text without some parts, given by their indices.
  public func text(without dropped: Set<Int>) -> String {
    Self.text(joining: parts.indices.filter { !dropped.contains($0) }.map { text(of: parts[$0]) })
  }

  /// The text with a term more, which must hold besides everything there is.
  public func text(adding term: String) -> String {
    Self.text(joining: terms + [term])
  }

  /// A text with a term more, which must hold besides all there is; alternatives stand in
  /// parentheses then. A text that cannot be read stays as it is.
  public static func adding(_ term: String, to text: String) -> String {
    guard let query = try? parse(text) else { return text }
    return query.text(adding: term)
  }

  /// A text that a further term can be written behind, so that the term narrows the whole: with a
  /// blank at its end, alternatives in parentheses.
  public static func openForTerm(_ text: String) -> String {
    guard let query = try? parse(text), !query.parts.isEmpty else { return text }
    return self.text(joining: query.terms, isOpen: true) + " "
  }

  /// The text with a term more, or without it where it is there already.
  public func text(toggling term: String) -> String {
    let same = parts.indices.filter { text(of: parts[$0]) == term }
    return same.isEmpty ? text(adding: term) : text(without: Set(same))
  }

  /// One text of terms that must all hold; alternatives are put in parentheses where others stand
  /// beside them.
  public static func text(joining terms: [String]) -> String {
    text(joining: terms, isOpen: false)
  }

  private static func text(joining terms: [String], isOpen: Bool) -> String {
    guard terms.count > 1 || isOpen else { return terms.first ?? "" }
    return terms.map { isOpenAlternative($0) ? "(\($0))" : $0 }.joined(separator: " ")
  }

  /// A term that holds where another is known not to; of presence it is absence.
  public static func negation(of term: String) -> String {
    if term.hasPrefix("-") || term.hasPrefix("!") { return String(term.dropFirst()) }
    guard let query = try? parse(term), query.parts.count == 1, case .term(let parsed) = query.root
    else { return isEnclosed(term) ? "-" + term : "-(\(term))" }
    for (word, other) in [("has:", "no:"), ("no:", "has:")] where term.hasPrefix(word) {
      if case .presence = parsed.kind { return other + term.dropFirst(word.count) }
    }
    return "-\(term)"
  }

  /// Whether a term stands in parentheses as a whole: `(a or b)`, not `(a) or (b)`.
  private static func isEnclosed(_ term: String) -> Bool {
    term.hasPrefix("(") && term.hasSuffix(")")
      && (try? parse(String(term.dropFirst().dropLast()))) != nil
  }

  /// Whether a term beside it would belong to its last alternative alone.
  private static func isOpenAlternative(_ term: String) -> Bool {
    guard let query = try? parse(term + " x"), case .or = query.root else { return false }
    return true
  }
}
