internal import CJSON

extension DataTree {
  /// Empties the tree and keeps its memory.
  public func clear() {
    cjson_tape_clear(&tape)
    open.removeAll(keepingCapacity: true)
    warnings.removeAll(keepingCapacity: true)
    source = nil
    laterSources.removeAll(keepingCapacity: true)
  }

  /// Takes the nodes to come as standing in a text, which is the tree's own where it is the first.
  func stand(in text: SourceText) {
    if source == nil { source = text } else { laterSources.append((count, text)) }
  }

  /// Opens an object; until its end, keys and values follow in turn.
  public func beginObject(at position: Int = 1) {
    begin(.object, at: position)
  }

  /// Opens an array; until its end, its elements follow.
  public func beginArray(at position: Int = 1) {
    begin(.array, at: position)
  }

  /// Closes the object or array that was opened last.
  public func end() {
    guard let index = open.popLast() else { return }
    var length: UInt32 = 0
    var child = index + 1
    while child < count {
      child = Int(tape.nodes[child].next)
      length += 1
    }
    if tape.nodes[index].kind == .object {
      length /= 2
    }
    tape.nodes[index].length = length
    tape.nodes[index].next = tape.count
  }

  /// Adds text: a key, or a string.
  public func appendString(_ bytes: UnsafeRawBufferPointer, at position: Int = 1) {
    append(.string, bytes, flags: 0, at: position)
  }

  /// Adds text: a key, or a string.
  public func appendString(_ text: String, at position: Int = 1) {
    var text = text
    text.withUTF8 { appendString(UnsafeRawBufferPointer($0), at: position) }
  }

  /// Adds text: a key, or a string.
  public func appendString(_ text: StaticString, at position: Int = 1) {
    text.withUTF8Buffer { appendString(UnsafeRawBufferPointer($0), at: position) }
  }

  /// Adds a number as it is written.
  public func appendNumber(_ bytes: UnsafeRawBufferPointer, at position: Int = 1) {
    append(.number, bytes, flags: CJSON_FLAG_PLAIN, at: position)
  }

  /// Adds true or false.
  public func appendBoolean(_ value: Bool, at position: Int = 1) {
    let text: StaticString = value ? "true" : "false"
    text.withUTF8Buffer {
      append(
        value ? .true : .false, UnsafeRawBufferPointer($0), flags: CJSON_FLAG_PLAIN, at: position)
    }
  }

  /// Adds an explicit nothing.
  public func appendNull(at position: Int = 1) {
    append(
      .null, UnsafeRawBufferPointer(start: nil, count: 0), flags: CJSON_FLAG_PLAIN, at: position)
  }

  /// Looks for keys that stand twice, which the appending methods do not.
  public func markDuplicateKeys() {
    cjson_tape_mark_repeats(&tape)
  }

  // MARK: -

  func append(
    _ kind: DataKind, _ text: UnsafeRawBufferPointer, flags: Int32, at position: Int
  ) {
    var node = DataNode()
    node.kind = kind
    node.flags = UInt8(truncatingIfNeeded: flags)
    node.position = UInt32(clamping: position)
    _ = cjson_tape_append_text(
      &tape, node, text.baseAddress?.assumingMemoryBound(to: UInt8.self),
      UInt32(clamping: text.count))
  }

  private func begin(_ kind: DataKind, at position: Int) {
    var node = DataNode()
    node.kind = kind
    node.position = UInt32(clamping: position)
    open.append(count)
    _ = cjson_tape_append(&tape, node)
  }
}
