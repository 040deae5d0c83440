import CScan

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

  /// The text of a single value as written; nothing for a list, a map or an explicit nothing.
  public var written: String? {
    switch self {
    case .text(let text), .number(let text): text
    case .boolean(let flag): flag ? "true" : "false"
    case .null, .list, .map: nil
    }
  }

  /// The single values inside, in the order of the file; maps inside give theirs.
  public var leaves: [FieldValue] {
    switch self {
    case .text, .number, .boolean: [self]
    case .null: []
    case .list(let values): values.flatMap(\.leaves)
    case .map(let fields): fields.flatMap(\.value.leaves)
    }
  }
}

/// A named value of a case, an event or a source, as written.
public struct Field: Sendable, Hashable {
  /// The key as written.
  public var key: String
  /// The value as written.
  public var value: FieldValue

  /// Makes a field.
  public init(_ key: String, _ value: FieldValue) {
    self.key = key
    self.value = value
  }
}

/// Something that carries fields in the order of its file.
public protocol FieldCarrying {
  /// The fields in the order of the file; a key may stand twice, and both stay.
  var fields: [Field] { get }
}

extension FieldCarrying {
  /// The first value with a key.
  public func value(_ key: String) -> FieldValue? {
    let place = fields.firstIndex { $0.key == key }
    cscan_count_work(UInt64((place ?? fields.count) + 1))
    return place.map { fields[$0].value }
  }

  /// The text of the first value with a key, where it is a single value that is not blank.
  public func text(_ key: String) -> String? {
    guard let written = value(key)?.written, !written.isEmpty else { return nil }
    return written
  }

  /// The texts of a key whose value may be one or a list.
  public func texts(_ key: String) -> [String] {
    value(key)?.leaves.compactMap(\.written) ?? []
  }
}
