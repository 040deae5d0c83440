/// Makes a whole case of the tree of its record.
struct CaseDecoder {
  let tree: DataTree
  let defaultID: String
  /// Whether values that say who a person is are taken in; tables leave out their own.
  var keepsIdentifiers = false

  /// Reads the record at a node; a record the columns took never fails here.
  func decode(_ root: Int) -> Case {
    var content = Case(id: defaultID)
    var hasID = false
    var events: [Int] = []
    var sources: [Source] = []
    for (key, value) in tree.members(of: root) {
      switch tree.string(of: key) {
      case "sources":
        sources += tree.elements(of: value).map { Source(fields: fields(of: $0)) }
      case "events": events += tree.elements(of: value)
      case let name:
        guard let field = field(name, value) else { continue }
        content.fields.append(field)
        if name == "id", !hasID, let id = field.value.written, !id.isEmpty {
          content.id = id
          hasID = true
        }
      }
    }
    content.sources = sources
    content.events = events.enumerated().map { event($1, index: $0) }
    addRecordEvent(to: &content, root)
    return content
  }

  /// A date at the level of the case is short for one event of type `record`.
  private func addRecordEvent(to content: inout Case, _ root: Int) {
    guard let node = tree.value(of: "date", in: root) else { return }
    let (date, unreadable) = date(node)
    guard date != nil || unreadable != nil else { return }
    content.events.append(
      Event(
        type: "record", date: date, unreadableDate: unreadable, index: content.events.count,
        position: tree.position(of: node)))
  }

  private func event(_ node: Int, index: Int) -> Event {
    var event = Event(type: "record", index: index, position: tree.position(of: node))
    var isTyped = false
    var isDated = false
    for (key, value) in tree.members(of: node) {
      switch tree.string(of: key) {
      case "type" where !isTyped:
        event.type = tree.fieldValue(of: value).written ?? "record"
        isTyped = true
      case "date" where !isDated:
        (event.date, event.unreadableDate) = date(value)
        isDated = true
      case "source": event.sources += references(value)
      case "claims": event.claims += tree.elements(of: value).map(claim)
      case let key:
        if let field = field(key, value) { event.fields.append(field) }
      }
    }
    return event
  }

  private func claim(_ node: Int) -> Claim {
    var claim = Claim(fields: [], sources: [])
    for (key, value) in tree.members(of: node) {
      if tree.text(of: key, is: "source") {
        claim.sources += references(value)
      } else {
        if let field = field(tree.string(of: key), value) { claim.fields.append(field) }
      }
    }
    return claim
  }

  /// A field without what says who a person is; `nil` if its key says that.
  private func field(_ key: String, _ node: Int) -> Field? {
    let value = tree.fieldValue(of: node)
    if keepsIdentifiers { return Field(key, value) }
    if PersonalKeys.contains(key), !PersonalKeys.isOfThing(key) { return nil }
    return Field(key, PersonalKeys.filtered(value, under: key))
  }

  private func fields(of node: Int) -> [Field] {
    tree.members(of: node).map { Field(tree.string(of: $0), tree.fieldValue(of: $1)) }
  }

  private func references(_ node: Int) -> [SourceReference] {
    tree.fieldValue(of: node).leaves.compactMap(\.written).map { SourceReference($0) }
  }

  /// A date, or what is written in its place if that is none; neither if nothing is written.
  private func date(_ node: Int) -> (CalendarDate?, unreadable: String?) {
    guard let written = tree.fieldValue(of: node).written, !written.isEmpty else {
      return (nil, nil)
    }
    guard let date = try? CalendarDate(written) else { return (nil, written) }
    return (date, nil)
  }
}
