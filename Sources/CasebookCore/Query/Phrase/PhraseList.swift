/// A list of values as other tools write it: `outcome in (booked, declined)`.
struct PhraseList {
  /// The list as a term of the filter language.
  let term: PhraseToken
  /// How many tokens before the list belong to it.
  let replaced: Int
  /// The index behind the list.
  let end: Int

  /// Reads the list after the `in` at an index; returns nil if there is none.
  ///
  /// - Parameters:
  ///   - index: Where the list may begin.
  ///   - tokens: The tokens of the line.
  ///   - done: The tokens before the index as they were read; they end with the name of a field.
  ///   - lexicon: The names and values of the library.
  init?(
    at index: Int, in tokens: [PhraseToken], behind done: ArraySlice<PhraseToken>,
    _ lexicon: PhraseLexicon
  ) {
    guard tokens[index].keyword == "in", index + 1 < tokens.count,
      let (values, end) = Self.values(from: index + 1, in: tokens)
    else { return nil }
    var before = done
    var isNot = false
    while let last = before.last, last.kind == .not || Self.verbs.contains(last.keyword) {
      if last.kind == .not || last.keyword.hasSuffix("n't") { isNot = true }
      before.removeLast()
    }
    let (name, count) = PhraseHabits.name(before: before, lexicon)
    guard count > 0, let first = before.dropLast(count - 1).last else { return nil }
    let words = values.map { QueryText.value(lexicon.value($0, of: name) ?? $0) }
    term = PhraseToken(
      kind: .formal,
      text: "\(isNot ? "-" : "")\(QueryText.name(name)):\(words.joined(separator: ","))",
      range: first.range.lowerBound..<tokens[end - 1].range.upperBound)
    replaced = done.count - before.count + count
    self.end = end
  }

  private static let verbs: Set<String> = ["is", "are", "was", "were", "isn't", "aren't", "wasn't"]

  /// The values in parentheses, brackets or braces, and the index behind them.
  private static func values(
    from start: Int, in tokens: [PhraseToken]
  ) -> (values: [String], end: Int)? {
    let isParenthesised = tokens[start].kind == .open
    guard isParenthesised || "[{".contains(tokens[start].text.first ?? " ") else { return nil }
    var values = [""]
    var index = isParenthesised ? start + 1 : start
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      var text = token.text
      switch token.kind {
      case .close where isParenthesised:
        values = values.filter { !$0.isEmpty }
        return values.isEmpty ? nil : (values, index)
      case .comma, .or: values.append("")
      case .quoted: values[values.count - 1] += text
      case .word, .and, .not:
        text.removeAll { "[]{}'\u{2018}\u{2019}".contains($0) }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        for (number, part) in parts.enumerated() {
          if number > 0 { values.append("") }
          let last = values[values.count - 1]
          values[values.count - 1] = last.isEmpty ? String(part) : "\(last) \(part)"
        }
        if !isParenthesised, "]}".contains(token.text.last ?? " ") {
          values = values.filter { !$0.isEmpty }
          return values.isEmpty ? nil : (values, index)
        }
      default: return nil
      }
    }
    return nil
  }
}
