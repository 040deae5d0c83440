extension TableTree {
  /// Writes the events of all rows.
  mutating func writeEvents(_ tree: DataTree) {
    var order = EventOrder()
    order.read(self)
    for (index, slot) in order.slots.enumerated() {
      let place = states[slot.row].row.bytes.lowerBound
      stand(in: slot.row, tree)
      if index == 0 {
        tree.appendString("events" as StaticString, at: place)
        tree.beginArray(at: place)
      }
      if let event = slot.event {
        write(event: event, of: slot.row, tree)
      } else {
        writeRecord(slot.row, tree)
      }
    }
    if !order.slots.isEmpty { tree.end() }
  }

  // MARK: - One event

  private mutating func write(event index: Int, of row: Int, _ tree: DataTree) {
    let event = states[row].events[index]
    tree.beginObject(at: states[row].row.bytes.lowerBound)
    tree.appendString("type" as StaticString, at: states[row].place(of: event.type))
    if event.type.hasText {
      write(event.type, of: row, tree)
    } else {
      tree.appendString("record" as StaticString, at: states[row].place(of: event.type))
    }
    if event.date.hasText { write("date", event.date, of: row, tree) }
    writeEntries(of: event, of: row, tree)
    if index == 0 {
      if tables[states[row].table].decoder.profile.rest == .event { writeFields(of: row, tree) }
      writeExtras(of: row, tree)
    }
    tree.end()
  }

  private mutating func writeEntries(of event: RowEvent, of row: Int, _ tree: DataTree) {
    let rule = tables[states[row].table].decoder.binding.events[event.rule]
    for index in rule.entries.indices {
      let found = states[row].eventValues[event.firstValue + index]
      if found.isMissing { continue }
      if rule.entries[index].key == "*" {
        writePairs(found, of: row, rule, tree)
        continue
      }
      guard let separator = rule.entries[index].value.separator else {
        write(rule.entries[index].keyText, found, of: row, tree)
        continue
      }
      tree.appendString(rule.entries[index].key, at: states[row].place(of: found))
      tree.beginArray(at: states[row].place(of: found))
      for piece in evaluator(of: row).pieces(of: found, separator) {
        tree.appendString(piece, at: states[row].place(of: found))
      }
      tree.end()
    }
  }

  /// Each attribute of one cell under a key of its own.
  private func writePairs(
    _ value: CellValue, of row: Int, _ rule: BoundEvent, _ tree: DataTree
  ) {
    var taken = Set(rule.entries.map(\.key)).union(ProfileBinding.structuralKeys)
    for (name, text) in AttributePairs.read(evaluator(of: row).string(value)) {
      guard let key = AttributePairs.key(name, taken: taken), taken.insert(key).inserted else {
        continue
      }
      tree.appendString(key, at: states[row].place(of: value))
      tree.appendString(text, at: states[row].place(of: value))
    }
  }

  /// Columns by themselves.
  private mutating func writeFields(of row: Int, _ tree: DataTree) {
    let keys = tables[states[row].table].decoder.binding.fieldKeys
    for column in 0..<min(states[row].cells.count, keys.count) {
      let value = states[row].cells[column]
      guard !value.isMissing, let key = keys[column] else { continue }
      write(key, value, of: row, tree)
    }
  }

  private mutating func writeExtras(of row: Int, _ tree: DataTree) {
    for extra in states[row].extras { write(extra.key, extra.value, of: row, tree) }
  }

  /// A row that makes no event but says something otherwise than the case.
  private mutating func writeRecord(_ row: Int, _ tree: DataTree) {
    let place = states[row].row.bytes.lowerBound
    tree.beginObject(at: place)
    tree.appendString("type" as StaticString, at: place)
    tree.appendString("record" as StaticString, at: place)
    writeExtras(of: row, tree)
    tree.end()
  }
}
