import CasebookCore
import CasebookTesting
import Foundation
import Testing

/// What the samples promise to a newcomer: they load clean and show everything the format has.
struct SampleTests {
  private static func cases() throws -> [Case] {
    let library = try TestLibrary.samples()
    return try (0..<library.caseCount).map { try library.decode(row: $0).get() }
  }

  @Test func everySampleLoadsWithoutAnErrorOrAWarning() throws {
    let library = try TestLibrary.samples()
    #expect(library.problems.problems.filter { $0.severity != .note } == [])
    #expect(library.refusedCount == 0)
    #expect(library.caseCount >= 30)
  }

  @Test func everyEventTypeIsUsed() throws {
    let used = Set(try Self.cases().flatMap(\.events).map(\.type))
    #expect(Vocabulary.standard.types.map(\.name).filter { !used.contains($0) } == [])
  }

  @Test func everyOutcomeIsUsed() throws {
    let used = Set(try Self.cases().flatMap(\.events).compactMap(\.outcome))
    // A blank cell of a table; a case file leaves the key out.
    let ofTables = ["not_recorded"]
    let expected = Vocabulary.detainerOutcomes.filter { !ofTables.contains($0) }
    #expect(expected.filter { !used.contains($0) } == [])
  }

  @Test func everyChargeStatusIsUsed() throws {
    let events = try Self.cases().flatMap(\.events).filter { $0.charge != nil }
    let used = Set(events.map(\.chargeStatus))
    #expect(Vocabulary.chargeStatuses.filter { !used.contains($0) } == [])
  }

  @Test func allButTheFirstSayThatTheyAreSynthetic() throws {
    let cases = try Self.cases()
    #expect(cases.first?.id == "ct-2024-0007")
    #expect(cases.dropFirst().filter { $0.text("synthetic") != "true" }.map(\.id) == [])
  }

  @Test func someCaseHasAccountsThatDiffer() throws {
    let disputed = try Self.cases().filter { $0.events.contains { !$0.disputedKeys.isEmpty } }
    #expect(disputed.count >= 2)
  }

  @Test func idsAreOfTheirOwn() throws {
    let ids = try Self.cases().map(\.id)
    #expect(Set(ids).count == ids.count)
  }
}
