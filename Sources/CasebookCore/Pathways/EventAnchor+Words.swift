extension EventAnchor {
  /// Reads `detainer`, `last ice_arrest`, `2 hearing`.
  ///
  /// - Throws: A type that means nothing, or that no type was written.
  public init(words: String, in schema: Schema) throws(QueryError) {
    let parts = words.split(separator: " ")
    guard let last = parts.last, parts.count <= 2 else {
      throw QueryError(.missingType, at: 0..<words.utf8.count)
    }
    let type = try schema.typeName(String(last))
    guard parts.count == 2 else {
      self.init(type)
      return
    }
    guard let occurrence = Occurrence(String(parts[0])) else {
      throw QueryError(.notAnOccurrence(String(parts[0])), at: 0..<parts[0].utf8.count)
    }
    self.init(type, occurrence)
  }
}

extension Schema {
  /// The event type that a name is.
  ///
  /// - Throws: A name that means nothing.
  public func typeName(_ text: String) throws(QueryError) -> String {
    try resolveType(WrittenName(text: text, range: 0..<text.utf8.count))
  }
}
