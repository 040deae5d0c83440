/// One step through a value: what a writer has to put next.
enum FieldToken {
  case scalar(FieldValue)
  case beginMap(count: Int)
  case beginList([FieldValue])
  case key(String)
  case end(isMap: Bool)
}

/// Goes through a value in the order of the file, with a stack of its own so that depth costs no
/// frames.
struct FieldWalk: Sequence, IteratorProtocol {
  private enum Level {
    case map(ArraySlice<Field>, isKeyWritten: Bool)
    case list(ArraySlice<FieldValue>)
  }

  private var levels: [Level] = []
  private var upcoming: FieldValue?

  init(_ value: FieldValue) {
    upcoming = value
  }

  mutating func next() -> FieldToken? {
    if let value = upcoming {
      upcoming = nil
      return begin(value)
    }
    switch levels.popLast() {
    case nil: return nil
    case .map(var fields, let isKeyWritten):
      guard let field = fields.first else { return .end(isMap: true) }
      if isKeyWritten {
        fields.removeFirst()
        upcoming = field.value
      }
      levels.append(.map(fields, isKeyWritten: !isKeyWritten))
      return isKeyWritten ? next() : .key(field.key)
    case .list(var values):
      guard let value = values.popFirst() else { return .end(isMap: false) }
      levels.append(.list(values))
      upcoming = value
      return next()
    }
  }

  private mutating func begin(_ value: FieldValue) -> FieldToken {
    switch value {
    case .map(let fields):
      levels.append(.map(fields[...], isKeyWritten: false))
      return .beginMap(count: fields.count)
    case .list(let values):
      levels.append(.list(values[...]))
      return .beginList(values)
    default: return .scalar(value)
    }
  }
}
