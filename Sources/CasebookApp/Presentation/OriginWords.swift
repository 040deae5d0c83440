import CasebookCore
import CasebookText

/// Where a record stands, in words.
package enum OriginWords {
  /// "cases/ct-2024-0007.yaml, line 3"; of a case of several rows of tables
  /// "arrests.csv, line 4, and 3 more rows, in 2 files". Text that is not UTF-8 is named as such:
  /// "cases.csv, line 3, read as Windows-1252".
  package static func line(_ library: Library, row: Int) -> ShownText {
    let (file, place) = library.origin(ofRow: row)
    let encoding: ShownText =
      file.form.encoding.map { ", read as \(EncodingWords.name($0))" } ?? ""
    let first: ShownText = "\(Gate.shown(file.displayPath)), line \(place.line)\(encoding)"
    let (rows, files) = library.furtherRows(ofRow: row)
    if rows == 0 { return first }
    let more: ShownText = "\(first), and \(ShownText.plural(rows, "more row", "more rows"))"
    return files == 1 ? more : "\(more), in \(files) files"
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
