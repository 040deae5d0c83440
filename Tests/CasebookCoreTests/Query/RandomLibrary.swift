@testable import CasebookCore

/// Small libraries and queries about them, drawn from few words so that much of it meets.
struct RandomLibrary {
  var random: SplitMix

  static let types = ["detainer", "ice_arrest", "removal", "hearing", "own_type"]
  static let words = [
    "jail", "Hartford", "Peñuelas", "county", "ae", "Straße", "a", "247", "x y",
    "female", "male", "法院", "ＸＡ-jail", "9a", "½a",
  ]
  static let dates = [
    "2013", "2013-08", "2013-08-15", "2013-08-15?", "2014-01~", "201X", "2013-XX", "2013-22",
    "2013-08-20/2014-02-01", "2014-02-01/..", "../2012", "2012-12-31", "2013-08-16",
    "2013-08-15T10:00",
  ]

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  // MARK: - Cases

  /// A library of so many cases, loaded from JSON lines as any other.
  mutating func library(cases: Int) -> Library { library(cases: 0..<cases) }

  /// A library of some segments of so many cases each.
  mutating func library(cases: Int, segments: Int) -> Library {
    var joined = library(cases: cases)
    for number in 1..<segments {
      let next = library(cases: number * cases..<(number + 1) * cases)
      let first = joined.files.count
      joined.add(files: next.files)
      for segment in next.segments {
        joined.add(LoadedUnit(segment: segment.placed(atFile: first), files: []))
      }
    }
    return joined
  }

  private mutating func library(cases: Range<Int>) -> Library {
    let lines = cases.map { record($0) }.joined(separator: "\n")
    let bytes = SourceBytes(Array(lines.utf8))
    var loader = Loader()
    loader.settings.intervals = Self.intervals
    return loader.load([.embedded(name: "random.jsonl", bytes: bytes)], title: "random")
  }

  private mutating func record(_ number: Int) -> String {
    var keys = [#""id":"case-\#(number)""#]
    keys += field("title", 70) { $0.phrase() }
    keys += field("status", 70) { $0.pick(["open", "closed", "Open again"]) }
    if chance(50) { keys.append(#""tags":["\#(pick(Self.words))","\#(pick(Self.words))"]"#) }
    if chance(50) { keys.append(#""subject":{"age":\#(pick(["17", "18", "30.5"])),"sex":"male"}"#) }
    if chance(50) { keys.append(#""mix":\#(scalar())"#) }
    if chance(30) { keys.append(#""extra":{"a":\#(scalar()),"b":[\#(scalar()),\#(scalar())]}"#) }
    if chance(30) { keys.append(#""sources":[{"id":"s1","date":"\#(pick(Self.dates))"}]"#) }
    let events = (0..<Int.random(in: 0...5, using: &random)).map { _ in event() }
    keys.append(#""events":[\#(events.joined(separator: ","))]"#)
    return "{\(keys.joined(separator: ","))}"
  }

  private mutating func event() -> String {
    var keys = [#""type":"\#(pick(Self.types))""#]
    keys += field("date", 85) { $0.pick(Self.dates) }
    keys += field("facility", 60) { $0.phrase() }
    keys += field("outcome", 50) { $0.pick(["booked", "declined", "unknown"]) }
    keys += field("outcome_basis", 30) { $0.pick(["recorded", "derived"]) }
    keys += field("text", 20) { _ in String(repeating: "long prose of Hartford jail ", count: 4) }
    keys += field("source", 20) { _ in "s1" }
    if chance(30) { keys.append(#""amount":\#(pick(["1", "2.5", "10"]))"#) }
    if chance(10) {
      keys.append(#""claims":[{"agency":"a"},{"agency":"\#(pick(["a", "county"]))"}]"#)
    }
    return "{\(keys.joined(separator: ","))}"
  }

  private mutating func field(
    _ key: String, _ percent: Int, _ value: (inout RandomLibrary) -> String
  ) -> [String] {
    chance(percent) ? [#""\#(key)":"\#(value(&self))""#] : []
  }

  private mutating func phrase() -> String {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in pick(Self.words) }
      .joined(separator: " ")
  }

  private mutating func scalar() -> String {
    pick(["1", "-2.5", "1e2", "true", "false", "null", #""""#, #""1990""#, #""jail""#, #""2013""#])
  }

  // MARK: - Queries

  /// A query about such libraries.
  mutating func query(depth: Int = 2) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 10 : 6), using: &random) {
    case 6: "(\(query(depth: depth - 1)) or \(query(depth: depth - 1)))"
    case 7: "-(\(query(depth: depth - 1)))"
    case 8, 9: "\(query(depth: depth - 1)) \(query(depth: depth - 1))"
    default: (chance(25) ? "-" : "") + term()
    }
  }

  private mutating func term() -> String {
    switch Int.random(in: 0..<20, using: &random) {
    case 17...19: interval()
    case 12: "/\(pick(Self.patterns))/"
    case 13: "is:" + pick(["minor", "derived", "marked", "derived,minor"])
    case 14: "@" + pick(Array(Self.saved.keys).sorted())
    case 15, 16: path()
    case 0: "\"\(pick(Self.words))\""
    case 1, 2: fieldTerm(caseFields + eventFields)
    case 3 where chance(20):
      "date" + pick([":<", ":<=", ":>", ":>="]) + pick(["10y", "135mo", "4000d"])
    case 3: "\(chance(40) ? "certain:" : "")date\(comparison())\(day())"
    case 4: "\(pick(Self.types))\(comparison())\(day())"
    case 5: "\(pick(Self.types)).\(fieldTerm(eventFields))"
    case 6: step()
    case 7: pick(["has", "no"]) + ":" + pick(Self.types + presentable)
    case 8: "count(\(pick(Self.types)))\(comparison())\(Int.random(in: 0...2, using: &random))"
    case 9: pick(Self.types) + ":" + pick(["\"\(pick(Self.words))\"", "/\(pick(Self.patterns))/"])
    default: sequence()
    }
  }

  /// Filters that stand under names; one uses the other.
  static let saved = [
    "declined": "outcome:declined or jail", "late": "-@declined date:>=2013-08",
  ]

  private static let patterns = [
    "jail", "^h", "d$", "[0-9]{3}", "a.l", "pe[nñ]uelas", "(county|jail) ", #"\bx\b"#, "z{2,}|q",
    "str.{2,3}e", "a+e?", #"\d+"#,
  ]

  /// Intervals that have names: from one type, from several, and of what lasts.
  static let intervals = [
    NamedInterval("hold to arrest", .between(from: ["detainer"], to: ["ice_arrest"])),
    NamedInterval(
      "any to end", .between(from: ["detainer", "hearing"], to: ["removal", "own_type"])),
    NamedInterval("hearing to hearing", .between(from: ["hearing"], to: ["hearing"])),
    NamedInterval("length of hearing", .stay(of: "hearing")),
  ]

  private mutating func interval() -> String {
    let named = pick(Self.intervals)
    let length = pick([">30d", "<=6mo", ":1d..1y", ":..200d", ">=0d", ":2w..", "<1y"])
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return "interval:\"\(named.name)\""
    case 1: return "interval:\"\(named.name)\"\(length)"
    case 2: return pick(["has", "no"]) + ":" + named.key
    case 3: return "\(named.key):0d..1mo,1y.."
    default: return named.key + length
    }
  }

  private mutating func path() -> String {
    var words = [
      (0..<Int.random(in: 1...3, using: &random)).map { _ in pick(Self.types) }
        .joined(separator: "->")
    ]
    if chance(20) { words.append("whole") }
    if chance(40) { words.append("from:" + pick(["first", "last", "2"])) }
    if chance(30) { words.append("backwards") }
    if chance(30) { words.append("merged") }
    if chance(20) { words.append("hide:" + pick(Self.types)) }
    if chance(20) { words.append("types:\(pick(Self.types)),\(pick(Self.types))") }
    return "path(\(words.joined(separator: " ")))"
  }

  private let caseFields = [
    "title", "status", "tags", "age", "mix", "extra.a", "extra.b", "subject.sex", "id",
  ]
  private let eventFields = ["facility", "outcome", "text", "amount", "type"]
  private let presentable = [
    "title", "age", "mix", "extra.a", "facility", "conflict", "source", "date", "sources.date",
  ]

  private mutating func fieldTerm(_ fields: [String]) -> String {
    let field = pick(fields)
    switch Int.random(in: 0..<7, using: &random) {
    case 4: return "\(field):/\(pick(Self.patterns))/"
    case 0: return "\(field):=\"\(pick(Self.words + ["open", "1", "true", "booked"]))\""
    case 1: return "\(field):\(pick(["1..3", "..17", "18..", "2012..2013", "a..b"]))"
    case 2: return "\(field)\(pick(["<", "<=", ">", ">="]))\(pick(["18", "2.5", "2013"]))"
    case 3: return "\(field):\"\(pick(Self.words))\",\(pick(["open", "declined", "1"]))"
    default: return "\(field):\"\(pick(Self.words + ["open", "e", "1", "booked"]))\""
    }
  }

  private mutating func step() -> String {
    let terms = (0..<Int.random(in: 0...2, using: &random)).map { _ in
      (chance(20) ? "-" : "")
        + pick([fieldTerm(eventFields), "date:\(day())", "no:facility", "jail"])
    }
    return "\(pick(Self.types))(\(terms.joined(separator: chance(20) ? " or " : " ")))"
  }

  private mutating func sequence() -> String {
    var text = chance(30) ? step() : pick(Self.types)
    let count = Int.random(in: 1...2, using: &random)
    for index in 0..<count {
      text += index == count - 1 && chance(30) ? "!->" : "->"
      text += chance(30) ? step() : pick(Self.types)
      if chance(50) {
        text += pick(["<=", "<", ">=", ">"]) + pick(["0d", "1", "7mo", "1y", "2w"])
      }
    }
    return text
  }

  private mutating func comparison() -> String { pick([":", ":", ":>", ">=", "<", ":<="]) }

  private mutating func day() -> String {
    pick(["2013", "2013-08", "2013-08-15", "2012..2013-07", "..2012", "2014..", "2013-22", "201X"])
  }
}
