extension Loader {
  /// Whether everything can be read once more from its beginning.
  func canReadAgain(_ locations: [SourceLocation]) -> Bool {
    locations.allSatisfy { if case .standardInput = $0 { false } else { true } }
  }
}

extension KnownUnits {
  /// The paths of files of which some text was not UTF-8 when it was read.
  var encodedPaths: Set<String> {
    Set(files.lazy.filter { $0.form.encoding != nil }.map(\.path))
  }
}

extension SourceFile {
  /// Says that the text is read in another encoding than UTF-8; a warning if that was decided
  /// against part of the text.
  var encodingNote: Problem? {
    guard let encoding else { return nil }
    guard case .bytes(_, let line, let utf8) = encoding.rule else {
      return Problem(.note, file: displayPath, .encoding(encoding))
    }
    return Problem(
      utf8 > 0 ? .warning : .note, file: displayPath, at: SourcePosition(line: line, column: 1),
      .encoding(encoding))
  }
}

extension Problem {
  /// Whether the text is perhaps in another encoding than it was taken for.
  var isOfEncoding: Bool {
    switch fact {
    case .table(.notUTF8): true
    case .syntax(let error):
      switch error.fact {
      case .invalidUTF8, .looksLike(.text): true
      default: false
      }
    default: false
    }
  }
}
