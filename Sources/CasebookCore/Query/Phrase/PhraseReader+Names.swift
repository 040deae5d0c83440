/// What a name in a phrase means.
enum PhraseName: Equatable {
  case type(String)
  case field(String)

  /// The name as the filter language reads it.
  var written: String {
    switch self {
    case .type(let name), .field(let name): name.contains(" ") ? "\"\(name)\"" : name
    }
  }
}

extension PhraseName {
  /// Whether it can be asked for days: an event type, or a field of dates.
  var isOfDays: Bool {
    switch self {
    case .type: true
    case .field(let name): FieldTarget.isDateName(name)
    }
  }
}

extension PhraseReader {
  /// The most words of a name.
  private static let longest = 4

  /// The longest name the next words make; nothing, and nothing read, where they make none.
  mutating func name(isPlural: Bool = false) -> PhraseName? {
    for count in stride(from: min(Self.longest, words.count), through: 1, by: -1) {
      let taken = words.prefix(count)
      guard !taken.contains(where: \.isQuoted) else { continue }
      var text = taken.map { $0.text.lowercased() }.joined(separator: " ")
      if isPlural, schema.phraseName(text) == nil, text.hasSuffix("s") { text.removeLast() }
      guard let found = schema.phraseName(text) ?? typedField(taken) else { continue }
      words = words.dropFirst(count)
      return found
    }
    return nil
  }

  /// "detainer outcome" is a key of the events of a type.
  private func typedField(_ words: ArraySlice<PhraseWord>) -> PhraseName? {
    for cut in 1..<max(1, words.count) {
      let head = words.prefix(cut).map(\.keyword).joined(separator: " ")
      let tail = words.dropFirst(cut).map(\.keyword).joined(separator: " ")
      guard case .type(let type)? = schema.phraseName(head),
        case .field(let key)? = schema.phraseName(tail), schema.fields[key]?.isOfEvents == true
      else { continue }
      return .field("\(type).\(key)")
    }
    return nil
  }

  /// An event type, where one has to stand.
  mutating func eventType() throws(QueryError) -> String {
    let start = words
    _ = take("a", "an", "the")
    if case .type(let type)? = name() { return type }
    words = start
    guard let word = words.first else {
      throw QueryError(.missingType, at: 0..<0)
    }
    let nearest = Spelling.nearest(to: word.keyword, among: schema.types.keys.sorted())
    throw QueryError(.unknownType(word.text, nearest: nearest), at: word.range)
  }
}

extension Schema {
  /// Everyday names of event types: the words of our own intervals and lists.
  private static let everyday = [
    "release": "jail_release", "charge": "criminal_charge", "jail": "jail_custody",
    "arrest by ice": "ice_arrest", "custody of ice": "ice_custody",
  ]

  /// The names that a phrase may begin with, for finding a misspelt one.
  var phraseNames: [String] { (Array(fields.keys) + Array(types.keys)).sorted() }

  /// What a name in small letters means: a name of the language, blanks for underscores, the label
  /// of an event type, or `type.key`.
  func phraseName(_ text: String) -> PhraseName? {
    let joined = text.replacing(" ", with: "_")
    if types[joined] != nil { return .type(joined) }
    if fields[text] != nil { return .field(text) }
    if fields[joined] != nil { return .field(joined) }
    if let type = Self.everyday[text], types[type] != nil { return .type(type) }
    for type in Vocabulary.standard.types where types[type.name] != nil {
      if [type.label, type.spokenLabel].contains(where: { $0.lowercased() == text }) {
        return .type(type.name)
      }
    }
    guard let dot = joined.firstIndex(of: "."), types[String(joined[..<dot])] != nil,
      fields[String(joined[joined.index(after: dot)...])]?.isOfEvents == true
    else { return nil }
    return .field(joined)
  }
}
