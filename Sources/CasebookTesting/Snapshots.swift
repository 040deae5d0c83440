import Foundation

/// A folder `Snapshots` beside a test, with the texts that the test expects.
///
/// With `RECORD_SNAPSHOTS=1` in the environment each comparison writes its file anew and still
/// fails, so that nobody takes a recording for a test.
package struct Snapshots {
  private let folder: URL
  private let isRecording: Bool

  /// Opens the folder beside a source file.
  package init(beside file: String = #filePath) {
    let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "Snapshots")
    self.init(
      folder: folder,
      isRecording: ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1")
  }

  /// Opens a folder.
  package init(folder: URL, isRecording: Bool) {
    self.folder = folder
    self.isRecording = isRecording
  }

  /// Compares a text with the file `NAME.txt`; throws ``SnapshotMismatch``.
  package func compare(_ text: String, with name: String) throws {
    let file = folder.appending(path: name + ".txt")
    let expected = try? String(contentsOf: file, encoding: .utf8)
    if isRecording {
      if expected != text {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      throw SnapshotMismatch(name: name, expected: nil, found: nil)
    }
    guard expected == text else {
      throw SnapshotMismatch(name: name, expected: expected, found: text)
    }
  }

  /// The files that no test compares with, of those whose name begins as given.
  package func stale(but names: some Sequence<String>, beginning: String = "") throws -> [String] {
    let known = Set(names.map { $0 + ".txt" })
    return try ProjectFiles.names(in: folder)
      .filter { $0.hasPrefix(beginning) && !known.contains($0) }
  }
}

/// A text is not the one in its file.
package struct SnapshotMismatch: Error, CustomStringConvertible {
  let name: String
  /// The text of the file, where there is one.
  let expected: String?
  /// The text found; nothing where it was recorded.
  let found: String?

  package var description: String {
    guard let found else { return "recorded \(name); run again without RECORD_SNAPSHOTS" }
    guard let expected else { return "there is no snapshot \(name); found\n\(found)" }
    let line = zip(expected.lines, found.lines).enumerated().first { $0.element.0 != $0.element.1 }
    let place = line?.offset ?? min(expected.lines.count, found.lines.count)
    return """
      snapshot \(name) differs from line \(place + 1) on
      -- expected
      \(expected)
      -- found
      \(found)
      """
  }
}

extension String {
  fileprivate var lines: [Substring] { split(separator: "\n", omittingEmptySubsequences: false) }
}
