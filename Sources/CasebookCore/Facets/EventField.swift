/// A field of the events of one type, such as `detainer.outcome`, as it occurs in a library.
public struct EventField: Sendable, Equatable {
  /// The event type.
  public var type: String
  /// The field, without the type.
  public var name: String
  /// How many values there are, each as often as it stands.
  public var valueCount: Int
}

extension Library {
  /// The fields that the events of each type have: types by name, the fields of each by how many
  /// values they have.
  ///
  /// - Complexity: O(values of events).
  public func eventFields() -> [EventField] {
    var counts: [String: [String: Int]] = [:]
    for segment in segments {
      for column in segment.columns where column.path.scope == .event {
        for (type, count) in zip(segment.typeNames, segment.counts(of: column)) where count > 0 {
          counts[type, default: [:]][column.path.name, default: 0] += count
        }
      }
    }
    return counts.sorted { $0.key < $1.key }.flatMap { type, fields in
      fields.map { EventField(type: type, name: $0.key, valueCount: $0.value) }
        .sorted { ($1.valueCount, $0.name) < ($0.valueCount, $1.name) }
    }
  }
}

extension Segment {
  /// How many entries of a column of events belong to each type.
  fileprivate func counts(of column: ValueColumn) -> [Int] {
    var counts = [Int](repeating: 0, count: typeNames.count)
    eventTypes.withBuffer { types in
      column.rows.withBuffer { rows in
        for row in rows { counts[Int(types[Int(row)])] += 1 }
      }
    }
    return counts
  }
}
