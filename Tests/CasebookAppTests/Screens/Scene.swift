import CasebookApp
import CasebookCanvas
import CasebookCore
import CasebookTesting
import CasebookText
import Testing

/// A screen that a test expects: cases, a size, and what the reader did.
struct Scene: Sendable, CustomTestStringConvertible {
  let name: String
  let columns: Int
  let rows: Int
  let cases: Cases
  let steps: [Step]

  /// What is open.
  enum Cases: Sendable {
    case samples
    case files([File])
    /// Files of which only some were loaded so far.
    case partly([File], steps: Int)
  }

  /// A file by its name and text.
  typealias File = (name: String, text: String)

  /// What the reader does.
  enum Step: Sendable {
    case run(String)
    case keys([Key])
    case type(String)
    case look(@Sendable (inout Look) -> Void)
    case resize(Int, Int)
    case loaded(Loading)
  }

  init(
    _ name: String, _ columns: Int, _ rows: Int, _ cases: Cases = .samples, _ steps: Step...
  ) {
    self.name = "\(name)-\(columns)x\(rows)"
    self.columns = columns
    self.rows = rows
    self.cases = cases
    self.steps = steps
  }

  var testDescription: String { name }

  /// The picture at the end of the steps.
  func snapshot() throws -> String { try played().snapshot }

  /// The session at the end of the steps.
  func played() throws -> Session {
    let session = try started()
    for step in steps { take(step, in: session) }
    return session
  }

  private func started() throws -> Session {
    switch cases {
    case .samples: return Session(try TestLibrary.samples(), columns: columns, rows: rows)
    case .files(let files):
      return Session(TestLibrary.library(files), columns: columns, rows: rows)
    case .partly(let files, let count):
      let session = Session(
        Library(title: "test"), columns: columns, rows: rows)
      session.apply(Array(TestLibrary.steps(files).prefix(count)), .going(percent: nil, rate: nil))
      return session
    }
  }

  private func take(_ step: Step, in session: Session) {
    switch step {
    case .run(let line): session.run(line: line)
    case .keys(let keys): keys.forEach { session.press($0) }
    case .type(let text): session.type(text)
    case .look(let change):
      var look = session.state.look
      change(&look)
      session.send(.lookChanged(look))
    case .resize(let columns, let rows):
      session.send(.resized(Size(columns: columns, rows: rows)))
    case .loaded(let loading): session.apply([], loading)
    }
  }
}
