import CasebookCore
import CasebookText

/// What a file is that is not read, and what to do, in words.
enum UnreadWords {
  static func text(_ kind: UnreadKind) -> ShownText {
    switch kind {
    case .oldWorkbook:
      "An Excel workbook from before 2007 (.xls), or an older Office file; save it as .xlsx or .csv"
    case .binaryWorkbook: "A binary Excel workbook (.xlsb); save it as .xlsx or .csv"
    case .encrypted: "It is encrypted; save a copy without a password"
    case .openDocument: "An OpenDocument file (.ods); save it as .xlsx or .csv"
    case .word: "A text document; copy its tables into a .csv file"
    case .featherOne: "Feather version 1; write it again as version 2 or as .parquet"
    case .compressedOtherwise: "Compressed or archived in a way Casebook does not read; unpack it"
    case .nestedArchive:
      "A file inside an archive that is compressed again, or of another kind; unpack the archive"
    case .webPage: "A web page (HTML), not a table; download the file itself"
    case .pdf: "A PDF document; copy its tables into a .csv file"
    case .pointer(let size):
      """
      A Git LFS pointer, not the data\(size > 0 ? " of \(grouped: size) bytes" : ""); run git lfs \
      pull, or download the file
      """
    case .noTables: "There is no table in it"
    }
  }
}
