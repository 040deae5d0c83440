import Foundation
import Testing

@testable import CasebookCore

/// A line of a table of texts and verdicts.
struct Verdict: Sendable {
  var text: String
  var expected: String
  var level: String

  /// The lines of a file below the folder that `CASEBOOK_CORPORA` names; the first is a heading
  /// in tables that have a column of levels.
  static func table(_ path: String) throws -> [Verdict] {
    let folder = try #require(corpora)
    let lines = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
      .split(separator: "\n")
    return try lines.filter { $0.hasPrefix("\"") }.map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      let text = try JSONDecoder().decode(String.self, from: Data(cells[0].utf8))
      return Verdict(
        text: text, expected: String(cells[1]), level: cells.count > 2 ? String(cells[2]) : "")
    }
  }

  static let corpora = ProcessInfo.processInfo.environment["CASEBOOK_CORPORA"]
}

/// What the parser does with a text: `accepted`, `level 2` or `refused`.
func outcome(_ text: String) -> String {
  do {
    _ = try CalendarDate(text)
    return "accepted"
  } catch {
    if case .levelTwo = error { return "level 2" }
    return "refused"
  }
}

@Suite(.enabled(if: Verdict.corpora != nil))
struct DateCorpusTests {
  /// Where this reader differs from the table, and why.
  static let argued = [
    // A mark may stand after every date of level 1, and the table itself has `1952-23~/1953` there.
    "2011-23~ valid 2: accepted",
    // What is written does not rule out that the end is not before the start.
    "0000-01-03/0000-01 invalid: accepted",
    "0000-02/0000 invalid: accepted",
    "2004-06-11%/2004-06~ invalid: accepted",
    // A season may be an end, as in `2003-22/2003-23`, which the table has as valid.
    "2018/2018-23 invalid: accepted",
    "2018-01?/2018-23 invalid: accepted",
    "2012-21/2012-22 invalid: accepted",
    // RFC 3339 writes UTC of an unknown place so.
    "2016-05-02T12:00:00-00:00 invalid: accepted",
  ]

  @Test func vectorsComeOutAsLevelAndValiditySayButForTheArgued() throws {
    let vectors = try Verdict.table("edtf/vectors.tsv")
    let differences = vectors.compactMap { vector -> String? in
      let outcome = outcome(vector.text)
      let level = vector.level.isEmpty ? "" : " " + vector.level
      return DateCorpusTests.isAsSaid(outcome, vector)
        ? nil : "\(vector.text) \(vector.expected)\(level): \(outcome)"
    }
    #expect(vectors.count == 518)
    #expect(Set(differences) == Set(DateCorpusTests.argued))
  }

  private static func isAsSaid(_ outcome: String, _ vector: Verdict) -> Bool {
    switch (vector.expected, vector.level) {
    case ("valid", "0"), ("valid", "1"): outcome == "accepted"
    case ("valid", "2"), ("conflict", _): outcome == "level 2"
    case ("valid", _): outcome != "refused"
    default: outcome != "accepted"
    }
  }

  /// Where the policy leaves a choice, a date is refused with the writing that is meant, and
  /// 24:00:00 is the end of the written day.
  @Test func policyIsFollowed() throws {
    let lines = try Verdict.table("adversarial/dates/policy.tsv")
    let differences = lines.filter { line in
      let isAccepted = outcome(line.text) == "accepted"
      return isAccepted
        != ["ok", "local", "ambiguous", "leap"].contains { line.expected.hasPrefix($0) }
    }
    #expect(lines.count == 58)
    #expect(differences.map(\.text) == [])
  }
}
