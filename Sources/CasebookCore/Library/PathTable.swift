/// Numbers for the key paths of a segment, so that a key costs one look-up while loading.
struct PathTable {
  typealias PathID = UInt32

  struct Entry {
    var scope: FieldPath.Scope
    var parent: PathID
    var name: String
    var role: KeyRole
    /// Whether the values are text a bare word searches.
    var isSearched: Bool
    /// Whether the format names the key.
    var isKnown: Bool
  }

  /// The root of everything a case says outside its events.
  static let caseRoot: PathID = 0
  /// The root of everything an event says.
  static let eventRoot: PathID = 1

  private(set) var entries: [Entry]
  private var keys = ByteTable(minimumCapacity: 64)
  /// From the number of a key under a parent to its path.
  private var paths: [PathID] = []
  /// The path whose key came after each path's key the last time: records are written alike.
  private var following: [PathID] = []

  init() {
    entries = [
      Entry(scope: .wholeCase, parent: 0, name: "", role: .field, isSearched: true, isKnown: true),
      Entry(scope: .event, parent: 1, name: "", role: .field, isSearched: true, isKnown: true),
    ]
    following = [0, 0]
    for (key, role) in KeyRole.caseKeys { add(key, role, under: Self.caseRoot) }
    for (key, role) in KeyRole.eventKeys { add(key, role, under: Self.eventRoot) }
  }

  /// The path of a key under a parent, new where it was not met before.
  mutating func child(of parent: PathID, key: UnsafeRawBufferPointer) -> PathID {
    let number = keys.number(of: key, salt: parent)
    if number < paths.count { return paths[Int(number)] }
    let text = String(decoding: key, as: UTF8.self)
    return append(text, role: .field, isKnown: false, under: parent)
  }

  /// The path of a key that follows another key of the same parent, or begins the parent.
  ///
  /// Where it is the key that stood there in the record before, comparing it is enough.
  mutating func child(
    of parent: PathID, key: UnsafeRawBufferPointer, after previous: PathID
  ) -> PathID {
    let guess = Int(following[Int(previous)])
    if guess >= 2, keys.isString(UInt32(guess - 2), equalTo: key),
      entries[guess].parent == parent
    {
      return PathID(guess)
    }
    let path = child(of: parent, key: key)
    following[Int(previous)] = path
    return path
  }

  private mutating func add(_ key: String, _ role: KeyRole, under parent: PathID) {
    var key = key
    key.withUTF8 { _ = keys.number(of: UnsafeRawBufferPointer($0), salt: parent) }
    _ = append(key, role: role, isKnown: true, under: parent)
  }

  private mutating func append(
    _ key: String, role: KeyRole, isKnown: Bool, under parent: PathID
  ) -> PathID {
    let above = entries[Int(parent)]
    let isRoot = above.name.isEmpty
    let path = PathID(entries.count)
    entries.append(
      Entry(
        scope: above.scope, parent: parent, name: isRoot ? key : above.name + "." + key, role: role,
        isSearched: above.isSearched && !FormatKeys.withoutText.contains(key),
        isKnown: isKnown || !isRoot && above.isKnown))
    paths.append(path)
    following.append(0)
    return path
  }
}
