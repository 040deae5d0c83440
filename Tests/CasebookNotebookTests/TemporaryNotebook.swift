import CasebookCore
import Foundation

@testable import CasebookNotebook

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

  /// The names beside the file, in order, without that of the lock, which stays.
  var names: [String] {
    let parent = URL(filePath: path).deletingLastPathComponent()
    let all = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    return all.filter { !$0.hasSuffix("-lock") }.sorted()
  }

  func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }

  /// The first copy of the day that a damaged notebook is put aside as.
  var copy: String { path + ".bad-" + Self.today }

  /// The bytes of the file.
  var bytes: Data {
    get throws { try Data(contentsOf: URL(filePath: path)) }
  }

  /// Makes the file have some bytes.
  func write(_ bytes: Data) throws { try bytes.write(to: URL(filePath: path)) }

  /// Runs SQL on the closed notebook.
  func run(_ sql: String) throws {
    let database = try SQLiteConnection(path, .writing, busySeconds: 2)
    try database.execute(sql)
    database.close()
  }

  /// Fills the notebook with 100 notes and some of everything else, and closes it.
  func fillWell() throws {
    let notebook = open()
    defer { notebook.close() }
    for number in 0..<100 {
      let text = "note \(number) " + String(repeating: "text ", count: number % 40)
      try notebook.save(
        .note(library: "l", Note(UInt64(number) << 32, "case \(number % 7)", text)))
    }
    for number in 0..<20 {
      try notebook.save(.mark(library: "l", caseID: "case \(number)", isMarked: true))
    }
    for change: NotebookChange in [
      .setting(name: "theme", value: "dark"), .filter(name: "old", text: "date:<2020"),
      .mark(library: "other", caseID: "z", isMarked: true), .columns(library: "l", "title"),
      .session(
        library: "l", SessionRecord(filter: "", caseID: "a", region: "list", event: 2)),
    ] {
      try notebook.save(change)
    }
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
