/// Something a reader of the files should know: where it stands, what was found, what was expected.
///
/// A problem is facts only; the command line, plain mode and the screens word it.
public struct Problem: Sendable, Equatable, Codable {
  /// How bad it is.
  public enum Severity: String, Sendable, Codable, CaseIterable {
    /// The record is refused, and everything else is still read.
    case error
    /// The record is read; something in it is not what the format asks for.
    case warning
    /// The record is read; something in it is worth knowing.
    case note
  }

  /// How bad it is.
  public var severity: Severity
  /// The file's path as given, raw.
  public var file: String
  /// Where in the file; nothing where the whole file is meant.
  public var position: SourcePosition?
  /// The id of the record, where it is known.
  public var caseID: String?
  /// What it is.
  public var fact: Fact
  /// How often it was met; the position is the first.
  public var count: Int

  /// Makes a problem.
  public init(
    _ severity: Severity, file: String, at position: SourcePosition? = nil,
    caseID: String? = nil, _ fact: Fact, count: Int = 1
  ) {
    self.severity = severity
    self.file = file
    self.position = position
    self.caseID = caseID
    self.fact = fact
    self.count = count
  }

  /// What can be wrong or worth knowing.
  public enum Fact: Sendable, Equatable, Codable {
    /// The file cannot be read.
    case unreadable(SourceFileError)
    /// The text is not what its format asks for.
    case syntax(TreeError)
    /// The text is read, with something to know.
    case syntaxWarning(TreeWarning)
    /// A date is not one of EDTF level 0 or 1; it is kept as written, and nothing is dated by it.
    case date(written: String, CalendarDateError)
    /// A record is something else than a map of keys.
    case notARecord(found: ValueKind)
    /// A key has a value of another kind than the format asks for.
    case wrongKind(key: String, found: ValueKind, expected: [ValueKind])
    /// The file asks for a later version of the format.
    case laterFormat(version: String)
    /// A key the format does not name; it is kept as a field.
    case unknownKey(String, nearest: String?)
    /// An event type the vocabulary does not know; it is kept as a point in the lane of context.
    case unknownType(String, nearest: String?)
    /// The library has more different keys than the limit; the value stays with its case and can be
    /// searched, but not filtered by its key.
    case keysBeyondLimit(Int)
    /// A part of the library has more event types than the limit.
    case tooManyTypes(limit: Int)
    /// An event says no type; it counts as a record.
    case missingType
    /// A value of a closed list is none of its members; it is kept.
    case unknownValue(key: String, value: String, allowed: [String], nearest: String?)
    /// A value under a key that says who a person is; it is left out.
    case identifier(key: String)
    /// An event refers to a source the case does not have.
    case unknownSource(String)
    /// Two records have one id; both are kept.
    case duplicateID(String, firstFile: String, firstLine: Int?)
    /// Something in the settings of the library is wrong; it is passed over.
    case settings(ProfileProblem)
    /// A table is not what its profile asks for.
    case table(TableProblem)
    /// A part of the library has more text than memory can be addressed for.
    case tooMuchText
    /// The files will probably take more memory, in bytes, than there is.
    case mayNotFit(needed: Int, available: Int)
    /// Loading ended at a limit; what was loaded before is kept.
    case limitReached(name: String, limit: Int)
    /// Nothing in the file is a record.
    case noRecords
    /// The text is not UTF-8 and is read in another encoding.
    case encoding(EncodingFinding)
    /// A table of a release with the same rows as another of its tables, which is read in its place.
    case repeatedTable(of: String)
    /// A table that was made from others beside it, which are read in its place.
    case derivedTable
  }
}

/// The kinds of values in a file.
public enum ValueKind: String, Sendable, Codable, CaseIterable {
  /// A text.
  case text
  /// A number.
  case number
  /// True or false.
  case boolean
  /// An explicit nothing.
  case null
  /// A list.
  case list
  /// A map of keys.
  case map
}
