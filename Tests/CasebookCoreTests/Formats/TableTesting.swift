import Glibc

@testable import CasebookCore

/// A table in memory, and what comes of it.
struct TableOutline {
  var cases: [String] = []
  /// What is odd, but for the note of the columns that become fields.
  var findings: [String] = []
  /// These columns.
  var fieldColumns: [String] = []
  var loaded = 0
  var refused = 0
  var profile = ""

  /// Reads a table; an error is the only finding.
  init(_ text: String, fileName: String = "t.csv", profiles: [Profile]) {
    self.init(Array(text.utf8), fileName: fileName, profiles: profiles)
  }

  init(_ bytes: [UInt8], fileName: String = "t.csv", profiles: [Profile]) {
    bytes.withUnsafeBytes { text in
      do throws(TableError) {
        var source = try TableSource(text, fileName: fileName, profiles: profiles)
        profile = source.profile.name
        read(&source)
      } catch {
        findings = [error.finding.outline]
      }
    }
  }

  private mutating func read(_ source: inout TableSource) {
    let tree = DataTree()
    var rowFindings: [String] = []
    while let made = source.nextCase(into: tree) {
      rowFindings += made.findings.map(\.outline)
      if made.isRefused { refused += 1 } else { loaded += 1 }
      if !made.isRefused { cases.append(tree.outline) }
    }
    for finding in source.findings {
      if case .fieldColumns(let names) = finding.problem {
        fieldColumns = names
      } else {
        findings.append(finding.outline)
      }
    }
    findings += rowFindings
  }
}

extension DataTree {
  /// The tree on one line, as YAML in flow style.
  var outline: String {
    var index = 0
    return outline(&index)
  }

  private func outline(_ index: inout Int) -> String {
    let node = self[index]
    let own = index
    index += 1
    var parts: [String] = []
    switch node.kind {
    case .object:
      while index < Int(node.next) {
        let key = string(of: index)
        index += 1
        parts.append("\(key): \(outline(&index))")
      }
      return "{\(parts.joined(separator: ", "))}"
    case .array:
      while index < Int(node.next) { parts.append(outline(&index)) }
      return "[\(parts.joined(separator: ", "))]"
    default: return string(of: own)
    }
  }
}

extension TableFinding {
  /// `3:3 error unclosedQuote(lastLine: 5)`
  var outline: String {
    let place = position.map { "\($0.line):\($0.column) " } ?? ""
    return "\(place)\(severity) \(problem)"
  }
}

/// The built-in profiles, read from the sources.
enum BuiltInProfiles {
  static let names = [
    "lea-detainers-fy15.yaml", "ddp-detainers.yaml", "ddp-arrests.yaml",
    "ddp-detention-stints.yaml", "ddp-encounters.yaml", "ddp-removals.yaml",
    "lifelines2.yaml", "eventflow.yaml", "lifeflow.yaml", "casebook.yaml", "cases.yaml",
  ]

  static var all: [Profile] {
    get throws { try names.map(profile) }
  }

  static func profile(_ name: String) throws -> Profile {
    try Profile(yaml: bytes(name), name: name)
  }

  static func bytes(_ name: String) -> [UInt8] {
    var folder = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    folder.removeLast(4)
    let path = folder.joined(separator: "/") + "/Sources/CasebookCore/Resources/profiles/" + name
    return FileBytes.read(path) ?? []
  }
}

extension Profile {
  init(yaml: String, name: String = "test") throws {
    try self.init(yaml: Array(yaml.utf8), name: name)
  }

  init(yaml: [UInt8], name: String) throws {
    self = try yaml.withUnsafeBytes { bytes throws(ProfileError) in
      try Profile.parse(bytes, name: name)
    }
  }
}

/// Files of the corpora and the data, where their folders are named.
enum FileBytes {
  static func folder(_ variable: String) -> String? {
    getenv(variable).map { String(cString: $0) }
  }

  static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
