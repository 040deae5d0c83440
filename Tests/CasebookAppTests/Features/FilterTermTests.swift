import CasebookApp
import CasebookCanvas
import CasebookTesting
import Testing

/// Terms of the filter, on and off.
struct FilterTermTests {
  @Test(arguments: [
    ([("a", true), ("b", true)], "a b"),
    ([("a", true), ("b", false)], "a"),
    ([("a or b", true), ("c", true)], "(a or b) c"),
    ([("a or b", true), ("c", false)], "a or b"),
    ([("(a or b)", true), ("c", true)], "(a or b) c"),
    ([("(a) or (b)", true), ("sort:x", true)], "((a) or (b)) sort:x"),
    ([], ""),
  ])
  func termsThatAreOnMakeTheFilter(terms: [(String, Bool)], text: String) {
    #expect(terms.map { FilterTerm($0.0, isOn: $0.1) }.text == text)
  }

  @Test func termsThatAreOffKeepTheirPlaces() {
    let terms = [FilterTerm("a"), FilterTerm("b", isOn: false), FilterTerm("c")]
    #expect(terms.following("x y z").map(\.text) == ["x", "b", "y", "z"])
    #expect(terms.following("").map(\.text) == ["b"])
    #expect(terms.following("b").map(\.isOn) == [true])
    #expect(terms.following("a c") == terms)
  }

  @Test(
    arguments: [
      ("filter a b", "a b"), ("off 1", "b"), ("on 1", "a b"), ("negate 2", "a -b"),
      ("negate 2", "a b"), ("drop 1", "b"), ("add c or d", "b (c or d)"), ("sort title down", ""),
    ].reduce(into: [[(String, String)]]()) { $0.append(($0.last ?? []) + [$1]) })
  func commandsChangeOneTerm(steps: [(line: String, filter: String)]) throws {
    let session = Session(try TestLibrary.samples())
    for step in steps { session.run(line: step.line) }
    let wanted = steps.last.map { $0.filter.isEmpty ? "b (c or d) sort:-title" : $0.filter }
    #expect(session.state.filter.applied == wanted)
  }

  @Test func theSpaceKeySwitchesTheTermAtHandOffAndOn() throws {
    let session = Session(try TestLibrary.samples())
    for key in "F " { session.press(.character(key)) }
    #expect(session.state.filter.terms.isEmpty)
    session.run(line: "filter outcome:declined")
    for key in "F " { session.press(.character(key)) }
    #expect(session.state.filter.terms == [FilterTerm("outcome:declined", isOn: false)])
    #expect(session.workspace.results.count == 36)
    session.press(.character(" "))
    #expect(session.state.filter.applied == "outcome:declined")
  }

  @Test(arguments: Context.allCases)
  func noKeyMeansTwoCommands(context: Context) {
    var bound: [Key: [Int]] = [:]
    for binding in Registry.standard.commands.flatMap(\.keys)
    where binding.contexts.contains(context) {
      bound[binding.key, default: []].append(binding.contexts.count)
    }
    for (key, counts) in bound {
      #expect(counts.filter { $0 == counts.min() }.count == 1, "\(key)")
    }
  }

  @Test func theTermThatLeavesNothingIsDropped() throws {
    let session = Session(try TestLibrary.samples())
    session.run(line: "filter declined zebra hartford")
    session.press(.character("x"))
    #expect(session.state.filter.applied == "declined hartford")
  }
}
