/// Writes safe text scalar by scalar, with what each one needs to know of its neighbours.
struct GateWriter {
  private var text = ""
  private var escapes: [Escape] = []
  /// The last scalar shown as it is; none at the start and after an escape.
  private var previous: Unicode.Scalar?
  /// A joiner or selector that waits for the scalar after it.
  private var pending: Unicode.Scalar?
  private var marks = 0
  private var excess = 0

  /// Begins a text of about so many bytes, for which room is made at once.
  init(capacity: Int) {
    text.reserveCapacity(capacity)
  }

  /// Adds a scalar of raw text.
  mutating func append(_ scalar: Unicode.Scalar) {
    resolvePending(before: scalar)
    let kind = ScalarClass(scalar)
    switch kind {
    case .mark: break
    case .contextual: if excess > 0 { endMarks() }
    default: endMarks()
    }
    switch kind {
    case .plain: keep(scalar)
    case .mark: appendMark(scalar)
    case .contextual: pending = scalar
    case .tab: keep(" ")
    case .escaped(let kind): escape(scalar.visibleForm, kind)
    }
  }

  /// Adds a byte that is not part of UTF-8.
  mutating func append(invalid byte: UInt8) {
    resolvePending(before: nil)
    endMarks()
    escape("<\(hexadecimal(UInt32(byte), digits: 2))>", .invalidByte)
  }

  /// Writes what waits and gives the text.
  mutating func finish() -> ShownText {
    resolvePending(before: nil)
    endMarks()
    return ShownText(guarded: text, escapes: escapes)
  }

  // MARK: - Marks

  private mutating func appendMark(_ scalar: Unicode.Scalar) {
    if previous == nil, excess == 0 {
      escape(scalar.visibleForm, .looseMark)
    } else if marks < DrawnCluster.maximumMarks {
      keep(scalar)
      marks += 1
    } else {
      excess += 1
    }
  }

  private mutating func endMarks() {
    if excess > 0 { escape("<+\(excess) marks>", .excessMarks) }
    marks = 0
    excess = 0
  }

  // MARK: - Joiners and selectors

  private mutating func resolvePending(before next: Unicode.Scalar?) {
    guard let scalar = pending else { return }
    pending = nil
    if isNeeded(scalar, before: next) {
      keep(scalar)
    } else {
      escape(scalar.visibleForm, .invisible)
    }
  }

  private func isNeeded(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?) -> Bool {
    guard let previous else { return false }
    switch scalar.value {
    case 0x200C, 0x200D:
      if previous.isOfJoiningScript { return true }
      let isInEmoji = previous.isPictorial || previous.value == 0xFE0F
      return scalar.value == 0x200D && isInEmoji && next?.isPictorial == true
    case 0xFE0E, 0xFE0F:
      return previous.isPictorial || (previous.properties.isEmoji && next?.value == 0x20E3)
    case 0x180B...0x180F: return (0x1820...0x18AA).contains(previous.value)
    case 0xFE00...0xFE02, 0xE0100...0xE01EF: return previous.properties.isIdeographic
    default: return false
    }
  }

  // MARK: - Output

  private mutating func keep(_ scalar: Unicode.Scalar) {
    text.unicodeScalars.append(scalar)
    previous = scalar
  }

  private mutating func escape(_ form: String, _ kind: Escape.Kind) {
    let start = text.utf8.count
    text += form
    escapes.append(Escape(range: start..<text.utf8.count, kind: kind))
    previous = nil
  }
}

extension Unicode.Scalar {
  /// The caret form of a C0 control and DEL, and the code point of anything else.
  var visibleForm: String {
    if value < 0x20 || value == 0x7F {
      return "^" + String(UnicodeScalar(UInt8(value ^ 0x40)))
    }
    return "<U+\(hexadecimal(value, digits: 4))>"
  }
}

/// A number in upper-case hexadecimal, with zeros before it up to a number of digits.
private func hexadecimal(_ value: UInt32, digits: Int) -> String {
  let text = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
