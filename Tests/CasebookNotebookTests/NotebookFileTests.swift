import CasebookCore
import Foundation
import Glibc
import Testing

@testable import CasebookNotebook

/// What becomes of the file: who may read it, and what is done where it cannot be used.
struct NotebookFileTests {
  private let place: TemporaryNotebook

  init() throws {
    place = try TemporaryNotebook()
  }

  private func failure(_ notebook: Notebook) -> NotebookFailure? {
    do {
      try notebook.save(.mark(library: "l", caseID: "b", isMarked: true))
      return nil
    } catch {
      return error
    }
  }

  @Test func theUserAloneMayReadIt() throws {
    let notebook = place.open()
    try notebook.save(.mark(library: "l", caseID: "a", isMarked: true))
    for name in place.names {
      #expect(try place.mode(place.folder.appending(path: "data/casebook/\(name)").path) == 0o600)
    }
    #expect(place.names.count == 3)
    #expect(try place.mode(place.path + "-lock") == 0o600)
    notebook.close()
    #expect(place.names == ["notebook.sqlite"])
    for folder in ["data", "data/casebook"] {
      #expect(try place.mode(place.folder.appending(path: folder).path) == 0o700)
    }
  }

  @Test func aLinkIsFollowedAndTheModeStays() throws {
    try place.fill()
    let real = place.folder.appending(path: "elsewhere.sqlite").path
    try FileManager.default.moveItem(atPath: place.path, toPath: real)
    try FileManager.default.createSymbolicLink(atPath: place.path, withDestinationPath: real)
    chmod(real, 0o640)
    let notebook = place.open()
    #expect(failure(notebook) == nil)
    notebook.close()
    #expect(try place.mode(real) == 0o640)
    let kind = try FileManager.default.attributesOfItem(atPath: place.path)[.type]
    #expect(kind as? FileAttributeType == .typeSymbolicLink)
    #expect(try place.open().contents(of: "l").marked == ["a", "b"])
  }

  @Test(arguments: [0, 1, 16, 100, 1_000, 4_096, 5_000, 20_000])
  func aCutFileIsPutAsideWhole(length: Int) throws {
    try place.fill()
    let cut = try place.bytes.prefix(length)
    try place.write(cut)
    // A log of one byte, as a program that did not end well may leave it.
    try Data([0]).write(to: URL(filePath: place.path + "-wal"))
    let notebook = place.open()
    #expect(failure(notebook) == nil)
    #expect(try notebook.contents(of: "l").damage?.copy == place.copy)
    notebook.close()
    #expect(try Data(contentsOf: URL(filePath: place.copy)) == cut)
    #expect(try Data(contentsOf: URL(filePath: place.copy + "-wal")) == Data([0]))
    #expect(try place.mode(place.copy) == 0o600)
    let next = try place.open().contents(of: "l")
    #expect(next.damage == nil)
    #expect(next.marked.contains("b"))
  }

  @Test func aFileOfAnotherKindIsPutAside() throws {
    try place.fill()
    let text = Data(String(repeating: "not a notebook\n", count: 1_000).utf8)
    try place.write(text)
    let notebook = place.open()
    #expect(failure(notebook) == nil)
    let found = try notebook.contents(of: "l")
    var damage = NotebookDamage(copy: place.copy)
    damage.isPartial = true
    #expect(found.damage == damage)
    #expect(found.marked == ["b"])
    #expect(try Data(contentsOf: URL(filePath: place.copy)) == text)
  }

  @Test func aFileOfALaterVersionIsLeftAlone() throws {
    try place.fill()
    var bytes = try Data(contentsOf: URL(filePath: place.path))
    // The version of the user stands at offset 60 of the header, by SQLite's file format.
    bytes[63] = 99
    try bytes.write(to: URL(filePath: place.path))
    let copy = place.path + ".bad-" + TemporaryNotebook.today
    #expect(failure(place.open()) == .laterVersion(path: place.path, copy: copy))
    #expect(try Data(contentsOf: URL(filePath: copy)) == bytes)
  }

  @Test func aFolderInItsPlaceIsRefused() throws {
    try FileManager.default.createDirectory(
      atPath: place.path, withIntermediateDirectories: true)
    #expect(failure(place.open()) == .system(path: place.path, errno: EINVAL))
  }

  @Test func aFolderThatCannotBeMadeIsNamed() throws {
    let file = place.folder.appending(path: "data").path
    try Data().write(to: URL(filePath: file))
    #expect(failure(place.open()) == .system(path: file + "/casebook", errno: ENOTDIR))
  }

  @Test func withoutAPlaceNothingIsKept() throws {
    let notebook = Notebook(path: nil, today: TemporaryNotebook.today)
    #expect(notebook.obstacle == .noPlace)
    #expect(failure(notebook) == .noPlace)
    #expect(try notebook.contents(of: "l") == NotebookContents())
  }

  @Test func whatFailedIsKeptAtTheNextTry() throws {
    let file = place.folder.appending(path: "data").path
    try Data().write(to: URL(filePath: file))
    let notebook = place.open()
    #expect(failure(notebook) != nil)
    try FileManager.default.removeItem(atPath: file)
    #expect(failure(notebook) == nil)
    #expect(try notebook.contents(of: "l").marked == ["b"])
  }

  @Test(arguments: [
    ("/d", "/h", "/d/casebook/notebook.sqlite"),
    (nil, "/h", "/h/.local/share/casebook/notebook.sqlite"),
    ("relative", "/h", "/h/.local/share/casebook/notebook.sqlite"),
    ("relative", "relative", nil), (nil, nil, nil),
  ])
  func thePlaceFollowsTheRules(dataHome: String?, home: String?, path: String?) {
    #expect(NotebookPlace.path(dataHome: dataHome, home: home) == path)
  }
}
