import CasebookCanvas
import Foundation
import Testing

struct ThemeFileTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "themes")

  @Test func theFilesAreThoseOfTheProgram() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(names) == Set(Base16Scheme.builtIn.map { $0.slug + ".yaml" }))
  }

  @Test(arguments: Base16Scheme.builtIn)
  func aFileAndItsCopyInTheProgramAreTheSame(scheme: Base16Scheme) throws {
    let file = Self.folder.appending(path: scheme.slug + ".yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(try Base16Scheme.parse(text) == scheme)
  }
}
