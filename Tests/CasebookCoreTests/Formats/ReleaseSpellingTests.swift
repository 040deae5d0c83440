import Testing

@testable import CasebookCore

/// Tables of releases are recognised by the kinds of their columns, however a release spells, orders
/// and surrounds them.
struct ReleaseSpellingTests {
  /// A table of a release: the columns that matter, and the profile and event that come of it.
  private struct Table {
    var profile: String
    var columns: [String]
    var id: String
    var date: String
    var event: String
  }

  /// The columns as releases from 2012 to 2026 name them.
  private static let tables = [
    Table(
      profile: "ICE arrests",
      columns: [
        "Apprehension Date", "Apprehension State", "Apprehension Method", "Case Status",
        "Departed Date", "Final Order Date", "Citizenship Country", "Gender", "Birth Year",
        "Unique Identifier",
      ], id: "Unique Identifier", date: "Apprehension Date", event: "ice_arrest"),
    Table(
      profile: "ICE detainers",
      columns: [
        "Apprehension Date", "Detainer Lift Reason", "Detainer Prepared Date", "Detainer Type",
        "Detention Facility", "Departed Date", "Citizenship Country", "Gender",
        "Anonymized Unique Identifier", "Port Of Departure",
      ], id: "Anonymized Unique Identifier", date: "Detainer Prepared Date", event: "detainer"),
    Table(
      profile: "ICE detention stints",
      columns: [
        "Stay Book In Date Time", "Book In Date Time", "Detention Facility", "Book Out Date Time",
        "Stay Book Out Date", "Departed Date", "Final Charge", "Gender", "Anonymized Identifier",
      ], id: "Anonymized Identifier", date: "Book In Date Time", event: "ice_custody"),
    Table(
      profile: "ICE encounters",
      columns: [
        "Event Date", "Event Type", "Lead Source", "Responsible AOR", "Departed Date",
        "Citizenship Country", "Anonymized Identifier",
      ], id: "Anonymized Identifier", date: "Event Date", event: "encounter"),
    Table(
      profile: "ICE removals",
      columns: [
        "Departure Date", "Port of Departure", "Departure Country", "Apprehension Date", "Gender",
        "Charge Code", "Anonymized Identifer",
      ], id: "Anonymized Identifer", date: "Departure Date", event: "removal"),
  ]

  private static let extra = [
    "Tail Number", "Supervising Office Remark", "Case Score 2", "Mezuzah", "Aktenzeichen", "Ward",
  ]

  /// A name as another release may write it.
  private func varied(_ name: String, _ random: inout SplitMix) -> String {
    var words = name.split(separator: " ").map(String.init)
    if words.suffix(2) == ["Date", "Time"], random.next() % 2 == 0 {
      words.insert("And", at: words.count - 1)
    } else if words.last == "Date", random.next() % 3 == 0 {
      words += random.next() % 2 == 0 ? ["Time"] : ["And", "Time"]
    }
    if words.last == "Country", words.count == 2, random.next() % 2 == 0 {
      words = ["Country", "of", words[0]]
    }
    if words.last == "Identifier", random.next() % 3 == 0 { words[words.count - 1] = "ID" }
    let separator = ["_", " ", "-", "  ", " _ ", "."][Int(random.next() % 6)]
    switch random.next() % 4 {
    case 0: return words.joined(separator: separator).lowercased()
    case 1: return words.joined(separator: separator).uppercased()
    case 2: return words.map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }.joined()
    default: return words.joined(separator: separator)
    }
  }

  @Test(arguments: 0..<200)
  func aReleaseThatSpellsItOtherwiseIsRead(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed) &+ 7_919)
    let profiles = try BuiltInProfiles.all
    for table in Self.tables {
      var columns = table.columns
      for name in Self.extra where random.next() % 2 == 0 { columns.append(name) }
      columns.shuffle(using: &random)
      let header = columns.map { varied($0, &random) }
      let row = columns.map { column in
        if column == table.id { return "facade01" }
        if column == table.date { return "2025-04-01" }
        return column.contains("Date") ? "2025-09-09" : "x"
      }
      let titles = random.next() % 2 == 0 ? "A title of the release\n\n" : ""
      let text =
        titles + header.joined(separator: ",") + "\n" + row.joined(separator: ",") + "\n"
      let read = TableOutline(text, profiles: profiles)
      #expect(read.profile == table.profile, "\(header)")
      let made = read.cases.first ?? ""
      #expect(made.contains("id: facade01"), "\(header) \(made)")
      #expect(made.contains("{type: \(table.event), date: 2025-04-01"), "\(header) \(made)")
    }
  }

  @Test(arguments: [
    ("Apprehension Date And Time", "apprehension_date_time", true),
    ("ApprehensionDateTime", "apprehension date", true),
    ("Country of Citizenship", "citizenship_country", true),
    ("Anonymised ID", "Anonymized Unique Identifer", true),
    ("Detainer Prep Date", "Detainer Prepared Date", true),
    ("Stay Book In Date", "Book In Date", false), ("Departure Country", "Departure Date", false),
    ("Subject ID", "Unique Identifier", false), ("Birth Year", "Birth Date", false),
  ])
  func namesAreTheSameByTheirWords(first: String, second: String, isSame: Bool) {
    let text = Array(first.utf8)
    let found = text.withUnsafeBytes { bytes in
      var reader = TableReader(bytes, delimiter: ASCII.comma)
      var row = TableRow()
      _ = reader.read(into: &row)
      return TableHeader(row, of: bytes).column(second)
    }
    #expect((found == 0) == isSame)
  }

  @Test func aNameInAnotherFormDoesNotLetAPersonIn() throws {
    let profile = try Profile(
      yaml: """
        profile: 1
        case: {id: <id>, title: <Date Birth>, summary: <Birth Date Time>}
        """)
    let table = TableOutline("id,Date of Birth And Time,x\n1,1980-02-03,y\n", profiles: [profile])
    #expect(table.cases == ["{id: 1, x: y}"])
  }
}
