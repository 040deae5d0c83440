import CasebookCore
import CasebookText

/// Where a record stands, in words.
package enum OriginWords {
  /// "cases/ct-2024-0007.yaml, line 3".
  package static func line(_ library: Library, row: Int) -> ShownText {
    let (file, place) = library.origin(ofRow: row)
    return "\(Gate.shown(file.displayPath)), line \(place.line)"
  }
}

/// The text of a record as it stands in its file.
package enum RawRecord {
  /// The lines, made safe; one line that says why where the file cannot be read.
  package static func lines(_ library: Library, row: Int) -> [ShownText] {
    switch library.rawText(row: row) {
    case .success(let text): Gate.lines(text)
    case .failure(let failure): [ProblemWords.line(failure.problem)]
    }
  }
}
