/// What changed from one library to another: records that are the same, that changed, and that only
/// one of them has.
///
/// Case files are compared case by case, by their ids. The ids of releases change from one to the
/// next, so their rows, which are events, are matched by what does not change: the type, the first
/// day, the facility (its code if both releases have it, else its name, else the place), the start of
/// the stay, and the sex, citizenship and birth year of the person, as far as both have them. Matching
/// is one to one. Of rows that agree in all of this, those that are equal match first, then those with
/// the same end if there is one on each side, then those whose ends lie at most seven days apart or of
/// which one has no end, if there is one on each side. What may be several rows is ambiguous, counted
/// and never guessed.
public struct LibraryComparison: Sendable {
  /// How a record fared.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// All that both libraries have of it is equal.
    case same
    /// A value differs.
    case changed
    /// The new library lacks it.
    case onlyOld = "only_old"
    /// The old library lacks it.
    case onlyNew = "only_new"
    /// It may be one of several.
    case ambiguous
  }

  /// How many records there are of each status; ambiguous ones of both libraries.
  public struct Counts: Sendable, Equatable {
    private var numbers: [Status: Int] = [:]

    /// How many there are of a status.
    public subscript(_ status: Status) -> Int { numbers[status] ?? 0 }

    mutating func add(_ status: Status) { numbers[status, default: 0] += 1 }
  }

  /// A record of one library.
  public struct Place: Sendable, Equatable {
    /// The row of the library.
    public var row: Int
    /// The event of the case, in the order of the file; nil if the case itself is meant.
    public var event: Int?
  }

  /// A record that is not the same in both.
  public struct Record: Sendable, Equatable {
    /// How it fared.
    public var status: Status
    /// The event type; nil for a case.
    public var type: String?
    /// Where it is in the old library.
    public var old: Place?
    /// Where it is in the new one.
    public var new: Place?
    /// The group it was counted in.
    var group: Int
  }

  /// Whether cases were compared by id, not events by what does not change.
  public let isByID: Bool
  /// What groups were made by; nil for event types.
  public let field: GroupField?
  /// The counts of all.
  public let counts: Counts
  /// The counts of each group, in the order of the groups, what is not said last.
  public let groups: [(name: String?, counts: Counts)]
  /// The records that are not the same: changed ones, those only in the old library, those only in the
  /// new one, ambiguous ones; each in the order of its file.
  public let records: [Record]
  /// The fields of events that both libraries have.
  let fields: Set<String>

  /// Compares two libraries.
  ///
  /// - Parameters:
  ///   - old: The older library.
  ///   - new: The newer one.
  ///   - by: `week`, another part of the year, or a field to count by; nil for event types.
  /// - Throws: A field that means nothing; libraries that have nothing in common.
  /// - Complexity: O(n log n) of the events; case files are read whole.
  public init(_ old: Library, _ new: Library, by: String? = nil) throws(QuestionError) {
    let areReleases = (old.isOfRelease, new.isOfRelease)
    guard areReleases.0 == areReleases.1 else { throw .differentKinds }
    isByID = !areReleases.0
    var reader = try RecordReading(old, new, by: by)
    fields = reader.fields
    field = reader.field
    let found = isByID ? try reader.casesByID() : try reader.eventsByAttributes()
    var (all, byGroup) = (Counts(), [Int: Counts]())
    for record in found {
      all.add(record.status)
      byGroup[record.group, default: Counts()].add(record.status)
    }
    counts = all
    groups = byGroup.map { (name: reader.name(ofGroup: $0.key), counts: $0.value) }
      .sorted { left, right in
        (left.name == nil ? 1 : 0, left.name ?? "") < (right.name == nil ? 1 : 0, right.name ?? "")
      }
    let order = Status.allCases
    let rank = { (record: Record) in
      (
        order.firstIndex(of: record.status) ?? 0, record.old?.row ?? record.new?.row ?? 0,
        record.old?.event ?? record.new?.event ?? 0
      )
    }
    records = found.filter { $0.status != .same }.sorted { rank($0) < rank($1) }
  }
}

extension Library {
  /// Whether its cases are people of a release, whose ids hold in it alone.
  var isOfRelease: Bool {
    files.contains { $0.table?.profile.release == .folder }
  }
}
