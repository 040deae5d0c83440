import Testing

@testable import CasebookCore

private let corpora = FileBytes.folder("CASEBOOK_CORPORA")

@Suite(.enabled(if: corpora != nil))
struct TableCorpusTests {
  /// Its JSON is of another telephone number than its table: a fault of the corpus.
  private static let unlikeTheirTable: Set<String> = ["location_coordinates"]

  @Test func csvSpectrumReadsAsItsJSONSays() throws {
    let folder = try #require(corpora) + "/csv-spectrum"
    let names = FileBytes.names(in: folder + "/csvs").map { String($0.dropLast(4)) }
    #expect(names.count == 12)
    for name in names where !Self.unlikeTheirTable.contains(name) {
      let table = try #require(FileBytes.read("\(folder)/csvs/\(name).csv"))
      let json = try #require(FileBytes.read("\(folder)/json/\(name).json"))
      let tree = DataTree()
      try JSONTreeReader().read(SourceText(copying: json), into: tree)
      #expect(records(table) == tree.elements(of: 0).map { record($0, tree) }, "\(name)")
    }
  }

  private func record(_ node: Int, _ tree: DataTree) -> [String] {
    tree.members(of: node).flatMap { [tree.string(of: $0), tree.string(of: $1)] }
  }

  /// Each row as the names of its columns and its texts in turn.
  private func records(_ table: [UInt8]) -> [[String]] {
    table.withUnsafeBytes { bytes in
      var reader = TableReader(bytes, delimiter: ASCII.comma)
      var row = TableRow()
      guard reader.read(into: &row) else { return [] }
      let header = TableHeader(row, of: bytes)
      var found: [[String]] = []
      while reader.read(into: &row) {
        found.append(
          zip(header.names, row.cells).flatMap { [$0, TableText.string($1, of: bytes)] })
      }
      return found
    }
  }

  @Test func adversarialTablesComeOutAsTheirRuleSays() throws {
    let folder = try #require(corpora) + "/adversarial"
    let manifest = try #require(FileBytes.read(folder + "/MANIFEST.tsv"))
    let profiles = try BuiltInProfiles.all
    var count = 0
    for line in String(decoding: manifest, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard parts[0].hasSuffix(".csv") else { continue }
      count += 1
      let bytes = try #require(FileBytes.read(folder + "/" + parts[0]))
      let table = TableOutline(bytes, fileName: "t.csv", profiles: profiles)
      switch parts[2] {
      case "a": #expect(table.findings.filter { !$0.contains("note") } == [], "\(parts[0])")
      case "w":
        #expect(table.findings != [], "\(parts[0])")
        #expect(table.refused == 0 && table.loaded > 0, "\(parts[0])")
      case "s": #expect(table.refused == 0 && table.loaded == 1, "\(parts[0])")
      default:
        #expect(table.findings.contains { $0.contains("error") }, "\(parts[0])")
        #expect(parts[3].isEmpty || table.findings.contains { $0.hasPrefix(parts[3]) })
      }
    }
    #expect(count == 67)
  }
}
