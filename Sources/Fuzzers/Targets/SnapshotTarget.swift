import CasebookCore

/// The directory of a snapshot with some bytes changed, so that all of it still adds up: whatever it
/// says, what is read back points at nothing outside the file.
enum SnapshotTarget {
  static let snapshot = FuzzTarget(
    name: "snapshot",
    summary: "Opens a snapshot whose directory is changed so, and reads its columns.",
    seeds: [".snapshot"]
  ) { bytes in
    guard let probe else { return }
    var directory = probe.directory
    // Three bytes a change: where, and what is turned over there.
    for at in stride(from: 0, to: bytes.count - 2, by: 3) {
      let place = Int(bytes[at]) << 8 | Int(bytes[at + 1])
      directory[place % directory.count] ^= bytes[at + 2]
    }
    guard let library = directory.withUnsafeBytes(probe.library) else { return }
    for row in 0..<library.caseCount {
      let (segment, index) = library.locate(row)
      _ = segment.id(ofCase: index)
      _ = segment.text.withText(ofCase: index) { $0.reduce(0, ^) }
      for event in segment.events(ofCase: index) {
        require(
          Int(segment.eventTypes[event]) < segment.typeNames.count, "an event has a type")
      }
    }
    for segment in library.segments {
      for column in segment.columns {
        for entry in 0..<column.codes.count where column.codes[entry] < ValueColumn.longText {
          _ = column.value(column.codes[entry])
        }
      }
    }
  }

  // Fuzzers feed one input after the other.
  nonisolated(unsafe) private static let probe = SnapshotProbe(library, folder: "/tmp")

  private static let library: Library = {
    let lines = (0..<40).map { number in
      """
      {"id":"c\(number)","title":"Case \(number)","events":[{"type":"detainer",\
      "date":"2024-01-0\(number % 9 + 1)","facility":"Jail \(number % 3)"},{"type":"odd"}]}

      """
    }
    let location = SourceLocation.embedded(
      name: "a.jsonl", bytes: SourceBytes(Array(lines.joined().utf8)))
    return Loader().load([location], title: "probe")
  }()
}
