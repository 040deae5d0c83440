/// What phrases may name: the fields, events and intervals of a library, and the values it has.
struct PhraseLexicon {
  let schema: Schema
  /// The values of a field, the most frequent first; none if they are not known.
  let values: (_ field: String) -> [String]

  // MARK: - Names

  /// What a name in small letters means: an event type by its name, its label, in the plural too; a
  /// field, with blanks for underscores or dots; a column of the tables; a named interval.
  func name(_ text: String) -> PhraseName? {
    let joined = text.replacing(" ", with: "_")
    if schema.fields[text] != nil { return .field(text) }
    if schema.types[joined] != nil { return .type(joined) }
    if schema.fields[joined] != nil { return .field(joined) }
    if let nested = nestedField(text) { return .field(nested) }
    if let named = NamedInterval.named(joined, among: schema.intervals)
      ?? schema.intervals.first(where: { $0.name.lowercased() == text })
    {
      return .interval(named.key)
    }
    if let type = event(text) { return .type(type) }
    if let typed = typedField(text) { return .field(typed) }
    if case .one(let meant) = schema.column(text) {
      return schema.types[meant] != nil ? .type(meant) : .field(meant)
    }
    return nil
  }

  /// The type of events that a noun in small letters means, in the singular or plural.
  func event(_ text: String) -> String? {
    for form in Self.singulars(text) {
      let joined = form.replacing(" ", with: "_")
      if schema.types[joined] != nil { return joined }
      if let found = PhraseWords.events.first(where: { $0.words == form }),
        schema.types[found.type] != nil
      {
        return found.type
      }
      for type in Vocabulary.standard.types where schema.types[type.name] != nil {
        let labels = [type.label, type.spokenLabel].map { $0.lowercased() }
        if labels.contains(form) { return type.name }
      }
    }
    return nil
  }

  /// `arrests by ice`, `final orders`, `custodies`: the forms a noun may be the plural of.
  private static func singulars(_ text: String) -> [String] {
    var forms = [text]
    let words = text.split(separator: " ").map(String.init)
    for index in words.indices where words[index].hasSuffix("s") {
      var other = words
      other[index].removeLast()
      forms.append(other.joined(separator: " "))
      if words[index].hasSuffix("ies") {
        other[index] = words[index].dropLast(3) + "y"
        forms.append(other.joined(separator: " "))
      }
    }
    return forms
  }

  /// `detainer outcome` and `detainer.outcome`: a key of the events of a type.
  private func typedField(_ text: String) -> String? {
    let words = text.split { $0 == " " || $0 == "." }.map(String.init)
    for cut in words.indices.dropFirst() {
      let tail = words[cut...].joined(separator: " ")
      let keys = [tail, tail.replacing(" ", with: "_")]
      guard let type = event(words[..<cut].joined(separator: " ")),
        let key = keys.first(where: { schema.fields[$0]?.isOfEvents == true })
      else { continue }
      return "\(type).\(key)"
    }
    return nil
  }

  /// `subject age as of`: keys within keys, with blanks for dots and underscores.
  private func nestedField(_ text: String) -> String? {
    let words = text.split(separator: " ")
    for cut in words.indices.dropFirst() {
      let parts = [words[..<cut], words[cut...]].map { $0.joined(separator: "_") }
      let name = parts.joined(separator: ".")
      if schema.fields[name] != nil { return name }
    }
    return nil
  }

  /// All names, to find the one a misspelt word was meant to be.
  var allNames: [String] {
    Array(schema.fields.keys) + Array(schema.types.keys) + schema.intervals.map(\.key)
  }

  // MARK: - Values

  /// Fields whose values a phrase may use without naming the field.
  static let named = ["status", "outcome", "charge_status", "sex", "citizenship"]

  /// The value of a field that some words mean; nil if the field has none such.
  func value(_ text: String, of field: String) -> String? {
    let lower = text.lowercased()
    let key = field.split(separator: ".").last.map(String.init) ?? field
    let joined = lower.replacing(" ", with: "_")
    if key == "outcome" {
      if Vocabulary.detainerOutcomes.contains(joined) { return joined }
      let known = PhraseWords.outcomes + PhraseWords.outcomesOfDetainers
      if let found = known.first(where: { $0.words == lower }) { return found.outcome }
    }
    let country = key == "citizenship" ? PhraseWords.nationalities[lower] : nil
    if let country { return country }
    if key == "charge_status", Vocabulary.chargeStatuses.contains(joined) { return joined }
    let found = values(field)
    return found.first { $0.lowercased() == lower || $0.lowercased() == joined }
  }

  /// Whether a field has numbers.
  func isOfNumbers(_ field: String) -> Bool {
    let key = field.split(separator: ".").last.map(String.init) ?? field
    return schema.fields[key].map { $0.numberCount > 0 } == true || key == "age"
      || key == "birth_year"
  }

  /// Whether some value of a field, or a part of one between commas, is a text.
  func hasPart(_ text: String, in field: String) -> Bool {
    let needle = Fold.folded(text)
    return values(field).contains { value in
      Fold.folded(value).split(separator: UInt8(ascii: ",")).contains { part in
        part.drop { $0 == UInt8(ascii: " ") }.elementsEqual(needle)
      }
    }
  }

  /// Whether some value of a field has a word that begins with a text; nil if its values are not
  /// known.
  func has(_ text: String, in field: String) -> Bool? {
    let values = self.values(field)
    guard !values.isEmpty else { return nil }
    let needle = Fold.folded(text)
    return values.contains { value in
      Fold.folded(value).withUnsafeBytes { WordStart.holds(needle, in: $0) }
    }
  }
}

/// What a name in a phrase means.
enum PhraseName: Equatable {
  case type(String)
  case field(String)
  case interval(String)

  /// Whether it is the name of an interval, which may begin with that of an event.
  var isLong: Bool {
    if case .interval = self { true } else { false }
  }

  /// The name as the filter language reads it.
  var written: String {
    switch self {
    case .type(let name), .field(let name), .interval(let name): QueryText.name(name)
    }
  }
}
