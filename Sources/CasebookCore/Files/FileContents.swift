import Glibc

/// What is read of a file: itself, or its parts.
struct FileContents {
  /// A text to read.
  struct Text: Equatable {
    var form: TextForm
    /// The part of the file that it is, if it has several or they have names.
    var part: FilePart?
    /// What it is called; see ``SourceFile/name``.
    var name: String
    var format: SourceFormat
  }

  /// The texts.
  var texts: [Text] = []
  /// Parts that are not read, each with the reason.
  var unread: [(part: FilePart, error: SourceFileError)] = []

  /// Finds out what a file is by its first bytes, then by its name.
  ///
  /// - Parameters:
  ///   - place: The file.
  ///   - name: What it is called in its library.
  ///   - limit: Bytes that a part of the file may expand to.
  /// - Throws: Why it cannot be read.
  init(_ place: SourcePlace, name: String, limit: Int) throws(SourceFileError) {
    let named = SourceFormat(fileName: name)
    let compression = Compression(fileName: name)
    // Cases are written by people who know what they write, and there may be a hundred thousand.
    if let named, named != .table, compression == nil {
      texts = [Text(form: .plain, name: name, format: named)]
      return
    }
    let reader = try FileReader(place)
    let start = SourceBytes(capacity: FileSignature.length)
    start.finish(count: try reader.read(into: start.room, at: 0))
    switch start.withBytes({ FileSignature($0) }) {
    case .tables(.zip): try addArchive(reader, name, limit)
    case .tables(let kind): try addTables(reader, kind, name, limit)
    case .notRead(.oldWorkbook) where Self.isEncrypted(reader): throw .notRead(.encrypted)
    case .notRead(let kind): throw .notRead(kind)
    case .compressed(let found):
      guard let named else { throw .unknownFormat }
      texts = [Text(form: .compressed(found), name: name, format: named)]
    case .none:
      guard let named else { throw .unknownFormat }
      // A file that says that it is compressed and is not is damaged; reading it says where.
      let form = compression.map(TextForm.compressed) ?? .plain
      texts = [Text(form: form, name: name, format: named)]
    }
  }

  // MARK: - Tables

  private mutating func addTables(
    _ reader: borrowing FileReader, _ kind: TableFileKind, _ name: String, _ limit: Int
  ) throws(SourceFileError) {
    let parts = try TableFile(reader.descriptor, kind, limit: limit).parts(kind)
    guard !parts.isEmpty else { throw .notRead(.noTables) }
    for (number, part) in parts.enumerated() {
      let isOnly = parts.count == 1
      texts.append(
        Text(
          form: .part(kind, number: number), part: part.name.isEmpty ? nil : part,
          name: Self.tableName(of: name, isOnly ? "" : part.name), format: .table))
    }
  }

  /// The name of the text file that a table reads as: `a/b.xlsx` and `FY2025` as `a/b-FY2025.csv`.
  private static func tableName(of name: String, _ part: String) -> String {
    let stem = stem(of: name)
    return part.isEmpty ? stem + ".csv" : "\(stem)-\(part).csv"
  }

  /// A name without its last extension.
  private static func stem(of name: String) -> String {
    let start = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
    guard let dot = name[start...].lastIndex(of: "."), dot > start else { return name }
    return String(name[..<dot])
  }

  // MARK: - Archives

  private mutating func addArchive(
    _ reader: borrowing FileReader, _ name: String, _ limit: Int
  ) throws(SourceFileError) {
    let members = try TableFile(reader.descriptor, .zip, limit: limit).parts(.zip)
    let names = members.map { $0.name.lowercased() }
    if names.contains("xl/workbook.xml") { return try addTables(reader, .workbook, name, limit) }
    if names.contains("xl/workbook.bin") { throw .notRead(.binaryWorkbook) }
    if names.contains("word/document.xml") { throw .notRead(.word) }
    if names.contains("content.xml"), names.contains("mimetype") { throw .notRead(.openDocument) }
    guard !members.isEmpty else { throw .notRead(.noTables) }
    for (number, member) in members.enumerated() {
      // What systems add on their own: names that begin with a dot, and folders such as __MACOSX.
      let steps = member.name.split(separator: "/")
      if steps.contains(where: { $0.hasPrefix(".") || $0.hasPrefix("__") }) { continue }
      guard Compression(fileName: member.name) == nil,
        let format = SourceFormat(fileName: member.name)
      else {
        unread.append((member, .notRead(.nestedArchive)))
        continue
      }
      texts.append(
        Text(
          form: .part(.zip, number: number), part: member,
          name: "\(Self.stem(of: name))/\(member.name)", format: format))
    }
    if texts.isEmpty, unread.isEmpty { throw .notRead(.noTables) }
  }

  // MARK: - Encrypted workbooks

  /// Whether the container of an old workbook holds an encrypted new one: then one of its entries is
  /// `EncryptedPackage` (MS-OFFCRYPTO, 1.3.2), in letters of two bytes.
  private static func isEncrypted(_ reader: borrowing FileReader) -> Bool {
    let sought: [UInt8] = "EncryptedPackage".utf8.reduce(into: []) { $0 += [$1, 0] }
    let size = Int(clamping: reader.identity.size)
    let window = SourceBytes(capacity: 1 << 16)
    // The entries stand near the beginning or the end.
    let places: [Int] = [0, max(0, size - window.room.count)]
    return places.contains { offset in
      guard let count = try? reader.read(into: window.room, at: offset) else { return false }
      window.finish(count: count)
      return window.withBytes { raw in
        raw.indices.contains { raw[$0] == sought[0] && raw[$0...].starts(with: sought) }
      }
    }
  }
}
