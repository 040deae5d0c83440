extension Schema {
  /// Everyday names of fields that a case has under another name.
  private static let everydayNames: [String: [String]] = [
    "gender": ["sex"], "nationality": ["citizenship"], "country": ["citizenship", "place"],
    "citizen": ["citizenship"], "origin": ["citizenship"], "state": ["place", "jurisdiction"],
    "city": ["place"], "county": ["place", "jurisdiction"], "town": ["place"],
    "location": ["place"], "where": ["place"], "prison": ["facility"], "jail": ["facility"],
    "center": ["facility"], "centre": ["facility"], "crime": ["charge"], "offense": ["charge"],
    "offence": ["charge"], "office": ["agency"], "aor": ["agency"], "department": ["agency"],
    "result": ["outcome"], "reason": ["outcome"], "lift_reason": ["outcome"],
    "verdict": ["charge_status"], "state_of_case": ["status"], "year": ["date"], "day": ["date"],
    "when": ["date"], "month": ["date"], "dob": ["birth_year", "age"],
    "born": ["birth_year", "age"], "birthday": ["birth_year", "age"],
    "birth_date": ["birth_year", "age"], "date_of_birth": ["birth_year", "age"],
    "years": ["age"], "headline": ["title"], "name": ["title"], "label": ["tags"],
    "publisher": ["sources.publisher"], "newspaper": ["sources.publisher"],
  ]

  /// The names that may have been meant by one that nothing has: what an everyday word for a field
  /// is called here, else those that are written like it.
  func near(_ name: String, among names: [String]? = nil) -> [String] {
    let all = names ?? Array(fields.keys) + Array(types.keys) + intervals.map(\.key)
    let joined = name.lowercased().replacing(" ", with: "_")
    let meant = (Self.everydayNames[joined] ?? []).filter { all.contains($0) }
    return meant.isEmpty ? Spelling.candidates(for: name, among: all) : meant
  }
}
