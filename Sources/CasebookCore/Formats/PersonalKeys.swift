/// The keys of case files whose values say who a person is.
///
/// They are the names of ``PersonalColumns``, so that tables and other files keep one list. What is said
/// of a thing is not meant: a facility has a name and an address, and so have a source and a file.
enum PersonalKeys {
  /// Whether the value of a key says who a person is.
  static func contains(_ key: String) -> Bool {
    !known.contains(key) && PersonalColumns.contains(key)
  }

  /// Whether a key holds a thing whose names are not those of a person: its last word names one.
  static func isOfThing(_ key: String) -> Bool {
    if known.contains(key) { return knownThings.contains(key) }
    if PersonalColumns.contains(key) { return false }
    return TableHeader.key(key).split(separator: "_").last.map { things.contains(String($0)) }
      ?? false
  }

  private static let known = Set(FormatKeys.ofCase + FormatKeys.ofEvent)
  private static let knownThings: Set<String> = ["sources", "attachments", "facility", "agency"]
  private static let things: Set<String> = [
    "facility", "facilities", "agency", "agencies", "publisher", "source", "jail", "prison",
    "court", "department", "organization", "organisation", "institution",
  ]

  /// A value without what says who a person is, at any depth.
  static func filtered(_ value: FieldValue, under key: String) -> FieldValue {
    isOfThing(key) ? value : filtered(value)
  }

  private static func filtered(_ value: FieldValue) -> FieldValue {
    switch value {
    case .list(let values): .list(values.map { filtered($0) })
    case .map(let fields):
      .map(
        fields.filter { isOfThing($0.key) || !contains($0.key) }
          .map { Field($0.key, filtered($0.value, under: $0.key)) })
    default: value
    }
  }
}
