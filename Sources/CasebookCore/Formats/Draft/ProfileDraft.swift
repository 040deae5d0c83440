/// A profile for a table that none is known for, guessed from its columns and its first rows.
///
/// The guesses are meant to be read and corrected: ``yaml`` says beside each what it rests on.
public struct ProfileDraft: Sendable {
  /// An event that is guessed from a column of dates.
  struct Event: Sendable {
    /// The type, such as `ice_arrest`.
    var type: String
    /// The column of its date.
    var start: Int
    /// The column of its end; `nil` if it has none.
    var end: Int?
    /// The key in the profile and the column of what is said of the event.
    var entries: [(key: String, columns: [Int])] = []
  }

  let sample: TableSample
  /// The columns that may say who a person is, and are not read.
  private(set) var dropped: [Int] = []
  /// The column whose values join rows; `nil` if none looks so.
  private(set) var id: Int?
  /// The columns of dates.
  private(set) var dates: [Int] = []
  /// Columns of dates that are of the file and not of its rows, such as the day of an extract.
  private(set) var datesOfFile: [Int] = []
  private(set) var events: [Event] = []
  /// The columns of the title, with the text before each.
  private(set) var title: [Int] = []
  /// The keys of the subject, such as `subject.sex`, with their columns.
  private(set) var subject: [(key: String, column: Int)] = []

  /// Guesses a profile.
  public init(_ sample: TableSample) {
    self.sample = sample
    let isOfThings = PersonalColumns.isTableOfThings(sample.header.names)
    for (column, found) in sample.columns.enumerated() where isNameable(column) {
      let isBirth = found.isDates && (found.words.contains("birth") || found.words.contains("dob"))
      if !isOfThings && PersonalColumns.contains(found.name) || isBirth {
        dropped.append(column)
      } else if found.isDates {
        let isOfFile = !DraftWords.ofFiles.isDisjoint(with: found.words)
        if isOfFile || found.isConstant && sample.rowCount >= 20 {
          datesOfFile.append(column)
        } else {
          dates.append(column)
        }
      }
    }
    id = findID()
    findSubject()
    findEvents()
    findTitle()
  }

  private func words(_ column: Int) -> [String] { sample.columns[column].words }

  private func isFree(_ column: Int) -> Bool {
    isNameable(column) && !dropped.contains(column) && !sample.columns[column].isDates
      && column != id
  }

  // MARK: - The id

  /// The column that looks most like the id of a person or a case; the first of equal ones.
  private func findID() -> Int? {
    var best: (column: Int, score: Int)?
    for (column, found) in sample.columns.enumerated()
    where isFree(column) {
      let score = Self.idScore(found)
      if score > best?.score ?? 0 { best = (column, score) }
    }
    return best?.column
  }

  /// How much a column looks like an id; 0 if it does not.
  private static func idScore(_ found: ColumnSample) -> Int {
    let words = Set(found.words)
    let isNamed = !words.isDisjoint(with: [
      "id", "ids", "identifier", "identifer", "number", "no", "num", "key", "guid", "uuid", "code",
    ])
    guard isNamed, words.isDisjoint(with: DraftWords.notOfCases) else { return 0 }
    if found.writtenCount > 0, !found.hasMoreValues, found.values.count < 2 { return 0 }
    // An id is one word, and says something of most rows.
    if found.wordCount * 10 < found.writtenCount * 9 || found.longest > 64 { return 0 }
    if words.contains("code") { return 0 }
    if !words.isDisjoint(with: ["unique", "anonymized", "anonymised", "pseudonym"]) { return 6 }
    if !words.isDisjoint(with: DraftWords.persons) { return 5 }
    if !words.isDisjoint(with: ["case", "booking", "docket", "record"]) { return 4 }
    if found.words == ["id"] { return 3 }
    return words.isDisjoint(with: ["id", "identifier", "identifer", "guid", "uuid"]) ? 1 : 2
  }

  // MARK: - The person

  private mutating func findSubject() {
    for (key, names) in DraftWords.subject {
      let found = sample.columns.indices.first { column in
        isFree(column) && names.contains { $0 == words(column) }
          && !subject.contains { $0.column == column }
      }
      if let found { subject.append((key, found)) }
    }
  }

  // MARK: - Events

  private mutating func findEvents() {
    var taken: Set<Int> = []
    for column in dates where !taken.contains(column) {
      taken.insert(column)
      let (kind, side) = DraftWords.side(of: words(column))
      var event = Event(type: "", start: column, end: nil)
      if side != .none {
        let other = dates.first { candidate in
          let (otherKind, otherSide) = DraftWords.side(of: words(candidate))
          return !taken.contains(candidate) && otherKind == kind && otherSide != .none
            && otherSide != side
        }
        if let other {
          taken.insert(other)
          (event.start, event.end) = side == .start ? (column, other) : (other, column)
        }
      }
      event.type = DraftWords.eventType(
        of: words(event.start), lasts: event.end != nil, in: sample.columns.map(\.words))
      events.append(event)
    }
    guard !events.isEmpty else { return }
    for (key, groups) in DraftWords.entries {
      let found = groups.compactMap { names in
        sample.columns.indices.first { column in
          isFree(column) && !sample.columns[column].isFlag
            && names.contains { words(column).ends(with: $0) }
        }
      }
      if !found.isEmpty { events[0].entries.append((key, found)) }
    }
  }

  // MARK: - The title

  private mutating func findTitle() {
    let said = subject.map(\.column).filter { sample.columns[$0].writtenCount > 0 }
    let placed = (events.first?.entries.flatMap(\.columns) ?? []).filter { isTelling($0) }
    let others = sample.columns.indices.filter { isTelling($0) }
      .sorted { left, right in
        (sample.columns[right].isCategory ? 1 : 0, right)
          > (sample.columns[left].isCategory ? 1 : 0, left)
      }
    for column in said + placed + others.filter({ sample.columns[$0].values.count > 2 }) + others
    where title.count < 3 && !title.contains(column) {
      title.append(column)
    }
    if title.isEmpty {
      let free = sample.columns.indices.filter {
        isNameable($0) && !dropped.contains($0) && $0 != id
      }
      title = Array(free.prefix(1))
    }
  }

  /// Whether a column of text distinguishes cases: it has several values, short ones, in most rows.
  private func isTelling(_ column: Int) -> Bool {
    let found = sample.columns[column]
    return isFree(column) && !found.isFlag && (found.values.count > 1 || found.hasMoreValues)
      && found.longest <= ColumnSample.longestValue && found.textCount * 2 > found.writtenCount
      && found.writtenCount * 2 >= sample.rowCount
  }
}

extension [String] {
  /// Whether the last words are these.
  fileprivate func ends(with words: [String]) -> Bool {
    count >= words.count && suffix(words.count).elementsEqual(words)
  }
}
