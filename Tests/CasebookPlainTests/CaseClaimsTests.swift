import CasebookCore
import Testing

/// Accounts that differ on what is said once of a case stand side by side, with who gives each.
struct CaseClaimsTests {
  private let library = Loader().load(
    [
      .embedded(
        name: "a.yaml",
        bytes: SourceBytes(
          Array(
            """
            id: a
            subject: {sex: male, birth_year: 1984}
            claims:
              - {subject: {birth_year: 1984}, source: [ice#row 4, ice#row 5, ice#row 6]}
              - {subject: {birth_year: 1990}, source: "#b row 2"}
            sources: [{id: ice}]
            """.utf8)))
    ], title: "t")

  private func answer(_ command: String) throws -> [String] {
    try #require(Script(name: "t", lines: [command]).answers(on: library).last).lines
  }

  @Test func theClaimsNameEachAccount() throws {
    #expect(
      try answer("claims") == [
        "Case.", "2 accounts differ on the birth year.",
        "Account 1 of 2: 1984. By ice, row 4; ice, row 5; ice, row 6.",
        "Account 2 of 2: 1990. By b row 2.",
      ])
  }

  @Test func theCaseSaysWhatDiffers() throws {
    #expect(
      try answer("show").contains(
        "Accounts: 2 accounts differ on the birth year: 1984 (ice row 4 and 2 more); 1990 (b row 2)."
      ))
    #expect(try answer("filter has:conflict").contains { $0.contains("has conflict. 1 ") })
  }

  @Test func theScreenShowsItAboveTheEvents() {
    let screen = Script(name: "t", lines: ["claims"]).screen(on: library)
    let lines = ["2 accounts differ on the birth year", "  1984 (ice row 4 and 2 more)"]
    #expect((lines + ["  1990 (b row 2)"]).allSatisfy(screen.contains))
  }
}
