extension PhraseReader {
  /// "in Texas", "at Hartford", "from Honduras", "by ICE ERO Boston", of a case.
  mutating func place() throws(QueryError) -> Clause? {
    try attempt { (reader) throws(QueryError) -> Clause? in
      guard let word = reader.take("in", "at", "near", "from", "by", "of", "born") else {
        return nil
      }
      if word == "born" { return reader.birth() }
      reader.take("the")
      let name = reader.words { $0.isBoundaryOfValue }
      guard !name.isEmpty else { return nil }
      let value = QueryText.value(name)
      switch word {
      case "in", "near":
        let lexicon = reader.lexicon
        let status =
          lexicon.value("in \(name)", of: "status") ?? lexicon.value(name, of: "status")
        if let status { return Clause(filter: "status:\(QueryText.value(status))") }
        return reader.placeOfCase(name).map { Clause(filter: $0) }
      case "at": return reader.first(of: ["facility", "place"], having: name)
      case "by": return reader.first(of: ["facility", "agency", "by"], having: name)
      default:
        let isKnown = reader.lexicon.has(name, in: "citizenship")
        return isKnown == false ? nil : Clause(filter: "citizenship:\(value)", field: nil)
      }
    }
  }

  private mutating func birth() -> Clause? {
    if take("in") != nil {
      if let year = takeNumber(), schema.fields["birth_year"] != nil {
        return Clause(filter: "birth_year:\(year)")
      }
      let name = words { $0.isBoundaryOfValue }
      guard !name.isEmpty, schema.fields["birth_country"] != nil else { return nil }
      return Clause(filter: "birth_country:\(QueryText.value(name))")
    }
    guard let sign = take("before", "after"), let year = takeNumber(),
      schema.fields["birth_year"] != nil
    else { return nil }
    return Clause(filter: "birth_year:\(sign == "before" ? "<" : ">")\(year)")
  }

  /// The term for a case in a place: by its places and jurisdictions, else by its facilities; nil if
  /// no value is near.
  func placeOfCase(_ name: String) -> String? {
    let value = QueryText.value(name)
    let both = ["place", "jurisdiction"].map { lexicon.has(name, in: $0) }
    if both.contains(true) || both.allSatisfy({ $0 == nil }) {
      return "(place:\(value) or jurisdiction:\(value))"
    }
    return lexicon.has(name, in: "facility") == true ? "facility:\(value)" : nil
  }

  /// The first of some fields that has a value with a name.
  private func first(of fields: [String], having name: String) -> Clause? {
    let found = fields.first { lexicon.has(name, in: $0) == true }
    let isUnknown = fields.allSatisfy { lexicon.has(name, in: $0) == nil }
    return (found ?? (isUnknown ? fields.first : nil)).map {
      Clause(filter: "\($0):\(QueryText.value(name))", field: nil)
    }
  }
}
