import CasebookCore
import Foundation
import Testing

/// Compares counts with those of another program, where one is named.
///
/// `CASEBOOK_ORACLE` names a script that `python3` runs as `SCRIPT FILE count QUERY…`, and
/// `CASEBOOK_ORACLE_CASES` a file of cases as JSON lines.
@Suite struct OracleTests {
  private static let script = ProcessInfo.processInfo.environment["CASEBOOK_ORACLE"]
  private static let cases = ProcessInfo.processInfo.environment["CASEBOOK_ORACLE_CASES"]

  @Test func thereAreFiltersOfEveryKind() {
    #expect(Set(OracleQueries.all).count == OracleQueries.all.count)
    #expect(OracleQueries.all.count >= 300)
  }

  @Test(.enabled(if: script != nil && cases != nil))
  func countsAreThoseOfTheSlowReader() throws {
    let script = try #require(Self.script)
    let file = try #require(Self.cases)
    let library = Loader().load([.path(file)], title: "oracle")
    let schema = Schema(of: library)
    let counts = try OracleQueries.all.map { text in
      try QueryPlan(text, in: schema, today: DayNumber(rawValue: 20_000))
        .selection(in: library).count
    }
    let expected = try Self.run(script, file, OracleQueries.all)
    #expect(expected.count == counts.count)
    for (text, (count, wanted)) in zip(OracleQueries.all, zip(counts, expected)) {
      #expect(count == wanted, "\(text)")
    }
  }

  private static func run(
    _ script: String, _ file: String, _ queries: [String]
  ) throws -> [Int] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["python3", script, file, "count"] + queries
      + ["--text-skip", "type,date,age_as_of,source,derived_from"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
      line.split(separator: "\t").first.flatMap { Int($0) }
    }
  }
}
