import CasebookCore
import Foundation
import Testing

@testable import CasebookNotebook

/// Any single flipped bit ends in a session that works. `CASEBOOK_BITS=20000` tries more of them.
struct NotebookBitTests {
  private let place: TemporaryNotebook

  init() throws {
    place = try TemporaryNotebook()
  }

  @Test func aSessionWorksAfterAnyFlippedBit() throws {
    try place.fillWell()
    let whole = try place.bytes
    let contents = try place.open().contents(of: "l")
    let environment = ProcessInfo.processInfo.environment
    let runs = environment["CASEBOOK_BITS"].flatMap(Int.init) ?? 250
    // An odd stride reaches every part of the file, and other bits of the bytes each time.
    let stride = max(whole.count * 8 / runs, 1) | 1
    var (repaired, lost) = (0, [Int]())
    for run in 0..<runs {
      let bit = run * stride % (whole.count * 8)
      var bytes = whole
      bytes[bit / 8] ^= 1 << (bit % 8)
      try start(with: bytes)
      let found = try session(bit)
      if found.damage != nil { repaired += 1 }
      if found.notes.count < 100 { lost.append(bit) }
      #expect(
        found.damage != nil || found.notes.count == 100 && found.marked.count == 20,
        "bit \(bit): something is missing, and nothing is said")
      #expect(found.notes.count >= 60, "bit \(bit): only \(found.notes.count) notes were saved")
      let texts = Set(contents.notes.map(\.text))
      #expect(
        found.notes.count { !texts.contains($0.text) } <= 1, "bit \(bit): notes were changed")
    }
    print("\(runs) flipped bits: \(repaired) repaired, notes lost in \(lost.count)")
  }

  /// Makes the folder hold a notebook with some bytes and nothing else.
  private func start(with bytes: Data) throws {
    let folder = URL(filePath: place.path).deletingLastPathComponent()
    for name in place.names {
      try FileManager.default.removeItem(at: folder.appending(path: name))
    }
    try place.write(bytes)
  }

  /// A session that reads, saves and reads again; gives back what it found first.
  private func session(_ bit: Int) throws -> NotebookContents {
    let notebook = place.open()
    defer { notebook.close() }
    #expect(notebook.obstacle == nil, "bit \(bit)")
    let found = try notebook.contents(of: "l")
    try notebook.save(.note(library: "l", Note(1, "a", "after")))
    let after = try notebook.contents(of: "l")
    #expect(after.notes.count == found.notes.count + 1, "bit \(bit)")
    if let copy = found.damage?.copy {
      #expect(FileManager.default.fileExists(atPath: copy), "bit \(bit)")
    }
    return found
  }
}
