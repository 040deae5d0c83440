import CasebookCore
import CasebookTesting
import Testing

@testable import CasebookApp

/// What the program says of a filter or an order is read back as the same.
@Suite struct ReadBackTests {
  private static let today = DayNumber(year: 2024, month: 3, day: 10) ?? DayNumber(rawValue: 0)

  @Test(arguments: 0..<12)
  func wordsOfATermReadBackAsTheSameFilter(_ seed: Int) throws {
    let library = try TestLibrary.samples()
    var source = RandomTerms(of: library, seed: UInt64(seed))
    let schema = Schema(of: library)
    let values = FrequentValues(of: library, schema: schema)
    let words = TermWords()
    for _ in 0..<80 {
      let term = source.term()
      guard (try? rows(term, library, schema)) != nil else { continue }
      let said = words.words(term).string
      let read = try? Phrase.understood(said, in: library, schema: schema, values: values)
      // A single word that is said is no phrase, and never stands alone.
      guard let back = read else {
        Issue.record("\(term): \(said) is not read")
        continue
      }
      for form in [{ $0 }, { "-(\($0))" }] as [(String) -> String] {
        let wanted = try rows(form(term), library, schema)
        let found = try? rows(form(back), library, schema)
        #expect(found == wanted, "\(term): \(said): \(back)")
      }
    }
  }

  @Test(arguments: 0..<6)
  func wordsOfAnOrderReadBackAsTheSameOrder(_ seed: Int) throws {
    let library = try TestLibrary.samples()
    var source = RandomTerms(of: library, seed: UInt64(seed))
    let schema = Schema(of: library)
    let values = FrequentValues(of: library, schema: schema)
    for _ in 0..<60 {
      let order = source.order()
      let plan = try QueryPlan(order, in: schema, today: Self.today)
      let said = TermWords().words(order).string
      let back = try Phrase.understood(said, in: library, schema: schema, values: values)
      let read = try QueryPlan(back, in: schema, today: Self.today)
      #expect(read.order == plan.order, "\(order): \(said): \(back)")
    }
  }

  private func rows(_ filter: String, _ library: Library, _ schema: Schema) throws -> [UInt32] {
    let saved = ["open-cases": "status:open", "declined": "outcome:declined"]
    return try QueryPlan(filter, in: schema, today: Self.today, saved: saved)
      .selection(in: library).rows
  }
}

/// Terms and orders of all kinds over the fields, types and values of a library.
private struct RandomTerms {
  private var random: RandomBits
  private let fields: [String]
  private let dateFields: [String]
  private let types: [String]
  private let intervals: [NamedInterval]
  private let values: [String: [String]]
  private let eventFields = ["facility", "agency", "outcome", "place", "charge", "text", "by"]

  init(of library: Library, seed: UInt64) {
    random = RandomBits(state: seed)
    let schema = Schema(of: library)
    let known = schema.fields.values.filter { $0.valueCount > 0 }.map(\.name).sorted()
    dateFields = known.filter { $0 == "date" || $0.hasSuffix("_date") }
    fields = known
    types = schema.types.values.filter { $0.eventCount > 0 }.map(\.name).sorted()
    intervals = schema.intervals
    let frequent = FrequentValues(of: library, schema: schema)
    values = Dictionary(
      uniqueKeysWithValues: known.map { name in
        (name, frequent.values(of: name).map(\.text))
      })
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  mutating func term() -> String {
    let term = plainTerm()
    return chance(30) ? "-" + term : term
  }

  private mutating func plainTerm() -> String {
    switch Int.random(in: 0..<16, using: &random) {
    case 0: return QueryText.phrase(word())
    case 1: return "/\(pick(["^ct", "a.l", "degree$", "I-?247", "a\\/b"]))/"
    case 2, 3, 4, 5: return fieldTerm(fields)
    case 6: return "\(chance(30) ? "certain:" : "")\(pick(dateFields + types))\(days())"
    case 7:
      return "\(pick(["has", "no"])):"
        + list(types + fields + ["conflict"])
    case 8: return "is:" + list(["minor", "derived", "marked", "synthetic", "suspicious"])
    case 9: return "@" + pick(["open-cases", "declined"])
    case 10:
      let sign = pick([":", ">=", "<=", ">", "<"])
      return "count(\(pick(types)))\(sign)\(Int.random(in: 0...3, using: &random))"
    case 11: return step()
    case 12: return sequence()
    case 13: return interval()
    case 14: return path()
    default: return "(\(fieldTerm(fields)) or has:\(pick(types)))"
    }
  }

  private mutating func word() -> String {
    pick(["hartford", "new haven", "or", "in texas", "a \"b\"", "zebra", "county jail", "not"])
  }

  private mutating func list(_ names: [String]) -> String {
    let first = pick(names)
    let second = pick(names)
    return chance(25) && first != second ? "\(first),\(second)" : first
  }

  private mutating func value(of field: String) -> String {
    let known = values[field] ?? []
    return known.isEmpty || chance(15) ? word() : pick(known)
  }

  private mutating func fieldTerm(_ names: [String]) -> String {
    let field = pick(names)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return "\(field):=\(QueryText.value(value(of: field)))"
    case 1: return "\(field):/\(pick(["^h", "a.l", "y$"]))/"
    case 2: return "age\(pick([":<", ":>=", ":>", ":<="]))\(pick(["18", "26", "40"]))"
    case 3: return "age:\(pick(["18..25", "30..", "..25", "26", "18..20,40.."]))"
    case 4:
      return
        "\(field):\(QueryText.value(value(of: field))),\(QueryText.value(value(of: field)))"
    default: return "\(field):\(QueryText.value(value(of: field)))"
    }
  }

  private mutating func days() -> String {
    let day = pick(["2013", "2023-10", "2023-10-13", "2012", "2024"])
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return ":\(pick(["2012..2014", "..2014", "2020..", "2023-03..2023-10"]))"
    case 1: return pick([":<", ":<=", ":>", ":>="]) + day
    case 2: return pick([":<", ":<=", ":>", ":>="]) + pick(["30d", "10y", "18mo", "200w"])
    case 3: return ":\(pick(["2013-22", "201X", "2013-08?", "2012,2014", "2012..2013,2020"]))"
    default: return ":\(day)"
    }
  }

  private mutating func step() -> String {
    var terms = [fieldTerm(eventFields)]
    if chance(40) { terms.append(pick(["date:2023", "jail", "has:facility", "-outcome:booked"])) }
    let type = pick(["detainer", "criminal_charge", "ice_custody", "removal"])
    return "\(type)(\(terms.joined(separator: chance(20) ? " or " : " ")))"
  }

  private mutating func sequence() -> String {
    var text = chance(30) ? step() : pick(types)
    for index in 0..<Int.random(in: 1...2, using: &random) {
      text += index == 1 && chance(30) ? "!->" : "->"
      text += chance(20) ? step() : pick(types)
      if chance(50) { text += pick(["<=", "<", ">", ">="]) + pick(["30d", "1y", "6mo", "2w"]) }
    }
    return text
  }

  private mutating func interval() -> String {
    let named = pick(intervals)
    let length = pick([">30d", "<=6mo", ":30d..1y", ":..200d", ":30d..60d", "<1y", ":1y.."])
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return "interval:\"\(named.name)\""
    case 1: return "interval:\"\(named.name)\"\(length)"
    case 2: return "\(named.key):0d..1mo,1y.."
    default: return named.key + length
    }
  }

  private mutating func path() -> String {
    var words = [
      (0..<Int.random(in: 1...3, using: &random)).map { _ in pick(types) }.joined(separator: "->")
    ]
    if chance(20) { words.append("whole") }
    if chance(40) { words.append("from:" + pick(["first", "last", "2"])) }
    if chance(30) { words.append("backwards") }
    if chance(30) { words.append("merged") }
    if chance(20) { words.append("hide:\(pick(types))") }
    if chance(20) { words.append("types:\(pick(types)),\(pick(types))") }
    return "path(\(words.joined(separator: " ")))"
  }

  mutating func order() -> String {
    let keys = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      let key: String
      switch Int.random(in: 0..<5, using: &random) {
      case 0: key = "count(\(chance(30) ? "" : pick(types)))"
      case 1: key = "\(pick(types))->\(pick(types))"
      case 2: key = pick(types)
      case 3: key = pick(intervals).key
      default: key = pick(fields)
      }
      return (chance(50) ? "-" : "") + key
    }
    return "sort:" + keys.joined(separator: ",")
  }
}

/// Bits that are the same for the same seed (SplitMix64).
private struct RandomBits: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
