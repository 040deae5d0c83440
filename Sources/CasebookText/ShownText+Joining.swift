extension ShownText {
  /// Joins two texts.
  public static func + (left: ShownText, right: ShownText) -> ShownText {
    var joined = left
    joined += right
    return joined
  }

  /// Appends a text.
  public static func += (left: inout ShownText, right: ShownText) {
    let offset = left.string.utf8.count
    left.string += right.string
    left.escapes += right.escapes.map { $0.moved(by: offset) }
  }

  /// The same text several times; nothing for a negative number.
  public static func repeating(_ text: ShownText, count: Int) -> ShownText {
    guard count > 0 else { return .empty }
    guard text.escapes.isEmpty else {
      return (0..<count).reduce(into: ShownText.empty) { joined, _ in joined += text }
    }
    return ShownText(guarded: String(repeating: text.string, count: count))
  }

  /// A number and its noun, such as "1 case" or "79,053 cases".
  public static func plural(_ number: Int, _ one: ShownText, _ many: ShownText) -> ShownText {
    grouped(number) + " " + (number == 1 ? one : many)
  }

  /// A whole number with a comma between thousands, such as "79,053".
  public static func grouped(_ number: some FixedWidthInteger) -> ShownText {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return ShownText(guarded: text)
  }
}

extension Sequence<ShownText> {
  /// All texts in order with a separator between them.
  public func joined(separator: ShownText = .empty) -> ShownText {
    var joined = ShownText.empty
    for (index, text) in enumerated() {
      if index > 0 { joined += separator }
      joined += text
    }
    return joined
  }
}
