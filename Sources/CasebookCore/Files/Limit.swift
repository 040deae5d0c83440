/// One of the bounds every input ends within, by the name a user sets it with.
public struct Limit: Sendable {
  /// The name, as messages say it too.
  public let name: String
  /// One sentence that says what is bounded.
  public let summary: String
  /// Whether the number counts bytes, and may be written as `64K`, `16M` or `4G`.
  public let isInBytes: Bool
  let path: WritableKeyPath<Limits, Int> & Sendable

  /// Every limit, in the order of help.
  public static let all: [Limit] = [
    Limit(
      name: "file-size", summary: "Bytes of a file.", isInBytes: true, path: \.fileSize),
    Limit(
      name: "record-size", summary: "Bytes of a record.", isInBytes: true, path: \.recordSize),
    Limit(
      name: "depth", summary: "Lists and maps inside each other.", isInBytes: false, path: \.depth),
    Limit(name: "keys", summary: "Keys of one map.", isInBytes: false, path: \.keys),
    Limit(
      name: "aliases", summary: "Nodes that aliases may add to a YAML file.", isInBytes: false,
      path: \.aliases),
    Limit(
      name: "alias-size", summary: "Bytes of text that aliases may add to a YAML document.",
      isInBytes: true, path: \.aliasBytes),
    Limit(name: "columns", summary: "Columns of a table.", isInBytes: false, path: \.columns),
    Limit(
      name: "case-rows", summary: "Rows of tables that one case is made of.", isInBytes: false,
      path: \.caseRows),
    Limit(
      name: "paths", summary: "Different keys of a library that can be filtered.",
      isInBytes: false, path: \.paths),
    Limit(
      name: "types", summary: "Different types of events in a part of a library, at most 65535.",
      isInBytes: false, path: \.types),
    Limit(name: "cases", summary: "Cases of a library.", isInBytes: false, path: \.cases),
    Limit(name: "events", summary: "Events of a library.", isInBytes: false, path: \.events),
    Limit(
      name: "memory", summary: "Bytes of memory that the columns of a library take.",
      isInBytes: true, path: \.memoryBytes),
    Limit(
      name: "folder-depth", summary: "Folders inside each other.", isInBytes: false,
      path: \.folderDepth),
  ]

  /// What it is among some limits; 0 where it is not set and the machine decides.
  public func value(in limits: Limits) -> Int { limits[keyPath: path] }
}

/// Why a limit cannot be set as asked.
public enum LimitError: Error, Sendable, Equatable {
  /// No `=` stands between a name and a number.
  case notAPair(String)
  /// There is no limit of that name; the nearest one, if any is near.
  case unknownName(String, nearest: String?)
  /// The value is no whole number from 1.
  case notANumber(name: String, value: String)
}

extension Limits {
  /// The limit of memory as a number; 0 for what is free.
  fileprivate var memoryBytes: Int {
    get { memory ?? 0 }
    set { memory = newValue }
  }

  /// Sets a limit as it is written: `depth=64`, `file-size=8G`.
  ///
  /// - Throws: what is wrong with the text; nothing is changed then.
  public mutating func set(_ text: String) throws(LimitError) {
    guard let sign = text.firstIndex(of: "=") else { throw .notAPair(text) }
    let name = String(text[..<sign])
    let value = String(text[text.index(after: sign)...])
    guard let limit = Limit.all.first(where: { $0.name == name }) else {
      throw .unknownName(name, nearest: Spelling.nearest(to: name, among: Limit.all.map(\.name)))
    }
    guard let number = Self.number(value, isInBytes: limit.isInBytes) else {
      throw .notANumber(name: name, value: value)
    }
    self[keyPath: limit.path] = number
  }

  /// The largest number that is taken: sums of a few of them never overflow.
  private static let largest = 1 << 50

  private static func number(_ text: String, isInBytes: Bool) -> Int? {
    var digits = Substring(text)
    var shift = 0
    if isInBytes, let last = digits.last, let place = "KMG".firstIndex(of: last) {
      digits.removeLast()
      shift = 10 * (1 + "KMG".distance(from: "KMG".startIndex, to: place))
    }
    guard digits.allSatisfy(\.isASCII), digits.allSatisfy(\.isNumber), let number = Int(digits),
      number >= 1, number <= largest >> shift
    else { return nil }
    return number << shift
  }
}
