import CasebookTesting
import Foundation
import Testing

/// Every test and fuzz target that the page on trust names exists, and every promise names one.
struct TrustPageTests {
  private static func page() throws -> String {
    try ProjectFiles.text(
      ProjectFiles.url("Sources/CasebookCore/CasebookCore.docc/Trust.md"))
  }

  /// The rows of the table of promises.
  private static func promises() throws -> [Substring] {
    try page().split(separator: "\n").filter { $0.hasPrefix("| P") }
  }

  /// The names of tests in a text, which stand in backticks.
  private static func tests(in text: some StringProtocol) -> [String] {
    String(text).matches(of: #/`(\w+Tests)`/#).map { String($0.1) }
  }

  /// The names of fuzz targets in a text: those in backticks that follow "fuzz target".
  private static func targets(in text: some StringProtocol) -> [String] {
    String(text).matches(of: #/fuzz targets? (`\w+`(?:,? (?:and )?`\w+`)*)/#)
      .flatMap { $0.1.matches(of: #/\w+/#).map { String($0.0) } }
      .filter { $0 != "and" }
  }

  /// What is declared in the Swift files of a folder, as one text.
  private static func text(of folder: String) throws -> String {
    let folder = ProjectFiles.url(folder)
    return try ProjectFiles.paths(below: folder, ending: ".swift")
      .map { try ProjectFiles.text(folder.appending(path: $0)) }.joined(separator: "\n")
  }

  /// The suites that are declared in the tests, which are too long for a regular expression.
  private static func suites() throws -> Set<String> {
    let kinds = ["struct ", "@Suite struct ", "final class ", "@Suite final class "]
    let names = try text(of: "Tests").split(separator: "\n").compactMap { line -> String? in
      guard let kind = kinds.first(where: { line.hasPrefix($0) }) else { return nil }
      return String(line.dropFirst(kind.count).prefix { $0.isLetter || $0.isNumber })
    }
    return Set(names)
  }

  @Test func everyTestThatIsNamedExists() throws {
    let declared = try Self.suites()
    let named = Self.tests(in: try Self.page())
    #expect(named.count > 20)
    #expect(named.filter { !declared.contains($0) } == [])
  }

  @Test func everyFuzzTargetThatIsNamedExists() throws {
    let text = try Self.text(of: "Sources/Fuzzers/Targets")
    let declared = Set(
      text.matches(of: #/name: "(\w+)"/#).map { String($0.1) }
        + text.matches(of: #/= target\(\s*"(\w+)"/#).map { String($0.1) })
    let named = Self.targets(in: try Self.page())
    #expect(named.count > 5)
    #expect(named.filter { !declared.contains($0) } == [])
  }

  @Test func everyPromiseNamesATest() throws {
    let promises = try Self.promises()
    #expect(promises.count >= 11)
    #expect(promises.filter { Self.tests(in: $0).isEmpty } == [])
  }
}
