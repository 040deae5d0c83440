/// Finds the cases whose id another case had before; both stay, and each is warned of.
///
/// Hot path: every case of a load passes here, on the threads that load.
struct RepeatedIDs {
  /// The ids, and where each was met first.
  private var ids = ByteTable()
  private var places: [(segment: UInt32, index: UInt32)] = []
  private var segments: [Segment] = []
  private var repeated: [(segment: Int, index: Int, first: Int)] = []

  /// Takes in the next cases of a library.
  mutating func add(_ segment: Segment) {
    guard segment.caseCount > 0 else { return }
    let number = segments.count
    segments.append(segment)
    segment.idBytes.withBuffer { bytes in
      segment.idStarts.withBuffer { starts in
        let raw = UnsafeRawBufferPointer(bytes)
        for index in 0..<segment.caseCount {
          let id = UnsafeRawBufferPointer(
            rebasing: raw[Int(starts[index])..<Int(starts[index + 1])])
          let place = Int(ids.number(of: id))
          if place == places.count {
            places.append((UInt32(number), UInt32(index)))
          } else {
            repeated.append((number, index, place))
          }
        }
      }
    }
  }

  /// The warnings, in the order of the cases.
  func problems(in files: [SourceFile]) -> ProblemList {
    var list = ProblemList()
    for (segment, index, first) in repeated {
      let place = places[first]
      list.add(
        problem(segments[segment], index, segments[Int(place.segment)], Int(place.index), files))
    }
    return list
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
