extension LibraryComparison {
  /// A value that differs.
  public struct Change: Sendable, Equatable {
    /// The field; of a case also those of its events, such as `detainer 2023-10-13.outcome`.
    public var field: String
    /// What the old library says; nil if nothing.
    public var old: String?
    /// What the new one says; nil if nothing.
    public var new: String?
  }

  /// What differs between the two records of a change; empty if one cannot be read any more.
  public func changes(of record: Record, _ old: Library, _ new: Library) -> [Change] {
    guard let before = record.old, let after = record.new,
      let one = try? old.decode(row: before.row).get(),
      let other = try? new.decode(row: after.row).get()
    else { return [] }
    guard let first = before.event, let last = after.event else {
      return Self.differences(Self.values(of: one), Self.values(of: other))
    }
    guard one.events.indices.contains(first), other.events.indices.contains(last) else { return [] }
    return Self.differences(
      Self.values(of: one.events[first], among: fields),
      Self.values(of: other.events[last], among: fields))
  }

  static func differences(_ old: [String: String], _ new: [String: String]) -> [Change] {
    Set(old.keys).union(new.keys).sorted().compactMap { key in
      old[key] == new[key] ? nil : Change(field: key, old: old[key], new: new[key])
    }
  }

  /// The values of a case by their names, those of its events by type and date.
  static func values(of record: Case) -> [String: String] {
    var values = flat(record.fields, "")
    for source in record.sources {
      values.merge(flat(source.fields, "sources.\(source.id).")) { first, _ in first }
    }
    var seen: [String: Int] = [:]
    for event in record.events {
      let name = event.writtenDate.map { "\(event.type) \($0)" } ?? event.type
      seen[name, default: 0] += 1
      let number = seen[name] ?? 1
      let prefix = number == 1 ? name : "\(name) (\(number))"
      values[prefix] = "event"
      values.merge(flat(event.fields, prefix + ".")) { first, _ in first }
    }
    return values
  }

  /// The values of an event that both libraries may have, its date among them.
  private static func values(of event: Event, among fields: Set<String>) -> [String: String] {
    var values = flat(event.fields, "").filter { fields.contains($0.key) }
    values["date"] = event.writtenDate
    return values
  }

  private static func flat(_ fields: [Field], _ prefix: String) -> [String: String] {
    var values: [String: String] = [:]
    for field in fields {
      if case .map(let inner) = field.value {
        values.merge(flat(inner, "\(prefix)\(field.key).")) { first, _ in first }
        continue
      }
      let text = field.value.leaves.compactMap(\.written).joined(separator: "; ")
      if !text.isEmpty { values[prefix + field.key] = text }
    }
    return values
  }

  /// Where a record stands: file and line, or file, sheet and row of a table.
  public static func citation(of place: Place, in library: Library) -> String {
    let (file, at) = library.origin(ofRow: place.row)
    if let event = place.event, let record = try? library.decode(row: place.row).get(),
      record.events.indices.contains(event), let source = record.events[event].sources.first
    {
      return source.locator.map { "\(source.id), \($0)" } ?? source.id
    }
    let (segment, index) = library.locate(place.row)
    let line = segment.line(ofCase: index)
    let path = file.displayPath
    return file.table == nil ? "\(path):\(line)" : "\(path) row \(at.ordinal)"
  }
}
