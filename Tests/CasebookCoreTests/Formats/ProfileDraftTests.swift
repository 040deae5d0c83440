import Testing

@testable import CasebookCore

/// A profile that is guessed for a table loads again and shows titles and dated events.
struct ProfileDraftTests {
  private func draft(_ text: String, name: String = "t") throws -> ProfileDraft {
    let profiles = try BuiltInProfiles.all
    let bytes = Array(text.utf8)
    return try bytes.withUnsafeBytes { text in
      let search = TableHeaderSearch(text: text, fileName: name + ".csv", limits: .standard)
      return ProfileDraft(
        TableSample(
          try search.find(profiles), of: text, name: name, isWhole: true, limits: .standard))
    }
  }

  /// What comes of the table when it is read with its own draft.
  private func readBack(_ text: String, name: String = "t") throws -> TableOutline {
    let profile = try Profile(yaml: try draft(text, name: name).yaml)
    return TableOutline(
      text, fileName: name + ".csv", profiles: [profile] + (try BuiltInProfiles.all))
  }

  private static let bookings =
    "Booking No,Full Name,DOB,Booked,Released,Bond Set Date,Jail,City,Gender,Charge,Extracted\n"
    + (1...30).map { number in
      "B\(number / 2),N,1/2/1980,\(number % 12 + 1)/\(number % 28 + 1)/2024,12/\(31 - number % 3)/2024,"
        + "2024-03-0\(number % 9 + 1),NORTH JAIL,FAIRTOWN,\(number % 2 == 0 ? "M" : "F"),"
        + "\(["THEFT", "ASSAULT", "TRESPASS"][number % 3]),2025-01-01\n"
    }.joined()

  @Test func aTableIsReadWithItsDraft() throws {
    let table = try readBack(Self.bookings, name: "county bookings")
    #expect(table.profile == "county bookings")
    #expect(table.loaded == 16)
    let first = table.cases.first ?? ""
    #expect(
      first.hasPrefix(
        "{id: B0, title: f, Assault, subject: {sex: F}, events: ["
          + "{type: jail_custody, date: 2024-02-02/2024-12-30, facility: NORTH JAIL"), "\(first)")
    #expect(first.contains("{type: bond_set, date: 2024-03-02"), "\(first)")
    #expect(!first.contains("1980") && !first.contains("full_name"), "\(first)")
  }

  @Test func itSaysWhatEachGuessRestsOn() throws {
    let yaml = try draft(Self.bookings, name: "county bookings").yaml
    for line in [
      "# A profile for county bookings, guessed from its 11 columns and its 30 rows.",
      "  has: [Booking No, Booked, Bond Set Date]", "drop: [Full Name, DOB]",
      "#   Booked: 30 dates; month first, as in 1/13/2024", "dates: {order: month first}",
      "#   Extracted: of the file and not of its rows, so it makes no event",
      "  # Rows with the same value are one case; 16 values in 30 rows.",
      "  id: \"<Booking No>\"", "#   Charge: ASSAULT 10, THEFT 10, TRESPASS 10", "rest: event",
    ] {
      #expect(yaml.split(separator: "\n").contains { $0 == line }, "\(line)\n\(yaml)")
    }
  }

  @Test(arguments: [
    (["31/12/2024", "1/2/2024"], "dates: {order: day first}"),
    (["1/2/2024", "3/4/2024"], "# dates: {order: month first}"),
    (["2024-01-02", "2024-01-03"], "#   When it happened: 2 dates"),
    (["12MAR08", "13APR09"], "#   When it happened: 2 dates"),
    (["1/31/2024", "31/1/2024"], "#   When it happened: 2 dates; day and month both ways"),
  ])
  func datesAreFoundByWhatStandsInThem(dates: [String], line: String) throws {
    let text =
      "Number of case,When it happened,Town\n"
      + dates.enumerated().map { "K\($0),\($1),x\($0)\n" }.joined()
    let yaml = try draft(text).yaml
    #expect(yaml.split(separator: "\n").contains { $0 == line }, "\(yaml)")
    #expect(throws: Never.self) { try Profile(yaml: yaml) }
  }

  @Test(arguments: ["2015", "2015-2016", "45000", "555-1234", "A-12-34", "3/4", "12:30"])
  func whatIsNoDateMakesNoEvent(value: String) throws {
    let text = "id,thing\n1,\(value)\n2,\(value)\n"
    #expect(try draft(text).events.isEmpty)
    #expect(try readBack(text).loaded == 2)
  }

  @Test(arguments: [
    ("Apprehension Date", "ice_arrest"), ("Arrest Date", "criminal_arrest"),
    ("date_of_removal", "removal"), ("Departed Date", "departure"),
    ("NTA Date", "notice_to_appear"),
    ("Hearing Date", "hearing"), ("Filed", "filed"), ("Date", "record"),
    ("Detainer Issued Date", "detainer"), ("Detainer Lifted", "detainer_lifted"),
    ("EncounterDate", "encounter"), ("Conviction Date", "disposition"),
  ])
  func typesAreGuessedFromNames(name: String, type: String) throws {
    #expect(try draft("id,\(name)\n1,2024-01-02\n2,2024-01-03\n").events.map(\.type) == [type])
  }

  /// Names of columns may hold anything that a template, YAML or a terminal gives a meaning.
  @Test(arguments: 0..<100)
  func namesOfAnyKindAreReadBack(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let pieces = [
      "a", "Date", "<", ">", "|", "\"\"", "\\", "#", ":", "- ", "'", "é", "漢", "\u{1B}[31m",
      "\u{202E}", "{", "}", "[", "]", "&", "*", "!", "%", "@", "`", " ", "yes", "null", "1", "~",
      "row", "file", "?", ",",
    ]
    let header = (0..<6).map { _ in
      "\""
        + (0..<(1 + random.next() % 5)).map { _ in
          pieces[Int(random.next() % UInt64(pieces.count))]
        }.joined() + "\""
    }
    let text =
      "case id,happened," + header.joined(separator: ",") + "\n"
      + (1...4).map { "c\($0),2024-02-0\($0),u\($0),v,w,2023-01-0\($0),,z\n" }.joined()
    let yaml = try draft(text, name: header[0]).yaml
    #expect(!yaml.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "\(yaml)")
    let table = try readBack(text)
    #expect(table.loaded == 4, "\(yaml)")
    #expect(table.refused == 0, "\(yaml)")
    #expect(
      table.cases.first?.contains("date: 2024-02-01") == true, "\(table.cases.first ?? "")\n\(yaml)"
    )
    #expect(table.cases.first?.contains("title: ") == true, "\(yaml)")
  }

  @Test(arguments: ["a\n1\n", "a,b\n", "x;y\n1;2\n3;4\n", "Name,DOB\nA,1/2/1980\nB,1/3/1980\n"])
  func aTableThatSaysLittleHasADraftToo(text: String) throws {
    #expect(throws: Never.self) { try Profile(yaml: try self.draft(text).yaml) }
  }
}
