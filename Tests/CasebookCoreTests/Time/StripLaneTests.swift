import Testing

@testable import CasebookCore

@Suite struct StripLaneTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let marks: String
    let limit: Int
    let rows: [String]
    var testDescription: String { "\(marks) in \(limit)" }
  }

  /// A mark is a letter (`p` point, `s` stretch, `b` bar) with its first and last column; in the
  /// rows its events stand before, and `^` where it is over another.
  @Test(arguments: [
    Row(marks: "p1-1 p3-3", limit: 4, rows: ["0p1-1 1p3-3"]),
    Row(marks: "p3-3 p1-1", limit: 4, rows: ["1p1-1 0p3-3"]),
    Row(marks: "p1-1 p1-1", limit: 4, rows: ["0,1p1-1"]),
    Row(marks: "s1-5 s1-5", limit: 4, rows: ["0,1s1-5"]),
    Row(marks: "b1-5 b1-5", limit: 4, rows: ["0b1-5", "1b1-5"]),
    Row(marks: "p1-1 s1-1", limit: 4, rows: ["0,1s1-1"]),
    Row(marks: "b1-5 p5-5 p6-6", limit: 4, rows: ["0b1-5 2p6-6", "1p5-5"]),
    // Where no row is left, short marks lie over long ones.
    Row(marks: "b1-5 p3-3", limit: 1, rows: ["0b1-5 1p3-3^"]),
    Row(marks: "b1-5 p1-1 p5-5", limit: 1, rows: ["0b1-5 1p1-1^ 2p5-5^"]),
    Row(marks: "b1-9 b3-5", limit: 1, rows: ["0b1-9 1b3-5^"]),
    Row(marks: "b1-9 s3-5 p4-4", limit: 1, rows: ["0b1-9 1,2c3-5^"]),
    // Bars that share an end, or reach past each other, are a crowd.
    Row(marks: "b1-9 b1-5", limit: 1, rows: ["0,1c1-9"]),
    Row(marks: "b1-5 b3-9 p7-7", limit: 1, rows: ["0,1,2c1-9"]),
    Row(marks: "b1-5 p3-3 b4-9", limit: 1, rows: ["0,1,2c1-9"]),
    Row(marks: "b1-5 b3-9 b4-6", limit: 2, rows: ["0b1-5", "1b3-9 2b4-6^"]),
  ])
  func marksFindRows(_ row: Row) {
    let marks = row.marks.split(separator: " ").enumerated().map { mark($1, event: $0) }
    let rows = StripRows.rows(marks, limit: row.limit)
    #expect(rows.map { $0.map(words).joined(separator: " ") } == row.rows)
  }

  private func mark(_ text: Substring, event: Int) -> StripMark {
    let columns = text.dropFirst().split(separator: "-").compactMap { Int($0) }
    let bar = StripBar(start: .exact, end: .exact, sure: nil)
    let shape: StripMark.Shape =
      text.first == "p" ? .point : text.first == "s" ? .stretch : .bar(bar)
    return StripMark(shape: shape, columns: columns[0]...columns[1], events: [event])
  }

  private func words(_ mark: StripMark) -> String {
    let letter =
      switch mark.shape {
      case .point: "p"
      case .stretch: "s"
      case .bar: "b"
      case .crowd: "c"
      case .undated: "u"
      }
    let events = mark.events.map { "\($0)" }.joined(separator: ",")
    let columns = "\(mark.columns.lowerBound)-\(mark.columns.upperBound)"
    return "\(events)\(letter)\(columns)\(mark.isOver ? "^" : "")"
  }
}
