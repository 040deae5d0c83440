import CasebookApp
import CasebookCanvas
import CasebookTesting
import Testing

/// Pages that lie over the regions.
struct PageTests {
  @Test(arguments: ["p", "C", "!", "", "F"])
  func theHelpLeadsBackToWhereItWasAskedFor(keys: String) throws {
    let session = Session(try TestLibrary.samples())
    session.run(line: "filter hartford")
    session.type(keys)
    let page = session.state.page?.kind
    session.type("?")
    #expect(session.state.page?.kind == .help)
    session.type("?")
    session.press(.escape)
    #expect(session.state.page?.kind == page)
    session.press(.escape)
    #expect(session.state.page == nil)
  }

  @Test func pathwaysBelowTheHelpAreStillThere() throws {
    let session = Session(try TestLibrary.samples())
    session.type("pjj")
    let line = session.state.page?.line
    session.type("?")
    session.press(.escape)
    #expect(session.state.page?.line == line)
    session.press(.enter)
    #expect(session.state.page == nil)
    #expect(session.state.filter.applied.hasPrefix("path("))
  }
}
