extension Loader {
  /// Hands on the cases that the first rows begin, where every row has to be looked at before a case
  /// is whole, and that takes a while.
  ///
  /// - Returns: whether there were any, which are void with the first cases that are whole.
  func deliverBeginnings(
    _ plan: LoadPlan, _ found: Found, _ deliver: (LoadStep) -> Bool
  ) -> Bool {
    guard showsBeginnings, case .tables(let range)? = plan.units.first else { return false }
    let text = range.reduce(0) { bytes, file in
      let isCompressed = found.files[file].expanded != nil
      return bytes + found.sizes[file] * (isCompressed ? LoadBounds.textOfCompressed : 1)
    }
    let unit = TableUnit(
      loader: self, files: Array(found.files[range]), first: range.lowerBound)
    guard text >= leastBeginningBytes, let result = unit.beginnings() else { return false }
    _ = deliver(.beginnings(result.segment, files: result.files))
    return true
  }
}

extension TableUnit {
  /// The cases that begin in the first rows of the first table: the first of the whole, in their
  /// order, each perhaps without rows that stand further on.
  func beginnings() -> UnitResult? {
    guard let file = files.first, file.path != nil, let opened = try? FileReader(file.place),
      let text = ReservedBytes(capacity: loader.sizes.longestBeginning + SourceBytes.padding)
    else { return nil }
    let reader = loader.recordReader()
    let stream = TextStream(opened, file.form, limit: loader.limits.fileSize)
    guard let first = TableBeginning.source(of: file, stream, into: text, reader, loader.sizes),
      first.joinsRows, !first.hasOpenDates,
      files.count == 1 || first.profile.release == .folder
    else { return nil }
    return withExtendedLifetime(text) {
      let end = TableBeginning.endOfRows(
        in: text.prefix(stream.position), first, from: first.firstRow)
      guard let source = try? reader.table(file, text.prefix(end)),
        (try? reader.checkMemory(toJoin: [text.prefix(end)])) != nil
      else { return nil }
      var joined = TableSource(joining: [source])
      var builder = SegmentBuilder(loader.settings, limits: loader.limits)
      reader.read(&joined, RecordReader.TableFiles(files: [file], numbers: [0]), &builder)
      _ = builder.takeProblems()
      var result = UnitResult()
      result.files = files.map { _ in FileFinding() }
      result.files[0] = FileFinding(identity: stream.identity, table: source.decoder)
      result.segment = builder.finished(firstFile: self.first)
      return result.segment.caseCount > 0 ? result : nil
    }
  }
}
