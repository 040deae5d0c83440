import CasebookCore
import CasebookText

/// Why a file cannot be read, in words.
package enum FileErrorWords {
  static func text(_ error: SourceFileError) -> ShownText {
    switch error {
    case .cannotOpen(let code): "Cannot be opened: \(reason(code))"
    case .cannotRead(let code): "Cannot be read: \(reason(code))"
    case .notRegular(let kind): "Not a regular file (\(name(kind)))"
    case .tooLarge(let limit): "Larger than the limit file-size of \(grouped: limit) bytes"
    case .expandsBeyond(let limit):
      "The text compressed in it is larger than the limit file-size of \(grouped: limit) bytes"
    case .damaged(let byte):
      "Not compressed as its name says, or damaged, about at byte \(grouped: byte)"
    case .cutShort(let byte):
      "It ends at byte \(grouped: byte), before what is compressed in it does"
    case .changedWhileRead: "It changed while it was read, twice; reload reads it again"
    case .changedSinceLoad: "It has changed since it was loaded; reload reads it again"
    case .unknownFormat:
      """
      Not a kind of file Casebook reads: .yaml .yml .json .jsonl .ndjson .csv .tsv .psv, each also \
      as .gz .zst .xz; .xlsx .parquet .feather .dta .sav .por .sas7bdat .xpt .sqlite .zip
      """
    case .notRead(let kind): UnreadWords.text(kind)
    case .tablesDamaged(let part):
      "Damaged, or not the kind of file that its first bytes say\(inPart(part))"
    case .tablesCut(let part): "It ends before its tables do\(inPart(part)); get the whole file"
    case .tablesUnsupported(let part):
      "It uses something that Casebook does not read\(inPart(part)); save it in another form"
    case .tablesWithEntities(let part):
      "It declares XML entities, which can make a small file endless\(inPart(part)); not read"
    case .eventsWithoutFirstDate:
      """
      Its rows are events, but the first has no date: take a header off, name the file .tsv, or put \
      an event with a date first
      """
    case .leadsOut(let target):
      """
      A link that leads out of the opened folder, to \(Gate.shown(target)); to read that, name it on \
      the command line
      """
    case .needsMemory(let bytes, let free):
      "Reading it takes \(grouped: bytes) bytes of memory"
        + (free.map { "; \(grouped: $0) are free" } ?? ", more than there is")
    case .loop: "The folder was visited before; what is in it is read once"
    case .tooDeep(let limit): "Deeper than the limit folder-depth of \(limit)"
    }
  }

  /// Why a file cannot be written.
  package static func text(_ failure: CheckedFile.Failure) -> ShownText {
    switch failure {
    case .system(let code): reason(code)
    case .isSource: "cases are read from it, and their files are never written"
    case .exists: "it is there already"
    }
  }

  /// The part of a file that an error is in; nothing if it is the file.
  private static func inPart(_ part: String) -> ShownText {
    part.isEmpty ? "" : ", in \(Gate.shown(part))"
  }

  private static func name(_ kind: SourceFileError.Kind) -> ShownText {
    switch kind {
    case .fifo: "FIFO"
    case .socket: "socket"
    case .characterDevice: "character device"
    case .blockDevice: "block device"
    case .folder: "folder"
    case .other: "special file"
    }
  }

  /// The usual reasons in our own words, so that they do not depend on the locale.
  static func reason(_ code: Int32) -> ShownText {
    switch code {
    case 1, 13: "permission denied"
    case 2: "no such file or folder"
    case 5: "input or output error"
    case 21: "it is a folder"
    case 20: "a part of the path is no folder"
    case 24: "too many open files"
    case 27: "the file would be larger than allowed"
    case 28, 122: "the disk is full"
    case 30: "the disk can only be read"
    case 36: "the name is too long"
    case 40: "too many links lead to each other"
    default: "system error \(code)"
    }
  }
}
