/// A place where the gate wrote something visible for a character that is hidden or harmful.
public struct Escape: Sendable, Hashable {
  /// Where the visible form stands, in UTF-8 bytes of the shown text.
  public let range: Range<Int>
  /// Why it was needed.
  public let kind: Kind

  /// Why a character is not shown as it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A control character of C0 or C1, or DEL.
    case control
    /// The end of a line inside a text that is shown on one line.
    case lineBreak
    /// A control that turns the direction of writing.
    case bidirectional
    /// A character without a shape: zero-width, filler, tag, selector or joiner out of place.
    case invisible
    /// A character whose shape only a private agreement tells.
    case privateUse
    /// A noncharacter, or a character newer than Unicode 14, whose width terminals disagree on.
    case unassigned
    /// Combining marks over the limit on one base.
    case excessMarks
    /// A combining mark without a base.
    case looseMark
    /// A byte that is not UTF-8.
    case invalidByte
    /// A character outside ASCII, where only ASCII can be shown.
    case foreign

    /// Whether such a character is a reason to warn a reader.
    public var isSuspect: Bool {
      switch self {
      case .control, .bidirectional, .invisible, .privateUse, .excessMarks, .invalidByte: true
      case .lineBreak, .unassigned, .looseMark, .foreign: false
      }
    }
  }
}

extension Escape {
  /// The same escape further along the text.
  func moved(by offset: Int) -> Escape {
    Escape(range: range.lowerBound + offset..<range.upperBound + offset, kind: kind)
  }

  /// The part of the escape inside a range, if any.
  func clamped(to limits: Range<Int>) -> Escape? {
    let rest = range.clamped(to: limits)
    return rest.isEmpty ? nil : Escape(range: rest, kind: kind)
  }
}

extension ShownText {
  /// Whether something was made visible that a reader should be warned of.
  public var isSuspect: Bool { escapes.contains { $0.kind.isSuspect } }
}
