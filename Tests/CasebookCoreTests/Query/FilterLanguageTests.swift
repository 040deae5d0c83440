import CasebookCore
import Foundation
import Testing

/// The page about the language, held to the language.
@Suite struct FilterLanguageTests {
  @Test func everyFilterOfThePageIsRead() throws {
    let path = #filePath.replacing(
      "Tests/CasebookCoreTests/Query/FilterLanguageTests.swift",
      with: "Sources/CasebookCore/CasebookCore.docc/FilterLanguage.md")
    let page = try String(contentsOfFile: path, encoding: .utf8)
    let schema = Schema()
    var count = 0
    for line in page.split(separator: "\n") where line.hasPrefix("| ") {
      let cells = line.split(separator: "|")
      guard let cell = cells.first(where: { $0.contains("`") }) else { continue }
      // Behind a semicolon stand facets, which are no filters.
      let filters = cell.prefix { $0 != ";" }.split(
        separator: "`", omittingEmptySubsequences: false)
      for index in stride(from: 1, to: filters.count, by: 2) where filters[index].count > 1 {
        let text = String(filters[index])
        #expect(throws: Never.self, "\(text)") {
          try QueryPlan(text, in: schema, today: DayNumber(rawValue: 20_000))
        }
        count += 1
      }
    }
    #expect(count > 40)
  }
}
