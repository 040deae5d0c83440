/// Why a case cannot be read from its source any more.
public struct SourceFailure: Error, Sendable, Equatable {
  /// What is wrong, and where.
  public let problem: Problem

  init(_ file: SourceFile, _ error: SourceFileError) {
    problem = Problem(.error, file: file.displayPath, .unreadable(error))
  }
}

extension Library {
  /// Reads a case whole from its source.
  ///
  /// - Complexity: O(record); O(file) for YAML.
  public func decode(row: Int) -> Result<Case, SourceFailure> {
    let (segment, index) = locate(row)
    let file = files[segment.file(ofCase: index)]
    do {
      return .success(try RecordSource(self, file, segment, index).decoded())
    } catch {
      return .failure(SourceFailure(file, error))
    }
  }

  /// Reads every record of the YAML file a case stands in, by its number in the file.
  func decodeFile(ofRow row: Int) -> Result<[Case], SourceFailure> {
    let (segment, index) = locate(row)
    let file = files[segment.file(ofCase: index)]
    do {
      return .success(try RecordSource(self, file, segment, index).decodedFile())
    } catch {
      return .failure(SourceFailure(file, error))
    }
  }

  /// The text of a record as it stands in its file; bytes that are not UTF-8 are replaced.
  public func rawText(row: Int) -> Result<String, SourceFailure> {
    let (segment, index) = locate(row)
    let file = files[segment.file(ofCase: index)]
    do {
      return .success(try RecordSource(self, file, segment, index).text())
    } catch {
      return .failure(SourceFailure(file, error))
    }
  }
}

/// The source of one case.
private struct RecordSource {
  let library: Library
  let file: SourceFile
  let segment: Segment
  let index: Int
  let place: Provenance

  init(_ library: Library, _ file: SourceFile, _ segment: Segment, _ index: Int) {
    self.library = library
    self.file = file
    self.segment = segment
    self.index = index
    place = segment.provenance[index]
  }

  private var range: Range<Int> {
    Int(place.offset)..<Int(place.offset) + Int(place.length)
  }

  /// The stretch of a table that holds the rows of the case.
  private var span: TableRowPlace {
    TableRowPlace(
      bytes: range, number: Int(place.ordinal), line: segment.line(ofCase: index))
  }

  func decoded() throws(SourceFileError) -> Case {
    let id = segment.id(ofCase: index)
    switch file.format {
    case .yaml:
      let bytes = try whole()
      return bytes.withBytes { decodeYAML($0, id) }
    case .json, .jsonLines:
      let bytes = try read(range)
      let line = segment.line(ofCase: index)
      return bytes.withBytes { raw in
        let tree = DataTree()
        let text = SourceText(
          borrowing: raw, firstLine: line, firstByte: range.lowerBound)
        guard (try? JSONTreeReader().read(text, into: tree)) != nil else { return Case(id: id) }
        return CaseDecoder(tree: tree, defaultID: id).decode(0)
      }
    case .table:
      let bytes = try read(range)
      return bytes.withBytes { decodeRows($0, id) }
    }
  }

  private func decodeRows(_ raw: UnsafeRawBufferPointer, _ id: String) -> Case {
    guard let table = file.table else { return Case(id: id) }
    let tree = DataTree()
    let made = table.caseTree(span: span, bytes: raw, into: tree)
    guard !made.isRefused, tree.count > 0 else { return Case(id: id) }
    return CaseDecoder(tree: tree, defaultID: id).decode(0)
  }

  /// Every record of the file in order, those that were refused too.
  func decodedFile() throws(SourceFileError) -> [Case] {
    let bytes = try whole()
    return bytes.withBytes { raw in
      let reader = YAMLTreeReader()
      let tree = DataTree()
      reader.open(SourceText(borrowing: raw))
      var cases: [Case] = []
      while let record = reader.nextDocument(into: tree) {
        guard case .value = record else { continue }
        let decoder = CaseDecoder(tree: tree, defaultID: "")
        cases += RecordReader.records(in: tree).map(decoder.decode)
      }
      return cases
    }
  }

  private func decodeYAML(_ raw: UnsafeRawBufferPointer, _ id: String) -> Case {
    let reader = YAMLTreeReader()
    let tree = DataTree()
    reader.open(SourceText(borrowing: raw))
    var ordinal = 0
    while let record = reader.nextDocument(into: tree) {
      guard case .value = record else { continue }
      let nodes = RecordReader.records(in: tree)
      if ordinal + nodes.count > Int(place.ordinal) {
        let node = nodes[Int(place.ordinal) - ordinal]
        return CaseDecoder(tree: tree, defaultID: id).decode(node)
      }
      ordinal += nodes.count
    }
    return Case(id: id)
  }

  /// The text of the record; of a table, the cells of its rows without columns that may identify
  /// a person, one a line.
  func text() throws(SourceFileError) -> String {
    let bytes = try read(range)
    if let table = file.table {
      let rows = bytes.withBytes { table.originalRows(span: span, bytes: $0) }
      return rows.map { row in
        row.cells.map { "\($0.name): \($0.text)\n" }.joined()
      }.joined(separator: "\n")
    }
    return bytes.withBytes { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: - Bytes

  private func whole() throws(SourceFileError) -> SourceBytes {
    if let retained = file.retained { return retained }
    if file.expanded != nil {
      let (text, identity) = try FileReader.contents(of: file.path ?? "", limit: .max)
      guard file.identity == nil || identity == file.identity else { throw .changedSinceLoad }
      return text
    }
    let reader = try open()
    return try reader.bytes(at: 0, count: Int(reader.identity.size))
  }

  private func read(_ range: Range<Int>) throws(SourceFileError) -> SourceBytes {
    if let retained = file.retained {
      return retained.withBytes { raw in
        let clamped = range.clamped(to: 0..<raw.count)
        return SourceBytes(copying: UnsafeRawBufferPointer(rebasing: raw[clamped]))
      }
    }
    if let expanded = file.expanded {
      return try expanded.bytes(range, path: file.path ?? "", identity: file.identity)
    }
    return try open().bytes(at: range.lowerBound, count: range.count)
  }

  /// Opens the file, which must be what it was when the library was loaded.
  private func open() throws(SourceFileError) -> FileReader {
    let reader = try FileReader(file.path ?? "")
    guard file.identity == nil || reader.identity == file.identity else {
      throw .changedSinceLoad
    }
    return reader
  }
}
