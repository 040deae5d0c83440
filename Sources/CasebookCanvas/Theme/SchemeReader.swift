/// Why a scheme file was refused, and where.
public struct SchemeError: Error, Sendable, Hashable {
  /// The line, from 1.
  public let line: Int
  /// The column in Unicode scalars, from 1.
  public let column: Int
  /// What is wrong.
  public let problem: Problem

  /// What can be wrong with a scheme file; names and values are raw.
  public enum Problem: Sendable, Hashable {
    /// No colon after a key, or a list, or another form of YAML that schemes do not use.
    case notKeyAndValue
    /// A blank before a key that is not part of the palette, or a tab.
    case wrongIndent
    /// A key that schemes do not have.
    case unknownKey(String)
    /// A key that stands twice.
    case duplicateKey(String)
    /// A key without a value.
    case missingValue(String)
    /// A quote that is not closed in its line.
    case unclosedQuote
    /// Text after the closing quote.
    case textAfterQuote
    /// A value that is not six hexadecimal digits.
    case notAColour(String)
    /// A system other than base16 and base24, or a variant other than dark and light.
    case unknownChoice(String)
    /// A colour or the name is not given.
    case missingKey(String)
    /// More than a scheme ever needs.
    case tooLong
  }
}

extension Base16Scheme {
  /// Reads a scheme file in the older form, with colours at the left, or in the newer one, with
  /// colours in a `palette`.
  ///
  /// - Throws: ``SchemeError`` for the first thing that is wrong.
  public static func parse(_ text: String) throws(SchemeError) -> Base16Scheme {
    var entries = SchemeEntries()
    var number = 0
    for line in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      number += 1
      guard number <= 1_000, line.count <= 1_000 else {
        throw SchemeError(line: number, column: 1, problem: .tooLong)
      }
      var scalars = Array(String(Substring(line)).unicodeScalars)
      if scalars.last == "\r" { scalars.removeLast() }
      if let entry = try SchemeEntry.read(scalars, line: number) { try entries.add(entry) }
    }
    return try entries.scheme(lastLine: number)
  }
}
