import Glibc
import Testing

@testable import CasebookCore

/// Accounts of what is said once of a case, in every format and from a snapshot.
struct CaseClaimsTests {
  private let folder = ScratchFolder()

  private func conflicts(_ text: String, _ name: String) -> (Library, Bool) {
    let location = CasebookCore.SourceLocation.embedded(
      name: name, bytes: SourceBytes(Array(text.utf8)))
    let library = Loader().load([location], title: "t")
    return (library, library.segments.contains { $0.traits[0].contains(.conflict) })
  }

  @Test(arguments: [
    ("[{status: held}, {status: released}]", true),
    ("[{status: held}, {status: held}]", false),
    ("[{status: held}, {place: Hartford}]", false),
    ("[{subject: {sex: male}}, {subject: {age: 26}}]", false),
    ("[{subject: {sex: male}}, {subject: {sex: female}, source: \"#row 7\"}]", true),
  ])
  func accountsOfACaseDifferWhereOneKeyHasTwoValues(claims: String, differ: Bool) throws {
    let (library, isConflict) = conflicts("{id: a, status: held, claims: \(claims)}", "a.yaml")
    #expect(isConflict == differ)
    #expect(library.problems.problems == [])
    #expect(try library.decode(row: 0).get().disputedKeys.isEmpty == !differ)
  }

  @Test func linesOfJSONAreReadAlike() throws {
    let (library, isConflict) = conflicts(
      "{\"id\": \"a\", \"claims\": [{\"place\": \"x\"}, {\"place\": \"y\", \"source\": \"b\"}]}\n",
      "a.jsonl")
    #expect(isConflict)
    #expect(library.problems.problems.map(\.fact) == [.unknownSource("b")])
    let content = try library.decode(row: 0).get()
    #expect(content.disputedKeys == ["place"])
    #expect(content.claims.map { $0.sources.map(\.written) } == [[], ["b"]])
  }

  @Test func rowsOfAReleaseThatDifferAreFoundAlsoFromASnapshot() throws {
    for name in ["lib", "cache"] { mkdir(folder.path(name), 0o755) }
    folder.write(
      "Unique Identifier,Detainer Prepare Date,Detainer Lift Reason,Birth Year\n"
        + "p1,2024-01-05,,1984\np2,2024-01-05,,1984\n", to: "lib/detainers.csv")
    folder.write(
      "Apprehension Date,Apprehension Method,Arresting Agency,Unique Identifier,Birth Year\n"
        + "2024-02-01,CAP,ERO,p1,1990\n2024-02-01,CAP,ERO,p2,1984\n", to: "lib/arrests.csv")
    for round in ["read", "known"] {
      var loader = Loader()
      loader.profiles = try BuiltInProfiles.all
      var store = SnapshotStore(folder: folder.path("cache"), program: "this one")
      (store.smallestLibrary, store.settling) = (0, 0)
      var library = Library(title: "t")
      let keep = store.load([.path(folder.path("lib"))], with: loader) { step in
        library.apply(step)
        return true
      }
      keep?()
      #expect((keep == nil) == (round == "known"))
      let found = (0..<library.caseCount).filter { row in
        let (segment, index) = library.locate(row)
        return segment.traits[index].contains(.conflict)
      }
      #expect(found.map { library.id(ofRow: $0) } == ["p1"], "\(round)")
      let content = try library.decode(row: found[0]).get()
      #expect(
        content.claims == [
          Claim(
            fields: [Field("subject.birth_year", .text("1990"))],
            sources: [SourceReference("arrests#row 2")]),
          Claim(
            fields: [Field("subject.birth_year", .text("1984"))],
            sources: [SourceReference("detainers#row 2")]),
        ], "\(round)")
    }
  }
}
