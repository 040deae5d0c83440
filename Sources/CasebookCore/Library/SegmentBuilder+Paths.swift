internal import CColumns

// The paths of keys: each key of a case, and each of its events, has a number, under which its
// values stand. C keeps what loading touches; here are the names.

extension SegmentBuilder {
  /// Fields that hold prose, whose values seldom repeat even where they are short.
  private static let prose: Set<String> = ["title", "summary", "text", "label"]

  /// Adds the keys that the format names.
  mutating func addKnownPaths() {
    for root in [FieldPath.Scope.wholeCase, .event] {
      addPath(FieldPath(root, ""), key: "", .field, under: root.root, isKnown: true)
    }
    for (key, role) in KeyRole.caseKeys { addPath(key, role, under: .wholeCase) }
    for (key, role) in KeyRole.eventKeys { addPath(key, role, under: .event) }
    for list in vocabulary.lists.all {
      guard let path = fieldPaths.firstIndex(of: FieldPath(.event, list.key)) else { continue }
      for value in list.values + ["\(Redaction.value)"] {
        value.withBytes { ccolumns_allow(columns, PathID(path), $0, $1) }
      }
    }
  }

  private mutating func addPath(_ key: String, _ role: KeyRole, under scope: FieldPath.Scope) {
    addPath(FieldPath(scope, key), key: key, role, under: scope.root, isKnown: true)
  }

  /// The path of a key that follows another key of the same parent, or begins the parent; new
  /// if it was not met before, and nil if it would be beyond the limit of paths.
  mutating func path(
    of key: UnsafeRawBufferPointer, under parent: PathID, after previous: PathID
  ) -> PathID? {
    let bytes = key.baseAddress?.assumingMemoryBound(to: UInt8.self)
    let found = ccolumns_find_path(columns, parent, previous, bytes, UInt32(key.count))
    if found != CCOLUMNS_NONE { return found }
    if fieldPaths.count >= limits.paths { return nil }
    let text = String(decoding: key, as: UTF8.self)
    let above = fieldPaths[Int(parent)]
    let isRoot = above.name.isEmpty
    return addPath(
      FieldPath(above.scope, isRoot ? text : above.name + "." + text), key: text, .field,
      under: parent, isKnown: !isRoot && entry(parent).has(CCOLUMNS_KNOWN))
  }

  /// What is known of a path.
  func entry(_ path: PathID) -> ccolumns_path {
    ccolumns_path_at(columns, path)?.pointee ?? ccolumns_path()
  }

  @discardableResult
  private mutating func addPath(
    _ path: FieldPath, key: String, _ role: KeyRole, under parent: PathID, isKnown: Bool
  ) -> PathID {
    let isSearched =
      !FormatKeys.withoutText.contains(key)
      && (fieldPaths.count <= Int(parent) || entry(parent).has(CCOLUMNS_SEARCHED))
    var flags = isSearched ? CCOLUMNS_SEARCHED : 0
    flags |= isKnown ? CCOLUMNS_KNOWN : 0
    flags |= Self.prose.contains(path.name) ? CCOLUMNS_PROSE : 0
    flags |= path.scope == .event ? CCOLUMNS_EVENT : 0
    let isOfThing =
      fieldPaths.count > Int(parent) && entry(parent).has(CCOLUMNS_IMPERSONAL)
      || PersonalKeys.isOfThing(key)
    flags |= isOfThing ? CCOLUMNS_IMPERSONAL : 0
    let isLeftOut = !keepsIdentifiers && !isOfThing && PersonalKeys.contains(key)
    flags |= isLeftOut ? CCOLUMNS_PERSONAL : 0
    fieldPaths.append(path)
    return key.withBytes { bytes, count in
      ccolumns_add_path(
        columns, parent, bytes, count, ccolumns_role(role), UInt8(truncatingIfNeeded: flags))
    }
  }
}

extension FieldPath.Scope {
  /// The path of all that a case says outside its events, or of all that an event says.
  var root: SegmentBuilder.PathID {
    self == .wholeCase ? UInt32(CCOLUMNS_CASE) : UInt32(CCOLUMNS_EVENT_ROOT)
  }
}

extension ccolumns_path {
  /// Whether a flag is set.
  func has(_ flag: Int32) -> Bool { Int32(note.flags) & flag != 0 }
}

extension ccolumns_role {
  /// The role as the columns hold it; the numbers are the same.
  init(_ role: KeyRole) { self = ccolumns_role(rawValue: role.rawValue) ?? .field }
}

extension String {
  /// Calls the body with the bytes of the string and their count.
  func withBytes<Result>(_ body: (UnsafePointer<UInt8>?, UInt32) -> Result) -> Result {
    var text = self
    return text.withUTF8 { body($0.baseAddress, UInt32($0.count)) }
  }
}
