import CEmbedded
import CasebookCore
import CasebookTesting
import Foundation
import Testing

/// The files that are part of the program are those of their folders, whole.
struct EmbeddedFileTests {
  @Test(arguments: [
    ("sample", "Sources/CasebookCore/Resources/samples"),
    ("profile", "Sources/CasebookCore/Resources/profiles"),
    ("schema", "Sources/CasebookCore/Resources/schemas"),
    ("theme", "themes"),
  ])
  func theListIsTheFolder(kind: String, folder: String) throws {
    let url = ProjectFiles.url(folder)
    let embedded = Self.files(kind)
    #expect(embedded.map(\.name).sorted() == (try ProjectFiles.names(in: url)))
    for file in embedded {
      #expect(try Data(contentsOf: url.appending(path: file.name)) == file.bytes, "\(file.name)")
    }
  }

  @Test func pagesAreThoseOfTheDocumentation() throws {
    let url = ProjectFiles.url("Sources/CasebookCore/CasebookCore.docc")
    let pages = Self.files("page")
    #expect(pages.count >= 17)
    for page in pages {
      #expect(try Data(contentsOf: url.appending(path: page.name)) == page.bytes, "\(page.name)")
    }
  }

  @Test func samplesStandInTheOrderOfTheirNames() {
    let names = Self.files("sample").map(\.name)
    #expect(names == names.sorted())
  }

  @Test func everyKindIsKnown() {
    let kinds = Set(
      (0..<cembedded_count()).compactMap { index in
        cembedded_at(index).map { String(cString: $0.pointee.kind) }
      })
    #expect(kinds == ["page", "profile", "sample", "schema", "template", "theme"])
  }

  private static func files(_ kind: String) -> [(name: String, bytes: Data)] {
    (0..<cembedded_count()).compactMap { index in
      guard let file = cembedded_at(index)?.pointee, String(cString: file.kind) == kind else {
        return nil
      }
      return (String(cString: file.name), Data(bytes: file.bytes, count: file.length))
    }
  }
}
