import Testing

@testable import CasebookCore

/// Ordinary rows of tables go straight into columns, all others through trees: both have to make the
/// same columns and the same problems.
struct TableColumnsTests {
  /// Loads a table, or the tables of a folder, by both ways.
  private func expectSame(
    _ location: CasebookCore.SourceLocation, _ name: String,
    sourceLocation: Testing.SourceLocation
  ) throws {
    func load(readsOnlyTrees: Bool) throws -> [String] {
      var loader = Loader()
      loader.profiles = try BuiltInProfiles.all
      loader.readsOnlyTrees = readsOnlyTrees
      return loader.load([location], title: "t").dump
    }
    let ordinary = try load(readsOnlyTrees: false)
    let exact = try load(readsOnlyTrees: true)
    #expect(ordinary.count == exact.count, "\(name)", sourceLocation: sourceLocation)
    let first = zip(ordinary, exact).first { $0 != $1 }
    #expect(first == nil, "\(name): \(first.map { "\($0)" } ?? "")", sourceLocation: sourceLocation)
  }

  private func expectSame(
    _ text: String, _ name: String = "t.csv",
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let bytes = SourceBytes(Array(text.utf8))
    try expectSame(.embedded(name: name, bytes: bytes), name, sourceLocation: sourceLocation)
  }

  // MARK: - Made tables

  /// Values that are ordinary, and such as are not: nothing, blanks, redactions, prose, other scripts.
  private static let cells = [
    "", "", "", "North Jail", "NORTH JAIL", "\"a, quoted \"\"cell\"\"\"", "\"two\nlines\"", "NA",
    "--",
    "(b)(6)", "Łódź", "ＦＵＬＬ", "'=1+1", "x", " padded ", String(repeating: "prose ", count: 20),
  ]
  private static let dates = [
    "2024-02-01", "2024-02-03 18:51:00", "3/4/2024", "2013-XX", "2024-13-01", "", "NA",
    "2024-02-01T00:00:00Z", "12MAR08", "45000", "unknown",
  ]

  private func table(seed: UInt64, _ columns: [(name: String, values: [String])], rows: Int)
    -> String
  {
    var random = SplitMix(seed: seed)
    var text = columns.map(\.name).joined(separator: ",") + "\n"
    for _ in 0..<rows {
      var cells = columns.map { $0.values[Int.random(in: 0..<$0.values.count, using: &random)] }
      // Rows that are too short and too long now and then.
      if Int.random(in: 0..<40, using: &random) == 0 { cells.removeLast() }
      if Int.random(in: 0..<40, using: &random) == 0 { cells.append("surplus") }
      text += cells.joined(separator: ",") + "\n"
    }
    return text
  }

  private func ids(_ count: Int) -> [String] { (0..<count).map { "p\($0)" } + ["", "(b)(6)"] }

  @Test(arguments: UInt64(1)...20)
  func rowsOfManyCasesInAnyOrder(seed: UInt64) throws {
    try expectSame(
      table(
        seed: seed,
        [
          ("case_id", ids(60)), ("type", ["detainer", "hearing", "detaner", "transfer ", ""]),
          ("date", Self.dates), ("end", ["", "", "2024-05-01", "2023-01-01"]),
          ("title", ["", "", "A title"]), ("sex", ["Male", "Male", "Female", ""]),
          ("tags", ["", "", "", "a;b", "b"]), ("source", ["", "s1", "s2#row 4"]),
          ("source_title", ["", "A list"]), ("charge_status", ["", "", "alleged", "allged"]),
          ("facility", Self.cells), ("odd key", Self.cells), ("name", ["x"]),
        ], rows: 200))
  }

  @Test(arguments: UInt64(21)...30)
  func rowsByThemselves(seed: UInt64) throws {
    try expectSame(
      table(
        seed: seed,
        [
          ("title", Self.cells), ("status", ["open", "closed", ""]), ("date", Self.dates),
          ("place", Self.cells), ("another", Self.cells), ("events", ["", "x"]),
        ], rows: 150))
  }

  @Test(arguments: UInt64(31)...40)
  func tablesOfARelease(seed: UInt64) throws {
    let folder = ScratchFolder()
    let person: [(name: String, values: [String])] = [
      ("Unique Identifier", ids(50)), ("Gender", ["Male", "Male", "Male", "Female", ""]),
      ("Birth Year", ["1984", "1984", "1990"]), ("Citizenship Country", ["HONDURAS", "NA", ""]),
      ("file_original", ["", "a.xlsx"]), ("row_original", ["7", ""]), ("Extra", Self.cells),
    ]
    folder.write(
      table(
        seed: seed,
        [
          ("Detainer Prepare Date", Self.dates),
          ("Detainer Lift Reason", ["", "Died", "Booked into Detention", "No such reason"]),
          ("Facility City", Self.cells),
        ] + person, rows: 120), to: "detainers.csv")
    folder.write(
      table(
        seed: seed + 100,
        [
          ("Book In Date Time", Self.dates), ("Book Out Date Time", Self.dates),
          ("Detention Facility", Self.cells),
        ] + person, rows: 120), to: "stints.csv")
    try expectSame(.path(folder.path("")), "release", sourceLocation: #_sourceLocation)
  }

  // MARK: - Public tables

  @Test(.enabled(if: Corpora.isNamed))
  func corpora() throws {
    for folder in ["csv-spectrum/csvs", "adversarial/csv"] {
      for name in Corpora.names(folder) where name.hasSuffix(".csv") {
        try expectSame(String(decoding: Corpora.bytes("\(folder)/\(name)"), as: UTF8.self), name)
      }
    }
  }
}
