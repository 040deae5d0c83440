/// How the rows of a table become cases and events.
///
/// Profiles are YAML files; `casebook.yaml` among the built-in ones teaches the notation.
public struct Profile: Sendable, Hashable, Codable {
  /// What the tables it reads are called.
  public var name = ""
  /// What they are, in one line; empty if the profile does not say it.
  public var about = ""
  /// The header a table has to have.
  public var header = HeaderRule()
  /// What separates the cells; nothing where the file shows it.
  public var delimiter: TableDelimiter?
  /// Words that mean that nothing was written; a blank always does.
  public var missing: [String] = []
  /// Words that mean that something was blacked out, besides the exemptions of the Freedom of
  /// Information Act, which are always known.
  public var redacted: [String] = []
  /// Whether a cell that begins with an apostrophe before what a spreadsheet takes for a formula
  /// was guarded so by the program that wrote it, as ``CSVWriter`` does; one is taken away.
  public var isGuarded = false
  /// Columns that are not taken in, besides those of `PersonalColumns`.
  public var dropped: [String] = []
  /// Whether columns that say who a person is are taken in. No file can ask for it: the user does,
  /// with an option.
  public var keepsIdentifiers = false
  /// How dates are written.
  public var dates = DateRule()
  /// Values worked out for each row, which templates name like columns.
  public var values: [NamedValue] = []
  /// What makes a row part of a case; rows without one are cases of one row.
  public var caseID: Expression?
  /// How far ids reach: rows with one id are one case within it.
  public var release = Release.file
  /// The names of profiles whose tables this one's tables were made from. Beside such a table in a
  /// release they are not read, for they would tell the same events again.
  public var derived: [String] = []
  /// What is said of the case, key by key; `subject.sex` is the key `sex` of `subject`.
  public var caseEntries: [Entry] = []
  /// The sources every case lists, each a list of keys with their text.
  public var sources: [[SourceEntry]] = []
  /// The events of a row.
  public var events: [EventRule] = []
  /// Where the columns go that no template names.
  public var rest = Rest.event

  /// Makes an empty profile.
  public init() {}

  /// The header a table has to have for a profile to read it.
  public struct HeaderRule: Sendable, Hashable, Codable {
    /// Columns that all have to be there, each under any of its names; case, blanks and underscores
    /// do not count.
    public var all: [[String]] = []
    /// Columns of which one has to be there; none means that it does not matter.
    public var any: [String] = []
    /// Columns none of which may be there: those of other tables with the same columns and more.
    public var lacks: [String] = []
    /// How many rows are looked through for the header.
    public var within = 1
    /// The names of the columns of tables without a header; empty where there is one.
    public var columns: [String] = []
    /// Those of these columns that hold dates, by which such tables are known.
    public var dates: [String] = []

    /// Makes a rule that any header meets.
    public init() {}
  }

  /// How dates are written where they are not EDTF.
  public struct DateRule: Sendable, Hashable, Codable {
    /// Whether days or months come first between slashes, where nothing else is said.
    public var order: DateOrder?
    /// The order for columns by name.
    public var columns: [String: DateOrder] = [:]
    /// The first of the hundred years that two digits mean.
    public var firstYear = 1930
    /// What becomes of the times of what lasted, since EDTF has no times in intervals.
    public var times = Times.drop

    /// Makes the rule that dates show their order themselves.
    public init() {}

    /// What becomes of a time that has no place in the date.
    public enum Times: String, Sendable, Hashable, Codable, CaseIterable {
      /// It stands in the original row alone.
      case drop
      /// The event keeps the whole moment as a field under the name of its column.
      case keep
    }
  }

  /// A value with a name of its own.
  public struct NamedValue: Sendable, Hashable, Codable {
    /// The name for templates.
    public var name: String
    /// What it is made of.
    public var source: Expression
    /// What stands for each value; without it the value stays.
    public var map: [MapEntry]?
    /// What it is where nothing is written.
    public var blank: String?
    /// What it is where the map does not have the value; nothing means the value as written.
    public var other: String?
    /// What it is where the value is blacked out; nothing means the word `redacted`.
    public var redacted: String?
  }

  /// A line of a map.
  public struct MapEntry: Sendable, Hashable, Codable {
    /// The value in the table; case and blanks around it do not count.
    public var from: String
    /// What it means.
    public var to: String
  }

  /// Templates of which the first that gives something holds.
  public struct Expression: Sendable, Hashable, Codable {
    /// The templates in order.
    public var alternatives: [Template]
    /// What separates several values in one cell.
    public var separator: String?
  }

  /// A key and what it says.
  public struct Entry: Sendable, Hashable, Codable {
    /// The key, with a dot between a map and its key.
    public var key: String
    /// What it says.
    public var value: Expression
  }

  /// A key of a source and its text, which may name `<file>`.
  public struct SourceEntry: Sendable, Hashable, Codable {
    /// The key.
    public var key: String
    /// The text.
    public var value: Expression
  }

  /// An event that a row tells of.
  public struct EventRule: Sendable, Hashable, Codable {
    /// What the event is, such as `detainer`.
    public var type: Expression?
    /// What has to have a value for the event to be made; nothing means that it always is.
    public var condition: Expression?
    /// When it was, or when it began.
    public var date: Expression?
    /// When it ended.
    public var end: Expression?
    /// Whether an event without an end still goes on.
    public var isOpen = false
    /// All other keys; `*` stands for pairs such as `Ward="3"`, each a key of its own.
    public var entries: [Entry] = []

    /// Makes an event without anything.
    public init() {}
  }

  /// What is one release, within which an id means one person. Ids never join across releases.
  public enum Release: String, Sendable, Hashable, Codable, CaseIterable {
    /// Each file.
    case file
    /// All tables of a folder whose profiles say so.
    case folder
  }

  /// Where columns go that no template names.
  public enum Rest: String, Sendable, Hashable, Codable, CaseIterable {
    /// To the first event of the row; to the case where the row makes no event.
    case event
    /// To the case.
    case `case`
    /// Nowhere: they are seen in the original row only.
    case nowhere
  }
}

/// Whether day or month comes first between slashes.
public enum DateOrder: String, Sendable, Hashable, Codable, CaseIterable {
  /// `12/31/2024`
  case monthFirst = "month first"
  /// `31/12/2024`
  case dayFirst = "day first"
}
