import CasebookCanvas
import CasebookTesting
import CasebookText
import Testing

@testable import CasebookApp

/// A resize, or coming back from a stop, keeps the line that is being read.
struct ReadingPlaceTests {
  private func session() throws -> Session {
    Session(try TestLibrary.samples(), columns: 120, rows: 36)
  }

  private func line(_ session: Session) -> String {
    session.workspace.detail(in: session.state).lines[session.state.detail.line].text.string
  }

  /// The first word of a line, or nothing of a blank one.
  private func word(_ line: String) -> String {
    line.split(separator: " ").first.map(String.init) ?? ""
  }

  private func holds(_ line: String, _ word: String) -> Bool {
    word.isEmpty ? self.word(line).isEmpty : line.contains(word)
  }

  @Test func theSameSizeKeepsEveryLine() throws {
    let session = try session()
    session.press(.enter)
    for _ in 0..<50 {
      let before = session.state
      session.send(.resized(before.size))
      #expect(session.state.detail.line == before.detail.line)
      #expect(session.state.detail.top == before.detail.top)
      #expect(session.state.timeline == before.timeline)
      session.press(.character("j"))
    }
  }

  @Test(arguments: [40, 60, 80, 100, 121, 200])
  func anotherWidthKeepsTheFirstWordOfTheLine(columns: Int) throws {
    let session = try session()
    session.press(.enter)
    for _ in 0..<40 {
      session.press(.character("j"))
      let before = (session.state.detail.line, line(session))
      session.send(.resized(Size(columns: columns, rows: 24)))
      #expect(holds(line(session), word(before.1)), "\(before.1) became \(line(session))")
      let top = session.state.detail.top
      let rows = top..<top + session.state.layout.detailRows
      #expect(rows.contains(session.state.detail.line))
      session.send(.resized(Size(columns: 120, rows: 36)))
      #expect(session.state.detail.line == before.0)
    }
  }

  @Test func aWindowThatIsDraggedKeepsTheLine() throws {
    let session = try session()
    session.press(.enter)
    for _ in 0..<20 { session.press(.character("j")) }
    let before = (session.state.detail.line, line(session))
    for columns in (45...119).reversed() {
      session.send(.resized(Size(columns: columns, rows: 30)))
      #expect(holds(line(session), word(before.1)), "\(columns) columns")
    }
    session.send(.resized(Size(columns: 120, rows: 36)))
    #expect(session.state.detail.line == before.0)
  }

  @Test(arguments: [("raw", 9), ("help", 12), ("messages", 1)])
  func aPageKeepsItsLine(page: String, moves: Int) throws {
    let session = try session()
    for number in 0..<3 {
      let text = ShownText.repeating("word ", count: 30) + "\(number)"
      session.send(.said(Message(.information, text)))
    }
    session.run(line: page)
    for _ in 0..<moves { session.press(.character("j")) }
    let before = session.state.page?.line
    for columns in (60...119).reversed() {
      session.send(.resized(Size(columns: columns, rows: 20)))
    }
    session.send(.resized(Size(columns: 120, rows: 36)))
    #expect(session.state.page?.line == before)
  }

  @Test func placesAreFoundAtEveryWidth() {
    let text: ShownText = "one two three four five six seven eight nine ten eleven twelve"
    let texts: [ShownText] = [text, "", "thirteen", "", text]
    func lines(_ columns: Int) -> [StyledLine] {
      texts.flatMap { $0.isEmpty ? [StyledLine()] : StyledLine($0).wrapped(to: columns) }
    }
    var wrong: [String] = []
    for columns in 8...70 {
      let old = lines(columns)
      for line in old.indices {
        for other in [8, 20, 33, 70] {
          let new = lines(other)
          var place = ReadingPlace(line: line, of: old)
          place.find(in: new)
          if !holds(new[place.line].text.string, word(old[line].text.string)) {
            wrong.append("line \(line), \(columns) to \(other) columns")
          }
          place.find(in: old)
          if place.line != line { wrong.append("line \(line), back to \(columns) columns") }
        }
      }
    }
    #expect(wrong == [])
  }
}
