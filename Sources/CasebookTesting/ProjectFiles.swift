import Foundation

/// The files of the checkout that tests are compiled from.
package enum ProjectFiles {
  /// The folder of the package.
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file or folder by its path in the package.
  package static func url(_ path: String) -> URL { root.appending(path: path) }

  /// The names in a folder, in the order of their bytes, without hidden ones.
  package static func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The paths of all files below a folder with an ending, from the folder on, in order.
  package static func paths(below folder: URL, ending: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(ending) }.sorted()
  }

  /// A text file.
  package static func text(_ url: URL) throws -> String {
    try String(contentsOf: url, encoding: .utf8)
  }
}
