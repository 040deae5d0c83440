import CasebookTesting
import Foundation
import Testing

/// Words that readers stumble over do not come back: in help, documentation, and doc comments.
///
/// Each has a plain equivalent, which the message names.
struct WordRuleTests {
  /// What is banned, and what to write instead.
  static let banned: [(pattern: String, instead: String)] = [
    (#"so many(?! as)"#, "N, or a number of"), (#"at hand"#, "selected, or current"),
    (#"anew"#, "again"), (#"parted by"#, "separated by"),
    (#"(?:told|tell|tells) apart"#, "distinguish"),
    (#"nothing where"#, "nil if, or none if"), (#"what came of"#, "result"),
    (#"where no(?:ne|thing) is (?:said|given|named)"#, "default"),
    (#"may be given often"#, "repeatable"),
    (#"what is said once"#, "case-level value"),
  ]

  /// The places in a text that use a banned word, each with what to write instead.
  static func findings(in text: String) throws -> [String] {
    // A phrase may go on in the next line.
    let words = text.replacing(#/\s*\n\s*(?:\/\/\/ ?)?/#, with: " ")
    return try banned.flatMap { word in
      try words.matches(of: Regex("\\b(?:\(word.pattern))\\b").ignoresCase()).map { match in
        let start = words.index(match.range.lowerBound, offsetBy: -30, limitedBy: words.startIndex)
        let context = words[(start ?? words.startIndex)..<match.range.upperBound]
        return "\(context): write \(word.instead)"
      }
    }
  }

  @Test(arguments: [
    ("Maximum number of cases.", 0), ("At most so many cases.", 1), ("so many as there are", 0),
    ("the case\n/// at hand", 1), ("Columns parted\nby commas, told apart", 2), ("Canewood", 0),
  ])
  func theRuleFindsWords(text: String, count: Int) throws {
    #expect(try Self.findings(in: text).count == count)
  }

  @Test func theDocumentationIsPlain() throws {
    let folder = ProjectFiles.url("Sources/CasebookCore/CasebookCore.docc")
    for name in try ProjectFiles.paths(below: folder, ending: ".md") {
      let text = try ProjectFiles.text(folder.appending(path: name))
      #expect(try Self.findings(in: text) == [], "\(name)")
    }
    #expect(try Self.findings(in: ProjectFiles.text(ProjectFiles.url("README.md"))) == [])
  }

  /// Help and messages are the texts in the code of the front ends.
  @Test func helpAndMessagesArePlain() throws {
    let text = #/"(?:[^"\\]|\\.)*"/#
    let targets: Set<String> = ["CasebookCLI", "CasebookApp", "CasebookPlain"]
    for file in try SourceFile.all() where targets.contains(file.target) {
      let texts = file.lines.filter { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//") }
        .flatMap { $0.matches(of: text).map { String($0.0) } }
      #expect(try Self.findings(in: texts.joined(separator: "\n")) == [], "\(file.path)")
    }
  }

  /// The doc comments that have been rewritten; every file that joins the list stays plain.
  @Test func docCommentsOfTheFrontDoorArePlain() throws {
    for file in try SourceFile.all() where file.target == "CasebookCLI" {
      let comments = file.lines.filter { $0.contains("///") }.joined(separator: "\n")
      #expect(try Self.findings(in: comments) == [], "\(file.path)")
    }
  }
}
