import CEmbedded
import CasebookCore

/// The files that are part of the program.
enum EmbeddedFiles {
  /// A file by its kind and name.
  struct File {
    /// What it is for: `sample`, `template`, `page`, `profile`, `schema`, `theme`.
    let kind: String
    /// Its name in its folder.
    let name: String
    /// Its text.
    let bytes: SourceBytes

    /// The text as a string.
    var text: String { bytes.withBytes { String(decoding: $0, as: UTF8.self) } }
  }

  /// The files of a kind, in the order of their names.
  static func all(kind: String) -> [File] {
    (0..<cembedded_count()).compactMap { index in
      guard let file = cembedded_at(index)?.pointee, String(cString: file.kind) == kind else {
        return nil
      }
      let bytes = UnsafeBufferPointer(start: file.bytes, count: file.length)
      return File(kind: kind, name: String(cString: file.name), bytes: SourceBytes(bytes))
    }
  }

  /// The text of one file.
  static func text(kind: String, name: String) -> String? {
    all(kind: kind).first { $0.name == name }?.text
  }
}
