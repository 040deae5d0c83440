extension SegmentBuilder {
  /// Reads the keys of a case.
  mutating func readCase(_ tree: DataTree, _ root: Int) {
    guard tree.valueKind(of: root) == .map else {
      return note(.error, tree, root, .notARecord(found: tree.valueKind(of: root)))
    }
    noteDuplicateKeys(tree, root)
    for (key, value) in tree.members(of: root) {
      let path = paths.child(of: PathTable.caseRoot, key: tree.text(of: key))
      let entry = paths.entries[Int(path)]
      switch entry.role {
      case .casebook: checkVersion(tree, value)
      case .id: readID(tree, value)
      case .events: readEvents(tree, value)
      case .caseDate: current.date = value
      case .sources: readSources(tree, value, path)
      default:
        if !entry.isKnown { noteUnknownKey(tree, key, among: FormatKeys.ofCase) }
        store(tree, value, path, row: row)
      }
    }
    if let date = current.date { readRecordDate(tree, date) }
    checkReferences(tree)
  }

  // MARK: - Parts of a case

  private mutating func checkVersion(_ tree: DataTree, _ node: Int) {
    let version = tree.string(of: node)
    if version != "1" { note(.error, tree, node, .laterFormat(version: version)) }
  }

  private mutating func readID(_ tree: DataTree, _ node: Int) {
    let kind = tree.valueKind(of: node)
    guard kind == .text || kind == .number else {
      if kind != .null { wrongKind(tree, node, "id", [.text]) }
      return
    }
    let id = tree.text(of: node)
    guard !id.isEmpty, !current.hasID else { return }
    idBytes.append(contentsOf: id)
    current.hasID = true
    _ = addText(id, tree, node)
  }

  private mutating func readSources(_ tree: DataTree, _ node: Int, _ path: PathID) {
    let kind = tree.valueKind(of: node)
    guard kind == .list || kind == .null else { return wrongKind(tree, node, "sources", [.list]) }
    for source in tree.elements(of: node) {
      guard tree.valueKind(of: source) == .map else {
        wrongKind(tree, source, "sources", [.map])
        continue
      }
      for (key, value) in tree.members(of: source) where tree.text(of: key, is: "id") {
        current.sourceIDs.append(Array(tree.text(of: value)))
      }
      store(tree, source, path, row: row)
    }
  }

  private mutating func readEvents(_ tree: DataTree, _ node: Int) {
    let kind = tree.valueKind(of: node)
    guard kind == .list else {
      if kind != .null { wrongKind(tree, node, "events", [.list]) }
      return
    }
    for event in tree.elements(of: node) {
      guard tree.valueKind(of: event) == .map else {
        wrongKind(tree, event, "events", [.map])
        continue
      }
      readEvent(tree, event)
    }
  }

  /// A date at the level of the case is short for one event of type `record`.
  private mutating func readRecordDate(_ tree: DataTree, _ node: Int) {
    guard let span = readDate(tree, node, key: "date") else { return }
    appendEvent(type: Array("record".utf8), span: span)
  }

  private mutating func checkReferences(_ tree: DataTree) {
    for node in current.references {
      let written = tree.text(of: node)
      let id = written.prefix { $0 != UInt8(ascii: "#") }
      if !current.sourceIDs.contains(where: { $0.elementsEqual(id) }) {
        note(
          .warning, tree, node, .unknownSource(String(decoding: id, as: UTF8.self)))
      }
    }
  }

  // MARK: - Events

  private mutating func readEvent(_ tree: DataTree, _ node: Int) {
    noteDuplicateKeys(tree, node)
    let event = UInt32(eventTypes.count)
    var type: Int?
    var date: Int?
    for (key, value) in tree.members(of: node) {
      let path = paths.child(of: PathTable.eventRoot, key: tree.text(of: key))
      let entry = paths.entries[Int(path)]
      switch entry.role {
      case .eventType: type = type ?? value
      case .eventDate: date = date ?? value
      case .eventSource:
        noteReferences(tree, value)
        store(tree, value, path, row: event)
      case .claims:
        readClaims(tree, value)
        store(tree, value, path, row: event)
      default:
        if !entry.isKnown { noteUnknownKey(tree, key, among: FormatKeys.ofEvent) }
        checkValue(tree, key, value)
        store(tree, value, path, row: event)
      }
    }
    let span = date.flatMap { readDate(tree, $0, key: "date") } ?? .missing
    appendEvent(type: readType(tree, type, event: node), span: span)
  }

  private mutating func appendEvent(type: [UInt8], span: DateSpan) {
    let index = type.withUnsafeBytes { types.number(of: $0) }
    eventTypes.append(UInt16(truncatingIfNeeded: index))
    eventSpans.append(span)
  }

  private mutating func readType(_ tree: DataTree, _ node: Int?, event: Int) -> [UInt8] {
    guard let node, tree.valueKind(of: node) != .null else {
      note(.warning, tree, event, .missingType)
      return Array("record".utf8)
    }
    guard tree.valueKind(of: node) == .text else {
      wrongKind(tree, node, "type", [.text])
      return []
    }
    let name = tree.text(of: node)
    if types.existing(name) == nil {
      let written = String(decoding: name, as: UTF8.self)
      if vocabulary.known(written) == nil {
        let nearest = Spelling.nearest(to: written, among: vocabulary.types.map(\.name))
        note(.warning, tree, node, .unknownType(written, nearest: nearest))
      }
    }
    return Array(name)
  }

  /// The days of a date; nothing where the value is no date at all.
  private mutating func readDate(_ tree: DataTree, _ node: Int, key: String) -> DateSpan? {
    switch tree.valueKind(of: node) {
    case .text, .number: break
    case .null: return nil
    default:
      wrongKind(tree, node, key, [.text])
      return nil
    }
    let bytes = tree.text(of: node)
    if bytes.isEmpty { return nil }
    if let span = DateSpan.parse(bytes) { return span }
    let written = String(decoding: bytes, as: UTF8.self)
    do {
      return try CalendarDate(written).span
    } catch {
      note(.error, tree, node, .date(written: written, error))
      return nil
    }
  }

  private mutating func readClaims(_ tree: DataTree, _ node: Int) {
    guard tree.valueKind(of: node) == .list else {
      if tree.valueKind(of: node) != .null { wrongKind(tree, node, "claims", [.list]) }
      return
    }
    var seen: [(key: [UInt8], value: FieldValue)] = []
    for claim in tree.elements(of: node) {
      guard tree.valueKind(of: claim) == .map else {
        wrongKind(tree, claim, "claims", [.map])
        continue
      }
      for (key, value) in tree.members(of: claim) {
        if tree.text(of: key, is: "source") {
          noteReferences(tree, value)
          continue
        }
        if tree.text(of: key, is: "date") { _ = readDate(tree, value, key: "date") }
        let name = Array(tree.text(of: key))
        let written = tree.fieldValue(of: value)
        if seen.contains(where: { $0.key == name && $0.value != written }) {
          current.traits.insert(.conflict)
        }
        seen.append((name, written))
      }
    }
  }

  private mutating func noteReferences(_ tree: DataTree, _ node: Int) {
    switch tree.valueKind(of: node) {
    case .text, .number: current.references.append(node)
    case .list: for element in tree.elements(of: node) { noteReferences(tree, element) }
    case .null: break
    default: wrongKind(tree, node, "source", [.text, .list])
    }
  }
}
