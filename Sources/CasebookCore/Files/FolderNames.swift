import Glibc

/// What stands in a folder.
enum FolderNames {
  /// The names in the order the system gives them, without the folder itself and the one above;
  /// nothing, and `errno` says why, where it cannot be read.
  static func all(in folder: String) -> [String]? {
    guard let stream = PathText.withBytes(of: folder, { opendir($0) }) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        // A name of the system has at most 255 bytes and a NUL (NAME_MAX).
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { PathText.string($0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
