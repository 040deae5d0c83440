import CasebookCore
import Foundation
import Glibc
import Testing

@testable import CasebookNotebook

/// A damaged notebook is copied aside, what can be read is saved, and the session goes on.
struct NotebookDamageTests {
  private let place: TemporaryNotebook

  init() throws {
    place = try TemporaryNotebook()
  }

  /// A kind of damage and what must be saved of 100 notes and 21 marks.
  struct Damage: Sendable, CustomTestStringConvertible {
    let scripts: [String]
    var notes = 100
    var marks = 21
    var unreadable = 0
    var isPartial = false
    var testDescription: String { scripts.joined(separator: "; ") }
  }

  private static let schema = "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = "

  static let damages = [
    Damage(scripts: ["PRAGMA user_version = 0"]),
    Damage(scripts: ["PRAGMA user_version = 3"]),
    Damage(scripts: ["UPDATE note SET text = x'ff00' WHERE place = 7"], notes: 99, unreadable: 1),
    Damage(scripts: ["UPDATE note SET number = 'x' WHERE place = 7"], notes: 99, unreadable: 1),
    Damage(scripts: ["UPDATE note SET text = CAST(x'ff00' AS TEXT)"], notes: 0, unreadable: 100),
    Damage(
      scripts: [
        schema + "replace(sql, ' text TEXT NOT NULL', ' text TEXT') WHERE name = 'note'",
        "UPDATE note SET text = NULL WHERE place IN (1, 50, 100)",
        schema + "replace(sql, ' text TEXT', ' text TEXT NOT NULL') WHERE name = 'note'",
      ], notes: 97, unreadable: 3),
    Damage(scripts: ["UPDATE filter SET text = x'ff'"], unreadable: 1),
    Damage(scripts: ["UPDATE session SET region = x'00'"], unreadable: 1),
    Damage(scripts: ["UPDATE note SET library = 99 WHERE place > 90"], notes: 90, unreadable: 10),
    Damage(scripts: ["UPDATE sqlite_sequence SET seq = 9223372036854775807"]),
    Damage(scripts: ["UPDATE sqlite_sequence SET seq = 'x'"]),
    Damage(scripts: ["DROP TABLE note"], notes: 0, isPartial: true),
    Damage(scripts: ["DROP TABLE filter"], isPartial: true),
    Damage(scripts: ["DROP INDEX noteOfLibrary"]),
    Damage(scripts: ["ALTER TABLE note DROP COLUMN madeOn"]),
    Damage(scripts: ["ALTER TABLE note ADD COLUMN more TEXT"]),
    Damage(scripts: ["ALTER TABLE note RENAME COLUMN caseID TO what"]),
    Damage(scripts: ["CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM note; END"]),
    Damage(
      scripts: [
        "ALTER TABLE note RENAME TO other; CREATE VIEW note AS SELECT * FROM other"
      ]),
    Damage(
      scripts: [
        """
        DROP TABLE note;
        CREATE VIEW note AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
          SELECT i AS place, i AS number, 1 AS library, 'a' AS caseID, 'b' AS text,
          'c' AS madeOn, 0 AS fingerprint FROM n
        """
      ], notes: 0, isPartial: true),
    Damage(
      scripts: [
        "DROP TABLE note; DROP TABLE mark; DROP TABLE columns; DROP TABLE session",
        "DROP TABLE library; DROP TABLE filter; DROP TABLE setting; CREATE TABLE foreign_ (x)",
      ], notes: 0, marks: 0, isPartial: true),
  ]

  @Test(arguments: damages)
  func whatCanBeReadIsSaved(damage: Damage) throws {
    try place.fillWell()
    for script in damage.scripts { try place.run(script) }
    let bytes = try place.bytes
    let notebook = place.open()
    defer { notebook.close() }
    #expect(notebook.obstacle == nil)
    let found = try notebook.contents(of: "l")
    #expect(found.damage?.copy == place.copy)
    #expect(found.damage?.notes == damage.notes)
    #expect(found.damage?.marks == damage.marks)
    #expect(found.damage?.unreadable == damage.unreadable)
    #expect(found.damage?.isPartial == damage.isPartial)
    #expect(found.notes.count == damage.notes)
    #expect(try Data(contentsOf: URL(filePath: place.copy)) == bytes)
    try notebook.save(.note(library: "l", Note(1, "a", "after")))
    #expect(try notebook.contents(of: "l").notes.last?.text == "after")
    // It is reported once, and nothing but the copy stays behind.
    #expect(try notebook.contents(of: "l").damage == nil)
    notebook.close()
    #expect(place.names == ["notebook.sqlite", "notebook.sqlite.bad-2024-04-05"])
  }

  @Test func everythingElseIsSavedToo() throws {
    try place.fillWell()
    let whole = try place.open().contents(of: "l")
    try place.run("PRAGMA user_version = 0")
    var found = try place.open().contents(of: "l")
    found.damage = nil
    #expect(found == whole)
    #expect(try place.mode(place.path) == 0o600)
  }

  @Test func aCopyIsNeverWrittenOver() throws {
    var copies: [Data] = []
    for number in 0..<3 {
      try place.fillWell()
      try place.run("UPDATE setting SET value = '\(number)'; DROP INDEX noteOfLibrary")
      copies.append(try place.bytes)
      let notebook = place.open()
      let name = place.copy + (number == 0 ? "" : "-\(number + 1)")
      #expect(try notebook.contents(of: "l").damage?.copy == name)
      notebook.close()
    }
    for (number, bytes) in copies.enumerated() {
      let name = place.copy + (number == 0 ? "" : "-\(number + 1)")
      #expect(try Data(contentsOf: URL(filePath: name)) == bytes)
    }
    // The same damage again needs no further copy.
    try place.write(copies[0])
    #expect(try place.open().contents(of: "l").damage?.copy == place.copy)
  }

  @Test func whatIsOnlyInTheLogIsSaved() throws {
    try place.fill()
    let notebook = place.open()
    try notebook.save(.note(library: "l", Note(1, "a", "in the log")))
    let log = try Data(contentsOf: URL(filePath: place.path + "-wal"))
    var bytes = try place.bytes
    notebook.close()
    // The state of a program that was killed, with a flipped bit in the header.
    bytes[0] ^= 1
    try place.write(bytes)
    try log.write(to: URL(filePath: place.path + "-wal"))
    let found = try place.open().contents(of: "l")
    #expect(found.damage?.copy == place.copy)
    #expect(found.notes.map(\.text) == ["in the log"])
    #expect(found.marked == ["a"])
  }

  @Test func aFileThatIsOpenElsewhereIsNotReplaced() throws {
    try place.fillWell()
    try place.run("PRAGMA user_version = 0")
    // Before the other connection: closing a file drops the locks of the whole process.
    let bytes = try place.bytes
    let other = try SQLiteConnection(place.path, .writing, busySeconds: 0)
    try other.execute("SELECT * FROM note")
    let notebook = Notebook(path: place.path, today: TemporaryNotebook.today, patience: 0)
    #expect(notebook.obstacle == .damaged(path: place.path, copy: place.copy))
    #expect(try place.bytes == bytes)
    other.close()
    #expect(notebook.obstacle == nil)
    #expect(try notebook.contents(of: "l").notes.count == 100)
  }

  @Test func twoProgramsRepairOnce() async throws {
    try place.fillWell()
    try place.run("DROP INDEX noteOfLibrary")
    let path = place.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for program in 0..<4 {
        group.addTask {
          let notebook = Notebook(path: path, today: TemporaryNotebook.today, patience: 86_400)
          defer { notebook.close() }
          let note = Note(UInt64(program) + 1, "new", "\(program)")
          try notebook.save(.note(library: "l", note))
        }
      }
      try await group.waitForAll()
    }
    let found = try place.open().contents(of: "l")
    #expect(found.notes.count { $0.caseID == "new" } == 4)
    #expect(found.notes.count == 104)
  }

  @Test func aLinkStaysALink() throws {
    try place.fillWell()
    try place.run("PRAGMA user_version = 0")
    let real = place.folder.appending(path: "elsewhere.sqlite").path
    try FileManager.default.moveItem(atPath: place.path, toPath: real)
    try FileManager.default.createSymbolicLink(atPath: place.path, withDestinationPath: real)
    chmod(real, 0o640)
    let notebook = place.open()
    #expect(try notebook.contents(of: "l").notes.count == 100)
    notebook.close()
    #expect(try place.mode(real) == 0o640)
    let kind = try FileManager.default.attributesOfItem(atPath: place.path)[.type]
    #expect(kind as? FileAttributeType == .typeSymbolicLink)
  }

  @Test func damageThatComesWhileItIsOpenIsSaidAndRepaired() throws {
    try place.fillWell()
    let notebook = place.open()
    #expect(try notebook.contents(of: "l").notes.count == 100)
    let other = try SQLiteConnection(place.path, .writing, busySeconds: 2)
    try other.execute("DROP TABLE columns")
    other.close()
    let change = NotebookChange.columns(library: "l", "title")
    #expect(throws: NotebookFailure.damaged(path: place.path, copy: place.copy)) {
      try notebook.save(change)
    }
    try notebook.save(change)
    let found = try notebook.contents(of: "l")
    #expect(found.notes.count == 100)
    #expect(found.columns == "title")
  }
}
