/// A table that was found, before its rows become cases.
public struct TableProbe: Sendable {
  /// The file, with the sheet or table that is meant.
  public let file: String
  /// The name of the sheet or table in the file; `nil` if the file holds one table.
  public let part: String?
  /// The profile that reads it; `nil` if only the one for any table does, or none.
  public let profile: Profile?
  /// Its header and its first rows; `nil` if it cannot be read.
  public let sample: TableSample?
  /// Why it cannot be read.
  public let problem: Problem?
}

extension Loader {
  /// Bytes of a table that are looked at.
  private static let probedBytes = 8 << 20

  /// Finds the tables of a library and looks at the first rows of each.
  ///
  /// - Parameter locations: what the library is made of.
  /// - Returns: the tables in the order of their files, and what is wrong with files that cannot be
  ///   opened. Files of other formats are left out.
  public func probe(_ locations: [SourceLocation]) -> (tables: [TableProbe], problems: [Problem]) {
    let found = findFiles(locations)
    return (found.files.filter { $0.format == .table }.map { probe($0) }, found.problems)
  }

  private func probe(_ file: SourceFile) -> TableProbe {
    do throws(SourceFileError) {
      if let retained = file.retained {
        return retained.withBytes { probe(file, $0, isWhole: true) }
      }
      let bytes = SourceBytes(capacity: Self.probedBytes)
      let stream = TextStream(
        try FileReader(file.place), file.form, limit: limits.fileSize)
      let count = try stream.read(into: bytes.room)
      bytes.finish(count: count)
      return bytes.withBytes { probe(file, $0, isWhole: count < Self.probedBytes) }
    } catch {
      let problem = Problem(.error, file: file.displayPath, .unreadable(error))
      return TableProbe(
        file: file.displayPath, part: file.part?.name, profile: nil, sample: nil, problem: problem)
    }
  }

  private func probe(
    _ file: SourceFile, _ text: UnsafeRawBufferPointer, isWhole: Bool
  ) -> TableProbe {
    let limits = TableLimits(
      columns: limits.columns, rowBytes: limits.recordSize, caseRows: limits.caseRows)
    let search = TableHeaderSearch(
      text: text, fileName: file.name, form: file.form.tableText, limits: limits)
    do {
      let found = try search.find(profiles)
      let sample = TableSample(
        found, of: text, name: TableDecoder.withoutExtension(file.name), isWhole: isWhole,
        limits: limits)
      return TableProbe(
        file: file.displayPath, part: file.part?.name,
        profile: found.profile.header.isEmpty ? nil : found.profile, sample: sample, problem: nil)
    } catch {
      return TableProbe(
        file: file.displayPath, part: file.part?.name, profile: nil, sample: nil,
        problem: RecordReader.problem(error.finding, in: [file]))
    }
  }
}
