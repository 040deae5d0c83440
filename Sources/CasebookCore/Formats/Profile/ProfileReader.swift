extension Profile {
  /// Reads a profile from YAML.
  ///
  /// - Parameters:
  ///   - bytes: the file; it has to stay where it is during the call only.
  ///   - name: the name of the file, which the profile has where it gives none.
  /// - Returns: the profile.
  /// - Throws: all that is wrong with it.
  public static func parse(
    _ bytes: UnsafeRawBufferPointer, name: String
  ) throws(ProfileError) -> Profile {
    let tree = DataTree()
    do {
      try YAMLTreeReader().read(SourceText(borrowing: bytes), into: tree)
    } catch {
      throw ProfileError(
        file: name, findings: [ProfileFinding(.syntax(error.fact), at: error.position)])
    }
    var reader = ProfileReader(tree)
    var profile = Profile()
    profile.name = name
    reader.read(into: &profile)
    guard reader.findings.isEmpty else {
      throw ProfileError(
        file: name, findings: reader.findingsInOrder)
    }
    return profile
  }
}

extension SourcePosition {
  fileprivate func precedes(_ other: SourcePosition) -> Bool {
    (line, column) < (other.line, other.column)
  }
}

/// Reads the keys of a profile, and notes what is wrong with each.
struct ProfileReader {
  let tree: DataTree
  private(set) var findings: [ProfileFinding] = []

  init(_ tree: DataTree) {
    self.tree = tree
  }

  /// What is wrong, in the order of the file.
  var findingsInOrder: [ProfileFinding] {
    findings.sorted { $0.position.precedes($1.position) }
  }

  /// Reads the profile that a map, the whole file or a part of it, says.
  mutating func read(into profile: inout Profile, at root: Int = 0) {
    let known = [
      "profile", "name", "about", "header", "separator", "missing", "redacted", "guarded", "drop",
      "dates",
      "values", "release", "derived from", "case", "sources", "events", "rest",
    ]
    guard tree.kind(of: root) == .object else {
      return note(.wrongKind(key: "profile", expected: .map), at: root)
    }
    if tree.value(of: "profile", in: root) == nil { note(.missingKey("profile"), at: root) }
    for (key, value) in members(of: root, known: known) {
      switch key {
      case "profile": checkVersion(value)
      case "name": profile.name = text(value, key)
      case "about": profile.about = text(value, key)
      case "header": profile.header = header(value)
      case "separator": profile.delimiter = choice(value, key)
      case "missing": profile.missing = texts(value, key)
      case "redacted": profile.redacted = texts(value, key)
      case "guarded": profile.isGuarded = flag(value, key)
      case "drop": profile.dropped = texts(value, key)
      case "dates": profile.dates = dates(value)
      case "values": profile.values = values(value)
      case "derived from": profile.derived = texts(value, key)
      case "release": profile.release = choice(value, key) ?? profile.release
      case "case": readCase(value, into: &profile)
      case "sources": profile.sources = sources(value)
      case "events": profile.events = events(value)
      case "rest": profile.rest = choice(value, key) ?? profile.rest
      default: break
      }
    }
  }

  mutating func checkVersion(_ node: Int) {
    let version = tree.string(of: node)
    if version != "1" { note(.laterVersion(version), at: node) }
  }

  // MARK: - Kinds of values

  mutating func note(_ problem: ProfileProblem, at node: Int) {
    findings.append(ProfileFinding(problem, at: tree.position(of: node)))
  }

  /// The keys of a map with their values; keys that are not `known`, where that is given, are
  /// noted and left out.
  mutating func members(of node: Int, known: [String]? = nil) -> [(key: String, value: Int)] {
    var found: [(key: String, value: Int)] = []
    var seen: Set<String> = []
    for (key, value) in tree.members(of: node) {
      let name = tree.string(of: key)
      if let known, !known.contains(name) {
        note(
          .unknownKey(
            name, allowed: known, nearest: Spelling.nearest(to: name, among: known)), at: key)
      } else if !seen.insert(name).inserted {
        note(.repeatedKey(name), at: key)
      } else {
        found.append((name, value))
      }
    }
    return found
  }

  /// Whether a map has a key.
  func has(_ key: String, in node: Int) -> Bool {
    tree.members(of: node).contains { tree.string(of: $0.key) == key }
  }

  /// Whether a node is a map; else it is noted.
  mutating func isMap(_ node: Int, _ key: String) -> Bool {
    if tree.kind(of: node) == .object { return true }
    note(.wrongKind(key: key, expected: .map), at: node)
    return false
  }

  mutating func text(_ node: Int, _ key: String) -> String {
    if tree[node].isContainer || tree.kind(of: node) == .null {
      note(.wrongKind(key: key, expected: .text), at: node)
      return ""
    }
    return tree.string(of: node)
  }

  mutating func texts(_ node: Int, _ key: String) -> [String] {
    guard tree.kind(of: node) == .array else {
      note(.wrongKind(key: key, expected: .texts), at: node)
      return []
    }
    return tree.elements(of: node).map { text($0, key) }
  }

  mutating func number(_ node: Int, _ key: String) -> Int? {
    guard let number = Int(tree.string(of: node)), number > 0 else {
      note(.wrongKind(key: key, expected: .number), at: node)
      return nil
    }
    return number
  }

  mutating func flag(_ node: Int, _ key: String) -> Bool {
    switch tree.string(of: node) {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      note(.wrongKind(key: key, expected: .flag), at: node)
      return false
    }
  }

  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ node: Int, _ key: String
  ) -> Choice? {
    let written = text(node, key)
    if let found = Choice(rawValue: written) { return found }
    let allowed = Choice.allCases.map(\.rawValue)
    note(
      .unknownValue(
        key: key, value: written, allowed: allowed,
        nearest: Spelling.nearest(to: written, among: allowed)),
      at: node)
    return nil
  }

  mutating func template(_ node: Int, _ key: String) -> Template? {
    guard !tree[node].isContainer, tree.kind(of: node) != .null else {
      note(.wrongKind(key: key, expected: .template), at: node)
      return nil
    }
    let written = tree.string(of: node)
    do {
      return try Template(written)
    } catch {
      note(.template(written, error), at: node)
      return nil
    }
  }
}
