import CasebookCore

/// A profile that is part of the program.
struct BuiltInProfile {
  /// The name that `casebook profile --show` takes, such as `ddp-arrests`.
  let name: String
  /// The profile.
  let profile: Profile
  private let file: EmbeddedFiles.File

  /// The text of its file.
  var text: String { file.text }

  /// All of them, in the order of their names.
  static var all: [BuiltInProfile] {
    EmbeddedFiles.all(kind: "profile").compactMap { file in
      let profile = file.bytes.withBytes { try? Profile.parse($0, name: file.name) }
      return profile.map { BuiltInProfile(name: stem(file.name), profile: $0, file: file) }
    }
  }

  /// Their names.
  static var names: [String] { EmbeddedFiles.all(kind: "profile").map { stem($0.name) } }

  private static func stem(_ name: String) -> String {
    name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
  }
}
