import CasebookCore
import CasebookNotebook
import Foundation

/// A folder for the notebook of one test, gone with it.
final class TemporaryNotebook {
  let folder: URL
  static let today = "2024-04-05"

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "notebook-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// The file, in folders that are not there yet.
  var path: String { folder.appending(path: "data/casebook/notebook.sqlite").path }

  func open() -> Notebook { Notebook(path: path, today: Self.today) }

  /// The names beside the file, in order.
  var names: [String] {
    let parent = URL(filePath: path).deletingLastPathComponent()
    return ((try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []).sorted()
  }

  func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }

  /// Fills the notebook with something and closes it.
  func fill() throws {
    let notebook = open()
    try notebook.save(.mark(library: "l", caseID: "a", isMarked: true))
    notebook.close()
  }
}

extension Note {
  /// A note for a test.
  init(_ number: UInt64, _ caseID: String, _ text: String) {
    self.init(
      number: number, caseID: caseID, text: text, madeOn: "2024-04-05", fingerprint: .max - number)
  }
}
