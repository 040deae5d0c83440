/// A value of a file as it stands there: the tree that YAML and JSON share.
public indirect enum FieldValue: Sendable, Hashable {
  /// Text, exact.
  case text(String)
  /// A number as written: `1.10` stays `1.10`.
  case number(String)
  /// True or false.
  case boolean(Bool)
  /// An explicit nothing.
  case null
  /// A list.
  case list([FieldValue])
  /// Named values in the order of the file; a key may stand twice.
  case map([Field])
}

/// A named value of a case or an event that the format does not name itself, kept as written.
public struct Field: Sendable, Hashable {
  /// The key as written.
  public var key: String
  /// The value as written.
  public var value: FieldValue

  /// Makes a field.
  public init(key: String, value: FieldValue) {
    self.key = key
    self.value = value
  }
}
