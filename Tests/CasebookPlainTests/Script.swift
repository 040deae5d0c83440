import CasebookApp
import CasebookCanvas
import CasebookCore
import CasebookPlain
import CasebookTesting
import CasebookText

/// A list of command lines, which are played in plain mode and on the screen.
struct Script: Sendable, CustomStringConvertible {
  let name: String
  let lines: [String]

  /// Stands for an empty line: Enter alone, which pages on in plain mode.
  static let enter = "(enter)"

  var description: String { name }

  /// The scripts of the folder `Scripts`, in the order of their names.
  static let all: [Script] = {
    let folder = ProjectFiles.url("Tests/CasebookPlainTests/Scripts")
    let names = (try? ProjectFiles.names(in: folder)) ?? []
    return names.map { name in
      let text = (try? ProjectFiles.text(folder.appending(path: name))) ?? ""
      return Script(
        name: String(name.prefix { $0 != "." }), lines: text.split(separator: "\n").map(String.init)
      )
    }
  }()

  /// A command line with the lines that answered it.
  struct Answer: Sendable {
    let command: String
    var lines: [String] = []
  }

  /// Plays the script in plain mode.
  func answers(on library: Library) -> [Answer] {
    var answers = [Answer(command: "(start)")]
    var plain = PlainMode(Session(library, columns: 100)) { line, _ in
      answers[answers.count - 1].lines.append(line.string)
    }
    plain.greet(.flag)
    for line in lines where !plain.isOver {
      answers.append(Answer(command: line))
      plain.run(line == Self.enter ? "" : line)
    }
    return answers
  }

  /// What plain mode says to the script, each command after the prompt.
  func transcript(on library: Library) -> String {
    answers(on: library).map { answer in
      ([answer.command == "(start)" ? nil : "case> \(answer.command)"].compactMap(\.self)
        + answer.lines).map { $0 + "\n" }.joined()
    }.joined()
  }

  /// What the screen shows after the script.
  func screen(on library: Library) -> String {
    let session = Session(library)
    for line in lines where line != Self.enter {
      // A filter that cannot be read stays open to be mended.
      if session.state.prompt != nil { session.press(.escape) }
      // As at the prompt for commands, where a failure is shown.
      session.type(":" + line)
      session.press(.enter)
    }
    return session.snapshot
  }
}
