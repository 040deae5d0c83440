import Glibc

/// The public test suites in the folder that `CASEBOOK_CORPORA` names, if it does.
enum Corpora {
  /// The folder, or nothing.
  static var folder: String? {
    getenv("CASEBOOK_CORPORA").map { String(cString: $0) }
  }

  /// Whether the folder is named.
  static var isNamed: Bool { folder != nil }

  /// The bytes of a file in the folder.
  static func bytes(_ path: String) -> [UInt8] {
    guard let folder, let file = fopen("\(folder)/\(path)", "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// The names in a folder of the corpora, sorted.
  static func names(_ path: String) -> [String] {
    guard let folder, let directory = opendir("\(folder)/\(path)") else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") {
        names.append(name)
      }
    }
    return names.sorted()
  }

  /// The rows of a tab-separated file without its first one.
  static func rows(_ path: String) -> [[String]] {
    String(decoding: bytes(path), as: UTF8.self).split(separator: "\n").dropFirst().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
