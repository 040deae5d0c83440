/// What the words in names of columns mean, for guessing a profile.
enum DraftWords {
  /// Which end of something that lasted a column names.
  enum Side: Sendable {
    case none, start, end
  }

  /// Words that say whose number a column is if it is a person's.
  static let persons: Set<String> = [
    "person", "subject", "individual", "inmate", "detainee", "client", "defendant", "respondent",
    "participant", "noncitizen", "people",
  ]

  /// Words of numbers that do not join the rows of a case.
  static let notOfCases: Set<String> = [
    "facility", "agency", "office", "court", "judge", "officer", "zip", "phone", "row", "line",
    "file", "sheet", "page", "charge", "charges", "statute", "county", "state", "country", "city",
    "place", "room", "bed", "badge", "flight", "fips", "program", "duplicate", "of", "count", "yes",
  ]

  /// Keys of the subject, with the names of columns that say them, as words.
  static let subject: [(key: String, names: [[String]])] = [
    (
      "subject.citizenship",
      [
        ["citizenship", "country"], ["country", "of", "citizenship"], ["citizenship"],
        ["nationality"], ["country", "of", "nationality"], ["nationality", "country"],
      ]
    ),
    ("subject.sex", [["gender"], ["sex"], ["gender", "code"], ["sex", "code"]]),
    (
      "subject.birth_country",
      [["birth", "country"], ["country", "of", "birth"], ["birthplace"]]
    ),
    ("subject.birth_year", [["birth", "year"], ["year", "of", "birth"], ["yob"]]),
    (
      "subject.age",
      [["age"], ["age", "years"], ["age", "at", "booking"], ["age", "at", "arrest"]]
    ),
  ]

  /// Keys of events, with the names that columns end in, as words. The parts of a place are joined.
  static let entries: [(key: String, groups: [[[String]]])] = [
    (
      "facility",
      [[["facility"], ["facility", "name"], ["jail"], ["prison"], ["detention", "center"]]]
    ),
    ("agency", [[["agency"], ["agency", "name"], ["arresting", "agency"], ["department"]]]),
    ("place", [[["city"], ["place"], ["location"]], [["county"]], [["state"], ["province"]]]),
    ("charge", [[["charge"], ["charges"], ["offense"], ["charge", "description"]]]),
  ]

  private static let starts: Set<String> = [
    "start", "started", "begin", "began", "beginning", "from", "in", "intake", "admitted",
    "admission", "admit", "entry", "entered",
  ]
  private static let ends: Set<String> = [
    "end", "ended", "ending", "finish", "to", "until", "out", "release", "released", "discharge",
    "discharged", "exit", "through",
  ]
  /// Words that say nothing of what happened.
  private static let idle: Set<String> = [
    "date", "dates", "time", "datetime", "timestamp", "day", "dt", "at", "on", "of", "and", "the",
    "utc", "local",
  ]
  /// Words that only name what a start and an end are ends of.
  private static let booking: Set<String> = ["book", "booking", "booked", "checked", "check"]
  /// Words of dates that are of the file and not of its rows.
  static let ofFiles: Set<String> = [
    "file", "pull", "pulled", "extract", "extracted", "download", "downloaded", "scraped",
    "retrieved",
  ]

  /// What a column of dates is of, without the words for its end, and which end it is.
  static func side(of words: [String]) -> (kind: [String], side: Side) {
    let said = words.filter { !idle.contains($0) }
    let hasEnd = said.contains { ends.contains($0) }
    let hasStart =
      said.contains { starts.contains($0) }
      || !hasEnd && (said.contains("booking") || said.contains("booked"))
    guard hasStart != hasEnd else { return (said, .none) }
    let kind = said.filter { !starts.contains($0) && !ends.contains($0) && !booking.contains($0) }
    return (kind, hasStart ? .start : .end)
  }

  /// The type of event that a column of dates is guessed to be of.
  ///
  /// - Parameters:
  ///   - words: the words of the column's name.
  ///   - lasts: whether the event has an end.
  ///   - table: the words of all columns, which say whether arrests are those of an immigration
  ///     agency.
  /// - Returns: a type of the vocabulary, else the words of the name joined; `record` if there are
  ///   none.
  static func eventType(of words: [String], lasts: Bool, in table: [[String]]) -> String {
    let said = words.filter { !idle.contains($0) }
    let has = { (word: String) in said.contains { $0.hasPrefix(word) } }
    let isOfICE = table.joined().contains {
      ["ice", "ero", "apprehension", "detainer", "alien", "noncitizen"].contains($0)
    }
    if lasts || has("booked") || has("booking") || said == ["book", "in"] {
      let isCustody =
        has("book") || has("stay") || has("detention") || has("stint") || has("custody")
        || has("intake") || has("admi")
      if isCustody { return isOfICE || has("detention") ? "ice_custody" : "jail_custody" }
    }
    for (type, needed) in types where needed.allSatisfy(has) { return type }
    if has("arrest") || has("apprehen") {
      return isOfICE || has("apprehen") ? "ice_arrest" : "criminal_arrest"
    }
    if said.contains("released") || said == ["release"] {
      return isOfICE ? "ice_release" : "jail_release"
    }
    let kind = lasts ? side(of: words).kind : said
    return kind.isEmpty ? "record" : kind.joined(separator: "_")
  }

  /// Types of the vocabulary, with the beginnings of words that all have to be in the name.
  private static let types: [(type: String, words: [String])] = [
    ("detainer", ["detainer", "prepare"]), ("detainer", ["detainer", "issue"]),
    ("detainer", ["detainer", "lodge"]), ("encounter", ["encounter"]),
    ("notice_to_appear", ["nta"]), ("notice_to_appear", ["notice", "appear"]),
    ("final_order", ["final", "order"]), ("bond_posted", ["bond", "post"]),
    ("bond_set", ["bond", "set"]), ("hearing", ["hearing"]), ("arraignment", ["arraign"]),
    ("disposition", ["convict"]), ("disposition", ["sentenc"]), ("disposition", ["disposition"]),
    ("criminal_charge", ["charge"]), ("removal", ["removal"]), ("removal", ["removed"]),
    ("removal", ["deport"]), ("departure", ["depart"]), ("death", ["death"]), ("death", ["died"]),
    ("reentry", ["reentry"]), ("entry", ["entry"]), ("appeal", ["appeal"]),
  ]
}
