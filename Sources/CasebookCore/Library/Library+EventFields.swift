extension Library {
  /// Whether some event of a type has a value of a field. It looks no further than the first.
  func hasField(_ name: String, ofEventsOfType type: String) -> Bool {
    if name == "date" { return hasType(type) }
    return segments.contains { segment in
      guard let wanted = segment.typeIndex(type),
        let column = segment.column(FieldPath(.event, name))
      else { return false }
      return column.rows.withBuffer { rows in
        segment.eventTypes.withBuffer { types in
          rows.contains { types[Int($0)] == wanted }
        }
      }
    }
  }
}
