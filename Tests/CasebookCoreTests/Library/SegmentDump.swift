@testable import CasebookCore

extension Library {
  /// All that a library holds, as lines to compare: numbers as they are stored, values as written.
  var dump: [String] {
    var lines = problems.problems.map { "\($0)" }
    lines.append("\(caseCount) cases, \(refusedCount) refused")
    for segment in segments { lines += segment.dump }
    return lines
  }

  /// The same without what was met in the files.
  var dumpWithoutProblems: [String] { dump.filter { !$0.hasPrefix("Problem(") } }
}

extension Segment {
  fileprivate var dump: [String] {
    var lines: [String] = []
    for index in 0..<caseCount {
      let place = provenance[index]
      lines.append(
        "\(id(ofCase: index)) line \(line(ofCase: index)) bytes \(place.offset)+\(place.length)"
          + " number \(place.ordinal) traits \(traits[index].rawValue)")
      for place in places(ofCase: index).dropFirst() {
        lines.append("  row \(place.ordinal) of file \(place.file), bytes \(place.offset)")
      }
      for event in events(ofCase: index) {
        lines.append("  \(typeNames[Int(eventTypes[event])]) \(eventSpans[event])")
      }
      text.withText(ofCase: index) { lines.append(String(decoding: $0, as: UTF8.self)) }
    }
    for column in columns {
      lines.append("\(column.path)")
      for entry in 0..<column.rows.count {
        let code = column.codes[entry]
        let value =
          code < ValueColumn.longText
          ? "\(column.kind(code)) \(column.value(code))" : "\(column.longRange(code))"
        lines.append("  \(column.rows[entry]): \(code) \(value)")
      }
    }
    return lines
  }
}
