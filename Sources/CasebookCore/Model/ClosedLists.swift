/// The values that the closed lists of events allow.
///
/// The format names them; a library's settings and the profiles of tables may add more. A value that
/// is not on its list is kept as written, noted as a problem, and shown as such.
public struct ClosedLists: Sendable, Hashable {
  /// The list of one key.
  public struct List: Sendable, Hashable {
    /// The key of an event.
    public var key: String
    /// The values that it may have, in the order they are explained.
    public var values: [String]
  }

  /// The lists, in the order of the format.
  public private(set) var all: [List]

  /// The lists of the format.
  public static let standard = ClosedLists(all: [
    List(key: "charge_status", values: Vocabulary.chargeStatuses),
    List(key: "outcome", values: Vocabulary.detainerOutcomes),
    List(key: "outcome_basis", values: Vocabulary.bases),
    List(key: "basis", values: Vocabulary.bases),
    List(key: "level", values: Vocabulary.levels),
  ])

  /// The keys that have a list.
  public static let keys = standard.all.map(\.key)

  /// The values that a key may have; `nil` if it has no list.
  public func values(of key: String) -> [String]? {
    all.first { $0.key == key }?.values
  }

  /// Adds a value to the list of a key, which does nothing if the key has none.
  public mutating func allow(_ value: String, of key: String) {
    guard let index = all.firstIndex(where: { $0.key == key }), !value.isEmpty,
      !all[index].values.contains(value)
    else { return }
    all[index].values.append(value)
  }

  /// Adds the values that a profile gives to these keys by its own words.
  public mutating func allow(valuesOf profile: Profile) {
    for entry in profile.events.flatMap(\.entries) where Self.keys.contains(entry.key) {
      for template in entry.value.alternatives {
        for value in profile.ownWords(of: template) { allow(value, of: entry.key) }
      }
    }
  }
}

extension Profile {
  /// The texts that a template gives without taking them from a cell.
  fileprivate func ownWords(of template: Template) -> [String] {
    guard template.parts.count == 1 else { return [] }
    switch template.parts[0] {
    case .text(let text): return [text]
    case .name(let name, _):
      guard let value = values.first(where: { $0.name == name }) else { return [] }
      return (value.map ?? []).map(\.to)
        + [value.blank, value.other, value.redacted].compactMap(\.self)
    }
  }
}

extension Vocabulary {
  /// Whether a value of an event of a type is not on the list of its key.
  ///
  /// The list of outcomes is that of detainers: events of other lanes may end in other ways. A value
  /// that was blacked out is on every list.
  public func isUnlisted(_ value: String, of key: String, in type: String) -> Bool {
    guard let allowed = lists.values(of: key), !value.isEmpty else { return false }
    if key == "outcome", self.type(type).category != .detainer { return false }
    return !allowed.contains(value) && value != "\(Redaction.value)"
  }
}
