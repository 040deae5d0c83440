extension PhraseReader {
  /// "sorted by detainer, newest first" as a key of the order; nil if none comes next.
  mutating func spokenOrder() throws(QueryError) -> String? {
    let start = position
    let isSaid = take("sorted", "sort", "order", "ordered") != nil
    let isBy = isSaid && take("by") != nil
    if isBy {
      let rest = tokens[position...].map(\.text).joined(separator: " ")
      if let keys = PhraseOrder.keys(for: "by " + rest, lexicon) {
        position = tokens.count
        return "sort:\(keys)"
      }
    } else if isSaid || PhraseOrder.beginnings.contains(keyword()) {
      // "most detainers first", "newest first": what says so itself that it is an order.
      let words = tokens[position...].prefix { $0.kind == .word }
      if words.count > 1, words.last?.keyword == "first",
        let keys = PhraseOrder.keys(for: words.map(\.text).joined(separator: " "), lexicon)
      {
        position += words.count
        return "sort:\(keys)"
      }
    }
    position = start
    return nil
  }
}

/// Reads an order in words: "detainer, newest first", "longest first", "most detainers first".
public enum PhraseOrder {
  /// Words that an order without "sorted by" may begin with.
  static let beginnings: Set<String> = [
    "most", "fewest", "longest", "shortest", "newest", "oldest", "latest", "earliest", "highest",
    "lowest", "largest", "smallest", "greatest", "youngest",
  ]

  /// Words for directions, and whether the greatest comes first.
  private static let directions: [(words: String, isDescending: Bool)] = [
    ("newest first", true), ("latest first", true), ("oldest first", false),
    ("earliest first", false), ("longest first", true), ("shortest first", false),
    ("most first", true), ("fewest first", false), ("greatest first", true),
    ("largest first", true), ("highest first", true), ("biggest first", true),
    ("smallest first", false), ("lowest first", false), ("descending", true),
    ("ascending", false), ("down", true), ("up", false), ("desc", true), ("asc", false),
    ("backwards", true), ("reversed", true), ("a to z", false), ("z to a", true),
  ]

  /// The keys of the order as the language writes them behind `sort:`; nil if the text is not read.
  ///
  /// Words that are no name in a phrase stay as they are, to be refused with what is near.
  public static func keys(
    for text: String, in schema: Schema
  ) -> String? {
    keys(for: text, PhraseLexicon(schema: schema) { _ in [] })
  }

  static func keys(for text: String, _ lexicon: PhraseLexicon) -> String? {
    var text = text
    let prefixes = ["sorted by ", "sort by ", "ordered by ", "order by ", "by "]
    let prefix = prefixes.first { text.lowercased().hasPrefix($0) }
    text = String(text.dropFirst(prefix?.count ?? 0))
    if prefix == nil, text.lowercased() == "by" { return nil }
    var keys: [String] = []
    for part in parts(of: text) {
      let words = part.split(separator: " ").map(String.init)
      let lower = words.joined(separator: " ").lowercased()
      if let direction = directions.first(where: { $0.words == lower }) {
        // "detainer, newest first": the direction is of the key before it.
        if keys.isEmpty {
          guard let key = alone(lower) else { return nil }
          keys.append(key)
        } else {
          let last = keys.removeLast()
          let bare = last.hasPrefix("-") ? String(last.dropFirst()) : last
          keys.append(direction.isDescending ? "-" + bare : bare)
        }
        continue
      }
      if let key = key(words, lower, lexicon) {
        keys.append(key)
        continue
      }
      // "title -detainer": names with nothing but blanks between them.
      for word in words {
        let bare = word.hasPrefix("-") ? String(word.dropFirst()) : word
        guard lexicon.name(bare.lowercased()) != nil else { return nil }
        keys.append(word)
      }
    }
    return keys.isEmpty ? nil : keys.joined(separator: ",")
  }

  /// The stretches between commas, "then" and "and".
  private static func parts(of text: String) -> [String] {
    var parts: [[Substring]] = [[]]
    for word in text.split(separator: " ") {
      var word = word
      if ["then", "and"].contains(word.lowercased()) {
        parts.append([])
        continue
      }
      let pieces = word.split(separator: ",", omittingEmptySubsequences: false)
      word = pieces[0]
      if !word.isEmpty { parts[parts.count - 1].append(word) }
      for piece in pieces.dropFirst() {
        parts.append(piece.isEmpty ? [] : [piece])
      }
    }
    return parts.filter { !$0.isEmpty }.map { words in
      // "then by title"; alone the word is the name of a field.
      let isExtra = words.count > 1 && words[0].lowercased() == "by"
      return words.dropFirst(isExtra ? 1 : 0).joined(separator: " ")
    }
  }

  /// A direction that says by itself what is put in order.
  private static func alone(_ words: String) -> String? {
    switch words {
    case "newest first", "latest first": "-date"
    case "oldest first", "earliest first": "date"
    case "longest first": "-length_of_stay"
    case "shortest first": "length_of_stay"
    case "most first": "-count()"
    case "fewest first": "count()"
    default: nil
    }
  }

  private static func key(
    _ words: [String], _ lower: String, _ lexicon: PhraseLexicon
  ) -> String? {
    var words = words
    var isDescending = false
    for (direction, descends) in directions where lower.hasSuffix(" " + direction) {
      words.removeLast(direction.split(separator: " ").count)
      isDescending = descends
      break
    }
    // "most detainers first", "fewest events first", "longest length of stay first".
    if words.count > 2, words.last?.lowercased() == "first", let first = words.first?.lowercased() {
      let ups = ["fewest", "shortest", "oldest", "earliest", "smallest", "lowest", "youngest"]
      let downs = ["most", "longest", "newest", "latest", "greatest", "largest", "highest"]
      guard ups.contains(first) || downs.contains(first) else { return nil }
      let name = words.dropFirst().dropLast().joined(separator: " ")
      let sign = downs.contains(first) ? "-" : ""
      if first == "most" || first == "fewest" {
        return count(name, lexicon).map { sign + $0 }
      }
      return self.name(name, lexicon).map { sign + $0 }
    }
    if lower == "youngest first" { return "age" }
    if words.count == 1, words[0].lowercased() == "first" { return nil }
    var text = words.joined(separator: " ")
    if text.hasPrefix("-") {
      isDescending.toggle()
      text.removeFirst()
    }
    return name(text, lexicon).map { (isDescending ? "-" : "") + $0 }
  }

  /// A name, a number of events, or the days between two events.
  private static func name(_ text: String, _ lexicon: PhraseLexicon) -> String? {
    let lower = text.lowercased()
    for prefix in ["number of events ", "number of ", "count of "] where lower.hasPrefix(prefix) {
      // "number of detainer events" is how an order is said.
      let type = lower.dropFirst(prefix.count)
      return count(String(type.hasSuffix(" events") ? type.dropLast(7) : type), lexicon)
    }
    if let name = lexicon.name(lower) { return name.written }
    if lower.hasPrefix("field "), let name = lexicon.name(String(lower.dropFirst(6))),
      case .field = name
    {
      return name.written
    }
    var between = lower
    for prefix in ["days from ", "time from ", "days between "] where lower.hasPrefix(prefix) {
      between = String(lower.dropFirst(prefix.count))
    }
    // "notice to appear to removal": a name may hold the word as well.
    for joint in between.ranges(of: " to ") {
      guard let from = lexicon.event(String(between[..<joint.lowerBound])),
        let to = lexicon.event(String(between[joint.upperBound...]))
      else { continue }
      return "\(from)->\(to)"
    }
    // A name of the language, or one that is refused with what is near.
    return text.contains(" ") ? nil : text
  }

  private static func count(_ text: String, _ lexicon: PhraseLexicon) -> String? {
    let lower = text.lowercased()
    if lower == "events" || lower == "event" { return "count()" }
    return lexicon.event(lower).map { "count(\($0))" }
  }
}
