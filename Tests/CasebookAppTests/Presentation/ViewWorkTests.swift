import CScan
import CasebookApp
import CasebookCore
import CasebookTesting
import CasebookText
import Testing

/// The work of showing a case grows at most as the case does, in every way of showing it: as
/// Markdown, in spoken lines, in wrapped lines, as a timeline, in the list, and whole on the screen.
///
/// Work is counted, as in the tests of the readers: bytes made visible, characters laid out and
/// copied, fields looked at.
struct ViewWorkTests {
  private static let cases: [(name: String, text: @Sendable (Int) -> String)] = [
    ("one long text", { #"{"id":"a","summary":"\#(repeating("Some words. ", $0))"}"# }),
    ("one long word", { #"{"id":"a","summary":"\#(repeating("x", $0))"}"# }),
    ("a text of blanks", { #"{"id":"a","summary":"x\#(repeating(" ", $0))y"}"# }),
    (
      "a text that has to be made visible",
      { #"{"id":"a","summary":"\#(repeating("\\u202e", $0))"}"# }
    ),
    ("combining marks", { #"{"id":"a","summary":"x\#(repeating("\u{301}", $0))"}"# }),
    (
      "many events",
      { size in
        let events = list(size / 40) { #"{"type":"entry","date":"2013-01-02","place":"p\#($0)"}"# }
        return #"{"id":"a","events":[\#(events)]}"#
      }
    ),
    ("many keys", { #"{"id":"a",\#(list($0 / 20) { #""k\#($0)":"x""# })}"# }),
    (
      "many events that each have a source of their own",
      { size in
        let events = list(size / 100) {
          #"{"type":"detainer","outcome":"declined","outcome_basis":"reported","source":"s\#($0)"}"#
        }
        let sources = list(size / 100) { #"{"id":"s\#($0)","publisher":"p\#($0)"}"# }
        return #"{"id":"a","events":[\#(events)],"sources":[\#(sources)]}"#
      }
    ),
    (
      "one event of many sources",
      { size in
        let references = list(size / 40) { #""s\#($0)""# }
        let sources = list(size / 40) { #"{"id":"s\#($0)","publisher":"p\#($0)"}"# }
        return #"{"id":"a","events":[{"type":"detainer","outcome":"declined","#
          + #""basis":"reported","source":[\#(references)]}],"sources":[\#(sources)]}"#
      }
    ),
    (
      "many events whose dates cannot be read",
      { size in
        let events = list(size / 40) { #"{"type":"entry","date":"13/10/\#($0)"}"# }
        return #"{"id":"a","events":[\#(events)]}"#
      }
    ),
  ]

  private static func list(_ count: Int, _ element: (Int) -> String) -> String {
    (0..<max(1, count)).map(element).joined(separator: ",")
  }

  private static func repeating(_ text: String, _ size: Int) -> String {
    String(repeating: text, count: max(1, size / text.utf8.count))
  }

  @Test(arguments: cases.indices)
  func theWorkGrowsAsTheCase(index: Int) throws {
    let (name, text) = Self.cases[index]
    var costs: [[Double]] = []
    for step in 0...5 {
      let record = text(2_000 << step)
      let library = TestLibrary.library([("a.jsonl", record)])
      let content = try library.decode(row: 0).get()
      let views: [() -> Void] = [
        { _ = Chronology.lines(content, settings: library.settings, origin: nil) },
        {
          for line in CaseText.lines(content, library: library, row: 0) {
            SpokenText.forEachLine(of: line) { _ in }
          }
        },
        {
          for line in CaseText.lines(content, library: library, row: 0) {
            _ = line.wrapped(to: 80, hanging: 2)
          }
        },
        {
          _ = StripText.lines(
            content.chronology, options: StripDrawing.Options(sources: content.sourceTable),
            columns: 100)
        },
        { _ = Session(library).snapshot },
        {
          let session = Session(library)
          session.press(.enter)
          _ = session.snapshot
        },
      ]
      costs.append(
        views.map { view in
          let before = cscan_work_done()
          view()
          return Double(cscan_work_done() - before) / Double(record.utf8.count)
        })
    }
    for view in costs[0].indices {
      let all = costs.map { $0[view] }
      // A timeline of few events says nothing that is counted.
      if view != 3 { #expect(all[0] > 0.1, "\(name), view \(view): \(all)") }
      #expect(all[5] <= 1.3 * max(all[1], all[2]) + 1, "\(name), view \(view): \(all)")
    }
  }
}
