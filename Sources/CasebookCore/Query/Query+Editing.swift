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

  /// The text with a term more, or without it where it is there already.
  public func text(toggling term: String) -> String {
    let same = parts.indices.filter { text(of: parts[$0]) == term }
    return same.isEmpty ? text(adding: term) : text(without: Set(same))
  }

  /// One text of terms that must all hold; alternatives are put in parentheses where others stand
  /// beside them.
  public static func text(joining terms: [String]) -> String {
    guard terms.count > 1 else { return terms.first ?? "" }
    return terms.map { isOpenAlternative($0) ? "(\($0))" : $0 }.joined(separator: " ")
  }

  /// A term that holds where another is known not to; of presence it is absence.
  public static func negation(of term: String) -> String {
    if term.hasPrefix("-") || term.hasPrefix("!") { return String(term.dropFirst()) }
    guard let query = try? parse(term), query.parts.count == 1, case .term(let parsed) = query.root
    else { return "-(\(term))" }
    for (word, other) in [("has:", "no:"), ("no:", "has:")] where term.hasPrefix(word) {
      if case .presence = parsed.kind { return other + term.dropFirst(word.count) }
    }
    return "-\(term)"
  }

  /// Whether a term beside it would belong to its last alternative alone.
  private static func isOpenAlternative(_ term: String) -> Bool {
    guard let query = try? parse(term + " x"), case .or = query.root else { return false }
    return true
  }
}
