/// What was read before and may hold still: the units of a snapshot, or of a library at hand.
///
/// A unit holds as long as its files are what they were; loading then takes it as it is.
public struct KnownUnits: Sendable {
  /// A file as it was when it was read.
  struct File: Sendable {
    var path: String
    var name: String
    var format: SourceFormat
    var form: TextForm = .plain
    var part: FilePart?
    /// What it was; nothing where it cannot be told from what it became since.
    var identity: FileIdentity?
    /// How its rows become cases, where it is a table.
    var table: TableDecoder?

    var key: SourceKey { SourceKey(path: path, form: form) }
  }

  /// What was read at one go.
  struct Unit: Sendable {
    /// The numbers of its files among those known.
    var files: Range<Int>
    /// What was learnt of each of them.
    var findings: [FileFinding]
    /// The cases.
    var content: Content

    /// What was learnt of each file, with what was met, which a snapshot tells only here.
    ///
    /// - Throws: ``SnapshotDoubt`` where a snapshot does not hold.
    func wholeFindings() throws(SnapshotDoubt) -> [FileFinding] {
      guard case .image(let image) = content else { return findings }
      var whole = findings
      let problems = try image.problems()
      for (index, problems) in problems.enumerated() { whole[index].problems = problems }
      return whole
    }

    /// Whether cases are of rows of several files, so that these hold all together or not at all.
    var isJoined: Bool { findings.contains(where: \.isJoined) }
  }

  /// The cases of a unit.
  enum Content: Sendable {
    /// In memory.
    case segment(Segment)
    /// In a snapshot, not looked at yet.
    case image(SegmentImage)

    /// The cases.
    ///
    /// - Throws: ``SnapshotDoubt`` where a snapshot does not hold.
    func segment() throws(SnapshotDoubt) -> Segment {
      switch self {
      case .segment(let segment): segment
      case .image(let image): try image.segment()
      }
    }
  }

  /// A file that changed less than so many nanoseconds before it was found may change again without
  /// its times showing it, so it is read anew: two seconds are what the coarsest system of files
  /// (FAT) tells apart.
  static let settling: Int64 = 2_000_000_000

  var files: [File] = []
  var units: [Unit] = []
  /// The warnings of repeated ids, where the units were a library whole; nothing where that has to
  /// be found out anew.
  var repeated: [Problem]?
}

extension KnownUnits {
  /// What a library holds of files that can be read again.
  ///
  /// - Parameters:
  ///   - library: the library.
  ///   - settling: nanoseconds within which a file may change again unnoticed.
  init(_ library: Library, settling: Int64) {
    for file in library.files {
      files.append(
        File(
          path: file.path ?? "", name: file.name, format: file.format, form: file.form,
          part: file.part, identity: file.path == nil ? nil : file.identity(settling: settling),
          table: file.table))
    }
    for unit in library.units where !unit.files.isEmpty {
      let first = unit.segment.firstFile
      // A file that was not the same in each of its slices is not known.
      for (offset, finding) in unit.files.enumerated()
      where finding.identity != library.files[first + offset].identity {
        files[first + offset].identity = nil
      }
      units.append(
        Unit(
          files: first..<first + unit.files.count, findings: unit.files,
          content: .segment(unit.segment)))
    }
  }
}

extension Loader {
  /// Loads again what a library was made of; files that are what they were are not read.
  ///
  /// - Parameters:
  ///   - library: what was loaded before, by a loader like this one.
  ///   - locations: what it was made of.
  ///   - deliver: takes each step, as ``load(_:known:deliver:)`` says.
  /// - Returns: what came of it.
  public func reload(
    _ library: Library, _ locations: [SourceLocation], deliver: (LoadStep) -> Bool
  ) -> Outcome {
    load(locations, known: KnownUnits(library, settling: KnownUnits.settling), deliver: deliver)
  }
}

extension SourceFile {
  /// What the file was, where a later change shows in it.
  fileprivate func identity(settling: Int64) -> FileIdentity? {
    guard let identity, identity.changed + settling <= found else { return nil }
    return identity
  }
}

/// A part of a known unit that still holds: the cases of some of its files.
struct KnownStretch: Sendable {
  /// The number of the unit among those known.
  let number: Int
  let unit: KnownUnits.Unit
  /// Which of the files of the unit, from 0.
  let files: Range<Int>
  /// How the rows of each file become cases, where it is a table.
  let tables: [TableDecoder?]
  /// The number in the library of the first of the files.
  let firstFile: Int
  /// How many bytes of the files it stands for.
  let byteCount: Int

  /// What reading the files again would come to.
  ///
  /// - Throws: ``SnapshotDoubt`` where a snapshot does not hold.
  func result() throws(SnapshotDoubt) -> UnitResult {
    var result = UnitResult()
    result.byteCount = byteCount
    result.files = Array(try unit.wholeFindings()[files])
    for (index, table) in tables.enumerated() { result.files[index].table = table }
    let segment = try unit.content.segment()
    guard segment.caseCount == unit.findings.reduce(0, { $0 + $1.caseCount }) else {
      throw SnapshotDoubt()
    }
    let start = unit.findings[..<files.lowerBound].reduce(0) { $0 + $1.caseCount }
    let count = result.files.reduce(0) { $0 + $1.caseCount }
    guard let part = segment.part(start..<start + count, withoutFiles: files.lowerBound) else {
      throw SnapshotDoubt()
    }
    result.segment = part.placed(atFile: firstFile)
    return result
  }
}
