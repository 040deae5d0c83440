/// The file that keeps a library: a header, the columns, and a directory that says where they are.
///
/// Numbers are little endian, columns as they are in memory. It is a cache only: a snapshot written
/// by another program, for other settings, or whose bytes do not add up, is passed over.
enum SnapshotFile {
  /// "CASEBOOK" as bytes.
  private static let magic: UInt64 = 0x4B4F_4F42_4553_4143
  /// Raised with every change of what is written here.
  private static let version = 4
  private static let headerSize = 64

  /// What is told of a snapshot without reading its columns.
  struct Summary: Equatable {
    /// What the library was made of, as full paths.
    var title = ""
    var caseCount = 0
    var fileCount = 0
  }

  // MARK: - Writing

  /// Writes a library.
  ///
  /// - Parameters:
  ///   - library: the library, whole.
  ///   - known: what of it will be known.
  ///   - repeated: the warnings of repeated ids among its problems.
  ///   - title: what it is made of.
  ///   - key: what it depends on besides its files.
  ///   - path: where to.
  /// - Returns: whether that could be done.
  static func write(
    _ library: Library, _ known: KnownUnits, repeated: [Problem], title: String, key: UInt64,
    to path: String
  ) -> Bool {
    guard let sink = SnapshotSink(path),
      [UInt8](repeating: 0, count: headerSize).withUnsafeBytes(sink.write)
    else { return false }
    var directory = SnapshotBytesWriter()
    directory.add(title)
    directory.add(library.caseCount)
    directory.add(known.files.count)
    directory.add(known.units.count)
    guard let repeatedText = SnapshotText.bytes(of: repeated) else { return false }
    directory.add(repeatedText)
    for file in known.files {
      guard write(file, to: &directory) else { return false }
    }
    for unit in known.units {
      guard case .segment(let segment) = unit.content,
        let place = SegmentWriter.write(segment, to: sink)
      else { return false }
      directory.add(unit.files.lowerBound)
      directory.add(unit.findings.count)
      for finding in unit.findings {
        guard let problems = SnapshotText.bytes(of: finding.problems),
          let block = problems.withUnsafeBytes(sink.block)
        else { return false }
        directory.add(finding.isJoined ? 1 : 0)
        directory.add(finding.caseCount)
        directory.add(finding.refusedCount)
        directory.add(block)
      }
      place.write(to: &directory)
    }
    guard let block = directory.bytes.withUnsafeBytes(sink.block) else { return false }
    return sink.finish(header: header(block, key: key, size: sink.offset))
  }

  static func header(_ directory: SnapshotBlock, key: UInt64, size: Int) -> [UInt8] {
    var header = SnapshotBytesWriter()
    header.add(magic)
    header.add(version)
    header.add(key)
    header.add(directory)
    header.add(size)
    header.add(header.bytes.withUnsafeBytes(\.checksum))
    return header.bytes
  }

  private static func write(
    _ file: KnownUnits.File, to directory: inout SnapshotBytesWriter
  ) -> Bool {
    directory.add(file.path)
    directory.add(file.name)
    directory.add(file.format.rawValue)
    guard let place = SnapshotText.bytes(of: file.form, file.part) else { return false }
    directory.add(place)
    guard let table = file.table.map(SnapshotText.bytes) ?? [] else { return false }
    directory.add(table)
    directory.add(file.identity == nil ? 0 : 1)
    guard let identity = file.identity else { return true }
    directory.add(identity.device)
    directory.add(identity.inode)
    directory.add(UInt64(bitPattern: identity.size))
    directory.add(UInt64(bitPattern: identity.modified))
    directory.add(UInt64(bitPattern: identity.changed))
    return true
  }

  // MARK: - Reading

  /// What a snapshot keeps; its columns are looked at as they are asked for.
  ///
  /// - Throws: ``SnapshotDoubt`` where anything in it does not hold.
  static func known(
    in path: String, title: String, key: UInt64
  ) throws(SnapshotDoubt) -> KnownUnits {
    let file = try MappedFile(path)
    let (directory, foundKey) = try directory(of: file)
    guard foundKey == key else { throw SnapshotDoubt() }
    var reader = SnapshotBytesReader(directory)
    let summary = try summary(&reader)
    guard summary.title == title else { throw SnapshotDoubt() }
    let unitCount = try reader.count(ofBytes: 16)
    var known = KnownUnits()
    known.repeated = try SnapshotText.problems(in: try reader.bytes())
    for _ in 0..<summary.fileCount { known.files.append(try self.file(&reader)) }
    for _ in 0..<unitCount {
      known.units.append(try unit(&reader, known.files, file))
    }
    guard reader.isAtEnd else { throw SnapshotDoubt() }
    return known
  }

  /// What a snapshot is of; nothing where it is none that this program reads.
  static func summary(of path: String) -> Summary? {
    guard let file = try? MappedFile(path), let (directory, _) = try? directory(of: file) else {
      return nil
    }
    var reader = SnapshotBytesReader(directory)
    return try? summary(&reader)
  }

  private static func directory(
    of file: MappedFile
  ) throws(SnapshotDoubt) -> (bytes: UnsafeRawBufferPointer, key: UInt64) {
    let (block, key) = try directory(header: try file.bytes(first: headerSize), of: file.count)
    return (try file.bytes(of: block), key)
  }

  /// Where the directory stands, and what the snapshot depends on besides its files.
  private static func directory(
    header: UnsafeRawBufferPointer, of count: Int
  ) throws(SnapshotDoubt) -> (block: SnapshotBlock, key: UInt64) {
    var reader = SnapshotBytesReader(header)
    guard try reader.bits() == magic, try reader.number() == version else {
      throw SnapshotDoubt()
    }
    let key = try reader.bits()
    let block = try reader.block()
    let size = try reader.number()
    let sum = UnsafeRawBufferPointer(rebasing: header[..<(headerSize - 8)]).checksum
    guard try reader.bits() == sum, size == count else { throw SnapshotDoubt() }
    return (block, key)
  }

  /// The bytes before the directory, and the directory.
  static func halves(
    _ raw: UnsafeRawBufferPointer
  ) throws(SnapshotDoubt) -> (columns: [UInt8], directory: [UInt8]) {
    let header = UnsafeRawBufferPointer(rebasing: raw.prefix(headerSize))
    let (block, _) = try directory(header: header, of: raw.count)
    return (Array(raw[..<block.offset]), Array(raw[block.offset..<block.offset + block.count]))
  }

  private static func summary(
    _ reader: inout SnapshotBytesReader
  ) throws(SnapshotDoubt) -> Summary {
    Summary(
      title: try reader.text(), caseCount: try reader.number(),
      fileCount: try reader.count(ofBytes: 40))
  }

  private static func file(
    _ reader: inout SnapshotBytesReader
  ) throws(SnapshotDoubt) -> KnownUnits.File {
    let path = try reader.text()
    let name = try reader.text()
    guard let format = SourceFormat(rawValue: try reader.text()) else { throw SnapshotDoubt() }
    var file = KnownUnits.File(path: path, name: name, format: format)
    let place = try reader.bytes()
    if !place.isEmpty { (file.form, file.part) = try SnapshotText.place(in: place) }
    let table = try reader.bytes()
    if !table.isEmpty { file.table = try SnapshotText.table(in: table) }
    guard try reader.bits() == 1 else { return file }
    file.identity = FileIdentity(
      device: try reader.bits(), inode: try reader.bits(),
      size: Int64(bitPattern: try reader.bits()), modified: Int64(bitPattern: try reader.bits()),
      changed: Int64(bitPattern: try reader.bits()))
    return file
  }

  private static func unit(
    _ reader: inout SnapshotBytesReader, _ files: [KnownUnits.File], _ file: MappedFile
  ) throws(SnapshotDoubt) -> KnownUnits.Unit {
    let first = try reader.number()
    let count = try reader.count(ofBytes: 48)
    guard first >= 0, count > 0, first <= files.count - count else { throw SnapshotDoubt() }
    var findings: [FileFinding] = []
    var problems: [SnapshotBlock] = []
    for index in first..<first + count {
      var finding = FileFinding()
      finding.identity = files[index].identity
      finding.isJoined = try reader.bits() == 1
      finding.caseCount = try reader.count(upTo: .max)
      finding.refusedCount = try reader.count(upTo: .max)
      problems.append(try reader.block())
      findings.append(finding)
    }
    let directory = try SegmentDirectory(from: &reader)
    return KnownUnits.Unit(
      files: first..<first + count, findings: findings,
      content: .image(
        SegmentImage(
          file: file, directory: directory, fileCount: count, problemBlocks: problems)))
  }
}

extension SnapshotBytesReader {
  /// A number of things, not below 0 and within what can be added up.
  fileprivate mutating func count(upTo limit: Int32) throws(SnapshotDoubt) -> Int {
    let count = try number()
    guard count >= 0, count <= limit else { throw SnapshotDoubt() }
    return count
  }
}
