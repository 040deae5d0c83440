internal import CColumns

/// Finds the cases whose id another case had before; both stay, and each is warned of.
///
/// Hot path: every case of a load passes here, on the threads that load.
final class RepeatedIDs {
  /// Nothing where the system had no memory for it: then no repetition is warned of.
  private var table = ccolumns_repeats_make()
  private var segments: [Segment] = []
  /// The number of the first case of each segment.
  private var firstCases: [Int] = []
  private var caseCount = 0

  deinit { ccolumns_repeats_free(table) }

  /// Takes in the next cases of a library.
  func add(_ segment: Segment) {
    guard segment.caseCount > 0, let table else { return }
    firstCases.append(caseCount)
    segments.append(segment)
    caseCount += segment.caseCount
    let isAdded = segment.idBytes.withBuffer { bytes in
      segment.idStarts.withBuffer { starts in
        ccolumns_repeats_add(
          table, bytes.baseAddress, starts.baseAddress, UInt32(segment.caseCount))
      }
    }
    guard !isAdded else { return }
    ccolumns_repeats_free(table)
    self.table = nil
  }

  /// The warnings, in the order of the cases.
  func problems(in files: [SourceFile]) -> ProblemList {
    var list = ProblemList()
    guard let table else { return list }
    var count = 0
    let found = ccolumns_repeats_found(table, &count)
    for repeated in UnsafeBufferPointer(start: found, count: count) {
      let (segment, index) = place(of: Int(repeated.number))
      let (firstSegment, firstIndex) = place(of: Int(repeated.first))
      list.add(problem(segment, index, firstSegment, firstIndex, files))
    }
    return list
  }

  private func place(of number: Int) -> (segment: Segment, index: Int) {
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if firstCases[middle] <= number { low = middle } else { high = middle }
    }
    return (segments[low], number - firstCases[low])
  }

  private func problem(
    _ segment: Segment, _ index: Int, _ firstSegment: Segment, _ firstIndex: Int,
    _ files: [SourceFile]
  ) -> Problem {
    let id = segment.id(ofCase: index)
    return Problem(
      .warning, file: files[segment.file(ofCase: index)].displayPath,
      at: SourcePosition(line: segment.line(ofCase: index), column: 1), caseID: id,
      .duplicateID(
        id, firstFile: files[firstSegment.file(ofCase: firstIndex)].displayPath,
        firstLine: firstSegment.line(ofCase: firstIndex)))
  }
}
