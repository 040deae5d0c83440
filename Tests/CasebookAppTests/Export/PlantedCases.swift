import CasebookCore
import CasebookTesting
import Foundation

/// Cases with a unique word or number in every place that a case can have, for finding out which of
/// them an export lets through.
struct PlantedCases {
  /// The keys of the schema, by what carries them.
  private struct SchemaKeys {
    var wholeCase: [String] = []
    var subject: [String] = []
    var source: [String] = []
    var event: [String] = []

    init() throws {
      let path = "Sources/CasebookCore/Resources/schemas/case.schema.json"
      let data = try Data(contentsOf: ProjectFiles.url(path))
      let schema = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
      func keys(_ map: Any?) -> [String] {
        ((map as? [String: Any])?["properties"] as? [String: Any] ?? [:]).keys.sorted()
      }
      let parts = schema["$defs"] as? [String: Any] ?? [:]
      wholeCase = keys(schema)
      subject = keys((schema["properties"] as? [String: Any])?["subject"])
      source = keys(parts["source"])
      event = keys(parts["event"])
    }
  }

  /// How many cases there are.
  static let count = 30
  /// A charge of exactly the least number of cases, an agency of one case fewer, and a county.
  static let commonCharge = "larceny of the third degree"
  static let rareAgency = "an office of ten cases"
  static let commonPlace = "Hartford County, Connecticut"

  private let keys: SchemaKeys
  private var numbers: UInt64
  /// Every word and number that was planted.
  private(set) var planted: [String] = []

  /// Plants by a seed.
  init(seed: UInt64) throws {
    keys = try SchemaKeys()
    numbers = seed
  }

  // MARK: - Cases

  /// The cases as the trees of their files.
  mutating func trees() -> [FieldValue] {
    (0..<Self.count).map { .map(wholeCase($0)) }
  }

  private mutating func wholeCase(_ index: Int) -> [Field] {
    var fields: [Field] = []
    let ids = [word(), word(), word()]
    for key in keys.wholeCase {
      let value: FieldValue
      switch key {
      case "casebook": continue
      case "id": value = .text(word())
      case "date": value = .text(day())
      case "subject": value = .map(subject(isLikeOthers: index < 15))
      case "sources": value = .list(ids.map { .map(source($0, all: ids)) })
      case "events":
        value = .list((0..<4).map { .map(event(ids, isCommon: $0 == 0, caseIndex: index)) })
      case "claims": value = .list([.map(claim(ids)), .map(claim(ids))])
      case "attachments":
        value = .list([.map([Field("path", .text(word())), Field("title", .text(word()))])])
      case "tags", "related": value = .list([.text(word()), .number(number())])
      case "status" where index < 15: value = .text(word())
      case "place" where index < 15: value = .text("\(word()), \(Self.commonPlace)")
      default: value = anything()
      }
      fields.append(Field(key, value))
    }
    return fields + strangers()
  }

  private mutating func subject(isLikeOthers: Bool) -> [Field] {
    keys.subject.map { key in
      switch key {
      case "age_as_of": Field(key, .text(looseDay()))
      case "age": Field(key, isLikeOthers ? .number("26") : anything())
      case "sex" where isLikeOthers: Field(key, .text("female"))
      case "citizenship" where isLikeOthers: Field(key, .text(word()))
      default: Field(key, anything())
      }
    } + strangers()
  }

  private mutating func source(_ id: String, all ids: [String]) -> [Field] {
    keys.source.map { key in
      switch key {
      case "id": Field(key, .text(id))
      case "date": Field(key, .text(looseDay()))
      case "derived_from": Field(key, .list([.text(ids[0]), .text("\(word())#\(word())")]))
      default: Field(key, anything())
      }
    } + strangers()
  }

  private mutating func event(_ ids: [String], isCommon: Bool, caseIndex: Int) -> [Field] {
    let lists: [String: [String]] = [
      "charge_status": Vocabulary.chargeStatuses, "outcome": Vocabulary.detainerOutcomes,
      "outcome_basis": Vocabulary.bases, "basis": Vocabulary.bases, "level": Vocabulary.levels,
    ]
    return keys.event.map { key in
      switch key {
      case "type": Field(key, .text(isCommon ? "detainer" : word()))
      case "date": Field(key, .text(day()))
      case "source": Field(key, .list([.text("\(ids[1])#\(word())"), .text(word())]))
      case "claims": Field(key, .list([.map(claim(ids)), .map(claim(ids))]))
      case "charge" where isCommon && caseIndex < 11: Field(key, .text(Self.commonCharge))
      case "agency" where isCommon && caseIndex < 10: Field(key, .text(Self.rareAgency))
      default:
        if isCommon, let list = lists[key] {
          Field(key, .text(list[step(in: list, caseIndex) % list.count]))
        } else {
          Field(key, anything())
        }
      }
    } + strangers()
  }

  /// Each outcome gets more than one basis, as a reported one has words of its own.
  private func step(in list: [String], _ caseIndex: Int) -> Int {
    list == Vocabulary.bases ? caseIndex / list.count : caseIndex
  }

  private mutating func claim(_ ids: [String]) -> [Field] {
    [
      Field("source", .text(ids[2])), Field("agency", anything()), Field("facility", anything()),
      Field("outcome", anything()), Field("date", .text(day())), Field("type", .text(word())),
      Field("subject", .map([Field("sex", anything()), Field(word(), anything())])),
    ] + strangers()
  }

  /// Fields that the format does not name.
  private mutating func strangers() -> [Field] {
    [
      Field(word(), anything()), Field("detained_on", .text(day())),
      Field("Name of the \(word())", anything()),
    ]
  }

  // MARK: - Tables

  /// The cases as a table in the columns of the program and of its own.
  mutating func table() -> String {
    let columns =
      [
        "case_id", "title", "status", "summary", "case_place", "tags", "related", "subject", "age",
        "sex", "citizenship",
      ] + keys.event.filter { $0 != "claims" } + [word(), "Place of \(word())"]
    var writer = CSVWriter()
    writer.row(columns)
    for _ in 0..<Self.count {
      writer.row(columns.map { $0 == "date" ? day() : word() })
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  // MARK: - Values

  /// A new word.
  mutating func word() -> String {
    let letters = (0..<9).map { _ in Character(Unicode.Scalar(UInt8(97 + next() % 26))) }
    planted.append("q" + String(letters))
    return planted[planted.count - 1]
  }

  private mutating func number() -> String {
    planted.append(String(100_000_000 + next() % 900_000_000))
    return planted[planted.count - 1]
  }

  private mutating func anything(depth: Int = 0) -> FieldValue {
    switch next() % (depth > 2 ? 4 : 7) {
    case 0: .text(word())
    case 1: .text("Said of \(word()), on \(day()).\n\n\(word())")
    case 2: .number(number())
    case 3: .text("\(word()), Texas")
    case 4: .list([anything(depth: depth + 1), .text(word())])
    case 5: .map([Field(word(), anything(depth: depth + 1)), Field("date", .text(looseDay()))])
    default: .list([.map([Field("name", .text(word()))]), .number(number())])
    }
  }

  /// A day in the notation of the format, alone, doubted, or as an end of an interval.
  private mutating func day() -> String {
    let day = isoDay()
    switch next() % 5 {
    case 0: return day + "?"
    case 1: return day + "T14:05:37-05:00"
    case 2: return "\(day)/\(isoDay(from: 2025))"
    case 3: return "\(day)/.."
    default: return day
    }
  }

  private mutating func isoDay(from year: UInt64 = 2000) -> String {
    let (year, month, day) = (year + next() % 20, 1 + next() % 12, 1 + next() % 28)
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// A day in a notation of another program or person.
  private mutating func looseDay() -> String {
    let day = isoDay()
    let parts = day.split(separator: "-")
    switch next() % 10 {
    case 0: return "\(parts[1])/\(parts[2])/\(parts[0])"
    case 1: return "\(parts[2]).\(parts[1]).\(parts[0])"
    case 2: return "\(parts[0])\(parts[1])\(parts[2])"
    case 3: return "\(parts[2]) March \(parts[0])"
    case 4: return "March \(parts[2])th, \(parts[0]) at 14:05"
    case 5: return String(36_526 + next() % 7_000)
    case 6: return "{\(day), \(isoDay())}"
    case 7: return "the \(parts[2])th, \(word())"
    case 8: return "\(day) 14:05:37"
    default: return self.day()
    }
  }

  /// SplitMix.
  private mutating func next() -> UInt64 {
    numbers &+= 0x9e37_79b9_7f4a_7c15
    var mixed = numbers
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
