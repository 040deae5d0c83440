import Testing

@testable import CasebookCore

@Suite struct CompletionTests {
  /// A text with the cursor as `|`, and the first suggestions put in its place.
  @Test(arguments: [
    ("fac|", "facility:"),
    ("a (fac|", "a (facility:"),
    ("-fac| b", "-facility: b"),
    ("!fac| b", "!facility: b"),
    ("det|", "detainer"),
    ("detainer.out|", "detainer.outcome: detainer.outcome_basis:"),
    ("detainer(outcome:|", "detainer(outcome:booked detainer(outcome:declined"),
    ("detainer(fac|", "detainer(facility:"),
    ("facility:hart|", #"facility:"Hartford Correctional Center" facility:"Hartford Hold Room""#),
    (#"facility:"hold|"#, #"facility:"Hartford Hold Room""#),
    ("facility:x,bri|", "facility:x,Bridgeport"),
    ("status:|", "status:open status:closed"),
    ("age:|", "age:17 age:30"),
    ("detainer:|", "detainer:2023 detainer:2024"),
    ("has:jail_r|", "has:jail_release"),
    ("no:conf|", "no:conflict"),
    ("is:m|", "is:marked is:minor"),
    ("count(det|", "count(detainer"),
    ("detainer->ice_arr|", "detainer->ice_arrest"),
    ("detainer->ice_arrest<|", "detainer->ice_arrest<=30d detainer->ice_arrest<=90d"),
    ("sort:tit|", "sort:title"),
    ("sort:-tit|", "sort:-title"),
    ("sort:detainer->jail_rel|", "sort:detainer->jail_release"),
    ("certain:dat|", "certain:date:"),
    ("ha|", "has:"),
    (#""fac|"#, ""),
    ("/fac|", ""),
    ("zzz|", ""),
    ("@|", "@declined @late"),
    ("a -@la|", "a -@late"),
    ("@z|", ""),
  ])
  func suggestionsGoOnFromTheCursor(_ marked: String, _ expected: String) throws {
    let library = TestLibrary.custody
    let schema = Schema(of: library)
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
    let text = String(parts[0] + parts[1])
    let frequent = FrequentValues(of: library, schema: schema)
    let suggestions = Completion(schema: schema, saved: ["late", "declined"]).suggestions(
      for: text, cursor: parts[0].utf8.count, values: frequent.values)
    let wanted = max(1, expected.split(separator: " ").count)
    let bytes = Array(text.utf8)
    let results = suggestions.map { suggestion in
      String(decoding: bytes[..<suggestion.range.lowerBound], as: UTF8.self) + suggestion.text
        + String(decoding: bytes[suggestion.range.upperBound...], as: UTF8.self)
    }
    let joined = results.prefix(wanted).joined(separator: " ")
    #expect(expected.isEmpty ? results.isEmpty : joined.hasPrefix(expected), "\(results)")
  }

  /// Only keys that events of the type have, and none of those that say how a file is made.
  @Test(arguments: [
    ("jail_release.", "jail_release.date: jail_release.facility:"),
    ("jail_release(", "date: facility:"), ("ice_arrest.", "ice_arrest.date:"),
    ("detainer.", "detainer.date: detainer.facility: detainer.outcome: detainer.outcome_basis:"),
  ])
  func keysAreThoseOfTheType(_ text: String, _ expected: String) {
    let library = TestLibrary.custody
    let completion = Completion(schema: Schema(of: library), of: library)
    let found = completion.suggestions(for: text, cursor: text.utf8.count) { _ in [] }
    #expect(Set(found.map(\.text)) == Set(expected.split(separator: " ").map(String.init)))
  }

  @Test func countsStandBesideValues() {
    let library = TestLibrary.custody
    let schema = Schema(of: library)
    let frequent = FrequentValues(of: library, schema: schema)
    let values = frequent.values(of: "status").map { "\($0.text) \($0.count)" }
    #expect(values == ["open 2", "closed 1"])
  }

  @Test func noCursorMakesItFail() {
    let schema = Schema()
    let completion = Completion(schema: schema)
    let pieces = ["a", "\"", "(", ")", "->", ":", ",", "/", " ", "sort:-", "count(", "é", "<", "."]
    var random = SplitMix(seed: 6)
    var total = 0
    for _ in 0..<2_000 {
      let text = (0..<6).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      for cursor in 0...text.utf8.count {
        let found = completion.suggestions(for: text, cursor: cursor) { _ in [("v", 1)] }
        total += found.filter { $0.range.upperBound == cursor }.count
      }
    }
    #expect(total > 10_000)
  }
}
