import CasebookTesting
import Foundation

/// A source file of the project, as a test of its rules sees it.
struct SourceFile: Sendable, CustomStringConvertible {
  /// The path from `Sources` on.
  let path: String
  let lines: [String]

  var description: String { path }
  /// The folder of its target.
  var target: String { String(path.prefix { $0 != "/" }) }
  /// The lines without their comments; a `//` in a text counts as one too.
  var code: [String] {
    lines.map { line in line.range(of: "//").map { String(line[..<$0.lowerBound]) } ?? line }
  }

  /// The modules it imports.
  var imports: [String] {
    code.compactMap { line in
      guard let match = line.firstMatch(of: #/^(?:@?\w+ )*import (?:\w+ )?(\w+)/#) else {
        return nil
      }
      return String(match.1)
    }
  }

  /// Every source file with an ending.
  static func all(ending: String = ".swift") throws -> [SourceFile] {
    let folder = ProjectFiles.url("Sources")
    return try ProjectFiles.paths(below: folder, ending: ending).map { path in
      let text = try ProjectFiles.text(folder.appending(path: path))
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return SourceFile(path: path, lines: lines.map(String.init))
    }
  }
}
