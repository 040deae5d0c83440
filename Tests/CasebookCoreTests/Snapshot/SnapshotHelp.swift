import Glibc

@testable import CasebookCore

/// A folder for one test, gone with it.
final class ScratchFolder {
  let path: String

  init() {
    var name = Array("/tmp/casebook-core-XXXXXX".utf8CString)
    path = mkdtemp(&name).map { String(cString: $0) } ?? "/tmp"
  }

  deinit {
    var names: [String] = []
    var folders = [path]
    while let folder = folders.popLast() {
      names.append(folder)
      for entry in Self.entries(of: folder) {
        var status = stat()
        guard lstat(entry, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR { folders.append(entry) } else { unlink(entry) }
      }
    }
    for name in names.reversed() { rmdir(name) }
  }

  /// The path of a name in the folder.
  func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Puts a new file in place of what has its name.
  @discardableResult
  func write(_ text: String, to name: String) -> String {
    write(bytes: Array(text.utf8), to: name)
  }

  /// Puts a new file in place of what has its name, readable by its owner alone.
  @discardableResult
  func write(bytes: [UInt8], to name: String) -> String {
    let path = path(name)
    let new = path + "~"
    let descriptor = open(new, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    bytes.withUnsafeBytes { _ = Glibc.write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
    rename(new, path)
    return path
  }

  /// The bytes of a file.
  func bytes(of name: String) -> [UInt8] {
    guard case .success(let bytes) = SourceBytes.reading(path(name)) else { return [] }
    return bytes.withBytes { Array($0) }
  }

  /// The names in a folder below this one.
  func names(in folder: String) -> [String] {
    Self.entries(of: path(folder)).map { String($0.dropFirst(path(folder).count + 1)) }.sorted()
  }

  private static func entries(of folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var entries: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { entries.append("\(folder)/\(name)") }
    }
    return entries
  }
}

/// Some text with everything that a snapshot keeps.
enum SnapshotSource {
  static func record(_ number: Int, note: String = "a note") -> String {
    let long = String(repeating: "Wörter ohne Ende ", count: number % 3 * 5)
    return """
      {"id":"c-\(number)","title":"Case \(number)","status":"open","strange\(number % 4)":\(number),\
      "events":[{"type":"detainer","date":"2024-0\(number % 9 + 1)-XX","facility":"Jail \(number % 5)",\
      "text":"\(long)\(note)"},{"type":"odd_\(number % 2)","by":true},\
      {"type":"ice_arrest","date":"2024-10-0\(number % 9 + 1)/.."}]}

      """
  }

  static func lines(_ numbers: Range<Int>, note: String = "a note") -> String {
    numbers.map { record($0, note: note) }.joined()
  }

  static let table = """
    case_id,type,date,Facility,Last Name
    t1,hearing,2024-01-02,North,X
    t1,ice_arrest,2024-02-03,South,X
    t2,hearing,01/31/2024,North,Y

    """

  static let yaml = """
    id: y-1
    title: A case
    tittle: again
    events:
      - type: detainer
        date: 2023-10-13
      - type: jail_release
        date: 2024-02-30

    """
}

extension Library {
  /// All that a library says, case by case, whichever segments it lies in.
  var dumpByCase: [String] {
    var lines = problems.problems.map { "\($0)" }
    lines.append("\(caseCount) cases, \(eventCount) events, \(refusedCount) refused")
    for row in 0..<caseCount {
      let (segment, index) = locate(row)
      let place = segment.provenance[index]
      lines.append(
        "\(segment.id(ofCase: index)) of \(files[segment.file(ofCase: index)].name)"
          + " line \(segment.line(ofCase: index)) bytes \(place.offset)+\(place.length)"
          + " number \(place.ordinal) traits \(segment.traits[index].rawValue)")
      lines += segment.values(.wholeCase, row: index)
      for event in segment.events(ofCase: index) {
        let type = segment.typeNames[Int(segment.eventTypes[event])]
        lines.append("  \(type) \(segment.eventSpans[event])")
        lines += segment.values(.event, row: event)
      }
      segment.text.withText(ofCase: index) { lines.append(String(decoding: $0, as: UTF8.self)) }
      if case .success(let whole) = decode(row: row) { lines.append("\(whole)") }
    }
    return lines
  }
}

extension Segment {
  fileprivate func values(_ scope: FieldPath.Scope, row: Int) -> [String] {
    columns.filter { $0.path.scope == scope }.flatMap { column in
      column.entries(ofRow: UInt32(row)).map { entry in
        let code = column.codes[entry]
        guard code >= ValueColumn.longText else {
          return "  \(column.path.name): \(column.kind(code)) \(column.value(code))"
        }
        let long = text.segments[0].text.withElements {
          String(decoding: $0[column.longRange(code)], as: UTF8.self)
        }
        return "  \(column.path.name): \(long)"
      }
    }
  }
}
