import CScan

/// Problems in the order they were met, where those that only repeat are counted instead.
public struct ProblemList: Sendable {
  /// The problems; errors stand each on its own.
  public private(set) var problems: [Problem] = []
  /// The files that were not read.
  private(set) var unreadFiles: Set<String> = []
  /// How many problems say so; of a file that is read in parts there may be several.
  private(set) var unreadFileProblemCount = 0
  private var repeated: [String: Int] = [:]

  /// Makes an empty list.
  public init() {}

  /// The problems that say that a file was not read, or not to its end.
  public var unread: [Problem] {
    unreadFileProblemCount == 0 ? [] : problems.filter(\.isOfUnreadFile)
  }

  /// Adds a problem; a note or a warning of the same kind about the same key only raises a count.
  public mutating func add(_ problem: Problem) {
    if problem.isOfUnreadFile {
      unreadFiles.insert(problem.file)
      unreadFileProblemCount += 1
    }
    cscan_count_work(1)
    guard let key = problem.repetitionKey else {
      problems.append(problem)
      return
    }
    if let index = repeated[key] {
      problems[index].count += problem.count
    } else {
      repeated[key] = problems.count
      problems.append(problem)
    }
  }

  /// Raises the count of an unknown key that was noted before; says whether it was.
  @discardableResult
  mutating func raiseCount(ofKey key: String, by count: Int = 1) -> Bool {
    raiseCount("key \(key)", by: count)
  }

  /// Raises the count of an unknown type that was noted before; says whether it was.
  @discardableResult
  mutating func raiseCount(ofType type: String, by count: Int = 1) -> Bool {
    raiseCount("type \(type)", by: count)
  }

  /// Raises the count of the keys beyond the limit of paths, if one was noted before; says whether.
  mutating func raiseCountOfKeysBeyondLimit() -> Bool {
    raiseCount("keys beyond the limit", by: 1)
  }

  /// Raises the count of a value outside its list that was noted before; says whether it was.
  mutating func raiseCount(ofValue value: String, key: String) -> Bool {
    raiseCount("value \(key) \(value)", by: 1)
  }

  /// Raises the count of values left out under a key that was noted before; says whether it was.
  mutating func raiseCount(ofIdentifier key: String) -> Bool {
    raiseCount("identifier \(key)", by: 1)
  }

  private mutating func raiseCount(_ key: String, by count: Int) -> Bool {
    guard let index = repeated[key] else { return false }
    problems[index].count += count
    return true
  }

  /// Adds the problems of another list after those here.
  public mutating func add(_ other: ProblemList) {
    for problem in other.problems { add(problem) }
  }

  /// How many dates cannot be read; the cases are shown with what is written.
  public var unreadableDateCount: Int {
    problems.reduce(0) { $0 + ($1.isUnreadableDate ? $1.count : 0) }
  }

  /// How many problems of a severity there are, repetitions counted.
  public func count(_ severity: Problem.Severity) -> Int {
    problems.reduce(0) { $0 + ($1.severity == severity ? $1.count : 0) }
  }
}

extension Problem {
  /// Whether it is about a date that cannot be read.
  fileprivate var isUnreadableDate: Bool {
    switch fact {
    case .date, .table(.date): true
    default: false
    }
  }

  /// What makes two problems the same for counting; nothing for those that stand alone.
  fileprivate var repetitionKey: String? {
    switch fact {
    case .unknownKey(let key, _): "key \(key)"
    case .unknownType(let type, _): "type \(type)"
    case .unknownValue(let key, let value, _, _): "value \(key) \(value)"
    case .identifier(let key): "identifier \(key)"
    case .missingType: "missing type"
    case .keysBeyondLimit: "keys beyond the limit"
    case .duplicateID(let id, _, _): "id \(id)"
    case .table(let problem): problem.repetitionKey.map { "table \(file) \($0)" }
    default: nil
    }
  }
}
