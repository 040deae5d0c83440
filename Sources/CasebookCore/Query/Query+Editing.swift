extension Query {
  /// The text of a part.
  public func text(of part: QueryPart) -> String {
    let bytes = Array(text.utf8)
    return String(decoding: bytes[part.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The text without some parts, given by their indices.
  public func text(without dropped: Set<Int>) -> String {
    parts.indices.filter { !dropped.contains($0) }.map { text(of: parts[$0]) }
      .joined(separator: " ")
  }

  /// The text with a term more, which must hold besides everything there is.
  public func text(adding term: String) -> String {
    let kept = parts.map { text(of: $0) }
    guard case .or = root, kept.count == 1 else {
      return (kept + [term]).joined(separator: " ")
    }
    return "(\(kept[0])) \(term)"
  }

  /// The text with a term more, or without it where it is there already.
  public func text(toggling term: String) -> String {
    let same = parts.indices.filter { text(of: parts[$0]) == term }
    return same.isEmpty ? text(adding: term) : text(without: Set(same))
  }

  /// A term that holds where another is known not to.
  public static func negation(of term: String) -> String {
    if term.hasPrefix("-") { return String(term.dropFirst()) }
    guard let query = try? parse(term), query.parts.count == 1, case .term = query.root else {
      return "-(\(term))"
    }
    return "-\(term)"
  }
}
