internal import CColumns
import CScan

extension SegmentBuilder {
  /// Reads the keys of a case.
  mutating func readCase(_ tree: TreeView, _ root: Int) {
    guard tree.valueKind(of: root) == .map else {
      return note(.error, tree, root, .notARecord(found: tree.valueKind(of: root)))
    }
    noteDuplicateKeys(tree, root)
    let parent = FieldPath.Scope.wholeCase.root
    var path = parent
    for (key, value) in tree.members(of: root) {
      let found = self.path(of: tree.text(of: key), under: parent, after: path)
      if leavesOut(tree, key, found) { continue }
      guard let found else {
        storeBeyondLimit(tree, key, value)
        continue
      }
      path = found
      let entry = entry(path)
      switch entry.role {
      case .casebook: checkVersion(tree, value)
      case .id: readID(tree, value)
      case .events: readEvents(tree, value)
      case .case_date: current.date = current.date ?? value
      case .sources: readSources(tree, value, path)
      case .claims:
        readClaims(tree, value, isOfCase: true)
        store(tree, value, path, row: row)
      default:
        if !entry.note.isKnown { noteUnknownKey(tree, key, path, among: FormatKeys.ofCase) }
        store(tree, value, path, row: row)
      }
    }
    if let date = current.date { readRecordDate(tree, date) }
    checkReferences(tree)
  }

  // MARK: - Parts of a case

  private mutating func checkVersion(_ tree: TreeView, _ node: Int) {
    let version = tree.string(of: node)
    if version != "1" { note(.error, tree, node, .laterFormat(version: version)) }
  }

  private mutating func readID(_ tree: TreeView, _ node: Int) {
    let kind = tree.valueKind(of: node)
    guard kind == .text || kind == .number else {
      if kind != .null { wrongKind(tree, node, "id", [.text]) }
      return
    }
    let id = tree.text(of: node)
    guard !id.isEmpty, !current.hasID else { return }
    ccolumns_add_id(
      columns, id.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(id.count))
    current.hasID = true
    addText(id, tree, node)
  }

  private mutating func readSources(_ tree: TreeView, _ node: Int, _ path: PathID) {
    let kind = tree.valueKind(of: node)
    guard kind == .list || kind == .null else { return wrongKind(tree, node, "sources", [.list]) }
    for source in tree.elements(of: node) {
      guard tree.valueKind(of: source) == .map else {
        wrongKind(tree, source, "sources", [.map])
        continue
      }
      for (key, value) in tree.members(of: source) {
        if tree.text(of: key, is: "id") {
          current.sourceIDs.append(value)
        } else if tree.text(of: key, is: "date"), !tree.nodes[value].isContainer {
          _ = readDate(tree, value, key: "sources.date")
        }
      }
      store(tree, source, path, row: row)
    }
  }

  private mutating func readEvents(_ tree: TreeView, _ node: Int) {
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
  private mutating func readRecordDate(_ tree: TreeView, _ node: Int) {
    guard let span = readDate(tree, node, key: "date") else { return }
    appendEvent(type: recordType(tree, node), span: span)
  }

  private mutating func checkReferences(_ tree: TreeView) {
    if current.references.isEmpty { return }
    var known = ByteTable(minimumCapacity: current.sourceIDs.count)
    for node in current.sourceIDs { _ = known.number(of: tree.text(of: node)) }
    for node in current.references {
      let written = tree.text(of: node)
      let id = written.prefix { $0 != UInt8(ascii: "#") }
      // Without an id it is a place in the case's own files.
      if id.isEmpty, !written.isEmpty { continue }
      if known.existing(UnsafeRawBufferPointer(rebasing: id)) == nil {
        note(
          .warning, tree, node, .unknownSource(String(decoding: id, as: UTF8.self)))
      }
    }
  }

  // MARK: - Events

  private mutating func readEvent(_ tree: TreeView, _ node: Int) {
    noteDuplicateKeys(tree, node)
    let event = ccolumns_event_count(columns)
    let parent = FieldPath.Scope.event.root
    var type: Int?
    var date: Int?
    var path = parent
    for (key, value) in tree.members(of: node) {
      let found = self.path(of: tree.text(of: key), under: parent, after: path)
      if leavesOut(tree, key, found) { continue }
      guard let found else {
        storeBeyondLimit(tree, key, value)
        continue
      }
      path = found
      let entry = entry(path)
      switch entry.role {
      case .event_type: type = type ?? value
      case .event_date: date = date ?? value
      case .event_source:
        noteReferences(tree, value)
        store(tree, value, path, row: event)
      case .claims:
        readClaims(tree, value)
        store(tree, value, path, row: event)
      default:
        if !entry.note.isKnown { noteUnknownKey(tree, key, path, among: FormatKeys.ofEvent) }
        if entry.has(CCOLUMNS_CLOSED) { current.listed.append((key, value)) }
        store(tree, value, path, row: event)
      }
    }
    let span = date.flatMap { readDate(tree, $0, key: "date") } ?? .missing
    appendEvent(type: readType(tree, type, event: node), span: span)
    checkListedValues(tree, type: type)
  }

  private mutating func appendEvent(type: UInt32, span: DateSpan) {
    ccolumns_add_event(columns, type, ccolumns_span(span))
  }

  private mutating func recordType(_ tree: TreeView, _ node: Int) -> UInt32 {
    let number = "record".withBytes { ccolumns_type(columns, $0, $1, true) }
    if number == CCOLUMNS_NONE { note(.error, tree, node, .tooManyTypes(limit: limits.types)) }
    return number
  }

  /// The number of an event's type; one without a type is a record.
  private mutating func readType(_ tree: TreeView, _ node: Int?, event: Int) -> UInt32 {
    guard let node, tree.valueKind(of: node) != .null else {
      note(.warning, tree, event, .missingType)
      return recordType(tree, event)
    }
    guard tree.valueKind(of: node) == .text else {
      wrongKind(tree, node, "type", [.text])
      return recordType(tree, node)
    }
    let name = tree.text(of: node)
    let bytes = name.baseAddress?.assumingMemoryBound(to: UInt8.self)
    var number = ccolumns_type(columns, bytes, UInt32(name.count), false)
    if number == CCOLUMNS_NONE, vocabulary.known(tree.string(of: node)) != nil {
      number = ccolumns_type(columns, bytes, UInt32(name.count), true)
    }
    if number == CCOLUMNS_NONE {
      note(.error, tree, node, .tooManyTypes(limit: limits.types))
    } else if !isKnown(number, name) {
      noteUnknownType(tree, node, number)
    }
    return number
  }

  /// Whether the vocabulary has a type.
  private mutating func isKnown(_ number: UInt32, _ name: UnsafeRawBufferPointer) -> Bool {
    guard let note = ccolumns_type_at(columns, number) else { return true }
    if note.pointee.isKnown || unknownTypes[number] != nil { return note.pointee.isKnown }
    let written = String(decoding: name, as: UTF8.self)
    if vocabulary.known(written) != nil {
      note.pointee.setKnown()
    } else {
      unknownTypes[number] = written
    }
    return note.pointee.isKnown
  }

  private mutating func noteUnknownType(_ tree: TreeView, _ node: Int, _ number: UInt32) {
    ccolumns_type_at(columns, number)?.pointee.setNoted()
    let written = tree.string(of: node)
    // Positions cost a look through the file: later sights of the same type only count.
    if problems.raiseCount(ofType: written) { return }
    let nearest = Spelling.nearest(to: written, among: vocabulary.types.map(\.name))
    note(.warning, tree, node, .unknownType(written, nearest: nearest))
  }

  /// The days of a date: missing, with a warning, if what is written is not a date, and nil if
  /// nothing is written.
  private mutating func readDate(_ tree: TreeView, _ node: Int, key: String) -> DateSpan? {
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
      noteUnreadableDate(tree, node, key, written, error)
      return .missing
    }
  }

  private mutating func readClaims(_ tree: TreeView, _ node: Int, isOfCase: Bool = false) {
    guard tree.valueKind(of: node) == .list else {
      if tree.valueKind(of: node) != .null { wrongKind(tree, node, "claims", [.list]) }
      return
    }
    var seen = FirstValues()
    var seenOfSubject = FirstValues()
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
        let name = tree.string(of: key)
        if !keepsIdentifiers, PersonalKeys.contains(name) { continue }
        if !isOfCase, ClosedLists.keys.contains(name) { current.listed.append((key, value)) }
        if tree.text(of: key, is: "date") { _ = readDate(tree, value, key: "date") }
        if isOfCase, tree.text(of: key, is: "subject"), tree.valueKind(of: value) == .map {
          for (key, value) in tree.members(of: value) {
            if !keepsIdentifiers, PersonalKeys.contains(tree.string(of: key)) { continue }
            compare(key, value, with: &seenOfSubject, tree)
          }
        } else {
          compare(key, value, with: &seen, tree)
        }
      }
    }
  }

  /// The first value that an account gives to each key.
  private struct FirstValues {
    var keys = ByteTable()
    var values: [Int] = []
  }

  /// Accounts differ if one key has two values, so each is compared with the first.
  private mutating func compare(
    _ key: Int, _ value: Int, with seen: inout FirstValues, _ tree: TreeView
  ) {
    let number = Int(seen.keys.number(of: tree.text(of: key)))
    cscan_count_work(1)
    guard number < seen.values.count else { return seen.values.append(value) }
    if !tree.areAlike(seen.values[number], value) { current.traits.insert(.conflict) }
  }

  private mutating func noteReferences(_ tree: TreeView, _ node: Int) {
    switch tree.valueKind(of: node) {
    case .text, .number: current.references.append(node)
    case .list: for element in tree.elements(of: node) { noteReferences(tree, element) }
    case .null: break
    default: wrongKind(tree, node, "source", [.text, .list])
    }
  }
}
