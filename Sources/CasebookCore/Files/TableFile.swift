internal import CTables
import Glibc

/// The kinds of files that hold tables, or other files, in a form that is not text.
public enum TableFileKind: UInt8, Sendable, Hashable, Codable, CaseIterable {
  /// Office Open XML: `.xlsx` and `.xlsm`.
  case workbook
  /// Stata: `.dta`.
  case stata
  /// SPSS: `.sav` and `.zsav`.
  case spss
  /// SPSS portable: `.por`.
  case spssPortable
  /// SAS: `.sas7bdat`.
  case sas
  /// SAS transport: `.xpt`.
  case sasTransport
  /// SQLite: each table and each view.
  case sqlite
  /// A zip archive, whose members are read as files of a folder.
  case zip
  /// Parquet.
  case parquet
  /// Arrow IPC, of which Feather version 2 is one.
  case arrow

  /// Whether the columns have names of their own, so that the first row of data is row 1. In a
  /// worksheet the header is a row like any other.
  var hasSchema: Bool { self != .workbook && self != .zip }

  /// What a part of the file is called.
  var partKind: FilePart.Kind {
    switch self {
    case .workbook: .sheet
    case .zip: .member
    default: .table
    }
  }
}

/// A part of a file that is read as a file of its own.
public struct FilePart: Sendable, Hashable, Codable {
  /// What the part is called by people who work with the file.
  public enum Kind: String, Sendable, Hashable, Codable {
    /// A sheet of a workbook.
    case sheet
    /// A table or a view of a database.
    case table
    /// A member of an archive.
    case member
  }

  /// What it is.
  public var kind: Kind
  /// Its name in the file, raw.
  public var name: String
  /// Whether it is hidden from people who open the file.
  public var isHidden: Bool
}

/// A file of tables that is open; for one thread at a time.
final class TableFile {
  private let file: OpaquePointer
  private let limit: Int

  /// Opens a file of tables.
  ///
  /// - Parameters:
  ///   - descriptor: The open file, which outlives this one.
  ///   - kind: What the file is.
  ///   - limit: Bytes that a part of the file may expand to.
  /// - Throws: ``SourceFileError`` if the file is damaged, cut, encrypted or cannot be read.
  init(_ descriptor: Int32, _ kind: TableFileKind, limit: Int) throws(SourceFileError) {
    guard let raw = ctables_kind(rawValue: kind.rawValue),
      let opened = ctables_open(descriptor, raw, UInt64(limit))
    else { throw .cannotRead(errno: ENOMEM) }
    file = opened
    self.limit = limit
    try check()
  }

  deinit { ctables_close(file) }

  /// The parts of the file in its order. The only table of a file may have no name.
  func parts(_ kind: TableFileKind) -> [FilePart] {
    (0..<ctables_count(file)).map { number in
      FilePart(
        kind: kind.partKind, name: String(cString: ctables_name(file, number)),
        isHidden: ctables_is_hidden(file, number) != 0)
    }
  }

  /// Begins to read a part from its first byte of text.
  func select(_ number: Int) throws(SourceFileError) {
    guard ctables_select(file, number) == 0 else { return }
    try check()
    // The file no longer has as many parts as when it was found.
    throw .changedSinceLoad
  }

  /// Fills a room with the next bytes of text; fewer only if the text ends.
  func read(into room: UnsafeMutableRawBufferPointer) throws(SourceFileError) -> Int {
    let got = ctables_read(
      file, room.baseAddress?.assumingMemoryBound(to: UInt8.self), room.count)
    if got < room.count { try check() }
    return got
  }

  /// The bytes of the file that were read.
  var filePosition: Int { Int(clamping: ctables_offset(file)) }

  private func check() throws(SourceFileError) {
    let part = String(cString: ctables_failed_part(file))
    switch ctables_failed(file) {
    case .none: return
    case .damaged: throw .tablesDamaged(part: part)
    case .cut: throw .tablesCut(part: part)
    case .unreadable: throw .cannotRead(errno: ctables_errno(file))
    case .memory: throw .cannotRead(errno: ENOMEM)
    case .encrypted: throw .notRead(.encrypted)
    case .too_large: throw .expandsBeyond(limit: limit)
    case .unsupported: throw .tablesUnsupported(part: part)
    case .entities: throw .tablesWithEntities(part: part)
    }
  }
}
