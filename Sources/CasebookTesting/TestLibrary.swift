import CasebookApp
import CasebookCanvas
import CasebookCore
import Foundation

/// Libraries for tests of everything above the core.
package enum TestLibrary {
  /// The day that tests take for today.
  package static let today = DayNumber(rawValue: 20_635)

  /// The samples of the program, read from their folder.
  package static func samples() throws -> Library {
    let folder = ProjectFiles.url("Sources/CasebookCore/Resources/samples")
    let files = try ProjectFiles.names(in: folder).map { name in
      (name, try ProjectFiles.text(folder.appending(path: name)))
    }
    return library(files, title: "sample library")
  }

  /// A library of files by their names and texts.
  package static func library(_ files: [(String, String)], title: String = "test") -> Library {
    Loader().load(locations(files), title: title)
  }

  /// The steps in which files are loaded.
  package static func steps(_ files: [(String, String)]) -> [LoadStep] {
    let steps = StepList()
    Loader().load(locations(files)) { step in
      steps.all.append(step)
      return true
    }
    return steps.all
  }

  private static func locations(_ files: [(String, String)]) -> [SourceLocation] {
    files.map { .embedded(name: $0.0, bytes: SourceBytes(Array($0.1.utf8))) }
  }

  /// Keeps steps while a loader, which calls one at a time, hands them on.
  private final class StepList {
    var all: [LoadStep] = []
  }
}

extension Session {
  /// A session for a test, at the tests' day.
  package convenience init(_ library: Library, columns: Int = 80, rows: Int = 24) {
    self.init(
      library: library, today: TestLibrary.today, size: Size(columns: columns, rows: rows))
  }

  /// What the screen shows, with the plane of meanings.
  package var snapshot: String { MainScreen.draw(state, workspace).snapshot() }

  /// Types each character of a text as a key.
  package func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  /// Presses keys one after the other.
  package func press(_ keys: Key...) {
    for key in keys { press(key) }
  }
}
