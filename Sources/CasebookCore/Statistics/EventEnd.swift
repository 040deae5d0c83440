/// One of the two ends of the events of a type: `ice_custody`, its start, or `ice_custody.end`.
struct EventEnd: Sendable, Hashable {
  /// The event type.
  var type: String
  /// Whether the end is meant.
  var isEnd: Bool

  /// As one types it.
  var text: String { isEnd ? "\(type).end" : type }

  /// Reads a type with `.start` or `.end` behind it, or alone, from the `offset` of a text in bytes;
  /// blanks around it do not matter. A type that means nothing or has no event is thrown.
  init(_ text: String, at offset: Int, in schema: Schema) throws(QuestionError) {
    var name = text.trimmingBlanks
    isEnd = name.hasSuffix(".end")
    if isEnd { name.removeLast(4) } else if name.hasSuffix(".start") { name.removeLast(6) }
    let written = WrittenName(text: name, range: offset..<offset + text.utf8.count)
    do {
      type = try schema.resolveType(written)
    } catch {
      throw .query(error)
    }
    guard schema.types[type]?.eventCount ?? 0 > 0 else { throw .noEvent(of: type) }
  }

  /// The day of this end of an event: of a start its first possible day, of an end its last. Nil if
  /// that is not known, or an end has not come yet.
  @inline(__always)
  func day(_ span: DateSpan, lasts: Bool) -> Int32? {
    guard isEnd else { return span.hasFirstDay ? span.earliest : nil }
    guard span.latest != DateSpan.unboundedFuture, span.latest >= span.earliest else { return nil }
    // What lasts and has one date began then: nobody knows when it ended.
    if lasts, !span.flags.contains(.interval) { return nil }
    return span.latest
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmingBlanks: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension DateSpan {
  /// Whether it may mean several days, or is marked as perhaps wrong, so that lengths are counted
  /// from the first or last of its possible days.
  @inline(__always)
  var isInexact: Bool {
    !flags.isDisjoint(with: [
      .partial, .unspecified, .season, .yearUnknown, .uncertain, .approximate,
    ])
  }
}
