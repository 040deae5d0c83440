internal import CColumns

extension SegmentBuilder {
  /// Keeps a problem at the place of a node.
  mutating func note(
    _ severity: Problem.Severity, _ tree: TreeView, _ node: Int, _ fact: Problem.Fact
  ) {
    note(
      Problem(
        severity, file: file(of: node, tree), at: tree.position(of: node), caseID: currentID, fact))
  }

  mutating func wrongKind(_ tree: TreeView, _ node: Int, _ key: String, _ expected: [ValueKind]) {
    note(
      .error, tree, node,
      .wrongKind(key: key, found: tree.valueKind(of: node), expected: expected))
  }

  mutating func noteUnknownKey(
    _ tree: TreeView, _ key: Int, _ path: PathID, among known: [String]
  ) {
    guard !current.isOfTable, let entry = ccolumns_path_at(columns, path) else { return }
    if entry.pointee.note.isNoted { return entry.pointee.note.sights += 1 }
    entry.pointee.note.setNoted()
    let written = tree.string(of: key)
    // Positions cost a look through the file: later sights of the same key only count.
    if problems.raiseCount(ofKey: written) { return }
    let place = "\(known.count) \(written)"
    let nearest = nearestKeys[place] ?? Spelling.nearest(to: written, among: known)
    nearestKeys[place] = .some(nearest)
    note(nearest == nil ? .note : .warning, tree, key, .unknownKey(written, nearest: nearest))
  }

  /// Notes that a date cannot be read.
  ///
  /// The dates that a table gives to its events were noted while its rows were read; of its sources
  /// they are counted here.
  mutating func noteUnreadableDate(
    _ tree: TreeView, _ node: Int, _ key: String, _ written: String, _ error: CalendarDateError
  ) {
    let isLong = written.utf8.count > 240
    let quoted = isLong ? String(written.unicodeScalars.prefix(60)) + "…" : written
    if !current.isOfTable {
      note(.warning, tree, node, .date(written: quoted, error))
    } else if key != "date" {
      note(.warning, tree, node, .table(.date(column: key, written: quoted)))
    }
  }

  /// Counts a key beyond the limit of paths, which is noted once.
  mutating func noteKeyBeyondLimit(_ tree: TreeView, _ key: Int) {
    if problems.raiseCountOfKeysBeyondLimit() { return }
    note(.warning, tree, key, .keysBeyondLimit(limits.paths))
  }

  mutating func noteDuplicateKeys(_ tree: TreeView, _ node: Int) {
    for (first, again) in tree.duplicateKeys(of: node) {
      let warning = TreeWarning(
        .duplicateKey(tree.string(of: again), first: tree.position(of: first)),
        at: tree.position(of: again))
      note(
        Problem(
          .warning, file: file(of: again, tree), at: warning.position, caseID: currentID,
          .syntaxWarning(warning)))
    }
  }

  /// Checks the values of closed lists that an event of a type has; others are kept as they are.
  mutating func checkListedValues(_ tree: TreeView, type: Int?) {
    guard !current.listed.isEmpty else { return }
    let type = type.map { tree.string(of: $0) } ?? "record"
    for (key, value) in current.listed { checkValue(tree, key, value, type) }
    current.listed.removeAll(keepingCapacity: true)
  }

  private mutating func checkValue(_ tree: TreeView, _ key: Int, _ value: Int, _ type: String) {
    let name = tree.string(of: key)
    switch tree.valueKind(of: value) {
    case .null: return
    case .list, .map:
      return note(
        .warning, tree, value,
        .wrongKind(key: name, found: tree.valueKind(of: value), expected: [.text]))
    case .text, .number, .boolean: break
    }
    let written = tree.string(of: value)
    guard vocabulary.isUnlisted(written, of: name, in: type),
      // Positions cost a look through the file: later sights of the same value only count.
      !problems.raiseCount(ofValue: written, key: name)
    else { return }
    let allowed = vocabulary.lists.values(of: name) ?? []
    note(
      .warning, tree, value,
      .unknownValue(
        key: name, value: written, allowed: allowed,
        nearest: Spelling.nearest(to: written, among: allowed)))
  }

  /// Says whether the value under a key is left out because it says who a person is, and notes that.
  /// `path` is `nil` for a key beyond the limit of paths.
  mutating func leavesOut(_ tree: TreeView, _ key: Int, _ path: PathID?) -> Bool {
    if current.isOfTable { return false }
    if let path {
      guard entry(path).has(CCOLUMNS_PERSONAL) else { return false }
    } else {
      guard !keepsIdentifiers, PersonalKeys.contains(tree.string(of: key)) else { return false }
    }
    let written = tree.string(of: key)
    if !problems.raiseCount(ofIdentifier: written) {
      note(.warning, tree, key, .identifier(key: written))
    }
    return true
  }

  /// The file that a node stands in, which of the rows of several tables need not be the first.
  private func file(of node: Int, _ tree: TreeView) -> String {
    tree.tree.source(of: node)?.file ?? current.file
  }

  private var currentID: String? {
    guard current.hasID else { return nil }
    var count: UInt32 = 0
    let id = ccolumns_current_id(columns, &count)
    return String(decoding: UnsafeBufferPointer(start: id, count: Int(count)), as: UTF8.self)
  }

  // MARK: - Sights

  /// Adds the keys and types that were only counted to those that were noted, and forgets both.
  mutating func addSights() {
    for path in 0..<ccolumns_path_count(columns) {
      guard let note = ccolumns_path_at(columns, path) else { continue }
      if note.pointee.note.sights > 0 {
        problems.raiseCount(
          ofKey: fieldPaths[Int(path)].name, by: Int(note.pointee.note.sights))
      }
      note.pointee.note.forgetSights()
    }
    for type in 0..<ccolumns_type_count(columns) {
      guard let note = ccolumns_type_at(columns, type) else { continue }
      if note.pointee.sights > 0 {
        problems.raiseCount(ofType: unknownTypes[type] ?? "", by: Int(note.pointee.sights))
      }
      note.pointee.forgetSights()
    }
  }
}

extension ccolumns_note {
  /// Whether the format or the vocabulary names it.
  var isKnown: Bool { Int32(flags) & CCOLUMNS_KNOWN != 0 }

  /// Whether a problem has been noted about it, so that more sights only count.
  var isNoted: Bool { Int32(flags) & CCOLUMNS_NOTED != 0 }

  mutating func setKnown() { flags |= UInt8(CCOLUMNS_KNOWN) }
  mutating func setNoted() { flags |= UInt8(CCOLUMNS_NOTED) }

  fileprivate mutating func forgetSights() {
    flags &= ~UInt8(CCOLUMNS_NOTED)
    sights = 0
  }
}
