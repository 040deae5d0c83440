/// Pairs in one cell, as the event files of LifeFlow and EventFlow write attributes:
/// `Dose="high"; Ward="3; north"`.
enum AttributePairs {
  /// The pairs in order; a piece without `=` is left out, for it has no name.
  static func read(_ text: String) -> [(name: String, value: String)] {
    pieces(of: text).compactMap { piece in
      guard let sign = piece.firstIndex(of: "=") else { return nil }
      let name = piece[..<sign].trimmed
      var value = piece[piece.index(after: sign)...].trimmed
      if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
        value = String(value.dropFirst().dropLast())
      }
      return name.isEmpty || value.isEmpty ? nil : (name, value)
    }
  }

  /// The pieces between semicolons that stand outside quotation marks.
  private static func pieces(of text: String) -> [Substring] {
    var pieces: [Substring] = []
    var start = text.startIndex
    var isQuoted = false
    for index in text.indices {
      switch text[index] {
      case "\"": isQuoted.toggle()
      case ";" where !isQuoted:
        pieces.append(text[start..<index])
        start = text.index(after: index)
      default: break
      }
    }
    return pieces + [text[start...]]
  }

  /// The key of an attribute among those an event has already; nothing where it may identify a
  /// person.
  static func key(_ name: String, taken: Set<String>) -> String? {
    guard !PersonalColumns.contains(name) else { return nil }
    let key = TableHeader.key(name)
    if key.isEmpty { return nil }
    return taken.contains(key) ? "attribute_\(key)" : key
  }

  /// The pairs that may be shown, as they were written.
  static func shown(_ text: String) -> String {
    read(text).filter { !PersonalColumns.contains($0.name) }
      .map { "\($0.name)=\"\($0.value)\"" }.joined(separator: "; ")
  }
}
