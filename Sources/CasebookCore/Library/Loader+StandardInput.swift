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
      let format = bytes.withBytes { SourceFormat(sniffing: $0) }
      return [SourceFile(name: inputName, format: format, retained: bytes)]
    case .notRead(let kind): throw .notRead(kind)
    case .compressed(let compression):
      let file = try MemoryFile(bytes)
      let text = try FileReader.contents(of: file.place, .compressed(compression), limit: limit).0
      return try files(of: text, limit: limit)
    case .tables:
      let file = try MemoryFile(bytes)
      var files: [SourceFile] = []
      for text in try FileContents(file.place, name: inputName, limit: limit).texts {
        files.append(
          SourceFile(
            name: text.name, format: text.format, form: text.form, part: text.part,
            retained: try FileReader.contents(of: file.place, text.form, limit: limit).0))
      }
      return files
    }
  }
}
