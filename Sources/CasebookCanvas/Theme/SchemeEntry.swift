/// One key and its value in a scheme file.
struct SchemeEntry {
  let line: Int
  /// The column of the key, from 1.
  let column: Int
  let key: String
  let value: String
  /// The column of the value, or the one after the line where there is none.
  let valueColumn: Int

  /// Whether the key belongs to the block above it.
  var isIndented: Bool { column > 1 }

  /// An error at the key.
  func atKey(_ problem: SchemeError.Problem) -> SchemeError {
    SchemeError(line: line, column: column, problem: problem)
  }

  /// An error at the value.
  func atValue(_ problem: SchemeError.Problem) -> SchemeError {
    SchemeError(line: line, column: valueColumn, problem: problem)
  }
}

extension SchemeEntry {
  /// Reads one line; none for a blank line, a comment and the start of a document.
  static func read(
    _ scalars: [Unicode.Scalar], line: Int
  ) throws(SchemeError) -> SchemeEntry? {
    let start = scalars.firstIndex { $0 != " " } ?? scalars.endIndex
    let rest = scalars[start...]
    if rest.isEmpty || rest.first == "#" || scalars.elementsEqual("---".unicodeScalars) {
      return nil
    }
    guard rest.first != "\t" else {
      throw SchemeError(line: line, column: start + 1, problem: .wrongIndent)
    }
    guard let colon = rest.firstIndex(of: ":"), rest[start..<colon].allSatisfy(isOfKey),
      start < colon, colon + 1 == rest.endIndex || rest[colon + 1] == " "
    else { throw SchemeError(line: line, column: start + 1, problem: .notKeyAndValue) }
    let valueStart = scalars[(colon + 1)...].firstIndex { $0 != " " } ?? scalars.endIndex
    let value = try readValue(scalars[valueStart...], line: line)
    return SchemeEntry(
      line: line, column: start + 1, key: String(rest[start..<colon]), value: value,
      valueColumn: valueStart + 1)
  }

  private static func isOfKey(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
  }

  private static func readValue(
    _ scalars: ArraySlice<Unicode.Scalar>, line: Int
  ) throws(SchemeError) -> String {
    guard let quote = scalars.first, quote == "\"" || quote == "'" else {
      return plainValue(scalars)
    }
    let inside = scalars.dropFirst()
    guard let end = inside.firstIndex(of: quote) else {
      throw SchemeError(line: line, column: scalars.startIndex + 1, problem: .unclosedQuote)
    }
    let after = scalars[(end + 1)...]
    if let more = after.firstIndex(where: { $0 != " " }), !plainValue(after).isEmpty {
      throw SchemeError(line: line, column: more + 1, problem: .textAfterQuote)
    }
    return String(inside[..<end])
  }

  /// A value without quotes ends before a comment and without its last blanks.
  private static func plainValue(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    let comment = scalars.indices.first { index in
      scalars[index] == "#" && (index == scalars.startIndex || scalars[index - 1] == " ")
    }
    let value = scalars[..<(comment ?? scalars.endIndex)]
    let end = value.lastIndex { $0 != " " }.map { $0 + 1 }
    return String(value[..<(end ?? value.startIndex)])
  }
}

extension String {
  fileprivate init(_ scalars: ArraySlice<Unicode.Scalar>) {
    self.init(String.UnicodeScalarView(scalars))
  }
}
