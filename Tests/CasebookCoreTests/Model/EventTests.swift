import CasebookCore
import Testing

@Suite struct EventTests {
  private func event(_ sources: [String], accounts: [[String]]) -> Event {
    Event(
      type: "jail_release", sources: sources.map { SourceReference($0) },
      claims: accounts.map {
        Claim(fields: [], sources: $0.map { SourceReference($0) })
      })
  }

  @Test(arguments: [
    ([], [], []), (["ice"], [], ["ice"]), ([], [["ice"], ["news"]], ["ice", "news"]),
    (["news"], [["ice", "news"], ["ice#page 2"]], ["news", "ice", "ice#page 2"]),
  ])
  func theSourcesOfAnEventAreItsOwnAndThoseOfItsAccounts(
    _ own: [String], _ accounts: [[String]], _ all: [String]
  ) {
    #expect(event(own, accounts: accounts).allSources.map(\.written) == all)
  }
}
