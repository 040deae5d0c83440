import CasebookCore
import CasebookNotebook
import Glibc

/// A notebook of arbitrary bytes, or a sound one with some bytes changed: the session works, and
/// what was not readable is in a copy.
enum NotebookTarget {
  static let notebook = FuzzTarget(
    name: "notebook", summary: "Opens a damaged notebook, reads it and saves a note.",
    seeds: [".sqlite"]
  ) { bytes in
    guard let folder, let first = bytes.first else { return }
    let rest = bytes.dropFirst()
    var content = Array(rest)
    if first != 0 {
      content = sound
      // Three bytes a change: where, and what is flipped there.
      for at in stride(from: rest.startIndex, to: rest.endIndex - 2, by: 3) {
        let place = Int(rest[at]) << 8 | Int(rest[at + 1])
        content[place % content.count] ^= rest[at + 2]
      }
    }
    use(content, in: folder)
  }

  private static func use(_ content: [UInt8], in folder: String) {
    let path = folder + "/notebook.sqlite"
    for suffix in ["", "-wal", "-shm", ".bad-2024-04-05", ".bad-2024-04-05-wal"] {
      unlink(path + suffix)
    }
    write(content, to: path)
    let notebook = Notebook(path: path, today: "2024-04-05", patience: 0)
    defer { notebook.close() }
    if case .laterVersion = notebook.obstacle { return }
    require(notebook.obstacle == nil, "the notebook can be used")
    do throws(NotebookFailure) {
      let found = try notebook.contents(of: "l")
      let note = Note(number: 1, caseID: "a", text: "b", madeOn: "2024-04-05", fingerprint: 0)
      try notebook.save(.noteRemoved(number: 1))
      try notebook.save(.note(library: "l", note))
      require(try notebook.contents(of: "l").notes.contains(note), "a note is saved")
      if let copy = found.damage?.copy { require(access(copy, F_OK) == 0, "the copy exists") }
    } catch {
      require(false, "a note is saved: \(error)")
    }
  }

  private static func write(_ content: [UInt8], to path: String) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    defer { close(descriptor) }
    let count = content.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    require(count == content.count, "the input is written")
  }

  private static let folder: String? = {
    var template = Array("/tmp/casebook-fuzz-XXXXXX".utf8CString)
    return mkdtemp(&template).map { String(cString: $0) }
  }()

  /// The bytes of a notebook with some content.
  private static let sound: [UInt8] = {
    guard let folder else { return [0] }
    let path = folder + "/sound.sqlite"
    let notebook = Notebook(path: path, today: "2024-04-05")
    for number in 0..<100 {
      let note = Note(
        number: UInt64(number + 2), caseID: "case", text: "note \(number)", madeOn: "2024-04-05",
        fingerprint: 0)
      try? notebook.save(.note(library: "l", note))
      try? notebook.save(.mark(library: "l", caseID: "case \(number)", isMarked: true))
    }
    notebook.close()
    guard case .success(let bytes) = SourceBytes.reading(path) else { return [0] }
    var content: [UInt8] = []
    bytes.withBytes { content = Array($0) }
    return content
  }()
}
