import Foundation
import Testing

/// A text that a file beside the tests holds.
enum Snapshot {
  /// Compares a text with its file.
  ///
  /// Where `RECORD_SNAPSHOTS` is set, the file is written anew, and the test fails all the same.
  static func expect(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Snapshots")
    let file = folder.appending(path: "\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try? Data(text.utf8).write(to: file)
      Issue.record("\(name) was recorded", sourceLocation: sourceLocation)
      return
    }
    let expected = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
    #expect(text == expected, sourceLocation: sourceLocation)
  }
}
