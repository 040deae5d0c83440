extension Loader {
  /// What standard input is called.
  private static let inputName = "standard input"

  /// Adds what comes in on standard input: text, compressed text, or a file of tables.
  func addStandardInput(to found: inout Found) {
    do throws(SourceFileError) {
      let bytes = try FileReader.stream(from: 0, limit: limits.fileSize)
      for file in try Self.files(of: bytes, limit: limits.fileSize) {
        found.files.append(file)
        found.sizes.append(file.retained?.count ?? 0)
      }
    } catch {
      found.problems.append(Problem(.error, file: Self.inputName, .unreadable(error)))
    }
  }

  /// The files that bytes without a name hold, each with its text in memory.
  static func files(of bytes: SourceBytes, limit: Int) throws(SourceFileError) -> [SourceFile] {
    switch bytes.withBytes({ FileSignature($0) }) {
    case .none:
      guard let encoding = try encoding(of: bytes) else {
        let format = bytes.withBytes { SourceFormat(sniffing: $0) }
        return [SourceFile(name: inputName, format: format, retained: bytes)]
      }
      let form = TextForm.encoded(encoding.encoding, .plain)
      let file = try MemoryFile(bytes)
      let text = try FileReader.contents(of: file.place, form, limit: limit).0
      let format = text.withBytes { SourceFormat(sniffing: $0) }
      return [
        SourceFile(
          name: inputName, format: format, form: form, encoding: encoding, retained: text)
      ]
    case .notRead(let kind): throw .notRead(kind)
    case .compressed(let compression):
      let file = try MemoryFile(bytes)
      let text = try FileReader.contents(of: file.place, .compressed(compression), limit: limit).0
      return try files(of: text, limit: limit)
    case .tables:
      let file = try MemoryFile(bytes)
      var files: [SourceFile] = []
      for var text in try FileContents(file.place, name: inputName, limit: limit).texts {
        let encoding =
          text.form.tableText == nil
          ? EncodingSearch.find(file.place, text.form, limit: limit, isThorough: true) : nil
        if let encoding { text.form = .encoded(encoding.encoding, text.form) }
        files.append(
          SourceFile(
            name: text.name, format: text.format, form: text.form, encoding: encoding,
            part: text.part,
            retained: try FileReader.contents(of: file.place, text.form, limit: limit).0))
      }
      return files
    }
  }
  /// The encoding of bytes that are not UTF-8.
  private static func encoding(of bytes: SourceBytes) throws(SourceFileError) -> EncodingFinding? {
    var at = 0
    return try EncodingSearch.find(isThorough: true) { room throws(SourceFileError) in
      bytes.withBytes { raw in
        let count = min(room.count, raw.count - at)
        room.copyMemory(from: UnsafeRawBufferPointer(rebasing: raw[at..<at + count]))
        at += count
        return count
      }
    }
  }
}
