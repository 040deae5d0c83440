/// Makes up cases: paths through custody with the fields, dates and repetitions of real files, and
/// a few words a case that hardly any other has.
struct CaseGenerator {
  private var random: SplitMix

  init(seed: UInt64) {
    random = SplitMix(state: seed)
  }

  /// A case as a line of JSON.
  mutating func line(_ number: Int) -> String {
    let county = pick(Self.counties)
    let state = pick(Self.states)
    let facility = "\(county) County \(pick(["Jail", "Detention Center", "Correctional Facility"]))"
    let outcome = pick(["booked", "declined", "declined", "lifted", "expired"])
    let status = pick(["removed", "released", "in proceedings", "in ICE custody", "closed"])
    let day = 12_000 + below(7_000)
    var line = "{\"casebook\":1,\"id\":\"made-\(number)\",\"synthetic\":true"
    line += ",\"title\":\"Detainer \(outcome), \(facility)\",\"status\":\"\(status)\""
    line += ",\"summary\":\"\(summary(facility))\""
    line += ",\"subject\":{\"age\":\(18 + below(50)),\"sex\":\"\(pick(["male", "female"]))\""
    line += ",\"citizenship\":\"\(pick(Self.countries))\"}"
    line += ",\"place\":\"\(county) County, \(state)\",\"events\":["
    line += events(from: day, facility, outcome).joined(separator: ",")
    return line + "]}\n"
  }

  private mutating func summary(_ facility: String) -> String {
    "The record of \(facility) names \(word()) and \(word()); \(pick(Self.phrases)) by \(word())."
  }

  private mutating func events(
    from first: Int, _ facility: String, _ outcome: String
  ) -> [String] {
    var day = first
    var events = [event("criminal_arrest", day), event("criminal_charge", day + below(3))]
    day += 1 + below(4)
    events.append(
      event("detainer", day, "\"facility\":\"\(facility)\",\"outcome\":\"\(outcome)\""))
    day += below(200)
    events.append(event("jail_release", day, "\"facility\":\"\(facility)\""))
    if below(3) > 0 {
      day += below(120)
      events.append(event("ice_arrest", day, "\"office\":\"\(pick(Self.states)) field office\""))
    }
    if below(3) == 0 { events.append(event("removal", day + 20 + below(400))) }
    return events
  }

  private func event(_ type: String, _ day: Int, _ more: String = "") -> String {
    let date = Self.date(day)
    return "{\"type\":\"\(type)\",\"date\":\"\(date)\"\(more.isEmpty ? "" : "," + more)}"
  }

  /// A word of syllables; there are some ten million.
  private mutating func word() -> String {
    (0..<(3 + below(2))).map { _ in pick(Self.syllables) }.joined()
  }

  private mutating func pick<Element>(_ values: [Element]) -> Element {
    values[below(values.count)]
  }

  private mutating func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }

  /// A day since 1970 as a date; months are taken as 28 days, so that every one exists.
  private static func date(_ day: Int) -> String {
    let (year, rest) = (1970 + day / 365, day % 365)
    let (month, inMonth) = (min(11, rest / 30), min(27, rest % 30))
    return "\(year)-\(month < 9 ? "0" : "")\(month + 1)-\(inMonth < 9 ? "0" : "")\(inMonth + 1)"
  }

  private static let counties = [
    "Larkmere", "Tarnwick", "Oldham Ridge", "Fenwater", "Brackenhurst", "Millrace", "Copperfall",
    "Stonebeck", "Harrowgate", "Withersea", "Pinehollow", "Ashgrove", "Ember Lake", "Quarrydale",
    "San Telmo", "Peñasco", "Aldermoor", "Riverbend", "Northfield", "Saltmarsh",
  ]
  private static let states = [
    "Connecticut", "Georgia", "Washington", "Texas", "Virginia", "Ohio", "California", "Nevada",
  ]
  private static let countries = [
    "Honduras", "Guatemala", "El Salvador", "Mexico", "Ecuador", "Jamaica", "Brazil", "Haiti",
  ]
  private static let phrases = [
    "the detainer was not honored", "bond was posted", "transfer was asked for",
    "custody was taken over", "a warrant was shown", "release came first",
  ]
  private static let syllables = [
    "bel", "dra", "kor", "ven", "ris", "tal", "mon", "zef", "lu", "qui", "hor", "nox", "gar", "pel",
    "sto", "wim", "ane", "ibu", "ory", "ske", "tru", "vla", "yen", "zor", "cha", "dun", "eff",
    "fri",
    "gol", "hak", "ist", "jur",
  ]
}

/// A generator of numbers whose series is the same everywhere.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
