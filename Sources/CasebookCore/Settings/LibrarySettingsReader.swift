/// Reads the keys of a settings file, and notes what is wrong with each.
struct LibrarySettingsReader {
  private var keys: ProfileReader
  private var tree: DataTree { keys.tree }

  init(_ tree: DataTree) {
    keys = ProfileReader(tree)
  }

  /// What is wrong, in the order of the file.
  var findings: [ProfileFinding] { keys.findingsInOrder }

  mutating func read(into settings: inout LibrarySettings) {
    let known = [
      "casebook", "title", "as_of", "vocabulary", "values", "intervals", "profiles", "columns",
      "filters",
    ]
    guard keys.isMap(0, "casebook.yaml") else { return }
    let members = keys.members(of: 0, known: known)
    for (key, value) in members {
      switch key {
      case "casebook": keys.checkVersion(value)
      case "title": settings.title = title(value)
      case "as_of": settings.asOf = day(value, "as_of")
      case "vocabulary": settings.vocabulary = vocabulary(value)
      case "columns": settings.columns = columns(value)
      case "filters": settings.filters = filters(value)
      case "profiles": settings.profiles = profiles(value)
      default: break
      }
    }
    // After the vocabulary, which is read whole and has the lists.
    if let value = members.first(where: { $0.key == "values" })?.value {
      readValues(value, into: &settings.vocabulary.lists)
    }
    for profile in settings.profiles { settings.vocabulary.lists.allow(valuesOf: profile) }
    // After the vocabulary, whatever their order, for its types may stand in intervals.
    if let value = members.first(where: { $0.key == "intervals" })?.value {
      let own = intervals(value, settings.vocabulary)
      let names = Set(own.map(\.key))
      settings.intervals = own + NamedInterval.standard.filter { !names.contains($0.key) }
    }
  }

  private mutating func title(_ node: Int) -> String? {
    let text = keys.text(node, "title")
    return text.isEmpty ? nil : text
  }

  /// A whole day; a month or a year is none.
  private mutating func day(_ node: Int, _ key: String) -> DayNumber? {
    let date = try? CalendarDate(keys.text(node, key))
    guard let day = date?.earliest, day == date?.latest else {
      keys.note(.wrongKind(key: key, expected: .day), at: node)
      return nil
    }
    return day
  }

  private mutating func columns(_ node: Int) -> [LibrarySettings.Written] {
    guard tree.kind(of: node) == .array else {
      keys.note(.wrongKind(key: "columns", expected: .texts), at: node)
      return []
    }
    return tree.elements(of: node).compactMap { written($0, "columns") }
  }

  private mutating func written(_ node: Int, _ key: String) -> LibrarySettings.Written? {
    let text = keys.text(node, key)
    return text.isEmpty
      ? nil : LibrarySettings.Written(text: text, position: tree.position(of: node))
  }

  private mutating func filters(_ node: Int) -> [LibrarySettings.SavedFilter] {
    guard keys.isMap(node, "filters") else { return [] }
    return keys.members(of: node).compactMap { filter($0.key, $0.value) }
  }

  private mutating func filter(_ name: String, _ node: Int) -> LibrarySettings.SavedFilter? {
    guard let filter = written(node, name) else { return nil }
    do {
      _ = try Query.parse(filter.text)
      return LibrarySettings.SavedFilter(name: name, filter: filter)
    } catch {
      keys.note(.filter(name: name, error), at: node)
      return nil
    }
  }

  private mutating func profiles(_ node: Int) -> [Profile] {
    keys.maps(node, "profiles").enumerated().map { index, map in
      var profile = Profile()
      profile.name = "casebook.yaml, profile \(index + 1)"
      keys.read(into: &profile, at: map)
      return profile
    }
  }

  /// Reads the values that the library adds to closed lists: a map of keys to lists.
  private mutating func readValues(_ node: Int, into lists: inout ClosedLists) {
    guard keys.isMap(node, "values") else { return }
    for (key, value) in keys.members(of: node, known: ClosedLists.keys) {
      for added in keys.texts(value, key) { lists.allow(added, of: key) }
    }
  }

  // MARK: - Event types

  private mutating func vocabulary(_ node: Int) -> Vocabulary {
    guard keys.isMap(node, "vocabulary") else { return .standard }
    let types = keys.members(of: node).compactMap { type($0.key, $0.value) }
    return Vocabulary(Vocabulary.standard.types + types)
  }

  /// A type of the library's own, or a built-in one with what the library says otherwise.
  private mutating func type(_ name: String, _ node: Int) -> EventType? {
    guard keys.isMap(node, name) else { return nil }
    let before = keys.findings.count
    var type = Vocabulary.standard.type(name)
    if Vocabulary.standard.known(name) == nil { (type.glyph, type.letter) = ("●", "o") }
    let known = ["label", "spoken", "category", "interval", "glyph", "letter"]
    for (key, value) in keys.members(of: node, known: known) {
      switch key {
      case "label":
        type.label = keys.text(value, key)
        type.spokenLabel = type.label
      case "category": type.category = keys.choice(value, key) ?? type.category
      case "interval": type.isInterval = keys.flag(value, key)
      case "glyph": type.glyph = sign(value, key) { 0x2190...0x21FF ~= $0 || 0x25A0...0x25FF ~= $0 }
      case "letter":
        type.letter = sign(value, key) {
          Unicode.Scalar($0).map(Character.init)?.isLetter == true
            && $0 < 0x80
        }
      default: break
      }
    }
    if let spoken = tree.value(of: "spoken", in: node) {
      type.spokenLabel = keys.text(spoken, "spoken")
    }
    return keys.findings.count == before ? type : nil
  }

  /// A sign of one cell whatever the terminal: an arrow, a geometric shape, or an ASCII letter.
  private mutating func sign(
    _ node: Int, _ key: String, isAllowed: (UInt32) -> Bool
  ) -> Character {
    let text = keys.text(node, key)
    if text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first,
      isAllowed(scalar.value)
    {
      return Character(scalar)
    }
    keys.note(.sign(key: key, value: text), at: node)
    return "?"
  }

  // MARK: - Intervals

  private mutating func intervals(_ node: Int, _ vocabulary: Vocabulary) -> [NamedInterval] {
    var found: [NamedInterval] = []
    for map in keys.maps(node, "intervals") {
      guard let interval = interval(map, vocabulary) else { continue }
      if found.contains(where: { $0.key == interval.key }) {
        keys.note(.repeatedName(interval.name), at: map)
      } else {
        found.append(interval)
      }
    }
    return found
  }

  private mutating func interval(_ node: Int, _ vocabulary: Vocabulary) -> NamedInterval? {
    var (name, from, to) = ("", [String](), [String]())
    let before = keys.findings.count
    for (key, value) in keys.members(of: node, known: ["name", "from", "to"]) {
      switch key {
      case "name": name = keys.text(value, key)
      case "from": from = types(value, key, vocabulary)
      default: to = types(value, key, vocabulary)
      }
    }
    for key in ["name", "from", "to"] where !keys.has(key, in: node) {
      keys.note(.missingKey(key), at: node)
    }
    let isWhole = keys.findings[before...].allSatisfy(\.problem.isDoubt)
    guard isWhole, !name.isEmpty, !from.isEmpty, !to.isEmpty else { return nil }
    return NamedInterval(name, .between(from: from, to: to))
  }

  /// A type or a list of types; one that the vocabulary does not have is a doubt, for cases may.
  private mutating func types(_ node: Int, _ key: String, _ vocabulary: Vocabulary) -> [String] {
    let nodes = tree.kind(of: node) == .array ? Array(tree.elements(of: node)) : [node]
    let known = vocabulary.types.map(\.name)
    return nodes.compactMap { node in
      let name = keys.text(node, key)
      guard !name.isEmpty else { return nil }
      if vocabulary.known(name) == nil {
        keys.note(.unknownType(name, nearest: Spelling.nearest(to: name, among: known)), at: node)
      }
      return name
    }
  }
}
