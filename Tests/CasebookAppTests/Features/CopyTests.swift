import CasebookCanvas
import CasebookTesting
import CasebookText
import Testing

@testable import CasebookApp

/// Copying a line about the case at hand.
struct CopyTests {
  private func sent(_ line: String, arrives: Bool = true) throws -> (text: [String], said: String) {
    let session = Session(try TestLibrary.samples())
    var sent: [String] = []
    session.clipboard = {
      sent.append($0.string)
      return arrives
    }
    session.run(line: "go ex-008")
    session.run(line: line)
    return (sent, session.state.message?.text.string ?? "")
  }

  @Test(arguments: [
    ("copy", "ex-008"), ("copy id", "ex-008"),
    (
      "copy row",
      "Notice sent after release, Sedgeholm, Pennsylvania\tremoved\t22 Sep 2016"
        + "\tnotice given late (per ICE ERO Drayhaven)\t8 d\tSedgeholm, Pennsylvania"
    ),
  ])
  func theTextGoesToTheClipboard(_ line: String, _ expected: String) throws {
    let copied = try sent(line)
    #expect(copied.text == [expected])
    let shown = expected.split(separator: "\t").joined(separator: "; ")
    #expect(copied.said == "Sent to the clipboard of the terminal: \(shown)")
  }

  @Test func theCitationNamesCaseRecordAndSources() throws {
    let text = try #require(try sent("copy citation").text.first)
    #expect(text.hasPrefix("Notice sent after release, Sedgeholm, Pennsylvania. Case ex-008, "))
    #expect(text.contains("Sources: jail record, Sedgeholm County Prison, 3 October 2016;"))
  }

  @Test func aTerminalWithoutAClipboardIsSaidWithTheText() throws {
    let copied = try sent("copy", arrives: false)
    #expect(copied.said == "This terminal has no clipboard that can be reached: ex-008")
  }

  @Test func theKeyCopiesTheId() throws {
    let session = Session(try TestLibrary.samples())
    var sent: [ShownText] = []
    session.clipboard = {
      sent.append($0)
      return true
    }
    session.press(.character("y"))
    #expect(sent == [Gate.shown(session.workspace.loadedCase(at: 0)?.id ?? "")])
  }

  @Test func plainModeSaysTheText() throws {
    let session = Session(try TestLibrary.samples())
    var look = session.state.look
    look.isPlain = true
    session.send(.lookChanged(look))
    session.run(line: "go ex-008")
    guard case .done(let answer) = session.run(line: "copy") else {
      return #expect(Bool(false))
    }
    #expect(answer.lines.map(\.string) == ["Plain mode has no clipboard. The id:", "ex-008"])
  }
}
