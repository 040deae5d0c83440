extension Segment {
  /// The same cases, some of them with other ids.
  ///
  /// - Parameters:
  ///   - cases: their indices, ascending.
  ///   - name: the id for each.
  /// - Returns: the cases, with all else as it was.
  func renaming(_ cases: [UInt32], _ name: (Int) -> String) -> Segment {
    guard !cases.isEmpty else { return self }
    var bytes: [UInt8] = []
    var starts: [UInt32] = [0]
    var next = cases[...]
    for index in 0..<caseCount {
      if next.first == UInt32(index) {
        bytes += name(index).utf8
        next.removeFirst()
      } else {
        idBytes.withBuffer { bytes += $0[Int(idStarts[index])..<Int(idStarts[index + 1])] }
      }
      starts.append(UInt32(bytes.count))
    }
    var parts = self.parts
    parts.idBytes = FixedArray(bytes)
    parts.idStarts = FixedArray(starts)
    return Segment(parts)
  }
}
