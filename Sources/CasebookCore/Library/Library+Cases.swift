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
    read(row) { source throws(SourceFailure) in try source.decoded() }
  }

  /// Reads every record of the YAML file a case stands in, by its number in the file.
  func decodeFile(ofRow row: Int) -> Result<[Case], SourceFailure> {
    read(row) { source throws(SourceFailure) in try source.decodedFile() }
  }

  /// The text of a record as it stands in its file; bytes that are not UTF-8 are replaced, and so are
  /// values that say who a person is, unless they are taken in. Of a case made of several rows of tables each begins with its file and row.
  public func rawText(row: Int) -> Result<String, SourceFailure> {
    read(row) { source throws(SourceFailure) in try source.text() }
  }

  private func read<Content>(
    _ row: Int, _ body: (RecordSource) throws(SourceFailure) -> Content
  ) -> Result<Content, SourceFailure> {
    let (segment, index) = locate(row)
    do throws(SourceFailure) {
      return .success(try body(RecordSource(self, segment, index, segment.provenance[index])))
    } catch {
      return .failure(error)
    }
  }
}

/// The source of one case, or of one of the rows that it is made of.
private struct RecordSource {
  let library: Library
  let file: SourceFile
  let segment: Segment
  let index: Int
  let place: Provenance

  init(_ library: Library, _ segment: Segment, _ index: Int, _ place: Provenance) {
    self.library = library
    self.segment = segment
    self.index = index
    self.place = place
    file = library.files[segment.firstFile + Int(place.file)]
  }

  private var range: Range<Int> {
    Int(place.offset)..<Int(place.offset) + Int(place.length)
  }

  /// Gives the rows that the case is made of, of whichever tables, and their files.
  private func withRows<Content>(
    _ body: ([(row: TableRowText, file: SourceFile)]) -> Content
  ) throws(SourceFailure) -> Content {
    var texts: [SourceBytes] = []
    var rows: [(row: TableRowText, file: SourceFile)] = []
    for place in segment.places(ofCase: index) {
      let source = RecordSource(library, segment, index, place)
      guard let decoder = source.file.table else { continue }
      let bytes = try source.read(source.range)
      texts.append(bytes)
      let row = TableRowText(
        decoder: decoder, place: TableRowPlace(place, linesBefore: segment.linesBefore),
        bytes: bytes.withBytes(\.self))
      rows.append((row, source.file))
    }
    return withExtendedLifetime(texts) { body(rows) }
  }

  func decoded() throws(SourceFailure) -> Case {
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
        guard (try? JSONTreeReader(limits: file.limits).read(text, into: tree)) != nil else {
          return Case(id: id)
        }
        return decoder(tree, id).decode(0)
      }
    case .table:
      return try withRows { rows in
        let tree = DataTree()
        let made = TableRowText.makeCase(rows.map(\.row), into: tree)
        guard !made.isRefused, tree.count > 0 else { return Case(id: id) }
        // Which columns are taken in was decided with the header.
        return CaseDecoder(tree: tree, defaultID: id, keepsIdentifiers: true).decode(0)
      }
    }
  }

  private func decoder(_ tree: DataTree, _ id: String) -> CaseDecoder {
    CaseDecoder(
      tree: tree, defaultID: id, keepsIdentifiers: library.settings.keepsIdentifiers)
  }

  /// Every record of the file in order, those that were refused too.
  func decodedFile() throws(SourceFailure) -> [Case] {
    let bytes = try whole()
    return bytes.withBytes { raw in
      let reader = YAMLTreeReader(limits: file.limits)
      let tree = DataTree()
      reader.open(SourceText(borrowing: raw))
      var cases: [Case] = []
      while let record = reader.nextDocument(into: tree) {
        guard case .value = record else { continue }
        let decoder = decoder(tree, "")
        cases += RecordReader.records(in: tree).map(decoder.decode)
      }
      return cases
    }
  }

  private func decodeYAML(_ raw: UnsafeRawBufferPointer, _ id: String) -> Case {
    let reader = YAMLTreeReader(limits: file.limits)
    let tree = DataTree()
    reader.open(SourceText(borrowing: raw))
    var ordinal = 0
    while let record = reader.nextDocument(into: tree) {
      guard case .value = record else { continue }
      let nodes = RecordReader.records(in: tree)
      if ordinal + nodes.count > Int(place.ordinal) {
        let node = nodes[Int(place.ordinal) - ordinal]
        return decoder(tree, id).decode(node)
      }
      ordinal += nodes.count
    }
    return Case(id: id)
  }

  /// The text of the record; of a table, the cells of its rows without columns that may identify
  /// a person, one a line.
  func text() throws(SourceFailure) -> String {
    if file.format == .table {
      return try withRows { rows in
        rows.map { row, file in
          let head = rows.count > 1 ? "\(file.displayPath), row \(row.place.number)\n" : ""
          return head + row.originalCells.map { "\($0.name): \($0.text)\n" }.joined()
        }.joined(separator: "\n")
      }
    }
    let bytes = try read(range)
    return bytes.withBytes { raw in
      library.settings.keepsIdentifiers
        ? String(decoding: raw, as: UTF8.self)
        : IdentifierMask.text(of: raw, isYAML: file.format == .yaml, limits: file.limits)
    }
  }

  // MARK: - Bytes

  private func whole() throws(SourceFailure) -> SourceBytes {
    if let retained = file.retained { return retained }
    do throws(SourceFileError) {
      if file.expanded != nil {
        let (text, identity) = try FileReader.contents(
          of: file.place, file.form, limit: Limits().fileSize)
        guard file.identity == nil || identity == file.identity else { throw .changedSinceLoad }
        return text
      }
      let reader = try open()
      return try reader.bytes(at: 0, count: Int(reader.identity.size))
    } catch {
      throw SourceFailure(file, error)
    }
  }

  private func read(_ range: Range<Int>) throws(SourceFailure) -> SourceBytes {
    if let retained = file.retained {
      return retained.withBytes { raw in
        let clamped = range.clamped(to: 0..<raw.count)
        return SourceBytes(copying: UnsafeRawBufferPointer(rebasing: raw[clamped]))
      }
    }
    do throws(SourceFileError) {
      if let expanded = file.expanded {
        return try expanded.bytes(range, place: file.place, identity: file.identity)
      }
      return try open().bytes(at: range.lowerBound, count: range.count)
    } catch {
      throw SourceFailure(file, error)
    }
  }

  /// Opens the file, which must be what it was when the library was loaded.
  private func open() throws(SourceFileError) -> FileReader {
    let reader = try FileReader(file.place)
    guard file.identity == nil || reader.identity == file.identity else {
      throw .changedSinceLoad
    }
    return reader
  }
}
