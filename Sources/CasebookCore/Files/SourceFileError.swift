/// Why a file cannot be read.
public enum SourceFileError: Error, Sendable, Equatable, Codable {
  /// What stands at a path where a regular file was expected.
  public enum Kind: String, Sendable, Codable {
    /// A named pipe.
    case fifo
    /// A socket.
    case socket
    /// A terminal or another character device.
    case characterDevice
    /// A disk or another block device.
    case blockDevice
    /// A folder.
    case folder
    /// Something else.
    case other
  }

  /// Opening failed with an error number of the system.
  case cannotOpen(errno: Int32)
  /// Reading failed with an error number of the system.
  case cannotRead(errno: Int32)
  /// It is no regular file.
  case notRegular(Kind)
  /// It is larger than the limit `file-size`, in bytes.
  case tooLarge(limit: Int)
  /// The text in it is larger than the limit `file-size`, in bytes.
  case expandsBeyond(limit: Int)
  /// It is not compressed as its name says, or damaged; about at a byte of the file.
  case damaged(byte: Int)
  /// It ends before what is compressed in it does, at a byte of the file.
  case cutShort(byte: Int)
  /// It changed while it was read, twice.
  case changedWhileRead
  /// It is not the file it was when the library was loaded.
  case changedSinceLoad
  /// Neither its first bytes nor its name are those of a kind of file that is read.
  case unknownFormat
  /// It is known what it is, and that it is not read.
  case notRead(UnreadKind)
  /// A part of it contradicts itself, or its sums do not match; the part is empty if it is the file.
  case tablesDamaged(part: String)
  /// It ends before its tables do.
  case tablesCut(part: String)
  /// A part of it uses something that is not supported.
  case tablesUnsupported(part: String)
  /// A part of it declares XML entities, which can make a small file endless.
  case tablesWithEntities(part: String)
  /// Its rows are events of another program, but for the first, which has no date.
  case eventsWithoutFirstDate
  /// A link in a folder that was opened leads out of it, to the path given.
  case leadsOut(target: String)
  /// There is no memory for so many bytes; `free` says how many there are, if that is known.
  case needsMemory(bytes: Int, free: Int?)
  /// A link that leads back to a folder on its own path.
  case loop
  /// Folders inside folders beyond the limit `folder-depth`.
  case tooDeep(limit: Int)
}
