import Testing

@testable import CasebookCore

@Suite(.enabled(if: FileBytes.folder("CASEBOOK_DATA") != nil))
struct TableDetainersTests {
  @Test func detainersOfFiscalYear2015CountAsTheReleaseSays() throws {
    let folder = try #require(FileBytes.folder("CASEBOOK_DATA"))
    let bytes = try #require(FileBytes.read(folder + "/lea_detainers_FY15YTD.csv"))
    let profiles = try BuiltInProfiles.all
    var counts: [String: Int] = [:]
    var findings: [TableFinding] = []
    try bytes.withUnsafeBytes { text in
      var source = try TableSource(
        text, fileName: "lea_detainers_FY15YTD.csv", profiles: profiles)
      #expect(source.profile.name == "ICE detainers by facility, fiscal year 2015")
      let tree = DataTree()
      while let made = source.nextCase(into: tree) {
        findings += made.findings
        counts[made.isRefused ? "refused" : "all", default: 0] += 1
        guard let events = tree.value(of: "events", in: 0),
          let event = tree.elements(of: events).first(where: { _ in true })
        else { continue }
        let value = { (key: StaticString) in
          tree.value(of: key, in: event).map { tree.string(of: $0) } ?? ""
        }
        counts["outcome:" + value("outcome"), default: 0] += 1
        if value("facility").lowercased().contains("hartford") {
          counts["hartford", default: 0] += 1
        }
        if value("state") == "CONNECTICUT" { counts["connecticut", default: 0] += 1 }
        if value("date").hasPrefix("2015-03") { counts["2015-03", default: 0] += 1 }
      }
      findings += source.findings
    }
    #expect(findings == [])
    #expect(counts["all"] == 79_053)
    #expect(counts["refused"] == nil)
    #expect(counts["outcome:declined"] == 5_501)
    #expect(counts["outcome:not_recorded"] == 52_263)
    #expect(counts["hartford"] == 18)
    #expect(counts["connecticut"] == 164)
    #expect(counts["2015-03"] == 8_081)
  }

  @Test func aDetainerReadsAsACase() throws {
    let folder = try #require(FileBytes.folder("CASEBOOK_DATA"))
    let bytes = try #require(FileBytes.read(folder + "/lea_detainers_FY15YTD.csv"))
    let outline = TableOutline(
      bytes, fileName: "lea_detainers_FY15YTD.csv", profiles: try BuiltInProfiles.all)
    let hartford = try #require(outline.cases.first { $0.contains("facility: HARTFORD") })
    #expect(
      hartford == """
        {id: lea_detainers_FY15YTD-026424, \
        title: Detainer, outcome not recorded, Hartford Corr Center, status: outcome not recorded, \
        place: Hartford, Connecticut, \
        sources: [{id: release, kind: agency release, \
        publisher: US Immigration and Customs Enforcement, title: lea_detainers_FY15YTD}], \
        events: [{type: detainer, date: 2015-02-25, facility: HARTFORD CORR CENTER, \
        place: Hartford, Connecticut, city: HARTFORD, state: CONNECTICUT, outcome: not_recorded, \
        outcome_basis: recorded, source: release#row 26424, \
        detainer_type: I247 - Immigration Detainer - Notice of Action (as of March 2013)}]}
        """)
  }
}
