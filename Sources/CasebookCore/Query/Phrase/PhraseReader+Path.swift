extension PhraseReader {
  /// "path begins with detainer then jail release, nothing after": what the program says of a path.
  mutating func path() throws(QueryError) -> Clause? {
    try attempt { (reader) throws(QueryError) -> Clause? in
      let isBackwards = reader.take(text: "path read backwards begins with")
      guard isBackwards || reader.take(text: "path begins with"), let first = reader.eventName()
      else { return nil }
      var steps = [first]
      while reader.take("then") != nil {
        guard let next = reader.eventName() else { return nil }
        steps.append(next)
      }
      var words = [steps.map(QueryText.name).joined(separator: "->")]
      if isBackwards { words.append("backwards") }
      while !reader.isAtEnd, reader.token.kind == .comma {
        reader.position += 1
        guard let word = reader.pathRule() else { return nil }
        words.append(word)
      }
      return Clause(filter: "path(\(words.joined(separator: " ")))")
    }
  }

  /// ", from the last", ", repeats as one" and the like, behind the comma.
  private mutating func pathRule() -> String? {
    if take(text: "nothing after") { return "whole" }
    if take(text: "repeats as one") { return "merged" }
    if take(text: "from the first") { return "from:first" }
    if take(text: "from the last") { return "from:last" }
    if take(text: "from number") { return takeNumber().map { "from:" + $0 } }
    if take("without") != nil { return eventNames().map { "hide:" + $0 } }
    guard take("of") != nil, let names = eventNames(), take("only") != nil else { return nil }
    return "types:" + names
  }

  private mutating func eventNames() -> String? {
    guard let first = eventName() else { return nil }
    var names = [QueryText.name(first)]
    while !isAtEnd, token.kind == .and {
      position += 1
      guard let next = eventName() else { return nil }
      names.append(QueryText.name(next))
    }
    return names.joined(separator: ",")
  }
}
