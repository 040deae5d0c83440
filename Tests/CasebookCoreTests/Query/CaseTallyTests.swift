import Testing

@testable import CasebookCore

/// People and rows without an id are counted apart, in all cases and in selected ones.
struct CaseTallyTests {
  private let folder = ScratchFolder()

  private static let detainers = """
    Unique Identifier,Detainer Prepare Date,Detainer Lift Reason,Gender
    p1,2024-01-05,Booked into Detention,Male
    ,2024-01-06,,Female
    p2,2024-01-07,Detainer Declined by LEA,Female
    NA,2024-01-08,,Male
    p1,2024-03-01,,Male

    """

  private func library(threads: Int = 1) throws -> Library {
    folder.write(Self.detainers, to: "detainers.csv")
    // Without an id of their own, yet each a person's case.
    folder.write("{title: A case file without an id}", to: "note.yaml")
    var loader = Loader()
    loader.threads = threads
    loader.profiles = try BuiltInProfiles.all
    return loader.load([.path(folder.path)], title: "t")
  }

  @Test(arguments: [1, 3])
  func rowsWithoutAnIDAreNotCountedAsPeople(threads: Int) throws {
    let library = try library(threads: threads)
    #expect(library.tally == CaseTally(people: 3, rowsWithoutID: 2))
    #expect(library.tally.cases == library.caseCount)
  }

  @Test(arguments: [
    ("", 3, 2), ("sex:=Female", 1, 1), ("sex:=Male", 1, 1), ("has:detainer", 2, 2),
    ("id:p1", 1, 0), ("nothing-of-the-kind", 0, 0),
  ])
  func aSelectionCountsItsOwn(filter: String, people: Int, rows: Int) throws {
    let library = try library()
    let plan = try QueryPlan(filter, in: Schema(of: library), today: DayNumber(rawValue: 0))
    #expect(
      plan.selection(in: library).tally(in: library)
        == CaseTally(people: people, rowsWithoutID: rows))
  }
}
