@testable import CasebookCore

/// A library of a few cases written out, for tests that ask for counts and names.
enum TestLibrary {
  /// Four cases: two detainers, one of them declined, a release, an arrest.
  static let custody = of(
    #"{"id":"ct-1","title":"Detainer not honored","status":"open","tags":["review"],"#
      + #""subject":{"age":17},"events":[{"type":"detainer","date":"2023-10-13/2024-02-01","#
      + #""facility":"Hartford Correctional Center","outcome":"declined","outcome_basis":"derived"},"#
      + #"{"type":"jail_release","date":"2024-02-01"},{"type":"ice_arrest","date":"2024-04-04"}]}"#,
    #"{"id":"ct-2","title":"Booked","status":"closed","subject":{"age":30},"synthetic":true,"#
      + #""sources":[{"id":"s","publisher":"Reuters"}],"events":[{"type":"detainer","#
      + #""date":"2024-01","facility":"Hartford Hold Room","outcome":"booked"}]}"#,
    #"{"id":"ct-3","title":"Peñuelas","status":"open","events":[{"type":"jail_release","#
      + #""date":"2024-05-05","facility":"Bridgeport","claims":[{"by":"a"},{"by":"b"}]}]}"#,
    #"{"id":"ct-4","facility":"Peñuelas","events":[]}"#)

  /// A library of cases as JSON, a line each.
  static func of(_ lines: String...) -> Library {
    let bytes = SourceBytes(Array(lines.joined(separator: "\n").utf8))
    return Loader().load([.embedded(name: "test.jsonl", bytes: bytes)], title: "test")
  }

  /// The ids a filter finds, parted by blanks; 10 March 2024 is today.
  static func ids(_ text: String, in library: Library, marked: [String] = []) throws -> String {
    let plan = try QueryPlan(text, in: Schema(of: library), today: today)
    let selection = plan.selection(in: library, context: QueryContext(marked: marked))
    return selection.rows.map { library.id(ofRow: Int($0)) }.joined(separator: " ")
  }

  static let today = DayNumber(year: 2024, month: 3, day: 10) ?? DayNumber(rawValue: 0)
}
