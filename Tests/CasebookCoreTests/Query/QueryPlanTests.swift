import Testing

@testable import CasebookCore

/// Filters on the library of custody, with the ids they find.
private let found: [(String, String)] = [
  ("", "ct-1 ct-2 ct-3 ct-4"),
  ("penuelas", "ct-3 ct-4"),
  ("facility:hartford", "ct-1 ct-2"),
  ("Facility:penuelas", "ct-4"),
  ("outcome:declined", "ct-1"),
  ("outcome:eclined", ""),
  ("facility:artford", ""),
  ("facility:\"correctional\"", "ct-1"),
  ("facility:room,brid", "ct-2 ct-3"),
  ("-facility:art", "ct-1 ct-2 ct-3 ct-4"),
  ("artford", "ct-1 ct-2"),
  ("detainer.outcome:booked", "ct-2"),
  ("Detainer:2023", "ct-1"),
  ("tag:review", "ct-1"),
  ("is:minor", "ct-1"),
  ("-is:minor", "ct-2"),
  ("is:derived", "ct-1"),
  ("-is:derived", ""),
  ("is:synthetic", "ct-2"),
  ("is:marked", "ct-2 ct-4"),
  ("-is:marked", "ct-1 ct-3"),
  ("is:minor,marked", "ct-1 ct-2 ct-4"),
  ("has:conflict", "ct-3"),
  ("has:source", "ct-2"),
  ("no:source", "ct-1 ct-3 ct-4"),
  ("has:subject", "ct-1 ct-2"),
  ("has:detainer,facility", "ct-1 ct-2 ct-3 ct-4"),
  ("no:detainer,facility", ""),
  ("no:charge", "ct-1 ct-2 ct-3 ct-4"),
  ("charge:theft", ""),
  ("-charge:theft", ""),
  ("sources.publisher:reut", "ct-2"),
  ("has:detainer.outcome", "ct-1 ct-2"),
  ("detainer(facility:hartford -outcome:booked)", "ct-1"),
  ("detainer(outcome:booked or date:2023)", "ct-1 ct-2"),
  ("detainer(hold)", "ct-2"),
  ("detainer->ice_arrest<=1y", "ct-1"),
  ("jail_release!->ice_arrest", "ct-3"),
  ("date:<40d", "ct-1 ct-2"),
  ("date:<39d", "ct-1"),
  ("jail_release:<=38d", "ct-1"),
  ("jail_release:<38d", ""),
  ("jail_release:>=38d", "ct-1"),
  ("jail_release:>38d", ""),
  ("jail_release:>1mo", "ct-1"),
  ("date:=2024-01", "ct-2"),
  ("date:=2024-05-05", "ct-3"),
  ("title:=Booked", "ct-2"),
  ("title:=booked", "ct-2"),
  ("status:=Open", ""),
  (#""status":open"#, "ct-1 ct-3"),
  ("id:=ct-3", "ct-3"),
  ("type:=ice_arrest", "ct-1"),
  ("events.facility:bridge", "ct-3"),
  ("/hart.*(hold|corr)/", "ct-1 ct-2"),
  ("id:/^CT-[13]$/", "ct-1 ct-3"),
  ("-id:/[13]/", "ct-2 ct-4"),
  ("id:/^t/", ""),
  ("id:/1/,ct-2", "ct-1 ct-2"),
  ("facility:/^hart/", "ct-1 ct-2"),
  ("-facility:/^hart/", "ct-3 ct-4"),
  (#"age:/^1\d$/"#, "ct-1"),
  ("type:/^ICE.arr/", "ct-1"),
  ("detainer.outcome:/^dec/", "ct-1"),
  ("detainer(outcome:/^(dec|boo)/ facility:/hart/)", "ct-1 ct-2"),
  ("detainer:/hold.room$/", "ct-2"),
]

/// Filters that name nothing there is.
private let refused: [(String, Range<Int>, QueryError.Fact)] = [
  ("facilty:x", 0..<7, .unknownField("facilty", nearest: ["facility"])),
  ("zzz:x", 0..<3, .unknownField("zzz", nearest: [])),
  ("a state:x", 2..<7, .unknownField("state", nearest: ["place", "jurisdiction"])),
  ("has:state", 4..<9, .unknownField("state", nearest: ["place", "jurisdiction"])),
  ("-no:state", 4..<9, .unknownField("state", nearest: ["place", "jurisdiction"])),
  ("sort:state", 5..<10, .unknownField("state", nearest: ["place", "jurisdiction"])),
  ("count(state)>1", 6..<11, .unknownType("state", nearest: ["statement"])),
  ("count(detaner):1", 6..<13, .unknownType("detaner", nearest: ["detainer"])),
  (
    "detainer->ice_", 10..<14,
    .unknownType("ice_", nearest: ["ice_arrest", "ice_custody", "ice_release"])
  ),
  ("detainer.outcom_e:x", 9..<17, .unknownField("outcom_e", nearest: ["outcome"])),
  ("detainer(outcome:x facilty:y)", 19..<26, .unknownField("facilty", nearest: ["facility"])),
  (
    "is:minr", 3..<7,
    .unknownTrait(
      "minr", nearest: "minor",
      known: ["derived", "marked", "minor", "suspicious", "synthetic"])
  ),
  ("date:hartford", 5..<13, .notADate("hartford")),
  ("date:2013-02-30", 5..<15, .notADate("2013-02-30")),
  ("age:<old", 5..<8, .notComparable("old")),
  ("detainer:>hartford", 10..<18, .notADate("hartford")),
  ("certain:status:open", 8..<14, .certainNeedsDate),
  ("certain:detainer:hartford", 0..<25, .certainNeedsDate),
  ("a /(?=b)/", 2..<9, .pattern(.unsupported("lookahead or back reference"))),
  ("id:/a{3,2}/", 3..<11, .pattern(.repetition(limit: 1_000))),
  ("date:/2013/", 5..<11, .notADate("/2013/")),
  ("certain:status:/open/", 8..<14, .certainNeedsDate),
  ("sort:titel", 5..<10, .unknownField("titel", nearest: ["title"])),
]

extension QueryError.Fact {
  /// Whether more typing may make the name at the end of a filter whole; before an operator it ends.
  fileprivate func isOfBeginning(_ text: String) -> Bool {
    switch self {
    case .unknownField(let name, let nearest), .unknownType(let name, let nearest):
      !text.contains(name + ":") && nearest.contains { $0.hasPrefix(name) }
    default: false
    }
  }
}

@Suite struct QueryPlanTests {
  @Test(arguments: found)
  func filterFindsItsCases(_ text: String, _ ids: String) throws {
    #expect(
      try TestLibrary.ids(text, in: TestLibrary.custody, marked: ["ct-2", "ct-4", "none"]) == ids)
  }

  @Test(arguments: refused)
  func unknownNameSaysWhatIsNear(
    _ text: String, _ range: Range<Int>, _ fact: QueryError.Fact
  ) {
    #expect(throws: QueryError(fact, at: range, isUnfinished: fact.isOfBeginning(text))) {
      try QueryPlan(text, in: Schema(of: TestLibrary.custody), today: TestLibrary.today)
    }
  }

  @Test(arguments: [
    ("date:", true), ("date:2", true), ("date:201", true), ("date:2013-", true),
    ("date:2013-0", true), ("date:2013-1", true), ("date:2013-08-", true),
    ("date:2013-08-3", true), ("date:2013.", true), ("date:2013..2", true), ("date:<30", true),
    ("date:>2", true), ("date:2013/20", true), ("detainer:>20", true), ("is:m", true),
    ("detainer->ice", true), ("st:x", false), ("date:2013-02-3", false), ("date:2013-13", false),
    ("date:hart", false), ("is:x", false), ("detaner:x", false),
  ])
  func filterThatIsStillTypedIsUnfinished(_ text: String, _ isUnfinished: Bool) {
    let error = #expect(throws: QueryError.self) {
      try QueryPlan(text, in: Schema(of: TestLibrary.custody), today: TestLibrary.today)
    }
    #expect(error?.isUnfinished == isUnfinished)
  }

  @Test func exactTextDecidesWhereFoldedTextIsEqual() throws {
    let library = TestLibrary.custody
    let plan = try QueryPlan(
      "title:=booked", in: Schema(of: library), today: TestLibrary.today)
    let context = QueryContext { segment, index, field, text in
      #expect(field == FieldPath(.wholeCase, "title"))
      #expect(segment.id(ofCase: index) == "ct-2")
      return text == "Booked"
    }
    #expect(plan.selection(in: library, context: context).count == 0)
  }

  @Test func severalThreadsFindTheSame() throws {
    var source = RandomLibrary(seed: 21)
    var library = source.library(cases: 30)
    for segment in source.library(cases: 40).segments + source.library(cases: 9).segments {
      library.apply(.segment(segment, ProblemList(), refused: 0, bytes: 0))
    }
    let schema = Schema(of: library)
    for _ in 0..<20 {
      let plan = try QueryPlan(
        source.query(), in: schema, today: TestLibrary.today, saved: RandomLibrary.saved)
      let context = QueryContext(cache: QueryCache())
      let rows = plan.selection(in: library, context: context, threads: 3).rows
      #expect(rows == plan.selection(in: library).rows)
    }
  }
}
