import Glibc

/// The kinds of files Casebook reads, told by the end of their names.
public enum SourceFormat: String, Sendable, Hashable, CaseIterable {
  /// YAML: one case, a list, `cases:`, or several documents.
  case yaml
  /// JSON: one case, an array, or `cases`.
  case json
  /// A case a line.
  case jsonLines
  /// A table with commas, tabs or bars between its cells.
  case table

  /// The format of a file name, by its extension in any case; that of a compression may follow.
  public init?(fileName: String) {
    let fileName = Compression.uncompressed(fileName)
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "yaml", "yml": self = .yaml
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonLines
    case "csv", "tsv", "psv", "txt": self = .table
    default: return nil
    }
  }
}

/// Finds the files of a library: the paths given, and what lies in folders among them.
struct SourceWalk {
  /// A file found, and how it is called in its library.
  struct Found: Equatable {
    /// The path to open, and the folder that was named, if it was found in one.
    var place: SourcePlace
    /// The path from the folder that was named; the file name where the file itself was.
    var name: String
    var format: SourceFormat
    /// How its text comes out of the file, and the part of the file that it is.
    var form: TextForm = .plain
    /// Why the text is read in another encoding than UTF-8, if it is.
    var encoding: EncodingFinding?
    var part: FilePart?
    var identity: FileIdentity
  }

  /// The name of the library's own settings, which hold no cases.
  static let settingsName = "casebook.yaml"

  let limits: Limits
  /// Whether each text is looked at whole for its encoding, not its beginning alone.
  var isThorough = false
  /// Paths of files that are looked at whole in any case.
  var doubted: Set<String> = []
  private(set) var files: [Found] = []
  private(set) var problems: [Problem] = []
  private var visited: Set<[UInt64]> = []

  init(limits: Limits) {
    self.limits = limits
  }

  /// Adds a path the user named; a file must then be of a kind that can be read.
  mutating func add(_ path: String) {
    var status = stat()
    guard PathText.withBytes(of: path, { stat($0, &status) }) == 0 else {
      return refuse(path, .cannotOpen(errno: errno))
    }
    switch SourceFileError.Kind(mode: status.st_mode) {
    case nil:
      take(
        SourcePlace(path: path), name: Self.lastPart(path), FileIdentity(status), isNamed: true)
    case .folder: walk(path)
    case let kind?: refuse(path, .notRegular(kind))
    }
  }

  // MARK: - Folders

  /// Goes through a folder in the order of the bytes of its names; hidden names and names of other
  /// kinds are passed over.
  private mutating func walk(_ top: String) {
    let root = PathText.full(top)
    var waiting: [(path: String, name: String, depth: Int)] = [(top, "", 0)]
    while let (path, name, depth) = waiting.popLast() {
      guard depth <= limits.folderDepth else {
        refuse(path, .tooDeep(limit: limits.folderDepth))
        continue
      }
      guard visit(path) else {
        // What is in it was found under its first name: nothing is missing.
        problems.append(Problem(.warning, file: path, .unreadable(.loop)))
        continue
      }
      var folders: [(String, String, Int)] = []
      for entry in entries(of: path) where !entry.hasPrefix(".") {
        let entryPath = path.hasSuffix("/") ? path + entry : path + "/" + entry
        let entryName = name.isEmpty ? entry : name + "/" + entry
        let place = SourcePlace(path: entryPath, folder: root)
        guard let (status, target) = place.status() else {
          if errno != ENOENT || Self.isSource(entry) {
            refuse(entryPath, .cannotOpen(errno: errno))
          }
          continue
        }
        switch SourceFileError.Kind(mode: status.st_mode) {
        case .folder:
          if let target {
            refuse(entryPath, .leadsOut(target: target))
          } else {
            folders.append((entryPath, entryName, depth + 1))
          }
        case nil:
          if entryName == Self.settingsName { continue }
          if let target {
            let severity: Problem.Severity = Self.isSource(entry) ? .error : .note
            problems.append(
              Problem(severity, file: entryPath, .unreadable(.leadsOut(target: target))))
          } else {
            take(place, name: entryName, FileIdentity(status), isNamed: false)
          }
        case let kind?:
          if Self.isSource(entry) { refuse(entryPath, .notRegular(kind)) }
        }
      }
      waiting.append(contentsOf: folders.reversed())
    }
  }

  // MARK: - Files

  /// Adds a file, or its parts.
  ///
  /// - Parameters:
  ///   - place: The file.
  ///   - name: What it is called in the library.
  ///   - identity: What it was when it was found.
  ///   - isNamed: Whether the user named it. In a folder a file of another kind is only worth a note.
  private mutating func take(
    _ place: SourcePlace, name: String, _ identity: FileIdentity, isNamed: Bool
  ) {
    do throws(SourceFileError) {
      let contents = try FileContents(place, name: name, limit: limits.fileSize)
      for var text in contents.texts {
        let encoding = encoding(of: text, place, isNamed: isNamed)
        if let encoding { text.form = .encoded(encoding.encoding, text.form) }
        if text.form.tableText == nil {
          switch Self.events(place, text) {
          case .none: throw .unknownFormat
          case .allButFirst: throw .eventsWithoutFirstDate
          case .all: break
          }
        }
        files.append(
          Found(
            place: place, name: text.name, format: text.format, form: text.form,
            encoding: encoding, part: text.part, identity: identity))
      }
      for (part, error) in contents.unread {
        let file = "\(place.path), \(part.kind.rawValue) \(part.name)"
        problems.append(Problem(.note, file: file, .unreadable(error)))
      }
    } catch {
      let isOther = !isNamed && error == .unknownFormat
      problems.append(Problem(isOther ? .note : .error, file: place.path, .unreadable(error)))
    }
  }

  /// The encoding of a text that is not UTF-8. Of cases in a folder, of which there may be a hundred
  /// thousand, it is looked for once one of them turned out not to be UTF-8.
  private func encoding(
    of text: FileContents.Text, _ place: SourcePlace, isNamed: Bool
  ) -> EncodingFinding? {
    let isThorough = isThorough || doubted.contains(place.path)
    guard isThorough || isNamed || text.format == .table, text.form.tableText == nil else {
      return nil
    }
    return EncodingSearch.find(
      place, text.form, limit: limits.fileSize, isThorough: isThorough)
  }

  /// Whether a name says that cases stand in the file; that of plain text says nothing.
  private static func isSource(_ name: String) -> Bool {
    SourceFormat(fileName: name) != nil
      && !Compression.uncompressed(name).lowercased().hasSuffix(".txt")
  }

  /// How far plain text begins as an event file does; other files need not begin so.
  private static func events(
    _ place: SourcePlace, _ text: FileContents.Text
  ) -> HeadlessTable.Fit {
    guard Compression.uncompressed(text.name).lowercased().hasSuffix(".txt") else { return .all }
    do {
      let stream = TextStream(try FileReader(place), text.form)
      let beginning = SourceBytes(capacity: sampledBytes)
      beginning.finish(count: try stream.read(into: beginning.room))
      return beginning.withBytes { HeadlessTable.events($0) }
    } catch {
      return .none
    }
  }

  /// Enough of a file for some dozens of events.
  private static let sampledBytes = 4_096

  private mutating func entries(of path: String) -> [String] {
    guard let names = FolderNames.all(in: path) else {
      refuse(path, .cannotOpen(errno: errno))
      return []
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Remembers a folder; says no where it was seen before.
  private mutating func visit(_ path: String) -> Bool {
    var status = stat()
    guard PathText.withBytes(of: path, { stat($0, &status) }) == 0 else { return true }
    return visited.insert([UInt64(status.st_dev), UInt64(status.st_ino)]).inserted
  }

  private mutating func refuse(_ path: String, _ error: SourceFileError) {
    problems.append(Problem(.error, file: path, .unreadable(error)))
  }

  private static func lastPart(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

extension SourceFormat {
  /// The format of text that has no name: JSON by its first character, JSON Lines where a second
  /// line begins another record, a table where the first line has several cells; else YAML.
  init(sniffing bytes: UnsafeRawBufferPointer) {
    let start = bytes.prefix(1 << 16)
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
    let first = start.first { !isBlank($0) && $0 < 0x80 }
    if first == UInt8(ascii: "[") {
      self = .json
    } else if first == UInt8(ascii: "{") {
      let lines = start.split(separator: UInt8(ascii: "\n")).filter { !$0.allSatisfy(isBlank) }
      let opens: (Slice<UnsafeRawBufferPointer>) -> Bool = {
        $0.first { !isBlank($0) } == UInt8(ascii: "{")
      }
      let closes = lines.first?.last { !isBlank($0) } == UInt8(ascii: "}")
      self = closes && lines.prefix(2).allSatisfy(opens) ? .jsonLines : .json
    } else {
      let line = start.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
      let cells = [",", "\t", "|", ";"].map { separator in
        line.count { Character(Unicode.Scalar($0)) == Character(separator) }
      }
      let looksLikeYAML = line.contains(UInt8(ascii: ":")) || line.starts(with: "- ".utf8)
      self = !looksLikeYAML && (cells.max() ?? 0) > 0 ? .table : .yaml
    }
  }
}
