/// The bounds every input ends within; each has a name a user can set.
public struct Limits: Sendable, Equatable {
  /// Bytes of a file (`file-size`).
  public var fileSize = 4 << 30
  /// Bytes of a record (`record-size`).
  public var recordSize = 16 << 20
  /// Lists and maps inside each other (`depth`).
  public var depth = 256
  /// Keys of one map (`keys`).
  public var keys = 10_000
  /// Nodes that aliases may add to a file (`aliases`).
  public var aliases = 10_000
  /// Bytes of text that aliases may add to a document of YAML (`alias-size`).
  public var aliasBytes = 1 << 20
  /// Columns of a table (`columns`).
  public var columns = 4_096
  /// Rows of tables that one case is made of (`case-rows`).
  public var caseRows = 100_000
  /// Different keys of a library that have columns (`paths`).
  public var paths = 20_000
  /// Different types of events in a part of a library (`types`); at most 65,535.
  public var types = 10_000
  /// Cases of a library (`cases`).
  public var cases = 100_000_000
  /// Events of a library (`events`).
  public var events = 1_000_000_000
  /// Bytes of memory that the columns of a library take (`memory`); nothing for what is free.
  public var memory: Int?
  /// Folders inside each other (`folder-depth`).
  public var folderDepth = 64

  /// The limits that hold unless the user sets others.
  public init() {}
}
