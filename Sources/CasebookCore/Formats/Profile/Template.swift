/// How a value is put together from the columns of a row: text with names in `< >`.
///
/// `<City>, <State>` gives `Hartford, Connecticut`, and `Connecticut` where the city is missing:
/// text between two names stands only where both have a value. Text before the first name always
/// stands, text behind the last only where that one has a value.
/// A template with names gives nothing where none of them has a value and no text stands first.
public struct Template: Sendable, Hashable, Codable {
  /// The parts in order.
  public private(set) var parts: [Part] = []

  /// A piece of a template.
  public enum Part: Sendable, Hashable, Codable {
    /// Text as it is.
    case text(String)
    /// The value of a column, or of a value the profile names.
    case name(String, Style)
  }

  /// How a value is spelled.
  public enum Style: String, Sendable, Hashable, Codable, CaseIterable {
    /// As in the file.
    case written
    /// `ST ANTHONY` as `St Anthony`.
    case title
    /// In small letters.
    case lower
    /// As a name in files: `Arrest by ICE` as `arrest_by_ice`.
    case key
  }

  /// What is wrong with a template.
  public enum Failure: Error, Sendable, Hashable {
    /// A `<` is not closed.
    case unclosedName
    /// There is no name between `<` and `>`.
    case emptyName
    /// What follows `|` is no style.
    case unknownStyle(String, nearest: String?)
  }

  /// Reads a template.
  public init(_ written: String) throws(Failure) {
    var rest = written[...]
    while let open = rest.firstIndex(of: "<") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: ">") else { throw .unclosedName }
      parts.append(try Self.name(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
  }

  /// The names in the template.
  public var names: [String] {
    parts.compactMap { part in
      guard case .name(let name, _) = part else { return nil }
      return name
    }
  }

  private static func name(_ inside: Substring) throws(Failure) -> Part {
    let pieces = inside.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let name = pieces[0].trimmed
    if name.isEmpty { throw .emptyName }
    guard pieces.count == 2 else { return .name(name, .written) }
    let wanted = pieces[1].trimmed
    guard let style = Style(rawValue: wanted) else {
      throw .unknownStyle(
        wanted, nearest: Spelling.nearest(to: wanted, among: Style.allCases.map(\.rawValue)))
    }
    return .name(name, style)
  }
}

extension StringProtocol {
  /// The text without blanks around it.
  var trimmed: String {
    let scalars = unicodeScalars
    let front = scalars.drop { $0.properties.isWhitespace }
    guard let last = front.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    return String(String.UnicodeScalarView(front[...last]))
  }
}
