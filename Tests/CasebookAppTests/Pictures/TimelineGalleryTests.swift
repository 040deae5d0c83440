import CasebookApp
import CasebookCore
import CasebookTesting
import CasebookText
import Foundation
import Testing

/// The pictures and texts of timelines in the documentation are what the program makes now; with
/// `RECORD_SNAPSHOTS=1` they are written anew.
struct TimelineGalleryTests {
  private static let ids = ["ct-2024-0007", "ex-008", "ex-016", "ex-017", "ex-019", "ex-034"]
  private static let catalogue = ProjectFiles.url("Sources/CasebookCore/CasebookCore.docc")

  @Test func thePageOfExamplesIsCurrent() throws {
    var page = """
      # Timelines of some cases

      Cases of the sample library as text and as pictures.

      ## Overview

      Each picture is what `casebook timeline ID --svg` writes; each text, what it writes without
      `--svg` in 100 columns. Open ends are counted to 1 July 2026 here.

      """
    for id in Self.ids {
      let loaded = try TimelineSample.loaded(id)
      let options = StripDrawing.Options(asOf: TestLibrary.today)
      let strip = StripText.lines(loaded.chronology, options: options, columns: 100)
      page += """

        ## \(loaded.title.string)

        ![\(StripWords.summary(loaded.chronology).string)](timeline-\(id).svg)

        ```
        \(strip.map(\.string).joined(separator: "\n"))
        ```

        """
    }
    try expect(page, "TimelineExamples.md")
  }

  @Test(arguments: ids)
  func thePictureIsCurrent(id: String) throws {
    let svg = StripPicture.svg(try TimelineSample.loaded(id), vocabulary: .standard)
    try expect(String(decoding: svg, as: UTF8.self), "Resources/timeline-\(id).svg")
  }

  private func expect(_ text: String, _ name: String) throws {
    let file = Self.catalogue.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    #expect(
      try String(contentsOf: file, encoding: .utf8) == text,
      "\(name) is stale; RECORD_SNAPSHOTS=1 writes it anew")
  }
}

/// Cases of the sample library as a session sees them.
enum TimelineSample {
  static let library = Result { try TestLibrary.samples() }

  static func loaded(_ id: String) throws -> LoadedCase {
    let library = try library.get()
    let row = try #require(library.rows(withID: id).first)
    return LoadedCase(library: library, row: row, asOf: TestLibrary.today, reader: CaseReader())
  }

  static var ids: [String] { SampleCases.all.keys.sorted() }
}
