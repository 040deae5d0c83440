@testable import CasebookCore

/// A file of cases as a plain program would write it, and what was written: what a reader must find,
/// however it cuts the file.
struct WrittenFile {
  /// A case that was written.
  struct Record: Equatable {
    /// Nil in a table that has no ids, whose rows are not joined.
    var id: String?
    var title: String
    /// The line that it begins on, from 1.
    var line: Int
  }

  /// How the cases are written.
  enum Format: String, CaseIterable {
    case jsonl, csv, tsv, yaml, json
  }

  let format: Format
  let compression: Compression?
  private(set) var text: [UInt8] = []
  private(set) var records: [Record] = []

  /// The name that says what is in it.
  var name: String { "a.\(format.rawValue)\(compression?.rawValue ?? "")" }

  /// Writes random cases.
  ///
  /// - Parameters:
  ///   - random: what decides.
  ///   - isLarge: whether lines of up to 3 MB may be among them.
  init(_ random: inout SplitMix, isLarge: Bool) {
    format = Format.allCases[Int(random.next() % 5)]
    let kinds: [Compression?] = [nil, nil, .gzip, .xz, .zstandard]
    compression = kinds[Int(random.next() % 5)]
    let lineEnd = random.next() % 4 == 0 ? "\r\n" : "\n"
    let isTable = format == .csv || format == .tsv
    let hasIDs = !isTable || random.next() % 2 == 0
    let most: [UInt64] = [3, 20, 120, isLarge || !hasIDs ? 2_400 : 300]
    let count = Int(random.next() % most[Int(random.next() % 4)])
    if random.next() % 5 == 0 { text += [0xEF, 0xBB, 0xBF] }
    var line = 1
    func add(_ more: String, _ text: inout [UInt8], _ line: inout Int) {
      text += more.utf8
      line += more.utf8.count { $0 == UInt8(ascii: "\n") }
    }
    switch format {
    case .csv: add((hasIDs ? "id,title" : "place,title") + lineEnd, &text, &line)
    case .tsv: add((hasIDs ? "id\ttitle" : "place\ttitle") + lineEnd, &text, &line)
    case .json: add("[" + lineEnd, &text, &line)
    case .jsonl, .yaml: break
    }
    for number in 0..<count {
      let id = "c\(number)"
      let title = Self.title(&random, number, isLarge: isLarge)
      if format == .jsonl || format == .yaml, random.next() % 20 == 0, number > 0 {
        add(lineEnd, &text, &line)
      }
      if format == .yaml { add("---" + lineEnd, &text, &line) }
      records.append(Record(id: hasIDs ? id : nil, title: title, line: line))
      let isLast = number == count - 1
      let end = isLast && random.next() % 2 == 0 ? "" : lineEnd
      let written = title.replacing("\"", with: "\\\"")
      switch format {
      case .jsonl: add("{\"id\":\"\(id)\",\"title\":\"\(written)\"}\(end)", &text, &line)
      case .json:
        add(
          "{\"id\":\"\(id)\",\"title\":\"\(written)\"}\(isLast ? "" : ",")\(lineEnd)", &text, &line)
      case .yaml: add("id: \(id)\(lineEnd)title: \"\(written)\"\(lineEnd)", &text, &line)
      case .csv, .tsv:
        let cell = title.replacing("\"", with: "\"\"")
        add("\(id)\(format == .csv ? "," : "\t")\"\(cell)\"\(end)", &text, &line)
      }
    }
    if format == .json { add("]" + lineEnd, &text, &line) }
  }

  /// A text, most often short, seldom of hundreds of thousands of bytes or millions.
  private static func title(_ random: inout SplitMix, _ number: Int, isLarge: Bool) -> String {
    let words = ["word ", "é, ", "]},{", "\"", ": - #", "'", "|;", "日本 "]
    let longest: UInt64
    switch random.next() % 1_000 {
    case 0 where isLarge: longest = 3_000_000
    case 1..<10 where isLarge: longest = 300_000
    case ..<20: longest = 20_000
    case ..<200: longest = 2_000
    default: longest = 60
    }
    let length = Int(random.next() % longest)
    let unit = (0..<16).map { _ in words[Int(random.next() % 8)] }.joined()
    let repeated = String(repeating: unit, count: length / unit.utf8.count)
    return "\(number) \(repeated)end"
  }
}
